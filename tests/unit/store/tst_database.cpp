// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.hpp"
#include "tests/unit/store/store_world.hpp"

#include <QFile>

#include <filesystem>
#include <fstream>

using namespace lianxin;
using namespace lianxin::store;
using test::must;

namespace {

constexpr std::streamoff kPage = 8192;
constexpr std::string_view kSchema = "CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB)";

void flipBit(const std::string& path, std::streamoff at)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const auto byte = static_cast<char>(file.get() ^ 1);
    file.seekp(at);
    file.put(byte);
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    test::SeededRandom m_random{7};
    RawKey m_key{RawKey::random(m_random)};
    std::string m_file;
    int m_count{0};

    // A file of some 40 pages.
    void make()
    {
        const auto database = must(Database::open(m_file, m_key));
        must(database->migrate({kSchema}));
        auto transaction = must(Transaction::begin(*database));
        auto put = must(database->statement("INSERT INTO t(b) VALUES(?1)"));
        for (int i = 0; i < 3000; ++i)
            must(put.bindBlob(1, "HEBAMME-canary-" + std::string(85, 'x')).run());
        must(transaction.commit());
        must(database->checkpoint());
    }
    Errc openError(const RawKey& key)
    {
        const auto opened = Database::open(m_file, key);
        return opened ? Errc{} : opened.error().code;
    }

private slots:
    void init() { m_file = m_folder.filePath(QString::number(++m_count) + ".db").toStdString(); }

    void holdsNothingReadable()
    {
        make();
        for (const auto* suffix : {"", "-wal"}) {
            QFile file(QString::fromStdString(m_file + suffix));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto bytes = file.readAll();
            QVERIFY(!bytes.startsWith("SQLite format 3"));
            QVERIFY(!bytes.contains("HEBAMME"));
            QVERIFY(!bytes.contains("CREATE TABLE"));
        }
        QVERIFY(std::filesystem::file_size(m_file) > 10 * kPage);
    }

    void tellsWrongKeyFromDamage()
    {
        make();
        auto other = m_key;
        other.key[0] ^= 1U;
        QCOMPARE(openError(other), Errc::wrongSecret);
        QCOMPARE(openError(RawKey::random(m_random)), Errc::wrongSecret);
        QCOMPARE(openError(m_key), Errc{});
        flipBit(m_file, 100);
        QCOMPARE(openError(m_key), Errc::damaged);
    }

    // Made by a version that checked its pages with SHA-512 (page_check_sha512.db): read, written, copied and closed to others as before.
    void filesOfBeforeAreReadAndWritten()
    {
        const auto given = QStringLiteral(LIANXIN_SOURCE_DIR "/tests/unit/store/files/page_check_sha512.db");
        QVERIFY(QFile::copy(given, QString::fromStdString(m_file)));
        QFile::setPermissions(QString::fromStdString(m_file), QFile::ReadOwner | QFile::WriteOwner);
        RawKey key;
        key.key.fill(0x11);
        key.salt.fill(0x22);
        QCOMPARE(openError(m_key), Errc::wrongSecret);
        {
            const auto database = must(Database::open(m_file, key));
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM kept")), 2);
            must(database->exec("INSERT INTO kept(text) VALUES('and that')"));
            must(database->backupTo(m_file + ".copy", m_key));
            must(database->rekey(m_key));
        }
        QCOMPARE(openError(key), Errc::wrongSecret);
        for (const auto& file : {m_file, m_file + ".copy"}) {
            const auto database = must(Database::open(file, m_key));
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM kept")), 3);
            must(database->verify());
        }
        flipBit(m_file, 100);
        QCOMPARE(openError(m_key), Errc::damaged);
    }

