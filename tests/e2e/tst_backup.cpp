// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"

#include <QFile>
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
    [[nodiscard]] std::unique_ptr<Tablet> worker(const char* name);
    [[nodiscard]] QString truth() { return m_server->stateHash(QString::fromStdString(storyVillage().text())); }
    [[nodiscard]] static bool phone(Tablet& tablet, RecordId id, const char* phone)
    {
        return tablet.save("household", id, id, {{"phone1", Value::fromText(phone)}});
    }
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
        return m_server->status()
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
        QCOMPARE(m_first->stateHash(), truth());
        QCOMPARE(m_second->stateHash(), truth());
    }
    void putBack(const QString& backup)
    {
        QVERIFY(m_server->stop());
        QVERIFY(m_server->restore(backup));
        QVERIFY(m_server->start());
        m_proxy->setTarget(m_server->port());
    }

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<Tablet> m_first;
    std::unique_ptr<Tablet> m_second;
};

void TstBackup::init()
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

std::unique_ptr<Tablet> TstBackup::worker(const char* name)
{
    auto tablet = std::make_unique<Tablet>(*m_catalogue, *m_proxy, m_server->ca());
    return tablet->enrol(
               m_server->enrolUser(QString::fromLatin1(name), QStringLiteral("VW"), {QStringLiteral("v:350128900200")}))
               ? std::move(tablet)
               : nullptr;
}

void TstBackup::theNewestBackupLosesNothing()
{
    const auto family = m_first->newId();
    QVERIFY(phone(*m_first, family, "19900000001"));
    bothSync();
    QVERIFY(phone(*m_first, family, "19900000002"));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{0}); // nobody made a backup
    const auto backup = m_server->path(QStringLiteral("backup"));
    QVERIFY(m_server->backup(backup));
    QVERIFY(phone(*m_first, family, "19900000003"));
    // As it comes, a tablet keeps its newest hundreds, and does not ask before it has something to let go of.
    QVERIFY(m_first->syncs());
    QCOMPARE(trimmed(*m_first), std::uint64_t{0});
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{2});
    QVERIFY(m_first->reopen());
    QCOMPARE(trimmed(*m_first), std::uint64_t{2});
    QCOMPARE(m_first->shown(family, "household", "phone1"), std::string("19900000003"));

    putBack(backup);
    bothSync();
    QCOMPARE(m_second->shown(family, "household", "phone1"), std::string("19900000003"));
    QCOMPARE(lost(), 0);
    QCOMPARE(m_first->store().counts()->waiting, std::uint64_t{0});
    QVERIFY(phone(*m_second, family, "19900000004"));
    QVERIFY(syncs(*m_second));
    bothSync();
    QCOMPARE(m_first->shown(family, "household", "phone1"), std::string("19900000004"));
    QCOMPARE(m_first->store().conflicts()->size(), std::size_t{0});
    QCOMPARE(trimmed(*m_first), std::uint64_t{2}); // the new epoch has no backup yet
    QVERIFY(m_server->backup(m_server->path(QStringLiteral("again"))));
    QVERIFY(phone(*m_first, family, "19900000005"));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{3});
    QVERIFY(m_server->stop());
}

void TstBackup::anOlderBackupLosesHistoryAndSaysSo()
{
    const auto family = m_first->newId();
    QVERIFY(phone(*m_first, family, "19900000001"));
    bothSync();
    const auto old = m_server->path(QStringLiteral("old"));
    QVERIFY(m_server->backup(old));
    for (const auto* number : {"19900000002", "19900000003"}) {
        QVERIFY(phone(*m_first, family, number));
        bothSync();
    }
    QVERIFY(m_server->backup(m_server->path(QStringLiteral("new"))));
    bothSync();
    QCOMPARE(trimmed(*m_first), std::uint64_t{3});
    QVERIFY(phone(*m_first, family, "19900000004")); // waits on the tablet

    putBack(old);
    bothSync();
    QCOMPARE(lost(), 2);
    for (auto* tablet : {m_first.get(), m_second.get()}) {
        QCOMPARE(tablet->shown(family, "household", "phone1"), std::string("19900000004"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(TstBackup)
#include "tst_backup.moc"
