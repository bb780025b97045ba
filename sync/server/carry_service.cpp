// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/carry_service.hpp"

#include "sync/seal/chain.hpp"

namespace lianxin::server {

namespace {

// Of one exchange, opened: what envelopes unfold to is held until all are applied. The rest is tried again.
constexpr std::size_t kMostOpened = 16 * 1024 * 1024;

std::size_t sizeOf(const core::PushRequest& push)
{
    std::size_t size = 0;
    for (const auto& parcel : push.parcels)
        for (const auto& body : parcel.bodies)
            size += body.size();
    return size;
}

// What the label said to carriers must be what is inside: they signed for it.
bool isLabelled(const seal::CarriedLabel& label, const core::PushRequest& push)
{
    return !push.parcels.empty() && push.epoch == label.epoch && push.parcels.front().first == label.first &&
           push.parcels.back().last() == label.last && push.parcels.back().head == label.head;
}

} // namespace

OpenedPush CarryService::openOne(std::string_view bytes) const
{
    OpenedPush opened;
    const auto refuse = [&](const Error& error) {
        opened.refused = error;
        return opened;
    };
    if (!m.identity.boxKey)
        return refuse(fail(Errc::upgradeNeeded, "this server has no key for carried envelopes"));
    const auto envelope = seal::parseCarried(bytes);
    if (!envelope)
        return refuse(envelope.error());
    opened.author = envelope->label.replica;
    if (const auto verified = seal::verifyCarried(*envelope, m.identity.issuer); !verified)
        return refuse(verified.error());
    const auto key = m.keys.find(opened.author);
    if (!key || *key != envelope->author.signKey)
        return refuse(fail(Errc::notAllowed, "no such replica, or not its key"));
    const auto text = seal::openCarried(*envelope, *m.identity.boxKey);
    if (!text)
        return refuse(text.error());
    auto push = wire::readCarriedText(*text);
    if (!push)
        return refuse(push.error());
    if (!isLabelled(envelope->label, *push))
        return refuse(fail(Errc::protocol, "an envelope that holds something else than it says"));
    for (const auto& parcel : push->parcels) {
        if (parcel.replica != opened.author || !parcel.remains.empty())
            return refuse(fail(Errc::protocol, "a push carries whole parcels of its own replica"));
        if (const auto verified = seal::verifyParcel(*key, parcel); !verified)
            return refuse(verified.error());
        opened.chains.push_back(seal::chainOf(parcel));
    }
    opened.request = std::move(*push);
    return opened;
}

std::vector<OpenedPush> CarryService::open(const wire::CarryRequest& request) const
{
    std::vector<OpenedPush> opened;
    opened.reserve(request.envelopes.size());
    std::size_t size = 0;
    for (const auto& bytes : request.envelopes) {
        if (size >= kMostOpened) {
            opened.push_back({fail(Errc::busy, "enough for one exchange"), {}, {}, {}});
            continue;
        }
        opened.push_back(openOne(bytes));
        size += sizeOf(opened.back().request);
    }
    return opened;
}

Result<std::optional<wire::ErrorReply>> CarryService::admit(ReplicaId carrier)
{
    LIANXIN_TRY(const auto row, m.store.replica(carrier));
    if (row && row->frozen)
        return std::optional(wire::errorReplyOf(fail(Errc::fork, "this replica is frozen: enrol again")));
    LIANXIN_TRY(const bool isRelay, m.relays.contains(carrier));
    if (!row && !isRelay)
        return std::optional(wire::errorReplyOf(fail(Errc::notAllowed, "no such replica or relay")));
    return std::optional<wire::ErrorReply>{};
}

Result<Answer<wire::CarryReply>> CarryService::carry(const Signed<std::vector<OpenedPush>>& job, EpochId epoch)
{
    using Said = Answer<wire::CarryReply>;
    if (const auto accepted = m.ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Said::refuse(RequestLedger::refusalOf(accepted.error()));
    LIANXIN_TRY(const auto stranger, admit(job.replica));
    if (stranger)
        return Said::refuse(*stranger);
    wire::CarryReply reply;
    for (const auto& push : job.request) {
        wire::CarryAnswer answer;
        if (push.refused) {
            answer.refused = errcName(push.refused->code);
        } else {
            ReadAhead bodies(push.request);
            LIANXIN_TRY(const auto done, m.push.pushCarried(push.author, push.request, push.chains, epoch, bodies));
            if (done.refusal)
                answer.refused = done.refusal->code;
            else if (done.reply.need)
                answer.need = done.reply.need;
            else
                answer.received = done.reply.receipt;
        }
        reply.answers.push_back(std::move(answer));
    }
    return Said(std::move(reply));
}

void CarryService::sign(wire::CarryReply& reply) const
{
    for (auto& answer : reply.answers)
        if (answer.received)
            *answer.received =
                seal::signReceipt(m.identity.receiptKey, answer.received->epoch, answer.received->replica,
                                  answer.received->held, answer.received->head);
}

Result<Answer<std::vector<std::string>>> CarryService::relaysNear(const Signed<std::string>& job)
{
    using Said = Answer<std::vector<std::string>>;
    if (const auto accepted = m.ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Said::refuse(RequestLedger::refusalOf(accepted.error()));
    LIANXIN_TRY(const auto row, m.store.replica(job.replica));
    if (!row || row->frozen)
        return Said::refuse(fail(Errc::notAllowed, "no such replica"));
    LIANXIN_TRY(const auto holdings, m.members.holdings(row->user));
    LIANXIN_TRY(auto near, m.relays.near(holdings));
    return Said(std::move(near));
}

} // namespace lianxin::server
