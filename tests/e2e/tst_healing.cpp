// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "province_world.hpp"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// The province's machine breaks and is put back to yesterday's backup. Two tablets, real processes, the real commands of the operator.
class TstHealing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void bothTabletsHealARestoredServer();
    void wordsOfALostTabletComeBack();
    void anOldFileIsFoundOut();

private:
    // Both see everything when both have asked twice: what the second brings, the first fetches.
    void bothSync()
    {
        QVERIFY(m_first->syncs());
        QVERIFY(m_second->syncs());
        QVERIFY(m_first->syncs());
        QCOMPARE(m_first->stateHash(), m_world->truth());
        QCOMPARE(m_second->stateHash(), m_world->truth());
    }

    std::unique_ptr<ProvinceWorld> m_world;
    std::unique_ptr<Tablet> m_first;
    std::unique_ptr<Tablet> m_second;
};

void TstHealing::init()
{
    m_first.reset();
    m_second.reset();
    m_world = std::make_unique<ProvinceWorld>();
    QVERIFY(m_world->begin());
    m_first = m_world->worker("First");
    m_second = m_world->worker("Second");
    QVERIFY(m_first && m_second);
}

void TstHealing::bothTabletsHealARestoredServer()
{
    const auto early = ProvinceWorld::family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_world->server().path(QStringLiteral("backup"));
    QVERIFY(m_world->server().backup(backup));

    // A day's work that the backup does not know: a change, a new family, and one that the other one has never fetched.
    QVERIFY(ProvinceWorld::setPhone(*m_second, early, "19900000002"));
    const auto late = ProvinceWorld::family(*m_second, "19900000003");
    bothSync();
    const auto unfetched = ProvinceWorld::family(*m_second, "19900000004");
    QVERIFY(m_second->syncs());
    const auto waiting = ProvinceWorld::family(*m_first, "19900000005"); // still on the tablet
    const auto before = m_world->truth();

    QVERIFY(m_world->putBack(backup));
    QVERIFY(m_world->truth() != before);
    bothSync();
    for (auto* tablet : {m_first.get(), m_second.get()}) {
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, early), std::string("19900000002"));
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, late), std::string("19900000003"));
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, unfetched), std::string("19900000004"));
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, waiting), std::string("19900000005"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    // Work goes on, in the new epoch.
    QVERIFY(ProvinceWorld::setPhone(*m_first, late, "19900000006"));
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, late), std::string("19900000006"));

    // And once more to the same backup, with a cut in the middle of what is given back.
    QVERIFY(m_world->putBack(backup));
    m_world->proxy().cutDownAfter(6'000);
    QVERIFY(m_first->reopen());
    QVERIFY(m_first->syncs());
    m_world->proxy().cutDownAfter(0);
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, late), std::string("19900000006"));
    const auto healing = m_world->server().status().value(QStringLiteral("healing")).toArray();
    QCOMPARE(healing.at(0).toObject().value(QStringLiteral("given_back")).toString(), QStringLiteral("2 of 2 tablets"));
    QVERIFY(m_world->server().stop());
}

// Their author's tablet is gone with the server that had them: only what a colleague gives back brings them to a third one.
void TstHealing::wordsOfALostTabletComeBack()
{
    const auto early = ProvinceWorld::family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_world->server().path(QStringLiteral("backup"));
    QVERIFY(m_world->server().backup(backup));
    QVERIFY(ProvinceWorld::setPhone(*m_second, early, "19900000002"));
    const auto late = ProvinceWorld::family(*m_second, "19900000003");
    bothSync();
    const auto before = m_world->truth();
    m_second.reset();

    QVERIFY(m_world->putBack(backup));
    QVERIFY(m_first->syncs());
    QCOMPARE(m_world->truth(), before);
    m_second = m_world->worker("Third");
    QVERIFY(m_second);
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, early), std::string("19900000002"));
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, late), std::string("19900000003"));
    QVERIFY(m_world->server().stop());
}

// Somebody copies yesterday's file over today's and starts the server, without a word to anybody.
void TstHealing::anOldFileIsFoundOut()
{
    const auto early = ProvinceWorld::family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_world->server().path(QStringLiteral("backup"));
    QVERIFY(m_world->server().backup(backup));
    QVERIFY(ProvinceWorld::setPhone(*m_first, early, "19900000002"));
    bothSync();
    const auto epoch = m_first->store().syncState()->epoch;

    QVERIFY(m_world->server().stop());
    const auto database = m_world->server().data() + QStringLiteral("/province.db");
    QVERIFY(QFile::remove(database));
    QVERIFY(QFile::copy(backup + QStringLiteral("/province.db"), database));
    QVERIFY(m_world->startAgain());
    QVERIFY(m_first->syncs()); // it has a receipt for what is gone
    QVERIFY(m_first->store().syncState()->epoch != epoch);
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, early), std::string("19900000002"));
    QVERIFY(m_world->server().log().contains("new epoch"));
    QVERIFY(m_world->server().stop());
}

QTEST_GUILESS_MAIN(TstHealing)
#include "tst_healing.moc"
