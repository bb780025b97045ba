// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"

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
    [[nodiscard]] std::unique_ptr<Tablet> worker(const char* name);
    [[nodiscard]] QString truth() { return m_server->stateHash(QString::fromStdString(storyVillage().text())); }
    [[nodiscard]] RecordId family(Tablet& tablet, const char* phone);
    [[nodiscard]] static bool phone(Tablet& tablet, RecordId id, const char* phone)
    {
        return tablet.save("household", id, id, {{"phone1", Value::fromText(phone)}});
    }
    // Both see everything when both have asked twice: what the second brings, the first fetches.
    void bothSync()
    {
        QVERIFY(m_first->syncs());
        QVERIFY(m_second->syncs());
        QVERIFY(m_first->syncs());
        QCOMPARE(m_first->stateHash(), truth());
        QCOMPARE(m_second->stateHash(), truth());
    }

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<Tablet> m_first;
    std::unique_ptr<Tablet> m_second;
};

void TstHealing::init()
{
    auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    m_first.reset();
    m_second.reset();
    m_catalogue.emplace(std::move(*catalogue));
    m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(m_server->init());
    QVERIFY(m_server->start());
    m_proxy = std::make_unique<FaultyProxy>(m_server->port());
    m_first = worker("First");
    m_second = worker("Second");
    QVERIFY(m_first && m_second);
}

std::unique_ptr<Tablet> TstHealing::worker(const char* name)
{
    auto tablet = std::make_unique<Tablet>(*m_catalogue, *m_proxy, m_server->ca());
    return tablet->enrol(
               m_server->enrolUser(QString::fromLatin1(name), QStringLiteral("VW"), {QStringLiteral("v:350128900200")}))
               ? std::move(tablet)
               : nullptr;
}

RecordId TstHealing::family(Tablet& tablet, const char* phone)
{
    const auto id = tablet.newId();
    return tablet.save("household", id, id, {{"phone1", Value::fromText(phone)}}) ? id : RecordId{};
}

void TstHealing::bothTabletsHealARestoredServer()
{
    const auto early = family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_server->path(QStringLiteral("backup"));
    QVERIFY(m_server->backup(backup));

    // A day's work that the backup does not know: a change, a new family, and one that the other one has never fetched.
    QVERIFY(phone(*m_second, early, "19900000002"));
    const auto late = family(*m_second, "19900000003");
    bothSync();
    const auto unfetched = family(*m_second, "19900000004");
    QVERIFY(m_second->syncs());
    const auto waiting = family(*m_first, "19900000005"); // still on the tablet
    const auto before = truth();

    QVERIFY(m_server->stop());
    QVERIFY(m_server->restore(backup));
    QVERIFY(m_server->start());
    m_proxy->setTarget(m_server->port());
    QVERIFY(truth() != before);
    bothSync();
    for (auto* tablet : {m_first.get(), m_second.get()}) {
        QCOMPARE(tablet->shown(early, "household", "phone1"), std::string("19900000002"));
        QCOMPARE(tablet->shown(late, "household", "phone1"), std::string("19900000003"));
        QCOMPARE(tablet->shown(unfetched, "household", "phone1"), std::string("19900000004"));
        QCOMPARE(tablet->shown(waiting, "household", "phone1"), std::string("19900000005"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    // Work goes on, in the new epoch.
    QVERIFY(phone(*m_first, late, "19900000006"));
    bothSync();
    QCOMPARE(m_second->shown(late, "household", "phone1"), std::string("19900000006"));

    // And once more to the same backup, with a cut in the middle of what is given back.
    QVERIFY(m_server->stop());
    QVERIFY(m_server->restore(backup));
    QVERIFY(m_server->start());
    m_proxy->setTarget(m_server->port());
    m_proxy->cutDownAfter(6'000);
    QVERIFY(m_first->reopen());
    QVERIFY(m_first->syncs());
    m_proxy->cutDownAfter(0);
    bothSync();
    QCOMPARE(m_second->shown(late, "household", "phone1"), std::string("19900000006"));
    const auto healing = m_server->status().value(QStringLiteral("healing")).toArray();
    QCOMPARE(healing.at(0).toObject().value(QStringLiteral("given_back")).toString(), QStringLiteral("2 of 2 tablets"));
    QVERIFY(m_server->stop());
}

// Their author's tablet is gone with the server that had them: only what a colleague gives back brings them to a third one.
void TstHealing::wordsOfALostTabletComeBack()
{
    const auto early = family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_server->path(QStringLiteral("backup"));
    QVERIFY(m_server->backup(backup));
    QVERIFY(phone(*m_second, early, "19900000002"));
    const auto late = family(*m_second, "19900000003");
    bothSync();
    const auto before = truth();
    m_second.reset();

    QVERIFY(m_server->stop());
    QVERIFY(m_server->restore(backup));
    QVERIFY(m_server->start());
    m_proxy->setTarget(m_server->port());
    QVERIFY(m_first->syncs());
    QCOMPARE(truth(), before);
    m_second = worker("Third");
    QVERIFY(m_second);
    bothSync();
    QCOMPARE(m_second->shown(early, "household", "phone1"), std::string("19900000002"));
    QCOMPARE(m_second->shown(late, "household", "phone1"), std::string("19900000003"));
    QVERIFY(m_server->stop());
}

// Somebody copies yesterday's file over today's and starts the server, without a word to anybody.
void TstHealing::anOldFileIsFoundOut()
{
    const auto early = family(*m_first, "19900000001");
    bothSync();
    const auto backup = m_server->path(QStringLiteral("backup"));
    QVERIFY(m_server->backup(backup));
    QVERIFY(phone(*m_first, early, "19900000002"));
    bothSync();
    const auto epoch = m_first->store().syncState()->epoch;

    QVERIFY(m_server->stop());
    const auto database = m_server->data() + QStringLiteral("/province.db");
    QVERIFY(QFile::remove(database));
    QVERIFY(QFile::copy(backup + QStringLiteral("/province.db"), database));
    QVERIFY(m_server->start());
    m_proxy->setTarget(m_server->port());
    QVERIFY(m_first->syncs()); // it has a receipt for what is gone
    QVERIFY(m_first->store().syncState()->epoch != epoch);
    bothSync();
    QCOMPARE(m_second->shown(early, "household", "phone1"), std::string("19900000002"));
    QVERIFY(m_server->log().contains("new epoch"));
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(TstHealing)
#include "tst_healing.moc"
