// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/store/replica_parts.hpp"

#include <algorithm>

// Own changes that somebody carries, and others' that this tablet carries (PROTOCOL.md 15).
namespace lianxin::store {

CarryShelf ReplicaStore::carryShelf() const { return {*m_parts->database, kNeighbourLimits}; }

Result<CarriedState> ReplicaStore::carried() const
{
    CarriedState state;
    LIANXIN_TRY(state.acknowledged, m_parts->log.acknowledged());
    LIANXIN_TRY(auto rows, m_parts->database->statement("SELECT kind, last, at, carrier FROM carried_own"));
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return state;
        auto& leg = rows.intAt(0) == static_cast<std::int64_t>(CarriedBy::township) ? state.township : state.neighbour;
        leg = {rows.numberAt(1), rows.intAt(2), std::string(rows.textAt(3))};
    }
}

Result<void> ReplicaStore::noteCarried(CarriedBy by, const seal::CarriedReceipt& receipt, const Hash& head,
                                       std::string_view carrier)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(const auto saved, parts.log.last());
    if (by == CarriedBy::nobody || receipt.replica != self || receipt.last > saved)
        return fail(Errc::protocol, "a carried receipt for what this replica never wrote");
    LIANXIN_TRY(const auto chain, parts.log.chainAt(receipt.last));
    if (chain != head)
        return fail(Errc::protocol, "a carried receipt for other changes than ours");
    LIANXIN_TRY(const auto state, carried());
    const auto& leg = by == CarriedBy::township ? state.township : state.neighbour;
    // What lies there must join what lies there already, or what the province has: a hole is not on its way.
    if (receipt.first > std::max(leg.upTo, state.acknowledged) + 1 || receipt.last < leg.upTo)
        return {};
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_TRY(auto put, parts.database->statement("INSERT OR REPLACE INTO carried_own(kind, last, at, carrier) "
                                                    "VALUES(?1, ?2, ?3, ?4)"));
    put.bindInt(1, static_cast<std::int64_t>(by)).bindNumber(2, receipt.last).bindInt(3, parts.ports.clock->now());
    LIANXIN_CHECK(put.bindText(4, carrier).run());
    LIANXIN_CHECK(transaction.commit());
    notify({});
    return {};
}

// A receipt that came by way of a carrier is as good as one from the province itself; only that this is no contact with the province.
Result<void> ReplicaStore::storeBroughtReceipt(const core::Receipt& receipt, const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    LIANXIN_CHECK(parts.checkReceipt(receipt, server));
    LIANXIN_CHECK(parts.log.compare(receipt.held, receipt.head)); // R26, as for one from the province itself
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_CHECK(parts.log.storeReceipt(receipt));
    LIANXIN_CHECK(transaction.commit());
    notify({});
    return {};
}

} // namespace lianxin::store
