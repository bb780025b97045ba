// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/blob_service.hpp"

#include "sync/model/permissions.hpp"
#include "sync/server/admission.hpp"
#include "sync/wire/blob_messages.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {

constexpr std::string_view kAttachment = "attachment";
constexpr std::array<std::string_view, 2> kNames{"hash", "thumbnail"};
constexpr std::size_t kLeastBudget = 1024;

// Any of two values that stand beside each other counts: nobody has decided yet.
bool namesBlob(const RecordType& type, const core::RecordState& record, const Hash& blob)
{
    const auto text = blob.text();
    return std::ranges::any_of(kNames, [&](std::string_view name) {
        const auto* field = type.field(name);
        const auto* reg = field != nullptr ? record.find({field->registerNumber(), {}}) : nullptr;
        return reg != nullptr &&
               std::ranges::any_of(reg->heads, [&](const core::Head& head) { return head.value.asText() == text; });
    });
}

// Who wrote that name there. The grant may have ended since: what somebody recorded while they might still comes (PROTOCOL.md 8.3).
bool namedIt(const RecordType& type, const core::RecordState& record, const Hash& blob, UserId user)
{
    const auto text = blob.text();
    return std::ranges::any_of(kNames, [&](std::string_view name) {
        const auto* field = type.field(name);
        const auto* reg = field != nullptr ? record.find({field->registerNumber(), {}}) : nullptr;
        return reg != nullptr && std::ranges::any_of(reg->heads, [&](const core::Head& head) {
                   return head.user == user && head.value.asText() == text;
               });
    });
}

// As a tablet shows it: put away by all who touched it last.
bool isPutAway(const core::RecordState& record)
{
    const auto* life = record.find({kLifeRegister, {}});
    if (life == nullptr || life->heads.empty() || core::differ(life->heads))
        return false;
    const auto json = life->heads.front().value.json();
    const auto* state = json.is_object() ? json.get_object().if_contains("state") : nullptr;
    const auto* number = state != nullptr ? state->if_int64() : nullptr;
    return number != nullptr && *number == 2;
}

} // namespace

Result<void> BlobService::prepare()
{
    if (!m_shelf) {
        LIANXIN_TRY(m_shelf, m_make());
    }
    return {};
}

Result<bool> BlobService::allows(UserId user, RecordId id, const Hash& blob, Access access)
{
    const auto* type = m.catalogue.type(kAttachment);
    LIANXIN_TRY(const auto record, m.store.record(id));
    if (type == nullptr || !record || record->type != type->number || isPutAway(*record) ||
        !namesBlob(*type, *record, blob))
        return false;
    // What lies in a counselling case is sealed (security.md 2), and bytes here are not: nothing of a case comes or goes this way.
    if (record->partition.isCase())
        return false;
    if (access == Access::bring && namedIt(*type, *record, blob, user))
        return true;
    LIANXIN_TRY(const auto generation, m.members.generationOf(user));
    LIANXIN_TRY(const auto grants, m.members.grantsOf(user));
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        return grant.holdsAt(generation) && grantCovers(grant.partition, record->partition) &&
               (access == Access::bring ? mayWrite(grant.role, *type, Relation::holder)
                                        : mayRead(grant.role, *type, Relation::holder));
    });
}

Result<bool> BlobService::mayBring(UserId user, const Hash& blob)
{
    LIANXIN_TRY(const auto records, m_shelf->names(blob));
    for (const auto& record : records) {
        LIANXIN_TRY(const bool allowed, allows(user, record, blob, Access::bring));
        if (allowed)
            return true;
    }
    return false;
}

Result<Answer<BlobService::States>> BlobService::ask(const Signed<core::BlobAsk>& job)
{
    LIANXIN_TRY(auto admission, admit(m.store, m.ledger, job, m.epoch));
    if (admission.refusal)
        return Answer<States>::refuse(*admission.refusal);
    LIANXIN_CHECK(prepare());
    Answer<States> answer;
    for (const auto& offer : job.request.offers) {
        core::BlobState state;
        state.blob = store::blobId(offer.list.partition, offer.list.bytes, offer.list.chunks);
        LIANXIN_TRY(const bool allowed, allows(admission.row.user, offer.record, state.blob, Access::bring));
        if (allowed && !offer.list.partition.isCase()) {
            LIANXIN_CHECK(m_shelf->expect(offer.list, offer.record));
            LIANXIN_TRY(state, m_shelf->state(state.blob));
        }
        answer.reply.push_back(std::move(state));
    }
    return answer;
}

