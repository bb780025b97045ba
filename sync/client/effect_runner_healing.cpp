// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the effect runner that heals a restored server (PROTOCOL.md 9, sync-rules R13-R18).
#include "sync/client/effect_runner.hpp"

#include "sync/wire/donation_codec.hpp"
#include "sync/wire/paths.hpp"

namespace lianxin::client {

// What a refusal says of an epoch is believed only with the server's signature under it: the first exchange asks for that and gives nothing.
void EffectRunner::sendDonation(std::uint32_t budget)
{
    const auto state = m_store.syncState();
    const auto donating = m_store.isDonating();
    if (!state || !donating)
        return failed(state ? donating.error() : state.error());
    if (m_forked) // before all: a frozen id learns no epoch
        return askAnotherId();
    if (m_announced && *m_announced != state->epoch)
        return greet(*m_announced, false);
    if (*donating)
        return donateNext(budget);
    const auto restamped = m_store.hasRestamped();
    if (!restamped)
        return failed(restamped.error());
    if (*restamped)
        return sendRestamped();
    greet(state->epoch, true); // the same epoch, and less than it signed for
}

void EffectRunner::greet(EpochId epoch, bool showsReceipt)
{
    core::DonationRequest request;
    request.epoch = epoch;
    if (showsReceipt) {
        auto state = m_store.syncState();
        if (!state)
            return failed(state.error());
        if (!state->receipt || state->receipt->epoch != epoch)
            return failed(fail(Errc::protocol, "the server asks for a receipt that it never gave"));
        request.shown = std::move(state->receipt);
    }
    m_ports.post(wire::kPathDonate, wire::encodeDonationRequest(request), authorise(),
                 [this, request](const HttpAnswer& answer) { greeted(request, answer); });
}

void EffectRunner::greeted(const core::DonationRequest& asked, const HttpAnswer& answer)
{
    if (!isGood(answer))
        return;
    const auto reply = wire::decodeDonationReply(answer.body, asked.epoch, m_identity.replica);
    if (!reply)
        return unreadable("donation reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    if (asked.shown)
        return failed(fail(Errc::protocol, "the server holds less than it signed for, and keeps its epoch"));
    if (const auto adopted = m_store.adoptEpoch(*reply, m_identity.server); !adopted)
        return failed(adopted.error());
    m_announced.reset();
    m_listCursors = false;
    m_trouble.reset();
    dispatch(core::event::Donated{true, answer.took, reply->receipt.held});
}

void EffectRunner::donateNext(std::uint32_t budget)
{
    auto donation = m_store.nextDonation(budget);
    if (!donation)
        return failed(donation.error());
    auto body = wire::encodeDonationRequest(donation->request); // before it moves: no order is promised among arguments
    m_ports.post(wire::kPathDonate, std::move(body), authorise(),
                 [this, given = std::move(*donation)](const HttpAnswer& answer) { donationAnswered(given, answer); });
}

void EffectRunner::donationAnswered(const store::Donation& donation, const HttpAnswer& answer)
{
    if (!isGood(answer))
        return;
    const auto reply = wire::decodeDonationReply(answer.body, donation.request.epoch, m_identity.replica);
    if (!reply)
        return unreadable("donation reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    if (const auto stored = m_store.donated(donation, *reply, m_identity.server); !stored)
        return failed(stored.error());
    m_trouble.reset();
    restamped(answer.took); // and on with what waits
}

} // namespace lianxin::client
