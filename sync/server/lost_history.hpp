// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/sql_server_store.hpp"

namespace lianxin::server {

// Changesets that nobody has any more (R17, N3): their author trimmed them because they lay in a backup, and the server was put back to an older
// one. `held` steps over them, `base` keeps a hole, and what is missing is written down for who has to answer for it.
[[nodiscard]] Result<void> stepOverLost(SqlServerStore& store, core::ReplicaRow& replica, const core::Parcel& next,
                                        Millis now);
// Chain hash at the end of such a hole, as the author signed it; none: no hole ends there.
[[nodiscard]] Result<std::optional<Hash>> chainOverLost(store::Database& database, const Dot& dot);
[[nodiscard]] Result<bool> isLost(store::Database& database, const Dot& dot);
[[nodiscard]] Result<std::uint64_t> lostCount(store::Database& database);

} // namespace lianxin::server
