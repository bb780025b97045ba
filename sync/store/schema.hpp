// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lianxin::store {

// Steps of the replica database's schema; step n leads from version n to n + 1. A released step is never edited: a new one is added.
[[nodiscard]] const std::vector<std::string_view>& replicaSchema();

// Bits of record.flags.
inline constexpr std::int64_t kFlagConflict = 1; // a single register shows differing values
inline constexpr std::int64_t kFlagOverlay = 2;  // own changes lie on top: record.view holds what is shown
inline constexpr std::int64_t kFlagAway = 4;     // no longer among the grants: out of every view, purged by AwayRows
inline constexpr std::int64_t kFlagEnded = 8;    // voided or merged: not in lists; voided: not in search either
inline constexpr std::int64_t kFlagStale = 64; // as an epoch before had it: the server of this one has not sent it yet

// Raise when the terms, sort keys or flags are computed in another way: they are then built anew when the file is opened.
inline constexpr std::uint64_t kIndexVersion = 2;

} // namespace lianxin::store
