// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/fill_line.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr std::size_t kRowsAtOnce = 512;
constexpr std::size_t kMostReady = 16;        // pieces that wait: some 3 MB
constexpr std::uint64_t kWorthAThread = 2048; // rows

} // namespace

FillLine::FillLine(std::vector<SegmentSource> sources, std::vector<RecordId> known, const PullRun& run, RowMaker maker)
    : m_sources(std::move(sources)), m_known(std::move(known)), m_run(run), m_maker(std::move(maker)),
      m_isAlone(rowsIn(m_sources) < kWorthAThread)
{
    if (m_isAlone)
        work();
    else
        m_thread = std::thread([this] { work(); });
}

FillLine::~FillLine()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FillLine::work()
{
    auto made = make();
    {
        const std::lock_guard guard(m_mutex);
        m_made.emplace(std::move(made));
    }
    m_changed.notify_all();
    m_terms.sort(); // while the other thread makes the indexes
    m_rest.terms = std::move(m_terms);
    m_rest.filled.records.assign(m_seen.begin(), m_seen.end());
    std::sort(m_rest.filled.records.begin(), m_rest.filled.records.end());
    {
        const std::lock_guard guard(m_mutex);
        m_sorted = true;
    }
    m_changed.notify_all();
}

Result<void> FillLine::make()
{
    for (const auto& source : m_sources)
        LIANXIN_CHECK(
            source.read([this](core::RecordState& row, const PartitionRow& home) { return take(row, home); }));
    return give() ? Result<void>() : fail(Errc::internal, "nobody waits for the rows any more");
}

Result<void> FillLine::take(core::RecordState& row, const PartitionRow& home)
{
    if (std::ranges::binary_search(m_known, row.record)) {
        m_rest.filled.known.emplace_back(std::move(row), home);
        return {};
    }
    if (!m_seen.insert(row.record).second) {
        m_rest.filled.again.emplace_back(std::move(row), home);
        return {};
    }
    auto record = m_run.firstOf(row, home, m_rest.filled.greatestHlc);
    m_piece.rows.push_back(m_maker.make(record, m_found));
    m_terms.add(record.state.record, m_found);
    if (m_terms.isFull()) {
        m_terms.sort();
        m_piece.terms.emplace(std::exchange(m_terms, {}));
    } else if (m_piece.rows.size() < kRowsAtOnce) {
        return {};
    }
    return give() ? Result<void>() : fail(Errc::internal, "nobody waits for the rows any more");
}

bool FillLine::give()
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopping || m_isAlone || m_ready.size() < kMostReady; });
        if (m_stopping)
            return false;
        m_ready.push_back(std::exchange(m_piece, {}));
    }
    m_changed.notify_all();
    m_piece.rows.reserve(kRowsAtOnce);
    return true;
}

Result<std::optional<FillLine::Piece>> FillLine::next()
{
    std::optional<Piece> piece;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_made.has_value(); });
        if (m_ready.empty()) {
            if (!*m_made)
                return m_made->error();
            return piece;
        }
        piece = std::move(m_ready.front());
        m_ready.pop_front();
    }
    m_changed.notify_all();
    return piece;
}

Result<FillLine::Rest> FillLine::rest()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_sorted; });
    if (!*m_made)
        return m_made->error();
    return std::move(m_rest);
}

} // namespace lianxin::store
