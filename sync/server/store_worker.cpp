// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/store_worker.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {
// Requests in one commit: with pushes of 4 MB the transaction stays below what the page cache holds; the wait of the first stays short.
constexpr std::size_t kBatch = 32;
// Requests that may wait: at 100 a second this is the 10 s after which a tablet would give up anyway.
constexpr std::size_t kWaiting = 1000;
} // namespace

StoreWorker::StoreWorker(BatchStore& store) : m_store(store), m_thread([this] { run(); }) {}

StoreWorker::~StoreWorker()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
}

bool StoreWorker::post(std::shared_ptr<StoreTask> task)
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_queue.size() >= kWaiting || m_stopping)
            return false;
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void StoreWorker::run()
{
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_mutex);
            if (m_queue.empty() && !m_stopping) {
                lock.unlock();
                m_store.whenIdle();
                lock.lock();
            }
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            const auto count = std::min(kBatch, m_queue.size());
            for (std::size_t i = 0; i < count; ++i) {
                batch.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            }
        }
        work(std::move(batch));
    }
}

Result<void> StoreWorker::write(const Batch& batch)
{
    LIANXIN_CHECK(m_store.begin());
    for (const auto& task : batch) {
        if (auto done = task->perform(); !done) {
            m_store.rollback();
            return done;
        }
    }
    return m_store.commit();
}

void StoreWorker::work(Batch batch)
{
    Batch writers;
    Batch readers;
    for (auto& task : batch)
        (task->writes() ? writers : readers).push_back(std::move(task));
    if (!writers.empty()) {
        const auto together = write(writers);
        for (const auto& task : writers) {
            if (together || writers.size() == 1)
                task->answer(together);
            else
                task->answer(write({task})); // one of them cannot be done: it must not take the others with it
        }
    }
    for (const auto& task : readers)
        task->answer(task->perform());
}

} // namespace lianxin::server
