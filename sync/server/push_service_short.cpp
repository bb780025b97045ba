// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/server/push_service.hpp"

#include <utility>

// Pushes without what the server knows (PROTOCOL.md 7.1).
namespace lianxin::server {

namespace {

// The same words whatever is missing: nobody shall learn here which records there are.
Answer<core::PushReply> textNeeded()
{
    return Answer<core::PushReply>::refuse(
        wire::ErrorReply{std::string(wire::kCodeTextNeeded), "send the whole push", std::nullopt, std::nullopt});
}

} // namespace

Result<Answer<core::PushReply>> PushService::pushShort(const Signed<wire::ShortPush>& job,
                                                       const seal::PublicSignKey& key, EpochId epoch,
                                                       core::PushRequest& whole)
{
    if (const auto accepted = m.ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Answer<core::PushReply>::refuse(RequestLedger::refusalOf(accepted.error()));
    LIANXIN_TRY(const auto row, m.store.replica(job.replica));
    // Whoever is refused, is frozen or knows more than this server hears it as an answer to the whole push.
    if (!row || row->frozen || job.request.epoch() != epoch) {
        whole.epoch = job.request.epoch();
        ReadAhead nothing(whole);
        return pushCarried(job.replica, whole, {}, epoch, nothing);
    }
    LIANXIN_TRY(const auto before, chainAt(*row, job.request.acknowledged()));
    if (!before)
        return textNeeded();

    // An error of the store must not look like something that the author left out.
    std::optional<Error> broken;
    wire::PushMemory memory;
    memory.replica = job.replica;
    memory.user = row->user;
    memory.before = *before;
    memory.placeOf = [this, &broken](RecordId record) -> Result<std::optional<wire::KnownPlace>> {
        auto filed = m.store.filing(record);
        if (!filed) {
            broken = filed.error();
            return filed.error();
        }
        if (!*filed)
            return std::optional<wire::KnownPlace>{};
        return std::optional(wire::KnownPlace{(*filed)->root, (*filed)->type, (*filed)->partition});
    };
    memory.vector = [this](const seal::VectorName& name) { return m.vectors.find(name); };
    auto completed = job.request.complete(memory);
    if (broken)
        return std::move(*broken);
    if (!completed && completed.error().code == Errc::notFound)
        return textNeeded();
    if (!completed)
        return Answer<core::PushReply>::refuse(completed.error());

    // The one thing that makes a guess the author's word.
    std::vector<std::vector<Hash>> chains;
    for (const auto& parcel : completed->request.parcels) {
        if (!seal::verifyParcel(key, parcel))
            return textNeeded();
        chains.push_back(seal::chainOf(parcel));
    }
    whole = std::move(completed->request);
    ReadAhead bodies(whole, std::move(completed->changesets));
    return pushCarried(job.replica, whole, chains, epoch, bodies);
}

} // namespace lianxin::server
