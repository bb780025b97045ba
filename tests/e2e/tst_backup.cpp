// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "province_world.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// The operator's backup, the tablets that hear of it and let go of what lies there, and a machine that is put back afterwards. Real processes, the
// real commands.
class TstBackup : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theNewestBackupLosesNothing();
    void anOlderBackupLosesHistoryAndSaysSo();

private:
    // A tablet that keeps nothing which it need not keep, and asks at once.
    [[nodiscard]] static bool syncs(Tablet& tablet)
    {
        const auto line = tablet.line();
        if (!line)
            return false;
        line->driver.trim(client::EffectRunner::Trimming{0, std::chrono::milliseconds(0)});
        return syncsUntilQuiet(line->driver);
    }
    [[nodiscard]] static std::uint64_t trimmed(Tablet& tablet) { return tablet.store().syncState()->trimmed; }
    [[nodiscard]] qint64 lost()
    {
        return m_world->server()
            .status()
            .value(QStringLiteral("healing"))
            .toArray()
            .at(0)
            .toObject()
            .value(QStringLiteral("lost_changesets"))
            .toInteger(-1);
    }
    void bothSync()
    {
        QVERIFY(syncs(*m_first));
        QVERIFY(syncs(*m_second));
        QVERIFY(syncs(*m_first));
        QCOMPARE(m_first->stateHash(), m_world->truth());
        QCOMPARE(m_second->stateHash(), m_world->truth());
    }

    std::unique_ptr<ProvinceWorld> m_world;
    std::unique_ptr<Tablet> m_first;
    std::unique_ptr<Tablet> m_second;
};

void TstBackup::init()
{
    m_first.reset();
    m_second.reset();
    m_world = std::make_unique<ProvinceWorld>();
    QVERIFY(m_world->begin());
    m_first = m_world->worker("First");
    m_second = m_world->worker("Second");
    QVERIFY(m_first && m_second);
}

void TstBackup::theNewestBackupLosesNothing()
{
    const auto family = ProvinceWorld::family(*m_first, "19900000001");
    bothSync();
    QVERIFY(ProvinceWorld::setPhone(*m_first, family, "19900000002"));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{0}); // nobody made a backup
    const auto backup = m_world->server().path(QStringLiteral("backup"));
    QVERIFY(m_world->server().backup(backup));
    QVERIFY(ProvinceWorld::setPhone(*m_first, family, "19900000003"));
    // As it comes, a tablet keeps its newest hundreds, and does not ask before it has something to let go of.
    QVERIFY(m_first->syncs());
    QCOMPARE(trimmed(*m_first), std::uint64_t{0});
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{2});
    QVERIFY(m_first->reopen());
    QCOMPARE(trimmed(*m_first), std::uint64_t{2});
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, family), std::string("19900000003"));

    QVERIFY(m_world->putBack(backup));
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_second, family), std::string("19900000003"));
    QCOMPARE(lost(), 0);
    QCOMPARE(m_first->store().counts()->waiting, std::uint64_t{0});
    QVERIFY(ProvinceWorld::setPhone(*m_second, family, "19900000004"));
    QVERIFY(syncs(*m_second));
    bothSync();
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, family), std::string("19900000004"));
    QCOMPARE(m_first->store().conflicts()->size(), std::size_t{0});
    QCOMPARE(trimmed(*m_first), std::uint64_t{2}); // the new epoch has no backup yet
    QVERIFY(m_world->server().backup(m_world->server().path(QStringLiteral("again"))));
    QVERIFY(ProvinceWorld::setPhone(*m_first, family, "19900000005"));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{3});
    QVERIFY(m_world->server().stop());
}

void TstBackup::anOlderBackupLosesHistoryAndSaysSo()
{
    const auto family = ProvinceWorld::family(*m_first, "19900000001");
    bothSync();
    const auto old = m_world->server().path(QStringLiteral("old"));
    QVERIFY(m_world->server().backup(old));
    for (const auto* number : {"19900000002", "19900000003"}) {
        QVERIFY(ProvinceWorld::setPhone(*m_first, family, number));
        bothSync();
    }
    QVERIFY(m_world->server().backup(m_world->server().path(QStringLiteral("new"))));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{3});
    QVERIFY(ProvinceWorld::setPhone(*m_first, family, "19900000004")); // waits on the tablet

    QVERIFY(m_world->putBack(old));
    bothSync();
    QCOMPARE(lost(), 2);
    for (auto* tablet : {m_first.get(), m_second.get()}) {
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, family), std::string("19900000004"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    QVERIFY(m_world->server().stop());
}

QTEST_GUILESS_MAIN(TstBackup)
#include "tst_backup.moc"
