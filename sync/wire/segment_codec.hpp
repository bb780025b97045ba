// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/core/record_state.hpp"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Segments of suite 2 (PROTOCOL.md 8.1): one zstd frame over columns. A row is a record with all its registers and heads; contexts other than
// exceptions, feed numbers and the partition's name are not in it.
namespace lianxin::wire {

// A row and the place of its partition in the manifest.
struct SegmentRow {
    std::size_t partition{0};
    core::RecordState record;
};

// Rows ascending by (partition, root, record), at least one. An empty text: they are more than a segment may hold, take fewer.
[[nodiscard]] std::string encodeSegment(const std::vector<SegmentRow>& rows);

// The same content in fewer bytes, where seconds do not matter. Empty: they are no segment, or a stop was asked for.
[[nodiscard]] std::string pressSegment(std::string_view bytes, const std::stop_token& stop);

// Gives each row to `take`, in order; `row.record.partition` is left for the caller. Stops at the first error of `take`. Errors of its own:
// invalidInput, upgradeNeeded (another suite). What `take` got before an error must not be kept.
using TakeRow = std::function<Result<void>(SegmentRow& row)>;
[[nodiscard]] Result<void> readSegment(std::string_view bytes, std::size_t partitions, const TakeRow& take);

} // namespace lianxin::wire