    void refusesPlainAndForeignFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("plain SQLite")
            << QByteArray("SQLite format 3").append('\0').append(QByteArray(3 * kPage - 16, 'x'));
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("half a page of the smallest") << QByteArray(kPage / 4, 'x');
    }
    void refusesPlainAndForeignFiles()
    {
        QFETCH(QByteArray, content);
        QFile file(QString::fromStdString(m_file));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(openError(m_key), Errc::damaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content); // nothing was written into it
    }

    // Of a server's file, whoever opens it: pages keep the size that they were made with, and a wrong key is not taken for damage.
    void knowsSmallPages()
    {
        DatabaseOptions small;
        small.smallPages = true;
        {
            const auto database = must(Database::open(m_file, m_key, small));
            QCOMPARE(must(database->queryInt("PRAGMA cipher_page_size")), 4096);
            must(database->exec("CREATE TABLE kept(text TEXT); INSERT INTO kept VALUES('one')"));
            while (must(database->queryInt("PRAGMA page_count")) % 2 == 0 ||
                   must(database->queryInt("PRAGMA page_count")) < 5)
                must(database->exec("INSERT INTO kept VALUES(hex(randomblob(1500)))"));
            must(database->checkpoint());
        }
        QVERIFY(std::filesystem::file_size(m_file) % 8192 != 0);
        {
            const auto database = must(Database::open(m_file, m_key));
            QCOMPARE(must(database->queryInt("PRAGMA cipher_page_size")), 4096);
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM kept WHERE text = 'one'")), 1);
            must(database->verify());
        }
        QCOMPARE(openError(RawKey::random(m_random)), Errc::wrongSecret);
        flipBit(m_file, 100);
        QCOMPARE(openError(m_key), Errc::damaged);
    }

    void findsEveryFlippedPage()
    {
        make();
        const auto pages = static_cast<std::streamoff>(std::filesystem::file_size(m_file)) / kPage;
        for (std::streamoff page = 0; page < pages; ++page) {
            const auto at = page * kPage + 16 + (page * 997) % (kPage - 32);
            flipBit(m_file, at);
            const auto database = Database::open(m_file, m_key);
            const auto found = database ? (*database)->verify() : Result<void>(database.error());
            QVERIFY2(!found && found.error().code == Errc::damaged, qPrintable(QString::number(page)));
            flipBit(m_file, at);
        }
        must(must(Database::open(m_file, m_key))->verify());
    }

    void anEmptyFileIsNoDatabaseWhereOneMustBe()
    {
        QFile file(QString::fromStdString(m_file));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        DatabaseOptions options;
        options.mustExist = true;
        const auto opened = Database::open(m_file, RawKey::random(m_random), options);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Errc::damaged);
        QCOMPARE(file.size(), qint64{0});
    }

    void keepsATruncatedFileAside()
    {
        make();
        const auto size = std::filesystem::file_size(m_file);
        std::filesystem::resize_file(m_file, size / 2);
        QCOMPARE(openError(m_key), Errc::damaged);
        const auto aside = must(Database::setAside(m_file));
        QCOMPARE(aside, m_file + ".damaged-1");
        QCOMPARE(std::filesystem::file_size(aside), size / 2);
        make();
        std::filesystem::resize_file(m_file, kPage);
        QCOMPARE(openError(m_key), Errc::damaged);
        QCOMPARE(must(Database::setAside(m_file)), m_file + ".damaged-2");
        QCOMPARE(openError(m_key), Errc{}); // a new one takes its place
    }

    void deniesAttachAndExtensions()
    {
        make();
        const auto database = must(Database::open(m_file, m_key));
        const auto plain = m_folder.filePath("plain.db").toStdString();
        const auto attached = database->exec("ATTACH '" + plain + "' AS p KEY ''");
        QVERIFY(!attached && attached.error().code == Errc::notAllowed);
        QVERIFY(!std::filesystem::exists(plain));
        QVERIFY(!database->exec("SELECT load_extension('x')"));
    }

    void admitsOneConnection()
    {
        make();
        const auto first = must(Database::open(m_file, m_key));
        QCOMPARE(openError(m_key), Errc::busy);
    }

    void setsWhatKeepsDataSafe()
    {
        const auto database = must(Database::open(m_file, m_key));
        QCOMPARE(must(database->queryInt("PRAGMA synchronous")), 2);
        QCOMPARE(must(database->queryInt("PRAGMA foreign_keys")), 1);
        QCOMPARE(must(database->queryInt("PRAGMA secure_delete")), 1);
        QCOMPARE(must(database->queryInt("PRAGMA temp_store")), 2);
        QCOMPARE(must(database->queryInt("PRAGMA trusted_schema")), 0);
        QCOMPARE(must(database->queryInt("PRAGMA cell_size_check")), 1);
        QCOMPARE(must(database->queryInt("PRAGMA cipher_page_size")), 8192);
    }

    void rollsBackWhatIsNotCommitted()
    {
        make();
        const auto database = must(Database::open(m_file, m_key));
        {
            auto transaction = must(Transaction::begin(*database));
            must(database->exec("DELETE FROM t"));
            QVERIFY(!Transaction::begin(*database));
        }
        QCOMPARE(must(database->queryInt("SELECT count(*) FROM t")), 3000);
        auto transaction = must(Transaction::begin(*database));
        must(database->exec("DELETE FROM t"));
        must(transaction.commit());
        QCOMPARE(must(database->queryInt("SELECT count(*) FROM t")), 0);
    }

    void bindsAndReadsBytes()
    {
        const auto database = must(Database::open(m_file, m_key));
        must(database->migrate({kSchema}));
        const std::string bytes("\0a\xff\0", 4);
        auto put = must(database->statement("INSERT INTO t(a, b) VALUES(?1, ?2)"));
        must(put.bindNumber(1, UINT64_MAX).bindBlob(2, bytes).run());
        must(put.bindInt(1, 1).bindBlob(2, {}).run());
        must(put.bindInt(1, 2).bindNull(2).run());
        auto get = must(database->statement("SELECT a, b FROM t ORDER BY a"));
        QVERIFY(must(get.step()));
        QCOMPARE(get.numberAt(0), UINT64_MAX);
        QCOMPARE(std::string(get.blobAt(1)), bytes);
        QVERIFY(must(get.step()));
        QVERIFY(!get.isNull(1) && get.blobAt(1).empty());
        QVERIFY(must(get.step()));
        QVERIFY(get.isNull(1));
        QVERIFY(!must(get.step()));
        QVERIFY(!put.bindInt(9, 1).run()); // no such parameter
    }

    void migratesOnceAndRefusesNewer()
    {
        {
            const auto database = must(Database::open(m_file, m_key));
            must(database->migrate({kSchema}));
            must(database->exec("INSERT INTO t(a) VALUES(5)"));
        }
        const auto database = must(Database::open(m_file, m_key));
        must(database->migrate({kSchema, "ALTER TABLE t ADD COLUMN c; UPDATE t SET c = a + 1"}));
        QCOMPARE(must(database->queryInt("SELECT c FROM t")), 6);
        const auto older = database->migrate({kSchema});
        QVERIFY(!older && older.error().code == Errc::upgradeNeeded);
        QVERIFY(!database->migrate({kSchema, kSchema, "ALTER TABLE t ADD COLUMN d; SELECT nonsense"}));
        QCOMPARE(must(database->userVersion()), 2);
        QVERIFY(!database->exec("SELECT d FROM t"));
    }

    void rekeys()
    {
        make();
        const auto next = RawKey::random(m_random);
        {
            const auto database = must(Database::open(m_file, m_key));
            must(database->rekey(next));
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM t")), 3000);
        }
        QCOMPARE(openError(m_key), Errc::wrongSecret);
        must(must(Database::open(m_file, next))->verify());
    }

    void backsUpUnderAnotherKey()
    {
        make();
        const auto copy = m_file + ".backup";
        const auto other = RawKey::random(m_random);
        {
            const auto database = must(Database::open(m_file, m_key));
            must(database->backupTo(copy, other));
            QVERIFY(!database->backupTo(copy, other));
        }
        const auto restored = must(Database::open(copy, other));
        must(restored->verify());
        QCOMPARE(must(restored->queryInt("SELECT count(*) FROM t")), 3000);
        QVERIFY(!Database::open(copy, m_key));
    }

    void saysWhenNothingIsThere()
    {
        const auto missing = Database::open(m_file, m_key, {.mustExist = true});
        QVERIFY(!missing && missing.error().code == Errc::notFound);
        QVERIFY(!std::filesystem::exists(m_file));
        const auto nowhere = Database::open(m_folder.filePath("no/such/folder/x.db").toStdString(), m_key);
        QVERIFY(!nowhere && nowhere.error().code == Errc::io);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
