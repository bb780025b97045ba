// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/restamp_service.hpp"

#include "sync/server/admission.hpp"
#include "sync/wire/key_taken.hpp"

#include <algorithm>

namespace lianxin::server {

using core::ReplicaRow;
using wire::RestampAsk;
using wire::RestampReply;

Result<Answer<RestampReply>> RestampService::restamp(const Signed<RestampAsk>& job)
{
    using Said = Answer<RestampReply>;
    if (const auto accepted = m.ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Said::refuse(RequestLedger::refusalOf(accepted.error()));
    LIANXIN_TRY(auto old, m.store.replica(job.replica));
    if (!old)
        return Said::refuse(fail(Errc::notAllowed, "no such replica"));
    const auto& ask = job.request;
    // Neither epoch nor anything else is asked about: a tablet whose id is frozen could not learn the epoch.
    LIANXIN_TRY(const auto shared, sharedWith(*old, ask));
    if (!shared)
        return Said::refuse(fail(Errc::notFound, "nothing of this chain is known: send all of it"));
    RestampReply reply;
    LIANXIN_TRY(const auto made, madeFor(ask.key));
    if (made) {
        // Both bodies carry the key that one of them made before it was copied: the id is the one's that came first.
        LIANXIN_TRY(const bool same, isSameBody(*made, *old, *shared, ask));
        if (!same)
            return Said::refuse(wire::ErrorReply{std::string(wire::kCodeKeyTaken),
                                                 "this key stands for another body: make a new one", std::nullopt,
                                                 std::nullopt});
        reply.replica = *made;
    } else {
        old->frozen = true; // R25: neither body uses it from here on
        LIANXIN_CHECK(m.store.putReplica(*old));
        LIANXIN_TRY(reply.replica, makeReplica(*old, ask));
    }
    LIANXIN_CHECK(beginAfter(reply.replica, *shared, ask.last()));
    LIANXIN_CHECK(nameChanges(reply.replica, *old, *shared, ask));
    reply.shared = *shared;
    reply.serverTime = m.clock.now();
    return Said(std::move(reply));
}

// The largest number of the old id that was taken and that the asker knows by the same hash; where the id began, if none was.
Result<std::optional<std::uint64_t>> RestampService::sharedWith(const ReplicaRow& old, const RestampAsk& ask)
{
    for (auto number = std::min(ask.last(), old.held) + 1; number-- > ask.from;) {
        LIANXIN_TRY(const auto chain, m.push.chainAt(old, number));
        if (chain && *chain == ask.chain.at(number - ask.from))
            return std::optional(number);
    }
    // Two bodies that got one id began it where each of them stood: the other's beginning is not known here, and nothing below it was taken.
    LIANXIN_TRY(const auto begun, restampedFrom(m.store.database(), old.replica));
    return begun && ask.chain.front().isNil() ? std::optional(ask.from) : std::nullopt;
}

Result<std::optional<ReplicaId>> RestampService::madeFor(const seal::PublicSignKey& key)
{
    LIANXIN_TRY(auto query, m.store.database().statement("SELECT id FROM replica_key WHERE sign_key = ?1"));
    query.bindId(1, key);
    LIANXIN_TRY(const bool there, query.step());
    if (!there)
        return std::optional<ReplicaId>{};
    LIANXIN_TRY(const auto id, query.idAt<ReplicaId>(0));
    return std::optional(id);
}

// The chain that was sent under this key before, and perhaps what was saved since; and nothing else went on from there.
Result<bool> RestampService::isSameBody(ReplicaId made, const ReplicaRow& old, std::uint64_t shared,
                                        const RestampAsk& ask)
{
    auto& database = m.store.database();
    LIANXIN_TRY(auto query, database.statement("SELECT shared, start FROM restamp WHERE replica = ?1 AND old = ?2"));
    LIANXIN_TRY(const bool there, query.bindId(1, made).bindId(2, old.replica).step());
    if (!there)
        return false; // enrolled by somebody, or made for an id before
    const auto sharedThen = query.numberAt(0);
    const auto start = query.numberAt(1);
    LIANXIN_TRY(const auto row, m.store.replica(made));
    if (!row || row->frozen || row->held != start || ask.last() < start)
        return false;
    if (shared != sharedThen && (shared < sharedThen || sharedThen != start))
        return false;
    LIANXIN_TRY(auto named, database.statement("SELECT 1 FROM restamped WHERE owner = ?1 AND id = ?2"));
    for (auto number = shared + 1; number <= start; ++number) {
        named.reset();
        named.bindId(1, made).bindId(2, seal::restampedId(old.replica, number, ask.chain.at(number - ask.from)));
        LIANXIN_TRY(const bool same, named.step());
        if (!same)
            return false;
    }
    return true;
}

Result<ReplicaId> RestampService::makeReplica(const ReplicaRow& old, const RestampAsk& ask)
{
    ReplicaRow row;
    std::optional<ReplicaRow> taken;
    do {
        row.replica = makeReplicaId(m.random);
        LIANXIN_TRY(taken, m.store.replica(row.replica));
    } while (taken);
    row.user = old.user;
    row.revoked = old.revoked; // another id is no way back in
    LIANXIN_CHECK(m.store.putReplica(row));
    LIANXIN_CHECK(m.ledger.enrol(row.replica, ask.key, m.clock.now()));
    auto& database = m.store.database();
    LIANXIN_TRY(auto put,
                database.statement("INSERT INTO restamp(replica, old, shared, start, at) VALUES(?1, ?2, 0, 0, ?3)"));
    LIANXIN_CHECK(put.bindId(1, row.replica).bindId(2, old.replica).bindInt(3, m.clock.now()).run());
    // What still waits from a fork before goes up under the new id too.
    LIANXIN_TRY(auto again, database.statement("INSERT INTO restamped(owner, number, id) "
                                               "SELECT ?1, number, id FROM restamped WHERE owner = ?2"));
    LIANXIN_CHECK(again.bindId(1, row.replica).bindId(2, old.replica).run());
    // As after an enrolment: the administrator sees a new tablet of this person, and certifies it.
    CertificateRequest certificate;
    certificate.user = old.user;
    certificate.replica = row.replica;
    certificate.signKey = ask.key;
    LIANXIN_TRY(const auto person, m.directory.person(old.user));
    certificate.role = person.role;
    LIANXIN_CHECK(m.directory.requestCertificate(certificate));
    return row.replica;
}

Result<void> RestampService::beginAfter(ReplicaId replica, std::uint64_t shared, std::uint64_t last)
{
    LIANXIN_TRY(auto row, m.store.replica(replica));
    row->held = last;
    LIANXIN_CHECK(m.store.putReplica(*row));
    LIANXIN_TRY(auto put,
                m.store.database().statement("UPDATE restamp SET shared = ?2, start = ?3 WHERE replica = ?1"));
    return put.bindId(1, replica).bindNumber(2, shared).bindNumber(3, last).run();
}

Result<void> RestampService::nameChanges(ReplicaId owner, const ReplicaRow& old, std::uint64_t shared,
                                         const RestampAsk& ask)
{
    LIANXIN_TRY(auto put,
                m.store.database().statement("INSERT OR REPLACE INTO restamped(owner, number, id) VALUES(?1, ?2, ?3)"));
    for (auto number = std::max(shared + 1, ask.from); number <= ask.last(); ++number) {
        const auto id = seal::restampedId(old.replica, number, ask.chain.at(number - ask.from));
        LIANXIN_TRY(const auto known, m.store.replica(id));
        if (!known) {
            ReplicaRow row;
            row.replica = id;
            row.user = old.user;
            LIANXIN_CHECK(m.store.putReplica(row));
        }
        LIANXIN_CHECK(put.bindId(1, owner).bindNumber(2, number).bindId(3, id).run());
    }
    return {};
}

Result<bool> RestampService::mayBring(ReplicaId owner, ReplicaId id)
{
    LIANXIN_TRY(auto query, m.store.database().statement("SELECT 1 FROM restamped WHERE owner = ?1 AND id = ?2"));
    return query.bindId(1, owner).bindId(2, id).step();
}

// What a body brings that was shut out is quarantined, under whichever id.
Result<void> RestampService::shutOut(ReplicaId id, bool revoked)
{
    LIANXIN_TRY(auto row, m.store.replica(id));
    if (!row || row->revoked == revoked)
        return {};
    row->revoked = revoked;
    return m.store.putReplica(*row);
}

Result<Answer<RestampService::Taken>> RestampService::take(const Signed<core::PushRequest>& job,
                                                           const std::vector<std::vector<Hash>>& chains, EpochId epoch)
{
    using Said = Answer<Taken>;
    LIANXIN_TRY(const auto admission, admit(m.store, m.ledger, job, epoch));
    if (admission.refusal)
        return Said::refuse(*admission.refusal);
    for (const auto& parcel : job.request.parcels) {
        LIANXIN_TRY(const bool mine, mayBring(job.replica, parcel.replica));
        if (!mine)
            return Said::refuse(fail(Errc::notAllowed, "a change that this replica was not given to bring"));
    }
    Taken taken;
    for (std::size_t i = 0; i < job.request.parcels.size(); ++i) {
        const auto& parcel = job.request.parcels[i];
        core::PushRequest one{epoch, 0, {}, {parcel}};
        ReadAhead bodies(one);
        LIANXIN_CHECK(shutOut(parcel.replica, admission.row.revoked));
        LIANXIN_TRY(auto done, m.push.pushCarried(parcel.replica, one, {chains[i]}, epoch, bodies));
        LIANXIN_CHECK(shutOut(parcel.replica, false));
        if (done.refusal)
            return Said::refuse(*done.refusal);
        auto outcome = done.reply.outcomes.empty() ? core::ChangeOutcome{1, core::Outcome::applied, {}}
                                                   : done.reply.outcomes.front();
        taken.receipts.push_back(done.reply.receipt);
        taken.reply.answers.push_back({{}, outcome});
    }
    taken.reply.serverTime = m.clock.now();
    return Said(std::move(taken));
}

Result<std::optional<std::uint64_t>> restampedFrom(store::Database& database, ReplicaId replica)
{
    LIANXIN_TRY(auto query, database.statement("SELECT start FROM restamp WHERE replica = ?1"));
    LIANXIN_TRY(const bool there, query.bindId(1, replica).step());
    return there ? std::optional(query.numberAt(0)) : std::nullopt;
}

Result<std::vector<core::ChangeOutcome>> restampedPending(store::Database& database, ReplicaId owner)
{
    // What was taken under ids before this one keeps its number; re-stamped ones are named by the number that they had.
    LIANXIN_TRY(auto rows,
                database.statement(
                    "WITH RECURSIVE line(id, shared) AS (SELECT old, shared FROM restamp WHERE replica = ?1 UNION ALL "
                    "SELECT r.old, r.shared FROM restamp r JOIN line ON r.replica = line.id) "
                    "SELECT a.number, a.outcome, a.reason FROM line JOIN archive a ON a.replica = line.id "
                    "WHERE a.number <= line.shared AND a.pending = 1 UNION ALL "
                    "SELECT r.number, a.outcome, a.reason FROM restamped r JOIN archive a "
                    "ON a.replica = r.id WHERE r.owner = ?1 AND a.pending = 1 ORDER BY 1"));
    rows.bindId(1, owner);
    std::vector<core::ChangeOutcome> pending;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return pending;
        pending.push_back({rows.numberAt(0), static_cast<core::Outcome>(rows.intAt(1)),
                           static_cast<core::QuarantineReason>(rows.intAt(2))});
    }
}

} // namespace lianxin::server
