// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/sql_server_store.hpp"

#include <string_view>

namespace lianxin::server {

// Why a server began anew: a backup was put in place, or a tablet showed a receipt for what is not here any more.
inline constexpr std::string_view kByRestore = "restore";
inline constexpr std::string_view kByReceipt = "receipt";

// Inside the caller's transaction: an epoch that never was, and with it everything that the server must not give out twice, since what it gave
// out since the backup is not known any more: its own replica id (I14), generations of grants, household numbers. Answers the epoch.
[[nodiscard]] Result<EpochId> drawEpoch(SqlServerStore& store, std::string_view reason, Millis now,
                                        RandomSource& random);

// 0 for a village of a server that began this year and was never put back; else what its household numbers of the year start after.
[[nodiscard]] Result<std::int64_t> householdNumberFloor(store::Database& database, Millis now);

struct EpochStory {
    std::int64_t begun{0}; // epochs drawn after the first one
    std::string reason;    // of the last of them
    Millis at{0};
};
[[nodiscard]] Result<EpochStory> epochStory(store::Database& database);

} // namespace lianxin::server
