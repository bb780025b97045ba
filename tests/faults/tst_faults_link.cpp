// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_table.hpp"
#include "scripted_server.hpp"

#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/words.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/server/tls_material.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/reply_limits.hpp"
#include "tests/unit/store/push_said.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;
using namespace std::chrono_literals;

using Answer = ScriptedServer::Answer;
using Request = ScriptedServer::Request;

namespace {

constexpr int kPatience = 20'000; // ms; only a hang reaches it
constexpr Millis kDay = 24LL * 3600 * 1000;

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

Answer refusal(int status, std::string code, const QByteArray& headers = {})
{
    return ScriptedServer::reply(status, bytes(wire::encodeErrorReply({std::move(code), "no", {}, {}})), headers);
}

} // namespace

// Everything that can stand between a tablet and the province, over real sockets: the real transport, driver and store, and what the page says.
class TstFaultsLink : public QObject, private LooksWorld {
    Q_OBJECT

    FaultTable m_table;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<client::SyncDriver> m_driver;
    std::unique_ptr<ui::SyncModel> m_model;
    std::function<void(core::PushReply&)> m_bendPush; // what a false or troubled server changes
    std::function<void(core::PullReply&)> m_bendPull;

    [[nodiscard]] static std::string unpacked(const Request& request)
    {
        return must(wire::unpack(request.body.toStdString(), request.encoding.toStdString(), 1U << 26U));
    }
    // What the province says, as an honest server puts it on the line, but for what a test bends.
    Answer honest(const Request& request)
    {
        if (request.path == QByteArray(wire::kPathPush.data())) {
            const auto asked = test::pushSaid(unpacked(request), *m_b);
            auto reply = m_province->push(asked, *m_b);
            if (m_bendPush)
                m_bendPush(reply);
            return ScriptedServer::reply(200, bytes(wire::encodePushReply(reply, asked)));
        }
        if (request.path != QByteArray(wire::kPathPull.data()))
            return refusal(404, "not-found");
        auto asked = must(m_b->store->nextPull(1));
        asked.segments = must(wire::decodePullRequest(unpacked(request))).segments;
        auto reply = m_province->pull(asked, *m_b, 1 << 20);
        if (m_bendPull)
            m_bendPull(reply);
        return ScriptedServer::reply(200, bytes(wire::encodePullReply(reply, asked)));
    }
    void connectTo(const QUrl& url, const QByteArray& ca = {}, std::chrono::milliseconds silence = client::kSilence)
    {
        m_transport = std::make_unique<client::HttpTransport>(url, ca, silence);
        m_driver = std::make_unique<client::SyncDriver>(
            *m_b->store, *m_transport, client::SyncIdentity{m_b->replica, &m_b->sign, m_province->key.publicKey()},
            m_b->random);
        must(m_driver->start());
        m_model = std::make_unique<ui::SyncModel>(*m_desk, *m_book, m_steps);
        m_model->setDriver(m_driver.get());
        m_model->setOnline(true);
    }
    void serve(ScriptedServer::Script script)
    {
        m_server = std::make_unique<ScriptedServer>(std::move(script));
        connectTo(m_server->url("http"));
    }
    void serveHonestly()
    {
        serve([this](const Request& request) { return honest(request); });
    }
    // A page of the table: what the code found, the sentence and the button that the page shows, and what the button does.
    void told(const QString& name, const QString& detail = {})
    {
        m_model->refresh();
        const auto why = m_driver->trouble() ? m_driver->trouble()->detail : std::string("no trouble");
        QVERIFY2(FaultTable::nameOf(m_model->fault()) == name,
                 qPrintable(FaultTable::nameOf(m_model->fault()) + QLatin1String(" for ") + qs(why)));
        QString sentence = m_table.zh(name);
        if (!detail.isEmpty())
            sentence = sentence.arg(detail);
        QCOMPARE(m_model->stuckLine(), sentence);
        QVERIFY(!m_model->stuckLine().contains(QLatin1Char('%')));
        QCOMPARE(m_model->stuckAction(), m_table.button(name));
        const auto asked = m_driver->state().phase;
        m_model->resolveStuck();
        if (m_table.action(name) == QLatin1String("call"))
            QVERIFY(!m_steps.dialled.isEmpty() || !m_steps.said.isEmpty());
        else if (m_table.action(name) == QLatin1String("wait"))
            QCOMPARE(m_driver->state().phase, asked);
    }
    void brings(const QString& name)
    {
        m_driver->setOnline(true);
        QVERIFY(QTest::qWaitFor([&] { return m_driver->trouble().has_value(); }, kPatience));
        told(name);
        // Whatever it was, the words are here and nothing is called received.
        QVERIFY(must(m_b->store->syncState()).saved > 0);
    }
    void quietly()
    {
        m_driver->setOnline(true);
        QVERIFY(QTest::qWaitFor([&] { return m_driver->state().phase == core::Phase::idle; }, kPatience));
        m_model->refresh();
    }
    static QString qs(const std::string& text) { return QString::fromStdString(text); }

private slots:
    void initTestCase() { ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN")); }
    void init()
    {
        setUp();
        openAs(Role::VW);
        m_bendPush = nullptr;
        m_bendPull = nullptr;
        m_b->write(m_family, {{key("directions"), Value::fromText("桥头第二家。")}}); // something waits
    }
    void cleanup()
    {
        m_model.reset();
        m_driver.reset();
        m_transport.reset();
        m_server.reset();
        tearDown();
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char* name, const Answer& answer) { QTest::newRow(name) << answer.bytes; };
        row("sign-in-page", ScriptedServer::stranger(200, "Content-Type: text/html\r\n"));
        row("sign-in-page ", ScriptedServer::stranger(302, "Location: http://login.example/\r\n"));
        row("proxy-asks", ScriptedServer::stranger(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        row("gateway", ScriptedServer::stranger(502));
        row("no-such-place", ScriptedServer::stranger(404));
        row("too-large", refusal(413, "invalid-input"));
        row("too-often", refusal(429, "busy", "Retry-After: 60\r\n"));
        row("server-trouble", refusal(500, "internal"));
        row("busy", refusal(503, "busy", "Retry-After: 60\r\n"));
        row("province-full", refusal(507, "disk-full"));
        row("not-registered", refusal(401, "not-allowed"));
        row("not-admitted", refusal(403, "not-allowed"));
        row("upgrade-needed", refusal(426, "upgrade-needed"));
        row("epoch-changed", refusal(409, "epoch-changed"));
        row("forked", refusal(409, "fork"));
        row("refusal-input", refusal(400, "invalid-input"));
        row("refusal-unknown", refusal(400, "a-word-of-2031"));
        row("not-through", refusal(418, "locked-out"));
        row("unreadable-reply", ScriptedServer::reply(200, "{}"));
        row("unpackable",
            ScriptedServer::reply(200, QByteArray::fromHex("28b52ffd") + "xxxxxxxxxxxx", "Content-Encoding: zstd\r\n"));
        row("oversized-reply", ScriptedServer::reply(200, bytes(wire::compress(std::string(65U << 20U, 'x'))),
                                                     "Content-Encoding: zstd\r\n"));
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        serve([answer](const Request&) { return Answer{answer, false}; });
        brings(QString::fromLatin1(QTest::currentDataTag()).trimmed());
    }

    // An answer without an end is cut off where its route has its limit (1 MB for a push), and does not fill the memory.
    void anAnswerWithoutAnEnd_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("forEver");
        QTest::addColumn<qlonglong>("most");
        constexpr qlonglong kInBetween = 12LL << 20; // what two sockets on loopback hold
        constexpr int kStep = 0x10000;
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunk = "10000\r\n" + QByteArray(kStep, 'x') + "\r\n";
        QTest::newRow("in chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n" << chunk << kInBetween;
        QTest::newRow("until it closes") << ok + "\r\n" << QByteArray(kStep, 'x') << kInBetween;
        QTest::newRow("of a length without measure") << ok + "Content-Length: 4000000000\r\n\r\n"
                                                     << QByteArray(kStep, 'x') << kInBetween;
        QTest::newRow("as a refusal") << QByteArray("HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n") << chunk
                                      << kInBetween;
    }
    void anAnswerWithoutAnEnd()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, forEver);
        QFETCH(qlonglong, most);
        serve([=](const Request&) { return Answer{head, false, forEver}; });
        brings(QStringLiteral("oversized-reply"));
        QVERIFY(QTest::qWaitFor([this] { return m_server->cutOff() > 0; }, kPatience)); // it hears of it
        QVERIFY2(m_server->poured() < most, qPrintable(QString::number(m_server->poured())));
        QCOMPARE(m_server->requests(), 1); // and nobody comes back at once for more
    }
    // Not a byte too early: as large as the route allows is an answer.
    void anAnswerOfTheLargestSize()
    {
        const auto full = QByteArray(static_cast<qsizetype>(wire::replyLimit(wire::kPathPush)), ' ');
        serve([full](const Request&) { return ScriptedServer::reply(200, full); });
        brings(QStringLiteral("unreadable-reply"));
        QCOMPARE(m_driver->circumstance().cause, client::Cause::unreadable);
    }

