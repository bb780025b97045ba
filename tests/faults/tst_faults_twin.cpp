// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_table.hpp"
#include "scripted_server.hpp"

#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/words.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/restamp_messages.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

// A tablet whose id lives in another body too, and that can make itself another key: what its page says on the way.
class TstFaultsTwin : public QObject, private LooksWorld {
    Q_OBJECT

    using Answer = ScriptedServer::Answer;
    static constexpr int kPatience = 20'000; // ms; only a hang reaches it

    struct Keys final : client::AnotherId {
        explicit Keys(RandomSource& random) : key(seal::SignKey::generate(random)) {}
        Result<const seal::SignKey*> nextKey() override { return &key; }
        Result<void> keyTaken() override
        {
            ++taken;
            return {};
        }
        Result<void> became(ReplicaId) override { return {}; }
        seal::SignKey key;
        int taken{0};
    };

    FaultTable m_table;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<client::SyncDriver> m_driver;
    std::unique_ptr<ui::SyncModel> m_model;

    static Answer refusal(const char* code)
    {
        return ScriptedServer::reply(409, QByteArray::fromStdString(wire::encodeErrorReply({code, "no", {}, {}})));
    }
    // Every push is a fork; what is asked for another id is answered as the test says.
    void serve(std::function<Answer()> another)
    {
        m_server = std::make_unique<ScriptedServer>([another](const ScriptedServer::Request& request) {
            return request.path == QByteArray(wire::kPathRestamp.data()) ? another() : refusal("fork");
        });
        goOnline();
    }
    void goOnline()
    {
        m_transport = std::make_unique<client::HttpTransport>(m_server->url("http"), QByteArray());
        m_driver = std::make_unique<client::SyncDriver>(
            *m_b->store, *m_transport, client::SyncIdentity{m_b->replica, &m_b->sign, m_province->key.publicKey()},
            m_b->random);
        m_driver->anotherId(*m_keys);
        must(m_driver->start());
        m_model = std::make_unique<ui::SyncModel>(*m_desk, *m_book, m_steps);
        m_model->setDriver(m_driver.get());
        m_model->setOnline(true);
        m_driver->setOnline(true);
    }

private slots:
    void initTestCase() { ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN")); }
    void init()
    {
        setUp();
        openAs(Role::VW);
        m_keys = std::make_unique<Keys>(m_b->random);
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

    // Nobody has to do anything: it asks for another id, and says so as long as the answer is on its way.
    void aTwin()
    {
        int asked = 0;
        serve([&] {
            ++asked;
            return Answer{};
        });
        QVERIFY(QTest::qWaitFor([&] { return asked > 0; }, kPatience));
        m_model->refresh();
        QCOMPARE(FaultTable::nameOf(m_model->fault()), QStringLiteral("twin"));
        QCOMPARE(m_model->stuckLine(), m_table.zh(QStringLiteral("twin")));
        QCOMPARE(m_model->stuckAction(), m_table.button(QStringLiteral("twin")));
        QVERIFY(m_model->busy());
        QVERIFY(!m_model->heals()); // the province has no other computer
        QVERIFY(must(m_b->store->syncState()).saved > 0);
    }
    // Counters that were given before are an image once; again, and there is another body that works.
    void countersThatAnotherGives()
    {
        int behind = 0;
        int asked = 0;
        m_server = std::make_unique<ScriptedServer>([&](const ScriptedServer::Request& request) {
            if (request.path == QByteArray(wire::kPathRestamp.data())) {
                ++asked;
                return Answer{};
            }
            ++behind;
            return refusal("counter-behind");
        });
        goOnline();
        QVERIFY(QTest::qWaitFor([&] { return behind == 1; }, kPatience));
        QCOMPARE(asked, 0);
        QVERIFY(QTest::qWaitFor([&] { return asked > 0; }, kPatience));
        QCOMPARE(behind, 2);
    }
    // Its next key is another body's: the next one is made, and asked with after a pause.
    void aKeyThatIsTaken()
    {
        serve([] { return refusal("key-taken"); });
        QVERIFY(QTest::qWaitFor([&] { return m_keys->taken > 1; }, kPatience));
        m_model->refresh();
        QCOMPARE(FaultTable::nameOf(m_model->fault()), QStringLiteral("busy"));
    }
};

QTEST_MAIN(TstFaultsTwin)
#include "tst_faults_twin.moc"
