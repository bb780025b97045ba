// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/seal/request.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/server_process.hpp"

#include <QRandomGenerator>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// What an enrolled tablet could send if it were broken or in bad hands, to the real process over TLS. After each of it the server answers
// honest tablets as before.
class TestBadRequests : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Tablet> m_tablet;
    SystemRandom m_random;
    Catalogue m_catalogue = *builtInCatalogue();

    core::RecordChange household()
    {
        return householdChange(m_catalogue, makeRecordId(1'790'000'000'000, m_random), kVillage, "19900000012");
    }
    RawReply send(const HttpRequest& request)
    {
        RawClient client(m_server->port(), m_server->caFile());
        return client.ask(request);
    }
    static std::string codeOf(const RawReply& reply)
    {
        const auto said = wire::decodeErrorReply(reply.body.toStdString());
        return said ? said->code : "unreadable";
    }
    void honestWorkStillGoesThrough()
    {
        const auto asked = m_tablet->push({m_tablet->parcel({m_tablet->body({household()})})});
        const auto reply = send(m_tablet->pushHttp(asked));
        QCOMPARE(reply.status, 200);
        const auto said = wire::decodePushReply(unpacked(reply.http()), asked);
        QVERIFY(said.has_value());
        QVERIFY(seal::verifyReceipt(m_tablet->receiptKey, said->receipt));
        QCOMPARE(said->receipt.held, m_tablet->made);
        m_tablet->acknowledged = said->receipt.held;
        m_tablet->acknowledgedHash = said->receipt.head;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY(m_server->init());
        QVERIFY(m_server->start({"--requests-per-minute", "100000"}));
        m_tablet = std::make_unique<Tablet>(m_server->enrol(m_random, "Lin", "VW", kVillage));
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_server->stop(), 0);
        const auto log = m_server->log();
        QVERIFY(log.contains("\"clean\":true"));
        QVERIFY(!log.contains("19900000012"));
        m_tablet.reset();
        m_server.reset();
    }

    void signedNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("why"); // a part of what the operator of the tablet reads
        const QByteArray empty = "{\"e\":\"AAAAAAAAAAA\",\"p\":[]";
        QTest::newRow("nothing") << QByteArray() << "line 1";
        QTest::newRow("cut off") << QByteArray("{\"e\":") << "line 1";
        QTest::newRow("a key twice") << QByteArray("{\"e\":1,\n\"e\":2}") << "line 2 column 3: duplicate key";
        QTest::newRow("not a number") << QByteArray("{\"n\":NaN}") << "line 1";
        QTest::newRow("infinity") << QByteArray("{\"n\":1e999}") << "line 1";
        QTest::newRow("a fraction") << QByteArray("{\"n\":1.5}") << "not an integer";
        QTest::newRow("bad UTF-8") << QByteArray("{\"n\":\"\xc3\x28\"}") << "line 1";
        QTest::newRow("half a surrogate") << QByteArray("{\"n\":\"\\ud800\"}") << "line 1";
        QTest::newRow("33 deep") << QByteArray(33, '[') + QByteArray(33, ']') << "line 1";
        QTest::newRow("100,000 deep") << QByteArray(100'000, '[') << "line 1";
        QTest::newRow("a long string") << QByteArray("{\"n\":\"") + QByteArray(wire::kMaxEnvelopeString + 1, 'a') +
                                              "\"}"
                                       << "";
        QTest::newRow("a long key") << QByteArray("{\"") + QByteArray(wire::kMaxEnvelopeString + 1, 'a') + "\":1}"
                                    << "";
        QTest::newRow("another shape") << QByteArray("[1,2,3]") << "";
        QTest::newRow("bytes after the end") << empty + "} x"
                                             << "line 1";
    }
    void signedNonsense()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, why);
        for (const auto path : {wire::kPathPush, wire::kPathPull}) {
            const auto reply = send(m_tablet->request(path, body.toStdString()));
            QCOMPARE(reply.status, 400);
            const auto said = wire::decodeErrorReply(reply.body.toStdString());
            QVERIFY(said.has_value());
            QCOMPARE(said->code, std::string("invalid-input"));
            QVERIFY2(said->detail.find(why.toStdString()) != std::string::npos, said->detail.c_str());
            QVERIFY(said->detail.size() < 300); // it does not send what it was sent
        }
        honestWorkStillGoesThrough();
    }

    void fiveHundredAndOneChangesets()
    {
        const auto made = m_tablet->made;
        const auto head = m_tablet->head;
        std::vector<std::string> bodies;
        for (int i = 0; i < 501; ++i)
            bodies.push_back(m_tablet->body({household()}));
        const auto reply = send(m_tablet->pushHttp(m_tablet->push({m_tablet->parcel(std::move(bodies))})));
        QCOMPARE(reply.status, 400);
        QCOMPARE(codeOf(reply), std::string("invalid-input"));
        m_tablet->made = made; // as if it had never been: nothing of it was taken
        m_tablet->head = head;
        honestWorkStillGoesThrough();
    }

    void aBodyAboveTheLimit()
    {
        const auto reply = send(m_tablet->request(wire::kPathPull, std::string(wire::kMaxBodyBytes + 1, ' ')));
        QVERIFY2(reply.status == 413 || reply.status == 400, qPrintable(QString::number(reply.status)));
        honestWorkStillGoesThrough();
    }

    void forgedSignatures()
    {
        auto other = m_server->enrol(m_random, "Wang", "VW", kVillage);
        const auto asked = m_tablet->push({});
        auto changed = m_tablet->pushHttp(asked);
        changed.body.back() = static_cast<char>(changed.body.back() ^ 1);
        QCOMPARE(send(changed).status, 401);
        auto foreign = m_tablet->pushHttp(asked);
        foreign.auth = seal::formatAuth(
            seal::signRequest(other.key, m_tablet->replica, 1'000'000, "POST", wire::kPathPush, foreign.body));
        QCOMPARE(send(foreign).status, 401);
        auto elsewhere = m_tablet->pushHttp(asked);
        elsewhere.path = wire::kPathPull;
        QCOMPARE(send(elsewhere).status, 401);
        auto stranger = m_tablet->pushHttp(asked);
        stranger.auth = "nonsense";
        QCOMPARE(send(stranger).status, 401);
        auto used = m_tablet->pushHttp(asked);
        QCOMPARE(send(used).status, 200);
        used.auth = seal::formatAuth(
            seal::signRequest(m_tablet->key, m_tablet->replica, 1, "POST", wire::kPathPush, used.body));
        QCOMPARE(send(used).status, 409); // a counter of long ago
        const auto made = m_tablet->made;
        const auto head = m_tablet->head;
        auto parcel = m_tablet->parcel({m_tablet->body({household()})});
        parcel.signature = seal::signParcel(other.key, parcel);
        QCOMPARE(send(m_tablet->pushHttp(m_tablet->push({parcel}))).status, 403);
        m_tablet->made = made;
        m_tablet->head = head;
        honestWorkStillGoesThrough();
    }

    void noiseInsteadOfTls_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QRandomGenerator dice(20260107);
        QByteArray noise(4096, '\0');
        for (auto& byte : noise)
            byte = static_cast<char>(dice.generate());
        QTest::newRow("noise") << noise;
        QTest::newRow("plain HTTP") << QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("half a hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) +
                                             QByteArray(40, 'x') + QByteArray(600, '\0');
        QTest::newRow("a record too long") << QByteArray("\x16\x03\x01\xff\xff", 5) + QByteArray(70'000, 'x');
    }
    void noiseInsteadOfTls()
    {
        QFETCH(QByteArray, bytes);
        RawClient client(m_server->port(), {}, true);
        client.send(bytes);
        QVERIFY(client.closedWithin(35'000));
        honestWorkStillGoesThrough();
    }

    void tooManyRequestsAreToldWhenToComeBack()
    {
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start({"--requests-per-minute", "5"}));
        auto tablet = server.enrol(m_random, "Lin", "VW", kVillage);
        RawClient client(server.port(), server.caFile());
        RawReply reply;
        int passed = 0;
        for (int i = 0; i < 7; ++i) {
            reply = client.ask(tablet.pullHttp(tablet.pull()));
            passed += reply.status == 200 ? 1 : 0;
        }
        QVERIFY(passed >= 5 && passed < 7);
        QCOMPARE(reply.status, 429);
        QVERIFY(reply.head.contains("Retry-After: "));
        const auto said = wire::decodeErrorReply(reply.body.toStdString());
        QVERIFY(said && said->retryAfter && *said->retryAfter >= 1);
        QCOMPARE(wire::errcOf(*said), Errc::busy); // the tablet waits and tries again
    }

    // No byte more fits on the disk: nothing that was given a receipt is lost, tablets are told to come back, and when there is room again the
    // same process goes on.
    void aFullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN); // inherited by the server: its writes fail instead of ending it
        ServerProcess server;
        QVERIFY(server.init());
        QVERIFY(server.start({"--requests-per-minute", "100000"}));
        auto tablet = server.enrol(m_random, "Lin", "VW", kVillage);
        RawClient client(server.port(), server.caFile());
        const auto first = tablet.push({tablet.parcel({tablet.body({household()})})});
        QCOMPARE(client.ask(tablet.pushHttp(first)).status, 200);
        rlimit before{};
        QCOMPARE(::prlimit(static_cast<pid_t>(server.pid()), RLIMIT_FSIZE, nullptr, &before), 0);
        rlimit none = before;
        none.rlim_cur = 1;
        QCOMPARE(::prlimit(static_cast<pid_t>(server.pid()), RLIMIT_FSIZE, &none, nullptr), 0);
        const auto second = tablet.push({tablet.parcel({tablet.body({household()})})});
        const auto refused = client.ask(tablet.pushHttp(second));
        QCOMPARE(refused.status, 503);
        QVERIFY(refused.head.contains("Retry-After: 60"));
        QCOMPARE(codeOf(refused), std::string("busy"));
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.read().status, 200);
        QCOMPARE(::prlimit(static_cast<pid_t>(server.pid()), RLIMIT_FSIZE, &before, nullptr), 0);
        const auto reply = client.ask(tablet.pushHttp(second));
        QCOMPARE(reply.status, 200);
        const auto said = wire::decodePushReply(unpacked(reply.http()), second);
        QVERIFY(said.has_value());
        QCOMPARE(said->receipt.held, std::uint64_t{2});
        QCOMPARE(server.stop(), 0);
        // The log is on the same full disk: its line went to standard error.
        QVERIFY(server.said().contains("\"store failed\""));
    }
};

QTEST_GUILESS_MAIN(TestBadRequests)
#include "tst_bad_requests.moc"