Result<Answer<BlobService::States>> BlobService::put(const Signed<core::BlobPut>& job)
{
    LIANXIN_TRY(auto admission, admit(m.store, m.ledger, job, m.epoch));
    if (admission.refusal)
        return Answer<States>::refuse(*admission.refusal);
    LIANXIN_CHECK(prepare());
    std::vector<Hash> order;
    std::vector<Hash> allowed;
    std::vector<core::BlobPiece> pieces;
    for (const auto& piece : job.request.pieces) {
        if (std::ranges::find(order, piece.blob) == order.end()) {
            order.push_back(piece.blob);
            LIANXIN_TRY(const bool may, mayBring(admission.row.user, piece.blob));
            if (may)
                allowed.push_back(piece.blob);
        }
        if (std::ranges::find(allowed, piece.blob) != allowed.end())
            pieces.push_back(piece);
    }
    auto outcomes = m_shelf->put(pieces);
    if (!outcomes && outcomes.error().code == Errc::invalidInput)
        return Answer<States>::refuse(outcomes.error());
    if (!outcomes)
        return outcomes.error();
    Answer<States> answer;
    for (const auto& blob : order) {
        core::BlobState state;
        state.blob = blob;
        if (std::ranges::find(allowed, blob) != allowed.end()) {
            LIANXIN_TRY(state, m_shelf->state(blob));
        }
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (pieces[i].blob == blob && (*outcomes)[i] == store::PieceOutcome::wrong &&
                std::ranges::binary_search(state.missing, pieces[i].place))
                state.wrong.push_back(pieces[i].place);
        std::ranges::sort(state.wrong);
        state.wrong.erase(std::unique(state.wrong.begin(), state.wrong.end()), state.wrong.end());
        answer.reply.push_back(std::move(state));
    }
    return answer;
}

// A record that somebody made only to ask by it does not open what he lost: it lies where the blob was made, or somebody who had the whole list of
// chunks offered the blob by it.
Result<bool> BlobService::isNamedHere(RecordId id, const Hash& blob, const PartitionId& madeIn)
{
    LIANXIN_TRY(const auto record, m.store.record(id));
    if (record && record->partition == madeIn)
        return true;
    LIANXIN_TRY(const auto names, m_shelf->names(blob));
    return std::ranges::find(names, id) != names.end();
}

Result<core::BlobPart> BlobService::partOf(UserId user, const core::BlobWant& want, std::size_t most)
{
    core::BlobPart part{want, false, std::nullopt, {}};
    LIANXIN_TRY(const bool allowed, allows(user, want.record, want.blob, Access::have));
    if (!allowed)
        return part;
    LIANXIN_TRY(auto list, m_shelf->list(want.blob));
    if (!list || want.offset.value_or(0) >= list->bytes)
        return part;
    LIANXIN_TRY(const bool known, isNamedHere(want.record, want.blob, list->partition));
    if (!known)
        return part;
    LIANXIN_TRY(part.bytes, m_shelf->bytes(want.blob, want.offset.value_or(0), most));
    part.isThere = true;
    if (!want.offset)
        part.list = std::move(list);
    return part;
}

// Whoever may not have it learns what is true of one that never was: it is not here.
Result<Answer<std::vector<core::BlobPart>>> BlobService::get(const Signed<core::BlobGet>& job)
{
    using Reply = Answer<std::vector<core::BlobPart>>;
    LIANXIN_TRY(auto admission, admit(m.store, m.ledger, job, m.epoch));
    if (admission.refusal)
        return Reply::refuse(*admission.refusal);
    LIANXIN_CHECK(prepare());
    Reply reply;
    std::size_t left = std::clamp<std::size_t>(job.request.budget, kLeastBudget, wire::kMostBlobBudget);
    for (const auto& want : job.request.wants) {
        if (left == 0)
            break;
        if (admission.row.revoked) {
            reply.reply.push_back({want, false, std::nullopt, {}});
            continue;
        }
        LIANXIN_TRY(auto part, partOf(admission.row.user, want, left));
        left -= part.bytes.size();
        reply.reply.push_back(std::move(part));
    }
    return reply;
}

} // namespace lianxin::server
