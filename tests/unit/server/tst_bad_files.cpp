// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/server_process.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// The data folder as an operator may find it one morning. The program says which file and why, in English, touches nothing and ends.
class TestBadFiles : public QObject {
    Q_OBJECT

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private slots:
    void aDamagedFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        QTest::newRow("first page") << "province.db"
                                    << "flip" << 5 << "first page of the database";
        QTest::newRow("cut off") << "province.db"
                                 << "cut" << 5 << "cut off";
        QTest::newRow("empty") << "province.db"
                               << "empty" << 5 << "is empty";
        QTest::newRow("not a database") << "province.db"
                                        << "text" << 5 << "not encrypted";
        QTest::newRow("no database") << "province.db"
                                     << "remove" << 3 << "no database file";
        QTest::newRow("another key") << "province.key"
                                     << "flip" << 3 << "opens with this key";
        QTest::newRow("a short key") << "province.key"
                                     << "cut" << 5 << "province.key";
        QTest::newRow("no key") << "province.key"
                                << "remove" << 3 << "holds no server";
        QTest::newRow("another certificate") << "server.json"
                                             << "flip" << 5 << "server.json";
        QTest::newRow("a TLS key of nothing") << "tls.key.pem"
                                              << "text" << 5 << "TLS";
    }
    void aDamagedFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, damage);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        ServerProcess server;
        QVERIFY(server.init());
        const auto path = server.path("data/" + name);
        QVERIFY2(QFile::exists(path), qPrintable(QDir(server.data()).entryList(QDir::Files).join(' ')));
        auto bytes = contentOf(path);
        if (damage == "flip")
            bytes[bytes.size() < 200 ? 0 : 100] = bytes[bytes.size() < 200 ? 0 : 100] == 'A' ? 'B' : 'A';
        else if (damage == "cut")
            bytes.chop(bytes.size() / 2 - 5);
        else if (damage == "empty")
            bytes.clear();
        else if (damage == "text")
            bytes = "SQLite format 3" + QByteArray(1, '\0') + QByteArray(9000, 'x');
        if (damage == "remove")
            QVERIFY(QFile::remove(path));
        else
            put(path, bytes);
        QByteArray err;
        const int code = server.run({"serve", "--data", server.data()}, nullptr, &err);
        QVERIFY2(code == exitCode, qPrintable(QString::number(code) + " " + err));
        QVERIFY2(err.startsWith("lianxin-server: "), err.constData());
        QVERIFY2(err.contains(says.toUtf8()), err.constData());
        QCOMPARE(contentOf(path), damage == "remove" ? QByteArray() : bytes); // as it was found
        QCOMPARE(QFile::exists(path), damage != "remove");
    }

    // Damage in the middle shows when somebody asks for it: the tablet hears 503, the operator reads why, the process stays.
    void aDamagedPageInTheMiddle()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start());
        SystemRandom random;
        auto tablet = server.enrol(random, "Lin", "VW", kVillage);
        QCOMPARE(server.stop(), 0);
        const auto path = server.path("data/province.db");
        auto bytes = contentOf(path);
        constexpr int kPage = 4096; // a server has small ones
        for (qsizetype at = 2 * kPage + 100; at < bytes.size(); at += kPage)
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
        put(path, bytes);
        QByteArray err;
        const int code = server.run({"serve", "--data", server.data()}, nullptr, &err);
        QCOMPARE(code, 5); // its own names and keys are among what does not read
        QVERIFY2(err.contains("damaged"), err.constData());
        QCOMPARE(contentOf(path), bytes);
    }

    void aLogThatCannotBeWritten()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QByteArray err;
        for (const auto& path : {server.path("nowhere/at/all.log"), server.data()}) {
            QCOMPARE(server.run({"serve", "--data", server.data(), "--log", path}, nullptr, &err), 3);
            QVERIFY2(err.contains("cannot be written") && err.contains(path.toUtf8()), err.constData());
        }
        // A full disk: the lines go to standard error, the server serves.
        QVERIFY(QFile::link("/dev/full", server.path("log")));
        QVERIFY(server.start());
        RawClient client(server.port(), server.caFile());
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.read().status, 200);
        QCOMPARE(server.stop(), 0);
        const auto said = server.said();
        QVERIFY2(said.contains("\"path\":\"/healthz\"") && said.contains("\"clean\":true"), said.constData());
    }
};

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_bad_files.moc"
