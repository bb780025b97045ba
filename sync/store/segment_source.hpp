// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/record_state.hpp"
#include "sync/store/partition_table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::store {

// The whole segments of one plan, and where the rows of each of its partitions go; none: that one moved on meanwhile, or is not granted any more.
struct SegmentSource {
    struct Segment {
        std::string bytes;
        std::uint32_t rows{0};
    };
    std::vector<std::optional<PartitionRow>> homes;
    std::vector<Segment> segments;

    using Take = std::function<Result<void>(core::RecordState& row, const PartitionRow& home)>;
    [[nodiscard]] Result<void> read(const Take& take) const;
    [[nodiscard]] Result<void> read(const Segment& segment, const Take& take) const; // one of them
};

[[nodiscard]] std::uint64_t rowsIn(const std::vector<SegmentSource>& sources);

// What came of them in a store without indexes.
struct Filled {
    std::vector<RecordId> records; // sorted
    core::Hlc greatestHlc{0};
    std::vector<std::pair<core::RecordState, PartitionRow>> known; // of records that the store held before
    // A record that moved while its segments were made comes twice: the first is in, this is the second.
    std::vector<std::pair<core::RecordState, PartitionRow>> again;
};

} // namespace lianxin::store
