// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/fill_line.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin::store {

namespace {
constexpr std::size_t kRowsAtOnce = 512;
constexpr std::size_t kMostReady = 64;        // pieces of a lane that wait: a whole segment, some 13 MB
constexpr std::uint64_t kWorthAThread = 2048; // rows
constexpr std::size_t kMostThreads = 2;       // beside the one that stores
} // namespace

FillLine::FillLine(std::vector<SegmentSource> sources, std::vector<RecordId> known, const PullRun& run, RowMaker maker)
    : m_sources(std::move(sources)), m_known(std::move(known)), m_run(run), m_isAlone(rowsIn(m_sources) < kWorthAThread)
{
    for (const auto& source : m_sources)
        for (const auto& segment : source.segments) {
            auto& lane = m_lanes.emplace_back();
            lane.source = &source;
            lane.segment = &segment;
        }
    if (m_isAlone)
        work(std::move(maker));
    else
        for (std::size_t i = 0; i < std::min(kMostThreads, m_lanes.size()); ++i)
            m_threads.emplace_back([this, maker] { work(maker); });
}

FillLine::~FillLine()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void FillLine::work(RowMaker maker)
{
    for (;;) {
        std::size_t mine = 0;
        {
            const std::lock_guard guard(m_mutex);
            if (m_stopping || m_next == m_lanes.size())
                return;
            mine = m_next++;
        }
        auto& lane = m_lanes[mine];
        auto made = make(lane, maker);
        lane.terms.sort();
        {
            const std::lock_guard guard(m_mutex);
            lane.made.emplace(std::move(made));
        }
        m_changed.notify_all();
    }
}

Result<void> FillLine::make(Lane& lane, RowMaker& maker)
{
    std::vector<Term> found;
    const auto given =
        lane.source->read(*lane.segment, [&](core::RecordState& row, const PartitionRow& home) -> Result<void> {
            if (std::ranges::binary_search(m_known, row.record)) {
                lane.filled.known.emplace_back(std::move(row), home);
                return {};
            }
            if (!lane.seen.insert(row.record).second) {
                lane.filled.again.emplace_back(std::move(row), home);
                return {};
            }
            auto record = m_run.firstOf(row, home, lane.filled.greatestHlc);
            lane.rows.push_back(maker.make(record, found));
            lane.terms.add(record.state.record, found);
            return lane.rows.size() < kRowsAtOnce || give(lane) ? Result<void>()
                                                                : fail(Errc::internal, "nobody waits for the rows");
        });
    LIANXIN_CHECK(given);
    return give(lane) ? Result<void>() : fail(Errc::internal, "nobody waits for the rows");
}

bool FillLine::give(Lane& lane)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_stopping || m_isAlone || lane.ready.size() < kMostReady; });
        if (m_stopping)
            return false;
        lane.ready.push_back(std::exchange(lane.rows, {}));
    }
    m_changed.notify_all();
    lane.rows.reserve(kRowsAtOnce);
    return true;
}

Result<std::optional<std::vector<NewRow>>> FillLine::next()
{
    for (; m_at < m_lanes.size(); ++m_at) {
        auto& lane = m_lanes[m_at];
        std::optional<Rows> rows;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return !lane.ready.empty() || lane.made.has_value(); });
            if (!lane.ready.empty()) {
                rows.emplace(std::move(lane.ready.front()));
                lane.ready.pop_front();
            } else if (!*lane.made) {
                return lane.made->error();
            }
        }
        if (rows) {
            m_changed.notify_all();
            sortOut(*rows, lane);
            return rows;
        }
        close(lane);
    }
    return std::optional<Rows>{};
}

// A record that moved while its segments were made can be in two of them: the first one is in, and the second follows with the rest.
void FillLine::sortOut(Rows& rows, Lane& lane)
{
    if (m_at == 0)
        return;
    std::erase_if(rows, [&](NewRow& row) {
        if (!m_given.contains(row.record))
            return false;
        const auto& homes = lane.source->homes;
        const auto home = std::ranges::find_if(homes, [&](const auto& one) { return one && one->id == row.partition; });
        auto registers = core::decodeRegisters(row.registers);
        if (home == homes.end() || !registers)
            return false; // cannot be: they were encoded just now; putting it in says so
        core::RecordState state{row.record, row.root, row.type, (*home)->cursor.partition, std::move(*registers)};
        m_rest.filled.again.emplace_back(std::move(state), **home);
        return true;
    });
}

void FillLine::close(Lane& lane)
{
    for (const auto& [state, home] : m_rest.filled.again)
        if (lane.seen.erase(state.record) != 0 && m_given.contains(state.record))
            lane.terms.drop(state.record);
    std::ranges::move(lane.filled.known, std::back_inserter(m_rest.filled.known));
    std::ranges::move(lane.filled.again, std::back_inserter(m_rest.filled.again));
    m_rest.filled.greatestHlc = std::max(m_rest.filled.greatestHlc, lane.filled.greatestHlc);
    m_gathered += lane.terms.size();
    m_rest.terms.push_back(std::move(lane.terms));
    m_given.merge(lane.seen);
    lane = {};
}

std::vector<TermList> FillLine::terms()
{
    if (m_gathered < kMostTerms)
        return {};
    m_gathered = 0;
    return std::exchange(m_rest.terms, {});
}

FillLine::Rest FillLine::rest()
{
    m_rest.filled.records.assign(m_given.begin(), m_given.end());
    std::ranges::sort(m_rest.filled.records);
    return std::move(m_rest);
}

} // namespace lianxin::store
