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
#include <unordered_set>
#include <vector>

namespace lianxin::store {

// Segments on their way into a store that holds little beside them: a thread of its own unpacks them and makes rows and terms, while the thread
// that owns the store puts in what is ready. It asks neither the database nor anything that changes meanwhile, so what comes out does not depend on who is faster.
class FillLine {
public:
    struct Piece {
        std::vector<NewRow> rows;
        std::optional<TermList> terms; // sorted, once enough have gathered
    };
    struct Rest {
        TermList terms; // sorted
        Filled filled;
    };

    // `known`: what the store holds, ascending; rows of these come with the rest.
    FillLine(std::vector<SegmentSource> sources, std::vector<RecordId> known, const PullRun& run, RowMaker maker);
    ~FillLine();
    FillLine(const FillLine&) = delete;
    FillLine& operator=(const FillLine&) = delete;

    [[nodiscard]] Result<std::optional<Piece>> next(); // none: all rows were given
    [[nodiscard]] Result<Rest> rest();                 // after them; waits until the terms are sorted

private:
    void work();
    [[nodiscard]] Result<void> make();
    [[nodiscard]] Result<void> take(core::RecordState& row, const PartitionRow& home);
    [[nodiscard]] bool give(); // the piece that is being made; false: nobody wants it any more

    const std::vector<SegmentSource> m_sources;
    const std::vector<RecordId> m_known;
    const PullRun& m_run;
    RowMaker m_maker;
    bool m_isAlone; // few rows: made at once, without a thread
    Piece m_piece;
    TermList m_terms;
    std::vector<Term> m_found; // of one row
    std::unordered_set<RecordId> m_seen;
    Rest m_rest;

    std::mutex m_mutex; // of all that follows
    std::condition_variable m_changed;
    std::deque<Piece> m_ready;
    std::optional<Result<void>> m_made; // all rows, or why not
    bool m_sorted{false};
    bool m_stopping{false};

    std::thread m_thread;
};

} // namespace lianxin::store
