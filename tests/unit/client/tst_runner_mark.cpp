// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/effect_runner.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/store/push_said.hpp"
#include "tests/unit/store/store_world.hpp"

#include <deque>

using namespace lianxin;
using namespace lianxin::client;
using namespace lianxin::test;

// When the runner asks for the backup mark, what it believes of it, and what it lets go of by it.
class RunnerMarkTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_tablet;
    int m_asked{0}; // pulls that asked for it
    std::function<void(core::BackupMark&)> m_forge;

    std::string pulled(const std::string& body)
    {
        const auto asked = must(wire::decodePullRequest(body));
        auto full = must(m_tablet->store->nextPull(1 << 20));
        full.wantsMark = asked.wantsMark;
        full.segments = 0;
        auto reply = m_province->pull(full, *m_tablet, 1 << 20);
        m_asked += asked.wantsMark;
        if (asked.wantsMark) {
            core::BackupMark mark{reply.held, reply.heldHash, 0, {}};
            mark.signature = seal::signMark(m_province->key, m_province->epoch, m_tablet->replica, mark);
            if (m_forge)
                m_forge(mark);
            reply.backup = mark;
        }
        return wire::encodePullReply(reply, full);
    }
    // One session: everything goes up, everything comes down.
    std::uint64_t run(const std::optional<EffectRunner::Trimming>& how)
    {
        SeededRandom random(5);
        std::deque<std::function<void()>> due;
        EffectRunner::Ports ports;
        ports.post = [&](std::string_view path, const std::string& body, const Authorise&, AnswerDone done) {
            due.emplace_back([this, where = std::string(path), body, done] {
                HttpAnswer answer;
                answer.status = 200;
                if (where == wire::kPathPull) {
                    answer.body = pulled(body);
                } else {
                    const auto push = test::pushSaid(body, *m_tablet);
                    answer.body = wire::encodePushReply(m_province->push(push, *m_tablet), push);
                }
                done(answer);
            });
        };
        ports.startTimer = [](std::chrono::milliseconds) {};
        ports.stopTimer = [] {};
        ports.changed = [] {};
        ports.recordsReceived = [](const auto&) {};
        EffectRunner runner(*m_tablet->store,
                            SyncIdentity{m_tablet->replica, &m_tablet->sign, m_province->key.publicKey()}, random,
                            m_tablet->clock, std::move(ports));
        runner.trim(how);
        must(runner.start());
        runner.setOnline(true);
        for (int steps = 0; !due.empty() && steps < 100; ++steps) {
            const auto next = std::move(due.front());
            due.pop_front();
            next();
        }
        if (runner.state().phase != core::Phase::idle || runner.trouble())
            qFatal("it does not come to rest");
        return must(m_tablet->store->syncState()).trimmed;
    }

private slots:
    void init()
    {
        m_asked = 0;
        m_forge = {};
        m_province = std::make_unique<Province>();
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString("%1.db").arg(++m_count)).toStdString(), 1);
        m_province->enrol(*m_tablet);
        m_tablet->addHousehold("林秀英");
    }

    void aSignedMarkIsActedOn()
    {
        QCOMPARE(run(EffectRunner::Trimming{0, std::chrono::milliseconds(0)}), std::uint64_t{1});
        QCOMPARE(m_asked, 1);
        QCOMPARE(run(EffectRunner::Trimming{0, std::chrono::milliseconds(0)}), std::uint64_t{1});
        QCOMPARE(m_asked, 1); // all of it is covered
    }

    void whatIsNotSignedIsNotBelieved_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("no signature") << 0;
        QTest::newRow("another number") << 1;
        QTest::newRow("another chain") << 2;
        QTest::newRow("another time") << 3;
        QTest::newRow("of another tablet") << 4;
        QTest::newRow("of another epoch") << 5;
    }
    void whatIsNotSignedIsNotBelieved()
    {
        QFETCH(int, lie);
        m_tablet->addHousehold("陈伯");
        m_forge = [&](core::BackupMark& mark) {
            if (lie == 0)
                mark.signature = {};
            if (lie == 1)
                --mark.held;
            if (lie == 2)
                mark.head.bytes[0] ^= 1U;
            if (lie == 3)
                mark.pictures = 1;
            auto replica = m_tablet->replica;
            auto epoch = m_province->epoch;
            (lie == 4 ? replica.bytes[0] : epoch.bytes[0]) ^= 1U;
            if (lie >= 4)
                mark.signature = seal::signMark(m_province->key, epoch, replica, mark);
        };
        QCOMPARE(run(EffectRunner::Trimming{0, std::chrono::milliseconds(0)}), std::uint64_t{0});
        QVERIFY(m_asked > 0); // and nothing stands still for it
        m_forge = {};
        QCOMPARE(run(EffectRunner::Trimming{0, std::chrono::milliseconds(0)}), std::uint64_t{2});
    }

    // As it ships it keeps the newest hundreds; and whoever keeps all asks for nothing.
    void moreIsKeptThanMustBe()
    {
        QCOMPARE(run(EffectRunner::Trimming{}), std::uint64_t{0});
        QCOMPARE(m_asked, 1);
        m_tablet->addHousehold("黄阿妹");
        QCOMPARE(run(EffectRunner::Trimming{}), std::uint64_t{0});
        QCOMPARE(m_asked, 1); // it asked a moment ago
        QCOMPARE(run(std::nullopt), std::uint64_t{0});
        QCOMPARE(m_asked, 1);
    }
};

QTEST_GUILESS_MAIN(RunnerMarkTest)
#include "tst_runner_mark.moc"
