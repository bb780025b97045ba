// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_world.hpp"

#include "app/data/asset_files.hpp"
#include "app/viewmodel/fault.hpp"
#include "app/viewmodel/sentences.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// The file behind an unlocked vault does not read. What the worker sees, what is kept, and how it comes back from the province.
class TstDamagedVault : public QObject {
    Q_OBJECT

    static constexpr qsizetype kPage = 8192;
    std::optional<Catalogue> m_catalogue;

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString& path, const QByteArray& bytes)
    {
        for (const auto* tail : {"-wal", "-shm"})
            QFile::remove(path + QLatin1String(tail));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    // Enough for more than one page of records.
    static std::vector<RecordId> manyFamilies(VaultWorld& world)
    {
        std::vector<RecordId> families;
        for (int i = 0; i < 120; ++i)
            families.push_back(world.addFamily("1990000" + std::to_string(1000 + i)));
        return families;
    }
    static void holdsWhatTheProvinceHolds(VaultWorld& world)
    {
        const auto hash = world.store().stateHash(storyVillage());
        QCOMPARE(QString::fromStdString(hash->text()),
                 world.server.stateHash(QString::fromStdString(storyVillage().text())));
    }
    // A page of records, so that own changes, drafts and what the store needs to open still read.
    static bool damageRecords(VaultWorld& world, const store::RawKey& key, const QString& path)
    {
        const auto whole = contentOf(path);
        for (qsizetype at = whole.size() - kPage; at >= kPage; at -= kPage) {
            auto bytes = whole;
            bytes[at + 100] = static_cast<char>(bytes[at + 100] ^ 1);
            put(path, bytes);
            {
                const auto store = store::ReplicaStore::open(path.toStdString(), key, world.storePorts());
                const auto* type = world.session->desk().catalogue().type(std::string_view("household"));
                const auto state = store ? (*store)->syncState() : Result<store::SyncState>(store.error());
                bool fits =
                    state && (*store)->drafts() && (*store)->note("registration") && !(*store)->ofType(type->number);
                for (auto number = state ? state->acknowledged + 1 : 1; fits && number <= state->saved; ++number)
                    fits = (*store)->ownChangeset(number).has_value();
                if (!fits)
                    continue;
            }
            put(path, bytes);
            return true;
        }
        return false;
    }

private slots:
    void initTestCase()
    {
        auto loaded = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().detail.c_str());
        m_catalogue.emplace(std::move(*loaded));
    }

    // Words open whatever is the matter with the pictures; the file that does not read is kept.
    void damagedAttachments()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto family = world.addFamily("19900001000");
        QVERIFY(world.device().desk()->blobs() != nullptr);
        QVERIFY(world.device().desk()->blobs()->put(storyVillage(), store::BlobRank::original, "pixels").has_value());
        world.session->lock();
        const QString file = world.dataFile().replace(QLatin1String("data.db"), QLatin1String("attachments.db"));
        QVERIFY(QFile::exists(file));
        const QByteArray broken(3 * kPage, 'x');
        put(file, broken);
        QVERIFY(world.unlock());
        QCOMPARE(world.phoneOf(family), "19900001000");
        QVERIFY(world.device().desk()->blobs() != nullptr);
        QVERIFY(world.device().desk()->blobs()->put(storyVillage(), store::BlobRank::original, "others").has_value());
        QCOMPARE(world.session->troubleText(), ui::explain(ui::Fault::blobsBegunAnew).sentence); // said, this once
        QCOMPARE(contentOf(file + QStringLiteral(".damaged-1")), broken);
    }

    void theDoorSaysSoAndNothingIsThrownAway_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("first page") << "flip";
        QTest::newRow("cut off") << "cut";
        QTest::newRow("not a database") << "text";
        QTest::newRow("another key") << "foreign";
        QTest::newRow("empty") << "empty";
        QTest::newRow("gone") << "gone";
    }
    void theDoorSaysSoAndNothingIsThrownAway()
    {
        QFETCH(QString, damage);
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto sent = world.addFamily("19900000012");
        QVERIFY(world.sync());
        const auto unsent = world.addFamily("19900000021");
        world.session->lock();
        const auto path = world.dataFile();
        auto bytes = contentOf(path);
        QVERIFY(bytes.size() > kPage);
        if (damage == "flip")
            bytes[100] = static_cast<char>(bytes[100] ^ 1);
        else if (damage == "cut")
            bytes.truncate(kPage / 2);
        else if (damage == "text")
            bytes = QByteArray("SQLite format 3\0", 16) + QByteArray(20'000, 'x');
        else if (damage == "foreign")
            bytes = QByteArray(4 * kPage, 'y');
        else if (damage == "empty")
            bytes.clear();
        if (damage == "gone")
            QVERIFY(QFile::remove(path));
        else
            put(path, bytes);

        world.type();
        auto& session = *world.session;
        QVERIFY(QTest::qWaitFor([&] { return !session.unlock()->noticeText().isEmpty(); }, 60'000));
        QCOMPARE(session.state(), ui::Session::Locked);
        QCOMPARE(session.unlock()->noticeText(), ui::deskSentence(fail(Errc::damaged, {})));
        QCOMPARE(world.device().vault()->door().triesLeft, int{vault::kMostTries}); // the code was right
        QVERIFY(!world.device().vault()->unlocked());
        QCOMPARE(contentOf(path), damage == "gone" ? QByteArray() : bytes);
        QCOMPARE(QFile::exists(path), damage != "gone");
        session.openCrisis(); // help needs no records
        QVERIFY(session.crisisOpen());
        session.closeCrisis();

        const auto again = world.enrol(world.server.anotherCode(world.user()));
        QVERIFY(again && again->rescued);
        QCOMPARE(again->rescued->changes, std::size_t{0}); // nothing of such a file reads
        if (damage != "gone")
            QCOMPARE(contentOf(QString::fromStdString(again->keptAside.string())), bytes);
        QVERIFY(world.unlock());
        QVERIFY(world.sync());
        QCOMPARE(world.phoneOf(sent), std::string("19900000012"));
        QVERIFY(!world.store().contains(unsent).value()); // honest: it was only in that file
        QVERIFY(world.changePhone(sent, "19900000033"));  // and work goes on, under the new replica
        QVERIFY(world.sync());
        QCOMPARE(world.store().counts()->waiting, std::uint64_t{0});
        holdsWhatTheProvinceHolds(world);
    }

    // One page of many: who unlocks gets in, is told, and keeps all that reads; beginning anew brings the unsent changes over.
    void whatReadsIsRescued()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto families = manyFamilies(world);
        QVERIFY(world.sync());
        const auto key = tablet::rawKey(world.device().vault()->dataKeys()->current.data);
        QVERIFY(world.changePhone(families[3], "19900000003"));
        QVERIFY(world.changePhone(families[3], "19900000004")); // the second replaces the first, also afterwards
        const auto unsent = world.addFamily("19900000021");
        const auto* type = m_catalogue->type(std::string_view("household"));
        QVERIFY(world.store().putDraft({unsent, type->number, unsent, unsent, {}, "{}", 1}).has_value());
        QVERIFY(world.store().checkpoint().has_value());
        world.session->lock();
        const auto path = world.dataFile();
        QVERIFY(damageRecords(world, key, path));
        const auto damaged = contentOf(path);

        QVERIFY(world.unlock());
        QVERIFY(world.device().desk()->hasDamage());
        QCOMPARE(world.session->troubleText(), ui::explain(ui::Fault::someDamaged).sentence);
        world.session->lock();
        const auto again = world.enrol(world.server.anotherCode(world.user()));
        QVERIFY(again && again->rescued);
        QCOMPARE(again->rescued->changes, std::size_t{3});
        QCOMPARE(again->rescued->drafts, std::size_t{1});
        QCOMPARE(again->rescued->unreadable, std::size_t{0});
        QCOMPARE(contentOf(QString::fromStdString(again->keptAside.string())).size(), damaged.size());
        QVERIFY(world.unlock());
        QVERIFY(!world.device().desk()->hasDamage());
        QCOMPARE(world.store().drafts()->size(), std::size_t{1});
        QVERIFY(world.sync());
        QCOMPARE(world.phoneOf(families[3]), std::string("19900000004"));
        QCOMPARE(world.phoneOf(families[70]), std::string("19900001070"));
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
        QCOMPARE(world.store().conflicts()->size(), std::size_t{0});
        QCOMPARE(world.store().countOfType(type->number).value(), std::uint64_t{121}); // exactly once
        QCOMPARE(world.store().counts()->waiting, std::uint64_t{0});
        holdsWhatTheProvinceHolds(world);
    }

    // Without a network nothing changes: the file stays where it is, the same sentence stands there the next time.
    void aFailedAttemptChangesNothing()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        world.session->lock();
        const auto path = world.dataFile();
        auto bytes = contentOf(path);
        bytes[100] = static_cast<char>(bytes[100] ^ 1);
        put(path, bytes);
        const auto code = world.server.anotherCode(world.user());
        world.server.killHard();
        QVERIFY(!world.enrol(code));
        QCOMPARE(contentOf(path), bytes);
        world.type();
        QVERIFY(QTest::qWaitFor([&] { return !world.session->unlock()->noticeText().isEmpty(); }, 60'000));
        QCOMPARE(world.session->unlock()->noticeText(), ui::deskSentence(fail(Errc::damaged, {})));
        QVERIFY(world.server.start());
        const auto again = world.enrol(code); // the same code, once there is a network
        QVERIFY(again && again->rescued);
        QVERIFY(world.unlock());
    }

    // What still reads opens as before while no answer came.
    void aFailedAttemptLeavesWhatReads()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto families = manyFamilies(world);
        QVERIFY(world.sync());
        const auto key = tablet::rawKey(world.device().vault()->dataKeys()->current.data);
        const auto unsent = world.addFamily("19900000021");
        QVERIFY(world.store().checkpoint().has_value());
        world.session->lock();
        QVERIFY(damageRecords(world, key, world.dataFile()));
        const auto code = world.server.anotherCode(world.user());
        world.server.killHard();
        QVERIFY(!world.enrol(code));

        QVERIFY(world.unlock());
        QVERIFY(world.device().desk()->hasDamage());
        world.session->lock();
        QVERIFY(world.server.start());
        const auto again = world.enrol(code);
        QVERIFY(again && again->rescued);
        QCOMPARE(again->rescued->changes, std::size_t{1});
        QVERIFY(world.unlock());
        QVERIFY(world.sync());
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
        QCOMPARE(world.phoneOf(families[70]), std::string("19900001070"));
        QCOMPARE(world.store().counts()->waiting, std::uint64_t{0});
    }

    void whoIsWholeIsNotRegisteredTwice()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto unsent = world.addFamily("19900000021");
        world.session->lock();
        QVERIFY(!world.enrol(world.server.anotherCode(world.user())));
        QVERIFY(world.unlock());
        QVERIFY(world.sync());
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
        QCOMPARE(world.store().counts()->waiting, std::uint64_t{0});
    }

    void aWrongCode()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto unsent = world.addFamily("19900000021");
        world.session->lock();
        auto& entry = *world.session->unlock()->entry();
        for (int attempt = 1; attempt <= 3; ++attempt) {
            world.session->unlock()->choose(world.user());
            for (int digit = 0; digit < 6; ++digit)
                entry.pressDigit(digit);
            QVERIFY(QTest::qWaitFor(
                [&] { return !entry.message().isEmpty() && world.session->state() == ui::Session::Locked; }, 60'000));
            // After the third the door says how long to wait, and never how many tries are left.
            if (attempt < 3)
                QCOMPARE(entry.message(), ui::unlockSentence(fail(Errc::wrongSecret, {})));
        }
        QCOMPARE(world.device().vault()->door().state, vault::Vault::Door::State::wait);
        QVERIFY2(entry.message().contains(QStringLiteral("second")), qPrintable(entry.message()));
        QVERIFY(QTest::qWaitFor(
            [&] { return world.device().vault()->door().state == vault::Vault::Door::State::passphrase; }, 60'000));
        QVERIFY(world.unlock()); // guessing destroys nothing
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
    }

    void damagedHeaders()
    {
        VaultWorld world(*m_catalogue);
        QVERIFY(world.begin());
        const auto unsent = world.addFamily("19900000021");
        world.session->lock();
        const QDir folder = QFileInfo(world.dataFile()).dir();
        const auto newer = contentOf(folder.filePath("header.0"));
        const auto older = contentOf(folder.filePath("header.1"));
        put(folder.filePath("header.1"), QByteArray(older.size(), 'x'));
        QVERIFY(world.unlock()); // one generation is enough
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
        world.session->lock();

        put(folder.filePath("header.0"), QByteArray(newer.size(), 'y'));
        put(folder.filePath("header.1"), QByteArray(older.size(), 'x'));
        world.session->unlock()->choose(world.user());
        auto& session = *world.session;
        QCOMPARE(session.unlock()->entry()->message(), ui::unlockSentence(fail(Errc::damaged, {})));
        QCOMPARE(session.state(), ui::Session::Locked);
        QCOMPARE(session.unlock()->users()->count(), 1); // the person does not vanish from the door
        session.openCrisis();
        QVERIFY(session.crisisOpen());
        session.closeCrisis();
        QVERIFY(!world.enrol(
            world.server.anotherCode(world.user()))); // nothing is written over what somebody may still mend
        QCOMPARE(contentOf(folder.filePath("header.0")), QByteArray(newer.size(), 'y'));
        QVERIFY(QFile::exists(world.dataFile()));
        put(folder.filePath("header.0"), newer); // mended: everything is there
        QVERIFY(world.unlock());
        QCOMPARE(world.phoneOf(unsent), std::string("19900000021"));
    }

    void aNearlyFullTablet()
    {
        VaultWorld world(*m_catalogue);
        world.disk.setFree(10ULL * 1024 * 1024); // no room for the reserve: what is left is for text
        QVERIFY(world.begin());
        QCOMPARE(world.session->troubleText(), ui::nearlyFullSentence());
        const auto family = world.addFamily("19900000021");
        QVERIFY(!family.isNil());
        auto& driver = world.device().desk()->driver();
        driver.setOnline(true);
        QVERIFY(QTest::qWaitFor([&] { return world.store().counts()->waiting == 0 && driver.trouble().has_value(); },
                                60'000));                 // it goes out
        QCOMPARE(driver.trouble()->code, Errc::diskFull); // nothing is fetched
        world.session->sync()->setOnline(true);
        world.session->sync()->refresh();
        QVERIFY(world.session->sync()->fault() == ui::Fault::roomFetch);
        QCOMPARE(world.session->sync()->stuckLine(), ui::explain(ui::Fault::roomFetch).sentence);
        QCOMPARE(world.session->sync()->stuckAction(), ui::explain(ui::Fault::roomFetch).actionLabel);
        driver.setOnline(false);
        world.session->lock();
        world.disk.setFree(1024ULL * 1024 * 1024);
        QVERIFY(world.unlock());
        QVERIFY(world.session->troubleText().isEmpty());
        QVERIFY(world.sync());
    }
};

QTEST_MAIN(TstDamagedVault)
#include "tst_damaged_vault.moc"
