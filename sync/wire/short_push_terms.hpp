// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/changeset.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

// What writer and reader of a short push share (PROTOCOL.md 7.1).
namespace lianxin::wire::brief {

// Of a body.
inline constexpr std::uint64_t kSameHead = 1;  // offset, catalogue and scope generation of the body before
inline constexpr std::uint64_t kOwnClock = 2;  // the HLC that follows from the times
inline constexpr std::uint64_t kWhy = 4;       // with a reason
inline constexpr std::uint64_t kSamePasts = 8; // those of the body before
inline constexpr std::uint64_t kOneWrite = 16; // one register of one record that both know, not named before, past 0
inline constexpr std::uint64_t kAllFlags = 31;

// Of a past: what it differs from.
inline constexpr std::uint64_t kFromNothing = 0;
inline constexpr std::uint64_t kFromVector = 1;
inline constexpr std::uint64_t kFromPast = 2; // and its place in the push

// Of a value: the two lowest bits of its word.
inline constexpr std::uint64_t kText = 0;    // so many bytes among the texts
inline constexpr std::uint64_t kInteger = 1; // folded
inline constexpr std::uint64_t kDigits = 2;  // a JSON string of 1 to 18 digits, with a 1 before them
inline constexpr std::uint64_t kWord = 3;    // 0 null, 1 false, 2 true

inline constexpr std::size_t kMostDigits = 18;

struct Before {
    core::Changeset body; // the one before in this push; of the first, an empty one
    bool isFirst{true};
    [[nodiscard]] core::Hlc clockAfter(Millis deviceTime, Millis offset) const
    {
        // Both times may be anything: what does not fit wraps, on both sides alike.
        const auto time = static_cast<std::uint64_t>(deviceTime) + static_cast<std::uint64_t>(offset);
        const auto own = static_cast<core::Hlc>(time << 16U);
        return isFirst ? own : std::max(own, static_cast<core::Hlc>(static_cast<std::uint64_t>(body.hlc) + 1));
    }
};

} // namespace lianxin::wire::brief
