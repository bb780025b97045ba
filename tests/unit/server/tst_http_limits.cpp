// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/server_process.hpp"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QtTest>

#include <memory>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// Bytes that no honest tablet sends, over TLS, to the real process.
class TestHttpLimits : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ServerProcess> m_server;
    SystemRandom m_random;

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY(m_server->init());
        QVERIFY(m_server->start({"--request-seconds", "2", "--idle-seconds", "2"}));
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_server->stop(), 0); // after all of this it still stops cleanly
        m_server.reset();
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("header too large")
            << QByteArray("GET /healthz HTTP/1.1\r\nX: ") + QByteArray(20'000, 'a') + "\r\n\r\n"
            << 431;
        QTest::newRow("target too long") << QByteArray("GET /") + QByteArray(20'000, 'a') + " HTTP/1.1\r\n\r\n" << 431;
        QTest::newRow("declared body too large")
            << QByteArray("POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n") << 413;
        QTest::newRow("enrolment too large")
            << QByteArray("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n") +
                   QByteArray(1'048'577, 'a')
            << 413;
        QTest::newRow("chunked too large")
            << QByteArray("POST /v1/pull HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n") +
                   QByteArray("100000\r\n") + QByteArray(0x100000, 'a') + "\r\n100000\r\n" + QByteArray(0x100000, 'a') +
                   "\r\n"
            << 413;
        QTest::newRow("body on health") << QByteArray(
                                               "GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
                                        << 413;
        QTest::newRow("negative length") << QByteArray(
                                                "POST /v1/pull HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")
                                         << 400;
        QTest::newRow("two lengths")
            << QByteArray("POST /v1/pull HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
            << 400;
        QTest::newRow("no http") << QByteArray("hello there, how are you\r\n\r\n") << 400;
        QTest::newRow("nul bytes") << QByteArray(64, '\0') + "\r\n\r\n" << 400;
        QTest::newRow("bad method") << QByteArray("DELETE /v1/push HTTP/1.1\r\nHost: x\r\n\r\n") << 405;
        QTest::newRow("get on push") << QByteArray("GET /v1/push HTTP/1.1\r\nHost: x\r\n\r\n") << 405;
        QTest::newRow("bad path") << QByteArray("GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n") << 404;
        QTest::newRow("no signature") << QByteArray("POST /v1/pull HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
                                      << 401;
        QTest::newRow("nonsense enrolment")
            << QByteArray("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}") << 400;
    }
    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client(m_server->port(), m_server->caFile());
        QVERIFY(client.socket().isEncrypted());
        client.send(bytes);
        const auto reply = client.read();
        QCOMPARE(reply.status, status);
        QVERIFY(wire::decodeErrorReply(reply.body.toStdString()).has_value());
    }

    void aSlowSenderIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("in the header") << QByteArray("POST /v1/push HT");
        QTest::newRow("in the body") << QByteArray("POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
        QTest::newRow("says nothing") << QByteArray();
    }
    void aSlowSenderIsCutOff()
    {
        QFETCH(QByteArray, start);
        RawClient client(m_server->port(), m_server->caFile());
        QElapsedTimer timer;
        timer.start();
        if (!start.isEmpty())
            client.send(start);
        // One byte now and then keeps nobody connected: the time is for the whole request.
        while (client.isOpen() && timer.elapsed() < 15'000) {
            if (!start.isEmpty())
                client.socket().write("a");
            client.socket().waitForReadyRead(100);
        }
        QVERIFY(!client.isOpen());
        QVERIFY(timer.elapsed() < 10'000);
    }

    void anIdleHandshakeIsCutOff()
    {
        RawClient client(m_server->port(), {}, true); // connects and never says hello
        QVERIFY(client.isOpen());
        QVERIFY(client.closedWithin(15'000));
    }

    void connectionsAreKeptForSeveralRequests()
    {
        RawClient client(m_server->port(), m_server->caFile());
        for (int i = 0; i < 5; ++i) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            QCOMPARE(client.read().status, 200);
        }
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"); // two at once
        QCOMPARE(client.read().status, 200);
        QCOMPARE(client.read().status, 200);
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.read().status, 200);
        QVERIFY(client.closedWithin(5'000));
    }

    void logsHoldNoPersonalData()
    {
        const QByteArray canary = "canaryLinXiuying";
        auto tablet = m_server->enrol(m_random, canary, "VW", kVillage);
        RawClient client(m_server->port(), m_server->caFile());
        client.send("GET /" + canary + "?q=" + canary + " HTTP/1.1\r\nHost: " + canary + "\r\nCookie: " + canary +
                    "\r\n\r\n");
        QCOMPARE(client.read().status, 404);
        client.send("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 16\r\n\r\n" + canary);
        QCOMPARE(client.read().status, 400);
        HttpRequest push = tablet.request(wire::kPathPush, canary.toStdString());
        QCOMPARE(client.ask(push).status, 400);
        QCOMPARE(client.ask(tablet.pullHttp(tablet.pull())).status, 200);
        RawClient broken(m_server->port(), m_server->caFile());
        broken.send(canary + " " + canary + "\r\n\r\n");
        QCOMPARE(broken.read().status, 400);
        const auto log = m_server->log();
        QVERIFY(log.count('\n') > 5);
        QVERIFY(!log.contains(canary));
        QVERIFY(!log.contains(tablet.replica.text().c_str())); // only its short hash
        QVERIFY(!log.contains("127.0.0.1"));
        for (const auto& line : log.split('\n')) {
            if (line.isEmpty())
                continue;
            QJsonParseError error{};
            QJsonDocument::fromJson(line, &error);
            QCOMPARE(error.error, QJsonParseError::NoError);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_http_limits.moc"
