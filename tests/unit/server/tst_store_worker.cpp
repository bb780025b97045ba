// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/store_worker.hpp"

#include <QtTest>

#include <atomic>
#include <semaphore>

using namespace lianxin;
using namespace lianxin::server;

namespace {

// A store whose commit waits until it is let go.
class SlowStore : public BatchStore {
public:
    Result<void> begin() override { return {}; }
    Result<void> commit() override
    {
        ++commits;
        if (isSlow) {
            entered.release();
            go.acquire();
        }
        return {};
    }
    void rollback() override { ++rollbacks; }
    void whenIdle() override {}

    std::atomic<bool> isSlow{false};
    std::atomic<int> commits{0};
    std::atomic<int> rollbacks{0};
    std::binary_semaphore entered{0};
    std::binary_semaphore go{0};
};

class Task : public StoreTask {
public:
    Task(bool good, std::atomic<int>& done, std::atomic<int>& refused) : m_good(good), m_done(done), m_refused(refused)
    {}
    bool writes() const override { return true; }
    Result<void> perform() override { return m_good ? Result<void>() : fail(Errc::diskFull, "no room"); }
    void answer(const Result<void>& outcome) override { ++(outcome ? m_done : m_refused); }

private:
    bool m_good;
    std::atomic<int>& m_done;
    std::atomic<int>& m_refused;
};

} // namespace

// The queue before the province's one writer.
class TestStoreWorker : public QObject {
    Q_OBJECT

private slots:
    // Beyond a thousand waiting requests a tablet is told to come back later (503), at once and without losing one that was taken.
    void aLongQueueRefusesAndLosesNothing()
    {
        SlowStore store;
        store.isSlow = true;
        std::atomic<int> done{0};
        std::atomic<int> refused{0};
        int taken = 0;
        int turnedAway = 0;
        {
            StoreWorker worker(store);
            QVERIFY(worker.post(std::make_shared<Task>(true, done, refused)));
            ++taken;
            store.entered.acquire(); // the first is being made durable; what comes now waits
            for (int i = 0; i < 1500; ++i)
                ++(worker.post(std::make_shared<Task>(true, done, refused)) ? taken : turnedAway);
            QCOMPARE(taken, 1001);
            QCOMPARE(turnedAway, 500);
            store.isSlow = false;
            store.go.release();
        }
        QCOMPARE(done.load(), taken);
        QCOMPARE(refused.load(), 0);
    }

    void oneThatCannotBeDoneTakesNoOtherWithIt()
    {
        SlowStore store;
        store.isSlow = true;
        std::atomic<int> done{0};
        std::atomic<int> refused{0};
        {
            StoreWorker worker(store);
            QVERIFY(worker.post(std::make_shared<Task>(true, done, refused)));
            store.entered.acquire();
            store.isSlow = false;
            for (const bool good : {true, false, true, true})
                QVERIFY(worker.post(std::make_shared<Task>(good, done, refused)));
            store.go.release();
        }
        QCOMPARE(done.load(), 4);
        QCOMPARE(refused.load(), 1);
        QVERIFY(store.rollbacks >= 1);
    }
};

QTEST_GUILESS_MAIN(TestStoreWorker)
#include "tst_store_worker.moc"
