// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

// The streams of a segment, in the order in which they stand in it (PROTOCOL.md 9 says what each holds).
namespace lianxin::wire {

enum SegmentStream : std::size_t {
    kReplicas,
    kUsers,
    kRuns,
    kFamilies,
    kForeignRoots,
    kTimes,
    kTails,
    kTypes,
    kShapes,
    kShapeOf,
    kDotCounts,
    kDotReplicas,
    kDotUsers,
    kDotNumbers,
    kDotMillis,
    kDotCounters,
    kHeadDots,
    kExceptions,
    kNotes,
    kColumns,
    kValues,
    kStreamCount
};

inline constexpr std::string_view kSegmentMagic = "LXS"; // and the suite
inline constexpr std::uint64_t kShapeExceptions = 1;
inline constexpr std::uint64_t kShapeNote = 2;
inline constexpr std::size_t kTimeBytes = 6; // of an id, its first ones: milliseconds in a UUIDv7
// The others stand byte place by byte place; first the two that have fixed bits in a UUIDv7.
inline constexpr std::array<std::size_t, 10> kTailPlaces{6, 8, 7, 9, 10, 11, 12, 13, 14, 15};
inline constexpr std::size_t kFixedTails = 2;

// The dots of all rows in the order in which their numbers stand: by replica and clock, those of one moment as the rows come.
struct ClockedDot {
    std::uint64_t replica; // place in the table
    std::int64_t hlc;
    std::size_t at; // among the dots of all rows
    friend auto operator<=>(const ClockedDot&, const ClockedDot&) = default;
};

// Milliseconds since 1970 in a UUIDv7, whatever they are in another id.
inline std::uint64_t timeOf(const RecordId& id)
{
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < kTimeBytes; ++i)
        time = time << 8U | id.bytes[i];
    return time;
}

} // namespace lianxin::wire