    void noNetwork()
    {
        serveHonestly();
        m_model->setOnline(false);
        told(QStringLiteral("no-network"));
        QCOMPARE(m_server->requests(), 0);
    }
    void theNameIsUnknown()
    {
        SeededRandom random(3);
        const auto authority = must(server::makeTlsAuthority("Test", m_b->clock.time, random));
        connectTo(QUrl(QStringLiteral("https://nowhere.invalid:8443")), bytes(authority.certificate));
        brings(QStringLiteral("name-unknown"));
    }
    void nobodyListens()
    {
        QUrl url;
        {
            const ScriptedServer gone([](const Request&) { return Answer{}; });
            url = gone.url("http");
        }
        connectTo(url);
        brings(QStringLiteral("refused"));
    }
    void nobodyAnswers()
    {
        m_server = std::make_unique<ScriptedServer>([](const Request&) { return Answer{}; });
        connectTo(m_server->url("http"), {}, 300ms);
        brings(QStringLiteral("silent"));
    }
    void theAnswerIsCut()
    {
        serve([](const Request&) { return Answer{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf", true}; });
        brings(QStringLiteral("cut"));
    }

    void whoeverAnswersOverTls_data()
    {
        QTest::addColumn<bool>("ours");
        QTest::addColumn<qlonglong>("years");
        QTest::newRow("foreign-server") << false << 0LL;
        QTest::newRow("certificate-date") << true << 30LL;
    }
    void whoeverAnswersOverTls()
    {
        QFETCH(bool, ours);
        QFETCH(qlonglong, years);
        SeededRandom random(3);
        const Millis now = QDateTime::currentMSecsSinceEpoch();
        const auto authority = must(server::makeTlsAuthority("Ours", now, random));
        const auto other = must(server::makeTlsAuthority("Another", now, random));
        const auto leaf = must(server::makeTlsServer(ours ? authority : other, {}, now - years * 365 * kDay, random));
        m_server = std::make_unique<ScriptedServer>([this](const Request& request) { return honest(request); },
                                                    bytes(leaf.certificate), bytes(leaf.privateKey));
        connectTo(m_server->url("https"), bytes(authority.certificate));
        brings(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(m_server->requests(), 0); // nothing was handed over
    }
    void somethingWithoutTls()
    {
        SeededRandom random(3);
        const auto authority = must(server::makeTlsAuthority("Ours", QDateTime::currentMSecsSinceEpoch(), random));
        m_server = std::make_unique<ScriptedServer>([](const Request&) { return Answer{}; });
        // A gate that greets whoever comes.
        QTcpServer gate;
        connect(&gate, &QTcpServer::newConnection, &gate, [&gate] {
            auto* socket = gate.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n");
            });
        });
        QVERIFY(gate.listen(QHostAddress::LocalHost));
        connectTo(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(gate.serverPort())), bytes(authority.certificate));
        brings(QStringLiteral("not-tls"));
    }

    void aForgedReceipt()
    {
        m_bendPush = [this](core::PushReply& reply) {
            const auto other = seal::SignKey::generate(m_b->random);
            reply.receipt = seal::signReceipt(other, reply.receipt.epoch, reply.receipt.replica, reply.receipt.held,
                                              reply.receipt.head);
        };
        serveHonestly();
        brings(QStringLiteral("bad-receipt"));
        QVERIFY(must(m_b->store->counts()).waiting > 0); // not called received
    }
    void aFrameThatDoesNotContinue()
    {
        m_bendPull = [](core::PullReply& reply) { std::erase(reply.granted, village()); }; // and sends it all the same
        serveHonestly();
        brings(QStringLiteral("bad-frame"));
    }
    void anotherEpoch()
    {
        m_bendPull = [](core::PullReply& reply) { reply.epoch.bytes[0] ^= 1; };
        serveHonestly();
        brings(QStringLiteral("epoch-changed"));
    }
    // Whoever holds other changes under our numbers is told of as a copy.
    void anotherChain()
    {
        m_bendPull = [](core::PullReply& reply) { reply.heldHash.bytes[0] ^= 1; };
        serveHonestly();
        brings(QStringLiteral("forked"));
    }

    // What needs no trouble to be told.
    void whatIsToldWhenEverythingWentThrough_data()
    {
        QTest::addColumn<qlonglong>("off");
        QTest::addColumn<QString>("told");
        QTest::newRow("clock-off: 1970") << qlonglong(20'700 * kDay) << QStringLiteral("20700天");
        QTest::newRow("clock-off: 2038") << qlonglong(-4'000 * kDay) << QStringLiteral("4000天");
        QTest::newRow("clock-off: an hour") << qlonglong(61 * 60'000) << QStringLiteral("61分钟");
        QTest::newRow("in time") << qlonglong(9 * 60'000) << QString();
    }
    void whatIsToldWhenEverythingWentThrough()
    {
        QFETCH(qlonglong, off);
        QFETCH(QString, told);
        const auto now = m_b->clock.time;
        m_bendPush = [=](core::PushReply& reply) { reply.serverTime = now + off; };
        m_bendPull = [=](core::PullReply& reply) { reply.serverTime = now + off; };
        serveHonestly();
        quietly();
        if (told.isEmpty()) {
            QCOMPARE(FaultTable::nameOf(m_model->fault()), QStringLiteral("nothing"));
            return;
        }
        this->told(QStringLiteral("clock-off"), told);
        QCOMPARE(must(m_b->store->counts()).waiting, std::uint64_t{0}); // it went all the same
    }
    void noVillage()
    {
        m_province->granted = {PartitionId::directory()};
        serveHonestly();
        quietly();
        told(QStringLiteral("no-grant"));
    }
    void anAreaThatWasTaken()
    {
        serveHonestly();
        quietly();
        // Taken while something waits: the receipt is what it waits for, so the province stays silent about pushes here.
        m_b->addHousehold("林秀英");
        auto reply = m_province->pull(must(m_b->store->nextPull(32768)), *m_b, 1 << 20);
        reply.frames.clear();
        reply.granted = {PartitionId::directory(), test::village("350128001299")};
        must(m_b->store->applyPull(reply));
        m_model->refresh();
        told(QStringLiteral("area-taken"));
    }
    void aTabletThatWasRevoked()
    {
        m_province->granted = {};
        serveHonestly();
        quietly();
        told(QStringLiteral("tablet-revoked"));
    }
    void whenItIsOverNothingIsSaid()
    {
        bool down = true;
        serve([&](const Request& request) { return down ? refusal(503, "busy") : honest(request); });
        brings(QStringLiteral("busy"));
        down = false;
        m_driver->syncNow(); // does not wait for the pause to end
        QVERIFY(QTest::qWaitFor([&] { return m_driver->state().phase == core::Phase::idle && !m_driver->trouble(); },
                                kPatience));
        m_model->refresh();
        QVERIFY(!m_model->fault());
        QVERIFY(m_model->stuckHeading().isEmpty());
    }
};

QTEST_MAIN(TstFaultsLink)
#include "tst_faults_link.moc"
