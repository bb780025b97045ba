// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/lost_history.hpp"

namespace lianxin::server {

Result<void> stepOverLost(SqlServerStore& store, core::ReplicaRow& replica, const core::Parcel& next, Millis now)
{
    LIANXIN_TRY(auto put, store.database().statement(
                              "INSERT INTO lost_history(replica, first, last, chain, at) VALUES(?1, ?2, ?3, ?4, ?5)"));
    put.bindId(1, replica.replica).bindNumber(2, replica.held + 1).bindNumber(3, next.first - 1);
    LIANXIN_CHECK(put.bindId(4, next.before).bindInt(5, now).run());
    replica.held = next.first - 1;
    replica.head = next.before;
    return {};
}

Result<std::optional<Hash>> chainOverLost(store::Database& database, const Dot& dot)
{
    LIANXIN_TRY(auto get, database.statement("SELECT chain FROM lost_history WHERE replica = ?1 AND last = ?2"));
    LIANXIN_TRY(const bool there, get.bindId(1, dot.replica).bindNumber(2, dot.number).step());
    if (!there)
        return std::optional<Hash>{};
    LIANXIN_TRY(const auto chain, get.idAt<Hash>(0));
    return std::optional(chain);
}

Result<bool> isLost(store::Database& database, const Dot& dot)
{
    LIANXIN_TRY(auto get, database.statement(
                              "SELECT 1 FROM lost_history WHERE replica = ?1 AND ?2 BETWEEN first AND last LIMIT 1"));
    return get.bindId(1, dot.replica).bindNumber(2, dot.number).step();
}

Result<std::uint64_t> lostCount(store::Database& database)
{
    LIANXIN_TRY(const auto lost, database.queryInt("SELECT coalesce(sum(last - first + 1), 0) FROM lost_history"));
    return static_cast<std::uint64_t>(lost);
}

} // namespace lianxin::server
