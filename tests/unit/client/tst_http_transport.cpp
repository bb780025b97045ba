// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_transport.hpp"
#include "sync/server/system_sources.hpp"
#include "sync/server/tls_material.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/reply_limits.hpp"
#include "tests/faults/scripted_server.hpp"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace lianxin;
using client::Cause;
using client::HttpAnswer;
using lianxin::test::ScriptedServer;

using Answer = ScriptedServer::Answer;
using Request = ScriptedServer::Request;

// What the transport makes of answers that end too early, too late, or never.
class TstHttpTransport : public QObject {
    Q_OBJECT

    static constexpr int kPatience = 20'000; // ms; only a hang reaches it

    static HttpAnswer ask(client::HttpTransport& transport, std::string_view path, std::string body = "{}")
    {
        std::optional<HttpAnswer> got;
        transport.post(path, std::move(body), {}, [&got](const HttpAnswer& answer) { got = answer; });
        return QTest::qWaitFor([&got] { return got.has_value(); }, kPatience) ? *got : HttpAnswer{};
    }

private slots:
    void anAnswerWithoutAnEndIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("forEver");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray plain(0x10000, 'x');
        const QByteArray chunk = "10000\r\n" + plain + "\r\n";
        QTest::newRow("in chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n" << chunk;
        QTest::newRow("until it closes") << ok + "\r\n" << plain;
        QTest::newRow("of a length without measure") << ok + "Content-Length: 4000000000\r\n\r\n" << plain;
        QTest::newRow("as a refusal") << QByteArray("HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n") << chunk;
    }
    void anAnswerWithoutAnEndIsCutOff()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, forEver);
        constexpr qint64 kInBetween = 12 << 20; // what two sockets on loopback hold
        ScriptedServer server([=](const Request&) { return Answer{head, false, forEver}; });
        client::HttpTransport transport(server.url("http"), {});
        const auto limit = wire::replyLimit(wire::kPathPush);
        const auto answer = ask(transport, wire::kPathPush);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.cause, Cause::oversized);
        QVERIFY(answer.body.empty() && answer.begun.empty());
        QVERIFY2(answer.receivedBytes <= 2 * limit, qPrintable(QString::number(answer.receivedBytes)));
        QVERIFY(QTest::qWaitFor([&] { return server.cutOff() == 1; }, kPatience)); // the server hears of it
        QVERIFY2(server.poured() < static_cast<qint64>(limit) + kInBetween,
                 qPrintable(QString::number(server.poured())));
        QCOMPARE(server.requests(), 1);
    }

    // Not a byte too early: as large as the route allows is an answer, one more is none.
    void theLimitIsTheRoutes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<qlonglong>("limit");
        QTest::newRow("push") << QStringLiteral("/v1/push") << (1LL << 20);
        QTest::newRow("segment") << QStringLiteral("/v1/segment") << (9LL << 19);
    }
    void theLimitIsTheRoutes()
    {
        QFETCH(QString, path);
        QFETCH(qlonglong, limit);
        const auto where = path.toStdString();
        qlonglong size = limit;
        ScriptedServer server([&size](const Request&) { return ScriptedServer::reply(200, QByteArray(size, ' ')); });
        client::HttpTransport transport(server.url("http"), {});
        const auto whole = ask(transport, where);
        QCOMPARE(whole.status, 200);
        QCOMPARE(static_cast<qlonglong>(whole.body.size()), limit);
        size = limit + 1;
        QCOMPARE(ask(transport, where).cause, Cause::oversized);
    }

    // What came before the cut is there; a compressed beginning is of no use.
    void aCutLeavesWhatCame_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("begun");
        const QByteArray length = "Content-Length: 100000\r\n";
        const QByteArray some(50'000, 'a');
        QTest::newRow("a body") << "HTTP/1.1 200 OK\r\n" + length << some;
        QTest::newRow("in chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n") << some;
        QTest::newRow("a compressed one") << "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n" + length << QByteArray();
        QTest::newRow("a refusal") << "HTTP/1.1 503 No\r\n" + length << QByteArray();
    }
    void aCutLeavesWhatCame()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, begun);
        QByteArray body(50'000, 'a');
        if (head.contains("chunked"))
            body = "186A0\r\n" + body; // of a chunk of 100,000
        ScriptedServer server([=](const Request&) { return Answer{head + "\r\n" + body, true}; });
        client::HttpTransport transport(server.url("http"), {});
        const auto answer = ask(transport, wire::kPathSegment);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.failure, Errc::offline);
        QCOMPARE(answer.cause, Cause::cut);
        QCOMPARE(QByteArray::fromStdString(answer.begun), begun);
        QCOMPARE(answer.receivedBytes, std::size_t{50'000});
        QCOMPARE(server.requests(), 1); // nobody asks again but the engine
    }

    // Somebody takes the connection and says nothing: before TLS, and instead of an answer. The transport's limit ends it, not the system's.
    void silenceEndsByItself_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("in the handshake") << QStringLiteral("https");
        QTest::newRow("after the request") << QStringLiteral("http");
    }
    void silenceEndsByItself()
    {
        QFETCH(QString, scheme);
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        QUrl url;
        url.setScheme(scheme);
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(mute.serverPort());
        server::SystemRandom random;
        const auto authority = server::makeTlsAuthority("Authority of a test", 1'790'000'000'000, random);
        QVERIFY(authority.has_value());
        client::HttpTransport transport(url, QByteArray::fromStdString(authority->certificate),
                                        std::chrono::milliseconds(300));
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(transport, wire::kPathPull);
        QVERIFY(mute.hasPendingConnections()); // it did get through
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.failure, Errc::offline);
        QCOMPARE(answer.cause, Cause::silent);
        // The timer is a coarse one.
        QVERIFY2(timer.elapsed() >= 200 && timer.elapsed() < kPatience / 2,
                 qPrintable(QString::number(timer.elapsed())));
        // And the next one is asked as if nothing had been.
        QCOMPARE(ask(transport, wire::kPathPull).cause, Cause::silent);
    }

    // A server shows that it knows the shared dictionary; from then on it is spoken to in it.
    void theDictionaryIsUsedOnceTheServerUsedIt()
    {
        std::vector<QByteArray> encodings;
        std::vector<std::string> bodies;
        ScriptedServer server([&](const Request& request) {
            encodings.push_back(request.encoding);
            bodies.push_back(
                wire::unpack(request.body.toStdString(), request.encoding.toStdString(), 1U << 20U).value());
            const auto packed = wire::pack(bodies.back(), wire::PeerReads::dictionary);
            return ScriptedServer::reply(
                200, QByteArray::fromStdString(packed.bytes),
                "Content-Encoding: " +
                    QByteArray(packed.encoding.data(), static_cast<qsizetype>(packed.encoding.size())) + "\r\n");
        });
        client::HttpTransport transport(server.url("http"), {});
        const std::string said = "{\"a\":0,\"e\":\"IyMjIyMjIyM\",\"p\":[],\"x\":\"" + std::string(300, 'a') + "\"}";
        for (int i = 0; i < 2; ++i) {
            const auto answer = ask(transport, wire::kPathPush, said);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, said);
        }
        QCOMPARE(encodings.at(0), QByteArray("zstd"));
        QCOMPARE(encodings.at(1), QByteArray("lianxin-zstd-1"));
        QVERIFY(bodies.at(0) == said && bodies.at(1) == said);
    }
};

QTEST_GUILESS_MAIN(TstHttpTransport)
#include "tst_http_transport.moc"
