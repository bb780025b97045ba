// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/server_process.hpp"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

class TestServerProcess : public QObject {
    Q_OBJECT

private:
    SystemRandom m_random;
    Catalogue m_catalogue = *builtInCatalogue();

    core::RecordChange household(const std::string& phone)
    {
        return householdChange(m_catalogue, makeRecordId(1'790'000'000'000, m_random), kVillage, phone);
    }

private slots:
    void usageAndRefusalsHaveTheirExitCodes()
    {
        ServerProcess server;
        QByteArray err;
        QCOMPARE(server.run({"serve"}), 2);
        QCOMPARE(server.run({"--help"}), 0);
        QCOMPARE(server.run({"status", "--data", server.data()}, nullptr, &err), 3);
        QVERIFY(server.init());
        QCOMPARE(server.run({"init", "--data", server.data(), "--authority", server.path("org")}, nullptr, &err),
                 2); // never overwritten
        QVERIFY(err.contains("already holds a server"));
        QCOMPARE(
            server.run({"enrol", "--data", server.data(), "user", "--name", "x", "--role", "KING", "--area", kVillage}),
            2);
        QCOMPARE(
            server.run({"init", "--data", server.path("other"), "--authority", server.path("org"), "--production"}),
            3); // D20
        QVERIFY(server.start());
        QCOMPARE(server.run({"serve", "--data", server.data()}), 4);
        QCOMPARE(server.run({"serve", "--data", server.path("nothing")}), 3);
        QCOMPARE(server.stop(), 0);
        QFile::setPermissions(server.path("data/province.key"),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(server.run({"serve", "--data", server.data()}, nullptr, &err), 3);
        QVERIFY(err.contains("can be read by others"));
    }

    // D14: a program that would forget a code of the data folder's catalogue does not start on it.
    void aCatalogueThatForgetsIsRefused()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QCOMPARE(server.run({"status", "--data", server.data()}), 0);
        QFile file(server.data() + "/catalogue.json");
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto files = QJsonDocument::fromJson(file.readAll()).object();
        auto mood = files["codes/mood.json"].toString();
        QVERIFY(mood.contains("{\"number\": 1,"));
        mood.replace("{\"number\": 1,", "{\"number\": 9, \"zh\": \"x\", \"en\": \"x\"}, {\"number\": 1,");
        files["codes/mood.json"] = mood;
        const auto changed = QJsonDocument(files).toJson(QJsonDocument::Compact);
        QVERIFY(file.resize(0) && file.seek(0) && file.write(changed) == changed.size());
        file.close();
        QByteArray err;
        QCOMPARE(server.run({"status", "--data", server.data()}, nullptr, &err), 3);
        QVERIFY2(err.contains("codes/mood.json: mood.9 x: the code is gone"), err.constData());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), changed); // nothing was taken over
    }

    void theIssuerCanAskBeforeSigning()
    {
        ServerProcess server;
        const QString assets = LIANXIN_SOURCE_DIR "/assets";
        const QDir next(server.path("next"));
        for (const auto* part : {"catalogue", "codes"}) {
            QVERIFY(next.mkpath(part));
            for (const auto& name : QDir(assets + "/" + part).entryList({"*.json"}))
                QVERIFY(QFile::copy(assets + "/" + part + "/" + name, next.filePath(QString(part) + "/" + name)));
        }
        QFile version(next.filePath("catalogue/catalogue.json"));
        version.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(version.open(QIODevice::WriteOnly) && version.write("{\"version\": 1000}\n") > 0);
        version.close();
        QByteArray err;
        QCOMPARE(server.run({"catalogue", "check", assets, next.path()}), 0);
        QVERIFY(QFile::remove(next.filePath("catalogue/gift_item.json")));
        QCOMPARE(server.run({"catalogue", "check", assets, next.path()}, nullptr, &err), 3);
        QVERIFY2(err.contains("catalogue/gift_item.json: type 15 gift_item: the record type is gone"), err.constData());
        QCOMPARE(server.run({"catalogue", "check", assets, server.path("nowhere")}), 3);
        QCOMPARE(server.run({"catalogue", "check", assets}), 2);
    }

    void plainHttpIsForLoopbackOnly()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QByteArray err;
        QCOMPARE(server.run({"serve", "--data", server.data(), "--listen", "0.0.0.0:0", "--insecure-loopback"}, nullptr,
                            &err),
                 3);
        QVERIFY(err.contains("loopback"));
        QVERIFY(server.start({"--insecure-loopback"}));
        RawClient client(server.port(), {}, true);
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.read().status, 200);
    }

    void theDatabaseIsUnreadableWithoutItsKey()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QFile file(server.path("data/province.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("SQLite format"));
        file.close();
        QFile key(server.path("data/province.key"));
        QVERIFY(key.open(QIODevice::ReadWrite));
        auto bytes = key.readAll();
        bytes[0] = bytes[0] == 'A' ? 'B' : 'A';
        key.seek(0);
        key.write(bytes);
        key.close();
        QCOMPARE(server.run({"status", "--data", server.data()}), 3);
        QFile(server.path("data/province.db")).resize(5000);
        QVERIFY(server.run({"status", "--data", server.data()}) != 0);
        QVERIFY(QFile::exists(server.path("data/province.db"))); // never deleted on error
    }

    void tls13WithTheOrganisationsAuthority()
    {
        ServerProcess server;
        QVERIFY(server.init({"--host", "bridge.example.org"}));
        QVERIFY(server.start());
        RawClient client(server.port(), server.caFile());
        QVERIFY(client.socket().isEncrypted());
        QCOMPARE(client.socket().sessionProtocol(), QSsl::TlsV1_3);
        QVERIFY(
            client.socket().peerCertificate().subjectAlternativeNames().contains(QSsl::DnsEntry, "bridge.example.org"));
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto reply = client.read();
        QCOMPARE(reply.status, 200);
        QCOMPARE(QJsonDocument::fromJson(reply.body).object()["status"].toString(), QString("ok"));
        QSslSocket old;
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(server.caFile()));
        tls.setProtocol(QSsl::TlsV1_2);
        old.setSslConfiguration(tls);
        old.connectToHostEncrypted("127.0.0.1", server.port());
        QVERIFY(!old.waitForEncrypted(20'000));
        RawClient stranger(server.port(), QString()); // trusts no authority
        QVERIFY(!stranger.socket().isEncrypted());
    }

    void enrolmentWorksWhileTheServerRuns()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start());
        auto tablet = server.enrol(m_random, "Lin", "VW", kVillage);
        QCOMPARE(server
                     .json({"enrol", "--data", server.data(), "--json", "--authority", server.path("org"),
                            "confirm"})["confirmed"]
                     .toArray()
                     .size(),
                 2);
        QCOMPARE(server.json({"enrol", "--data", server.data(), "--json", "list"})["codes"]
                     .toArray()
                     .first()
                     .toObject()["state"]
                     .toString(),
                 QString("used"));
        QCOMPARE(server.stop(), 0);
        const auto status = server.json({"status", "--data", server.data(), "--json"}); // now without a running server
        QCOMPARE(status["replicas"].toArray().size(), 2);
        Q_UNUSED(tablet)
    }

    void sigtermFinishesAndLeavesACleanFolder()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start());
        auto tablet = server.enrol(m_random, "Lin", "VW", kVillage);
        RawClient idle(server.port(), server.caFile()); // a connection that says nothing must not hold the stop up
        RawClient client(server.port(), server.caFile());
        const auto asked = tablet.push({tablet.parcel({tablet.body({household("13800000000")})})});
        QCOMPARE(client.ask(tablet.pushHttp(asked)).status, 200);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(server.stop(), 0);
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(server.log().contains("\"clean\":true"));
        QVERIFY(!QFile::exists(server.path("data/admin.sock")));
        const QFileInfo wal(server.path("data/province.db-wal"));
        QVERIFY(!wal.exists() || wal.size() == 0); // checkpointed
    }

    void everyReceiptSurvivesKillNine()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start({"--requests-per-minute", "100000"}));
        auto tablet = server.enrol(m_random, "Lin", "VW", kVillage);
        std::vector<core::Parcel> log; // what the tablet keeps until a receipt covers it
        for (int round = 0; round < 6; ++round) {
            RawClient client(server.port(), server.caFile());
            for (int i = 0; i < 4 + round; ++i) {
                log.push_back(
                    tablet.parcel({tablet.body({household("13800000000")}), tablet.body({household("13900000000")})}));
                const auto asked = tablet.push({log.back()});
                client.send(RawClient::bytesOf(tablet.pushHttp(asked)));
                if (i == 3 + round)
                    break; // the process dies with this one under way
                const auto reply = client.read();
                QCOMPARE(reply.status, 200);
                const auto said = wire::decodePushReply(unpacked(reply.http()), asked);
                QVERIFY(said.has_value() && seal::verifyReceipt(tablet.receiptKey, said->receipt));
                tablet.acknowledged = said->receipt.held;
                tablet.acknowledgedHash = said->receipt.head;
            }
            client.socket().waitForReadyRead(round); // another moment of the commit in each round
            server.kill();
            QVERIFY(server.start({"--requests-per-minute", "100000"}));
            // A receipt once given is true for ever: the server accepts it as its own history.
            RawClient again(server.port(), server.caFile());
            const auto empty = tablet.push({});
            const auto held = again.ask(tablet.pushHttp(empty));
            QCOMPARE(held.status, 200);
            const auto known = wire::decodePushReply(unpacked(held.http()), empty);
            QVERIFY(known->receipt.held >= tablet.acknowledged);
            QVERIFY(known->receipt.held % 2 == 0); // a parcel is in one transaction
            // What may have been lost is sent again and arrives exactly once.
            const auto last = tablet.push({log.back()});
            const auto reply = again.ask(tablet.pushHttp(last));
            QCOMPARE(reply.status, 200);
            const auto said = wire::decodePushReply(unpacked(reply.http()), last);
            QCOMPARE(said->receipt.held, tablet.made);
            QCOMPARE(said->receipt.head, tablet.head);
            tablet.acknowledged = said->receipt.held;
            tablet.acknowledgedHash = said->receipt.head;
        }
        const auto status = server.json({"status", "--data", server.data(), "--json"});
        for (const auto& entry : status["partitions"].toArray())
            if (entry.toObject()["partition"].toString() == kVillage)
                QVERIFY(entry.toObject()["records"].toInt() == static_cast<int>(tablet.made) &&
                        !entry.toObject().contains("hash"));
        const auto whole = server.json({"status", "--hashes", "--data", server.data(), "--json"});
        for (const auto& entry : whole["partitions"].toArray())
            QCOMPARE(entry.toObject()["hash"].toString().size(), 43); // base64
    }
};

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_server_process.moc"
