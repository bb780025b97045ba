// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/pull_run.hpp"
#include "sync/store/row_maker.hpp"
#include "sync/store/segment_source.hpp"
#include "sync/store/term_batch.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lianxin::store {

// Segments on their way into a store that holds little beside them: threads of its own unpack them, one segment each, and make rows and terms,
// while the thread that owns the store puts in what is ready, segment by segment. They ask neither the database nor anything that changes
// meanwhile, and what comes out does not depend on who is faster.
class FillLine {
public:
    struct Rest {
        std::vector<TermList> terms; // each sorted
        Filled filled;
    };

    // `known`: what the store holds, ascending; rows of these come with the rest.
    FillLine(std::vector<SegmentSource> sources, std::vector<RecordId> known, const PullRun& run, RowMaker maker);
    ~FillLine();
    FillLine(const FillLine&) = delete;
    FillLine& operator=(const FillLine&) = delete;

    [[nodiscard]] Result<std::optional<std::vector<NewRow>>> next(); // none: all rows were given
    // Of the segments that are through, once enough have gathered; else none.
    [[nodiscard]] std::vector<TermList> terms();
    [[nodiscard]] Rest rest(); // after all rows

private:
    using Rows = std::vector<NewRow>;
    // One segment. What its thread works at is that thread's alone until isDone; `ready` and `made` belong to the mutex.
    struct Lane {
        const SegmentSource* source{nullptr};
        const SegmentSource::Segment* segment{nullptr};
        Rows rows; // being gathered
        TermList terms;
        std::unordered_set<RecordId> seen;
        Filled filled; // but its records, which are seen
        std::deque<Rows> ready;
        std::optional<Result<void>> made; // all its rows, or why not
    };

    void work(RowMaker maker);
    [[nodiscard]] Result<void> make(Lane& lane, RowMaker& maker);
    [[nodiscard]] bool give(Lane& lane); // false: nobody wants it any more
    void close(Lane& lane);              // all its rows went through
    void sortOut(Rows& rows, Lane& lane);

    const std::vector<SegmentSource> m_sources;
    const std::vector<RecordId> m_known;
    const PullRun& m_run;
    bool m_isAlone; // few rows: made at once, without a thread
    std::deque<Lane> m_lanes;
    // Of the thread that asks:
    std::size_t m_at{0};                  // the lane that it takes from
    std::unordered_set<RecordId> m_given; // of the lanes before
    std::size_t m_gathered{0};            // terms
    Rest m_rest;

    std::mutex m_mutex; // of all that follows
    std::condition_variable m_changed;
    std::size_t m_next{0}; // lane to be made
    bool m_stopping{false};

    std::vector<std::thread> m_threads;
};

} // namespace lianxin::store
