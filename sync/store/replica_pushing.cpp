// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/replica_parts.hpp"

#include "sync/seal/chain.hpp"
#include "sync/wire/short_push.hpp"

#include <algorithm>

namespace lianxin::store {

Result<core::PushRequest> ReplicaStore::nextPush(const seal::SignKey& key, std::size_t maxChangesets,
                                                 std::size_t maxBytes)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto self, parts.self());
    core::PushRequest request;
    LIANXIN_TRY(request.epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    LIANXIN_TRY(request.acknowledged, parts.log.acknowledged());
    LIANXIN_TRY(request.acknowledgedHash, parts.log.chainAt(request.acknowledged));
    LIANXIN_TRY(const auto open, parts.database->queryInt("SELECT count(*) FROM parcel WHERE signature IS NULL"));
    if (open > 0) {
        LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
        LIANXIN_CHECK(parts.log.closeParcel(self, key));
        LIANXIN_CHECK(transaction.commit());
    }
    LIANXIN_TRY(request.parcels, parts.log.parcelsToPush(self, maxChangesets, maxBytes));
    // R17: the server was put back to before its own mark. What lies between is lost there, and said to be.
    LIANXIN_TRY(const auto trimmed, parts.log.trimmed());
    request.trimmed =
        !request.parcels.empty() && request.acknowledged < trimmed && request.parcels.front().first == trimmed + 1;
    return request;
}

// What came down in this epoch is known there: rows that a frame or a segment brought, and V, which only the feed's head sets. A row or a
// vector of an epoch before is said in full (R9).
Result<std::string> ReplicaStore::shortPush(const core::PushRequest& request) const
{
    const auto& parts = *m_parts;
    const auto isKnown = [](const PartitionRow& row) {
        return row.grant == Grant::granted && row.cursor.consistent != 0;
    };
    wire::PushGuess guess;
    LIANXIN_TRY(guess.user, parts.metaTable.id<UserId>(meta::kUser));
    guess.placeOf = [&](RecordId record) -> Result<std::optional<wire::KnownPlace>> {
        LIANXIN_TRY(const auto found, parts.records.find(record));
        if (!found || found->state.registers.empty())
            return std::optional<wire::KnownPlace>{};
        LIANXIN_TRY(const auto partition, parts.partitions.get(found->partition));
        if (!isKnown(partition))
            return std::optional<wire::KnownPlace>{};
        return std::optional(wire::KnownPlace{found->state.root, found->state.type, found->state.partition});
    };
    guess.vectorOf = [&](const PartitionId& name) -> Result<std::optional<core::Context>> {
        LIANXIN_TRY(auto partition, parts.partitions.find(name));
        if (!partition || !isKnown(*partition))
            return std::optional<core::Context>{};
        return std::optional(std::move(partition->vector));
    };
    return wire::encodeShortPush(request, guess);
}

Result<void> ReplicaStore::storeReceipt(const core::PushReply& reply, const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    const auto& receipt = reply.receipt;
    LIANXIN_CHECK(parts.checkReceipt(receipt, server));
    LIANXIN_CHECK(parts.log.compare(receipt.held, receipt.head));

    std::vector<RecordId> changed;
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_CHECK(parts.log.storeReceipt(receipt));
    OwnChanges changes(parts.log);
    for (const auto& outcome : reply.outcomes) {
        if (outcome.number == 0 || outcome.number > receipt.held)
            return fail(Errc::protocol, "an outcome of what the receipt does not cover");
        LIANXIN_CHECK(parts.log.holdBack(outcome));
        LIANXIN_TRY(const auto* changeset, changes.at(outcome.number));
        for (const auto& change : changeset->changes)
            changed.push_back(change.record);
    }
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(transaction.commit());
    notify(changed);
    return {};
}

Result<void> ReplicaStore::Parts::checkReceipt(const core::Receipt& receipt, const seal::PublicSignKey& server) const
{
    LIANXIN_TRY(const auto me, self());
    LIANXIN_TRY(const auto epoch, metaTable.id<EpochId>(meta::kEpoch));
    if (receipt.replica != me)
        return fail(Errc::protocol, "a receipt for another replica");
    if (!seal::verifyReceipt(server, receipt))
        return fail(Errc::protocol, "a receipt without a valid signature");
    if (receipt.epoch != epoch)
        return fail(Errc::epochChanged, "the server has another epoch");
    return {};
}

// The estimate of server time, and the bound on our own clock (D8): at most server + 24 h, also after a jump to 2038 and back.
Result<void> ReplicaStore::Parts::noteContact(Millis serverTime)
{
    constexpr Millis kDay = 24LL * 60 * 60 * 1000;
    const auto now = ports.clock->now();
    LIANXIN_CHECK(metaTable.setNumber(meta::kLastContact, now));
    if (serverTime <= 0 || serverTime > kLatestMillis)
        return {};
    LIANXIN_CHECK(metaTable.setNumber(meta::kClockOffset, serverTime - now));
    LIANXIN_TRY(const auto hlc, metaTable.number(meta::kHlc));
    return metaTable.setNumber(meta::kHlc, std::clamp<core::Hlc>(hlc, serverTime << 16U, (serverTime + kDay) << 16U));
}

} // namespace lianxin::store
