// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/push_service.hpp"

#include "sync/seal/chain.hpp"
#include "sync/server/epoch.hpp"
#include "sync/server/lost_history.hpp"
#include "sync/server/restamp_service.hpp"
#include "sync/wire/changeset_codec.hpp"

#include <algorithm>
#include <utility>

namespace lianxin::server {

using core::Parcel;
using core::PushReply;
using core::ReplicaRow;

ReadAhead::ReadAhead(const core::PushRequest& request) : m_request(request)
{
    m_items.reserve(request.parcels.size());
    for (const auto& parcel : request.parcels)
        m_items.emplace_back(parcel.bodies.size());
}

ReadAhead::ReadAhead(const core::PushRequest& request, std::vector<std::vector<core::Changeset>> changesets)
    : ReadAhead(request)
{
    for (std::size_t parcel = 0; parcel < m_items.size(); ++parcel)
        for (std::size_t body = 0; body < m_items[parcel].size(); ++body) {
            auto& item = m_items[parcel][body];
            item.begun = true;
            item.changeset.emplace(std::move(changesets[parcel][body]));
            item.ready = true;
        }
}

void ReadAhead::run()
{
    for (std::size_t parcel = 0; parcel < m_items.size(); ++parcel)
        for (std::size_t body = 0; body < m_items[parcel].size(); ++body) {
            auto& item = m_items[parcel][body];
            if (item.begun.exchange(true))
                continue;
            item.changeset.emplace(wire::decodeChangeset(m_request.parcels[parcel].bodies[body]));
            item.ready.store(true, std::memory_order_release);
            item.ready.notify_one();
        }
}

Result<core::Changeset> ReadAhead::take(std::size_t parcel, std::size_t body)
{
    auto& item = m_items.at(parcel).at(body);
    if (std::exchange(item.taken, true) || !item.begun.exchange(true))
        return wire::decodeChangeset(m_request.parcels[parcel].bodies[body]);
    item.ready.wait(false, std::memory_order_acquire);
    return std::move(*item.changeset);
}

Result<core::Changeset> BodyReader::read(std::string_view body)
{
    const bool isRead = m_expected && m_expected->first == body;
    auto changeset = isRead ? std::move(m_expected->second) : wire::decodeChangeset(body);
    if (isRead)
        m_expected.reset();
    if (!m_first && changeset)
        m_first = *changeset;
    return changeset;
}

Result<std::optional<Hash>> PushService::chainAt(const ReplicaRow& row, std::uint64_t number)
{
    if (number == 0)
        return std::optional(Hash{});
    if (number == row.held)
        return std::optional(row.head);
    if (number > row.held)
        return std::optional<Hash>{};
    LIANXIN_TRY(const auto entry, m.store.archived({row.replica, number}));
    if (entry)
        return std::optional(entry->chain);
    LIANXIN_TRY(const auto over, chainOverLost(m.store.database(), {row.replica, number}));
    if (over)
        return over;
    LIANXIN_TRY(const auto start, restampedFrom(m.store.database(), row.replica));
    return start == number ? std::optional(Hash{}) : std::nullopt;
}

// Two bodies use one id: neither is believed from here on, both enrol again (R25, R27).
Result<wire::ErrorReply> PushService::freeze(ReplicaRow& row, std::string why)
{
    row.frozen = true;
    LIANXIN_CHECK(m.store.putReplica(row));
    return wire::errorReplyOf(fail(Errc::fork, std::move(why)));
}

Result<std::optional<wire::ErrorReply>> PushService::knowsHistory(ReplicaRow& row, const core::PushRequest& request)
{
    // Somebody who claims it freezes nobody: a receipt would show that it is this server that forgot (PROTOCOL.md 9).
    if (request.acknowledged > row.held)
        return std::optional(wire::ErrorReply{std::string(wire::kCodeShowReceipt),
                                              "more than this server holds: show its receipt", std::nullopt,
                                              std::nullopt});
    LIANXIN_TRY(const auto chain, chainAt(row, request.acknowledged));
    if (chain && *chain == request.acknowledgedHash)
        return std::optional<wire::ErrorReply>{};
    LIANXIN_TRY(auto forked, freeze(row, "the acknowledged changeset is not the one that this server holds"));
    return std::optional(std::move(forked));
}

// R25: what overlaps must be what is held; what is new must continue it.
Result<bool> PushService::continues(const ReplicaRow& row, const Parcel& parcel, const std::vector<Hash>& chain)
{
    if (parcel.first == row.held + 1)
        return parcel.before == row.head;
    const auto overlap = std::min(parcel.last(), row.held);
    LIANXIN_TRY(const auto known, chainAt(row, overlap));
    return known && *known == chain.at(overlap - parcel.first);
}

Result<Answer<PushReply>> PushService::push(const Signed<core::PushRequest>& job,
                                            const std::vector<std::vector<Hash>>& chains, EpochId epoch,
                                            ReadAhead& bodies)
{
    if (const auto accepted = m.ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Answer<PushReply>::refuse(RequestLedger::refusalOf(accepted.error()));
    return pushCarried(job.replica, job.request, chains, epoch, bodies);
}

Result<Answer<PushReply>> PushService::pushCarried(ReplicaId author, const core::PushRequest& request,
                                                   const std::vector<std::vector<Hash>>& chains, EpochId epoch,
                                                   ReadAhead& bodies)
{
    LIANXIN_TRY(auto found, m.store.replica(author));
    if (!found)
        return Answer<PushReply>::refuse(fail(Errc::notAllowed, "no such replica"));
    auto& row = *found;
    if (row.frozen)
        return Answer<PushReply>::refuse(fail(Errc::fork, "this replica is frozen: enrol again"));
    if (request.epoch != epoch) {
        auto refusal = wire::errorReplyOf(fail(Errc::epochChanged, "the server was restored"));
        refusal.epoch = epoch;
        return Answer<PushReply>::refuse(refusal);
    }
    LIANXIN_TRY(const auto stranger, knowsHistory(row, request));
    if (stranger)
        return Answer<PushReply>::refuse(*stranger);

    PushReply reply;
    for (std::size_t i = 0; i < request.parcels.size() && !reply.need; ++i) {
        const auto& parcel = request.parcels[i];
        if (parcel.replica != author)
            return fail(Errc::internal, "a parcel of another replica reached the store"); // checked by the api
        LIANXIN_TRY(const bool isLost, isLostBefore(row, request, i));
        if (isLost)
            LIANXIN_CHECK(stepOverLost(m.store, row, parcel, m.clock.now()));
        if (parcel.first > row.held + 1) {
            reply.need = row.held + 1;
            break;
        }
        LIANXIN_TRY(const auto same, continues(row, parcel, chains[i]));
        if (!same) {
            LIANXIN_TRY(auto forked, freeze(row, "another changeset with this number is held already"));
            return Answer<PushReply>::refuse(forked);
        }
        LIANXIN_CHECK(applyParcel(row, {parcel, chains[i], bodies, i}, reply));
    }
    reply.receipt.epoch = epoch;
    reply.receipt.replica = author;
    reply.receipt.held = row.held;
    reply.receipt.head = row.head;
    reply.serverTime = m.clock.now();
    return Answer<PushReply>(std::move(reply));
}

// R17: its author trimmed it for a backup, and this server was put back to an older one. A server that never was has lost nothing.
Result<bool> PushService::isLostBefore(const ReplicaRow& row, const core::PushRequest& request, std::size_t parcel)
{
    if (!request.trimmed || parcel != 0 || request.parcels.front().first <= row.held + 1)
        return false;
    LIANXIN_TRY(const auto story, epochStory(m.store.database()));
    return story.begun > 0;
}

Result<void> PushService::applyParcel(ReplicaRow& row, const Applying& what, PushReply& reply)
{
    const auto& parcel = what.parcel;
    if (parcel.last() <= row.held) { // sent again: the same outcomes, nothing done
        for (auto number = parcel.first; number <= parcel.last(); ++number) {
            LIANXIN_TRY(const auto entry, m.store.archived({row.replica, number}));
            if (entry && entry->outcome != core::Outcome::applied)
                reply.outcomes.push_back({number, entry->outcome, entry->reason});
        }
        return {};
    }
    for (auto number = row.held + 1; number <= parcel.last(); ++number) {
        const auto index = number - parcel.first;
        std::ignore = m.bodies.takeFirst();
        m.check.setBodySize(parcel.bodies[index].size());
        m.bodies.expect(parcel.bodies[index], what.bodies.take(what.index, index));
        LIANXIN_TRY(const auto outcome, m.core.apply(row, parcel.bodies[index], what.chain[index]));
        auto accepted = m.bodies.takeFirst();
        if (auto failed = m.check.takeError())
            return std::move(*failed);
        if (outcome.outcome != core::Outcome::applied)
            reply.outcomes.push_back(outcome);
        if (outcome.outcome != core::Outcome::quarantined && accepted)
            LIANXIN_CHECK(follow(*accepted));
    }
    return m.store.putParcel(parcel);
}

Result<void> PushService::follow(const core::Changeset& accepted)
{
    LIANXIN_CHECK(openCases(accepted));
    for (const auto& change : accepted.changes)
        LIANXIN_CHECK(giveNumber(change));
    return {};
}

// The case partition belongs to whoever opened it, the counsellor and supervisor named in it, and escrow, from its first commit; who is named
// later by one of them joins.
Result<void> PushService::openCases(const core::Changeset& accepted)
{
    for (const auto& change : accepted.changes) {
        const auto* type = m.catalogue.type(change.type);
        if (!type || !type->isRoot || type->scope != RecordScope::counselCase)
            continue;
        const auto partition = PartitionId::forCase(change.record);
        for (const auto& party : m.check.partiesNamed(accepted, partition))
            LIANXIN_CHECK(m.members.addParty(partition, party));
    }
    return {};
}

// D4: a household gets its number when it is first accepted.
Result<void> PushService::giveNumber(const core::RecordChange& change)
{
    const auto* type = m.catalogue.type(change.type);
    if (!type || !type->isRoot)
        return {};
    const auto* field = numberField(*type);
    if (field == nullptr)
        return {};
    const RegisterKey key{field->number, {}};
    LIANXIN_TRY(const auto record, m.store.record(change.record));
    const auto* reg = record ? record->find(key) : nullptr;
    if (!record || (reg && !reg->heads.empty()))
        return {};
    LIANXIN_TRY(const auto number, m_numbers.next(record->partition, m.clock.now()));
    if (number.empty())
        return {};
    auto done = m.author.write(
        {{change.record, record->root, record->type, record->partition, {{key, Value::fromText(number)}}}});
    std::ignore = m.bodies.takeFirst();
    return done;
}

} // namespace lianxin::server
