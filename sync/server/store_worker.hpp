// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace lianxin::server {

// One piece of work on the store. perform() runs on the worker's thread: a writing one inside the transaction of its batch, perhaps twice (when
// another of the batch failed and each is tried alone). answer() runs once, when the commit is durable or has failed.
class StoreTask {
public:
    virtual ~StoreTask() = default;
    [[nodiscard]] virtual bool writes() const = 0;
    [[nodiscard]] virtual Result<void> perform() = 0;
    virtual void answer(const Result<void>& done) = 0;
};

// What a batch needs from the store.
class BatchStore {
public:
    virtual ~BatchStore() = default;
    [[nodiscard]] virtual Result<void> begin() = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    virtual void whenIdle() = 0; // nothing waits: time for what need not be done at once
};

// Where work for the store is left.
class StoreQueue {
public:
    virtual ~StoreQueue() = default;
    [[nodiscard]] virtual bool
    post(std::shared_ptr<StoreTask> task) = 0; // false: too much waits already, come back later
};

// The only thread that touches the database. Group commit: everything that waits is applied in one transaction and made durable by one sync
// of the disk; reads are answered between two commits.
class StoreWorker final : public StoreQueue {
public:
    explicit StoreWorker(BatchStore& store);
    ~StoreWorker() override; // finishes what waits
    StoreWorker(const StoreWorker&) = delete;
    StoreWorker& operator=(const StoreWorker&) = delete;

    [[nodiscard]] bool post(std::shared_ptr<StoreTask> task) override;

private:
    using Batch = std::vector<std::shared_ptr<StoreTask>>;
    void run();
    void work(Batch batch);
    [[nodiscard]] Result<void> write(const Batch& batch);

    BatchStore& m_store;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<StoreTask>> m_queue;
    bool m_stopping{false};
    std::jthread m_thread;
};

} // namespace lianxin::server
