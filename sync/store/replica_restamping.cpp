// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a tablet does when its id lives in another body too: a clone, or itself as it was before it was put back from an image (R25-R29).
#include "sync/seal/chain.hpp"
#include "sync/store/replica_parts.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
// Bits of the old id above what was taken speak of the twin's writes. Nothing of a frame that could hold one is ever used (R26); this is a belt.
core::Context cut(const core::Context& context, ReplicaId old, std::uint64_t shared)
{
    return Restamp{old, shared, {}}.renamed(context);
}
} // namespace

Result<wire::RestampAsk> ReplicaStore::nextRestamp(const seal::SignKey& fresh, bool whole) const
{
    auto& parts = *m_parts;
    wire::RestampAsk ask;
    LIANXIN_TRY(const auto self, parts.self());
    ask.key = fresh.publicKey();
    ask.proof = seal::signRestampAsk(fresh, self);
    // What a receipt covers was on this chain when it was given: the server has it, unless it was put back since.
    if (whole) {
        LIANXIN_TRY(ask.from, parts.log.start());
    } else {
        LIANXIN_TRY(ask.from, parts.log.acknowledged());
    }
    LIANXIN_TRY(const auto last, parts.log.last());
    for (auto number = ask.from; number <= last; ++number) {
        LIANXIN_TRY(const auto chain, parts.log.chainAt(number));
        ask.chain.push_back(chain);
    }
    return ask;
}

Result<void> ReplicaStore::restamp(const wire::RestampAsk& asked, const wire::RestampReply& reply,
                                   const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    auto& database = *parts.database;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(const auto last, parts.log.last());
    if (!seal::verifyRestampGrant(server, reply.grant(self, asked), reply.signature))
        return fail(Errc::protocol, "another id that the server did not sign for");
    if (reply.shared < asked.from || reply.shared > asked.last() || reply.replica == self)
        return fail(Errc::protocol, "an id for another history than ours");
    if (last != asked.last())
        return fail(Errc::busy, "more was saved since: asked again");

    LIANXIN_TRY(auto transaction, Transaction::begin(database));
    LIANXIN_CHECK(parts.drafts.nameSelf(self));
    LIANXIN_CHECK(parts.log.restamp(self, reply.replica, reply.shared));
    LIANXIN_CHECK(
        parts.partitions.mapContexts([&](const core::Context& context) { return cut(context, self, reply.shared); }));
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kCursorDigest, core::CursorDigest{}.raw()));
    LIANXIN_TRY(const auto touched, parts.log.touchedRecords());
    LIANXIN_TRY(auto on, parts.overlay());
    for (const auto& id : touched) {
        LIANXIN_TRY(auto record, parts.records.find(id));
        if (!record)
            continue;
        // Without `before`: the same words by other names are no history, and their terms are there.
        LIANXIN_CHECK(parts.records.put(*record, nullptr, on));
    }
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(parts.audit.append(parts.ports.clock->now(), "another id",
                                     reply.replica.text() + ", the server had up to " + std::to_string(reply.shared) +
                                         " of " + std::to_string(last)));
    LIANXIN_CHECK(transaction.commit());
    notify(touched);
    return {};
}

Result<bool> ReplicaStore::hasRestamped() const
{
    LIANXIN_TRY(const auto waiting, m_parts->log.restampedWaiting());
    return waiting > 0;
}

Result<core::PushRequest> ReplicaStore::nextRestamped(const seal::SignKey& key, std::size_t max) const
{
    core::PushRequest request;
    LIANXIN_TRY(request.epoch, m_parts->metaTable.id<EpochId>(meta::kEpoch));
    LIANXIN_TRY(request.parcels, m_parts->log.restampedParcels(key, max));
    return request;
}

Result<void> ReplicaStore::storeRestamped(const core::PushRequest& asked, const wire::RestampedReply& reply,
                                          const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    if (asked.epoch != epoch)
        return fail(Errc::epochChanged, "the server has another epoch");
    if (reply.answers.empty())
        return fail(Errc::protocol, "no word about what was sent");
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    for (std::size_t i = 0; i < reply.answers.size(); ++i) {
        const auto& parcel = asked.parcels[i];
        const core::Receipt receipt{epoch, parcel.replica, 1, parcel.head, reply.answers[i].signature};
        if (!seal::verifyReceipt(server, receipt))
            return fail(Errc::protocol, "a receipt without a valid signature");
        LIANXIN_CHECK(parts.log.restampedTaken(parcel.replica, reply.answers[i].outcome));
    }
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(transaction.commit());
    notify({});
    return {};
}

// A tablet that was put back begins with counters that it gave before.
Result<void> ReplicaStore::skipRequestCounters()
{
    constexpr std::uint64_t kSkipped = 1U << 16U; // more requests than a tablet makes in half a year
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto given, parts.metaTable.number(meta::kRequestCounter));
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kRequestCounter, given + static_cast<std::int64_t>(kSkipped)));
    LIANXIN_CHECK(transaction.commit());
    parts.nextCounter = parts.reservedCounter; // what was reserved below is not given any more
    return {};
}

} // namespace lianxin::store
