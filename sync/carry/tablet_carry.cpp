// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/tablet_carry.hpp"

#include <algorithm>
#include <limits>

namespace lianxin::carry {

namespace {

// Of one envelope, before it is compressed to a tenth: what a weak uplink moves in one go. A parcel is never cut, so that one of them may be larger.
constexpr std::size_t kEnvelopeBodies = 256 * 1024;
constexpr std::size_t kLargestParcel = 1024 * 1024;
// Of one exchange, so that its message stays within kMaxCarryBytes in base64.
constexpr std::size_t kExchangeBytes = 3 * 1024 * 1024;
// Own changes looked at: four months of a hard-working tablet.
constexpr std::size_t kMostChangesets = 10'000;
constexpr std::size_t kMostBytes = 32 * 1024 * 1024;
// Without a receipt for so long the carrier may be gone: everything is handed over once more.
constexpr Millis kPatience = 14LL * 24 * 3600 * 1000;

std::size_t sizeOf(const core::Parcel& parcel)
{
    std::size_t size = 0;
    for (const auto& body : parcel.bodies)
        size += body.size();
    return size;
}

// Whole parcels, as many as one push may hold.
core::PushRequest cutPush(core::PushRequest& all, std::size_t& from)
{
    core::PushRequest push{all.epoch, all.acknowledged, all.acknowledgedHash, {}};
    push.trimmed = all.trimmed && from == 0;
    std::size_t bytes = 0;
    std::size_t changesets = 0;
    while (from < all.parcels.size()) {
        auto& parcel = all.parcels[from];
        bytes += sizeOf(parcel);
        changesets += parcel.bodies.size();
        if (!push.parcels.empty() && (bytes > kEnvelopeBodies || changesets > wire::kMaxChangesetsPerPush))
            break;
        push.parcels.push_back(std::move(parcel));
        ++from;
    }
    return push;
}

} // namespace

Millis TabletCarry::ProvinceClock::confirmed() const
{
    const auto state = m_store.syncState();
    return state && state->lastContact > 0 ? state->lastContact + state->clockOffset : 0;
}

Millis TabletCarry::ProvinceClock::now() const
{
    const auto state = m_store.syncState();
    return std::max(m_own.now() + (state ? state->clockOffset : 0), confirmed());
}

TabletCarry::TabletCarry(Parts parts)
    : m(std::move(parts)), m_time(m.store, m.clock), m_shelf(m.store.carryShelf()),
      m_carrier(Carrier::Parts{m_shelf, m.key, m.certificate, m.trust, m_time})
{}

Result<TabletCarry::Exchange> TabletCarry::toCarrier(Carriers kind)
{
    Exchange exchange;
    exchange.request.certificate = seal::certificateText(m.certificate);
    LIANXIN_TRY(auto all, m.store.nextPush(m.key, kMostChangesets, kMostBytes));
    LIANXIN_TRY(const auto state, m.store.carried());
    const bool isSpared = kind == Carriers::township && m.clock.now() - state.township.at < kPatience;
    const auto there = isSpared ? state.township.upTo : 0;
    std::size_t bytes = 0;
    for (std::size_t from = 0; from < all.parcels.size();) {
        const auto push = cutPush(all, from);
        const auto& last = push.parcels.back();
        if (last.last() <= there)
            continue;
        if (bytes >= kExchangeBytes - kLargestParcel || exchange.own.size() >= wire::kMaxCarriedEnvelopes / 2) {
            exchange.more = true;
            break;
        }
        const seal::CarriedLabel label{m.replica, push.epoch, push.parcels.front().first, last.last(), last.head};
        LIANXIN_TRY(auto sealed,
                    seal::sealCarried(m.key, label, m.certificate, wire::carriedText(push), m.province, m.random));
        LIANXIN_TRY(auto parsed, seal::parseCarried(sealed));
        parsed.box.clear();
        parsed.signedPart.clear();
        bytes += sealed.size();
        exchange.own.push_back(std::move(parsed));
        exchange.request.envelopes.push_back(std::move(sealed));
    }
    LIANXIN_CHECK(m_shelf.expire(m_time.confirmed()));
    LIANXIN_TRY(exchange.others, m_carrier.toCarrier(bytes < kExchangeBytes ? kExchangeBytes - bytes : 1));
    for (auto& envelope : exchange.others.request.envelopes) {
        // One envelope is always due, however little room is left: it waits for the next exchange then.
        if (exchange.request.envelopes.size() >= wire::kMaxCarriedEnvelopes ||
            (bytes > 0 && bytes + envelope.size() > kExchangeBytes)) {
            exchange.others.items.resize(exchange.request.envelopes.size() - exchange.own.size());
            exchange.more = true;
            break;
        }
        bytes += envelope.size();
        exchange.request.envelopes.push_back(std::move(envelope));
    }
    exchange.request.asked = std::move(exchange.others.request.asked);
    if (exchange.request.asked.size() >= wire::kMaxCarryAsked)
        exchange.request.asked.pop_back();
    exchange.request.asked.push_back(m.replica);
    exchange.others.request = {};
    return exchange;
}

Result<void> TabletCarry::brought(const core::Receipt& receipt)
{
    const auto stored = m.store.storeBroughtReceipt(receipt, m.trust.province);
    if (stored || stored.error().code == Errc::io || stored.error().code == Errc::diskFull)
        return stored;
    return {}; // forged, of another epoch or chain: as if it had not been said; the province itself tells at the next meeting
}

Result<void> TabletCarry::carried(const seal::CarriedReceipt& receipt, const Hash& head, std::string_view certificate)
{
    const auto who = carrierOf(certificate, m.trust);
    if (!who || who->signKey == m.key.publicKey() || !seal::verifyCarriedReceipt(who->signKey, receipt))
        return {};
    const auto by =
        who->kind == seal::CertificateKind::relay ? store::CarriedBy::township : store::CarriedBy::neighbour;
    const auto noted = m.store.noteCarried(by, receipt, head, who->subject);
    return noted || noted.error().code == Errc::protocol ? Result<void>() : noted;
}

Result<void> TabletCarry::ownAnswered(const seal::CarriedEnvelope& own, const wire::CarryAnswer& answer,
                                      const std::string& certificate)
{
    if (answer.received)
        LIANXIN_CHECK(brought(*answer.received));
    const bool fits = answer.carried && answer.carried->envelope == own.hash &&
                      answer.carried->replica == own.label.replica && answer.carried->first == own.label.first &&
                      answer.carried->last == own.label.last;
    return fits ? carried(*answer.carried, own.label.head, certificate) : Result<void>();
}

Result<void> TabletCarry::carrierAnswered(const Exchange& exchange, const wire::CarryReply& reply)
{
    const auto own = exchange.own.size();
    if (reply.answers.size() != own + exchange.others.items.size())
        return fail(Errc::protocol, "not an answer for each envelope");
    for (std::size_t i = 0; i < own; ++i)
        LIANXIN_CHECK(ownAnswered(exchange.own[i], reply.answers[i], reply.certificate));
    for (const auto& receipt : reply.receipts)
        if (receipt.replica == m.replica)
            LIANXIN_CHECK(brought(receipt));
    for (const auto& onward : reply.onward)
        if (onward.receipt.replica == m.replica)
            LIANXIN_CHECK(carried(onward.receipt, onward.head, onward.certificate));
    wire::CarryReply others;
    others.certificate = reply.certificate;
    others.answers.assign(reply.answers.begin() + static_cast<std::ptrdiff_t>(own), reply.answers.end());
    others.receipts = reply.receipts;
    return m_carrier.carrierAnswered(exchange.others, others);
}

Result<Load> TabletCarry::toProvince() { return m_carrier.toProvince(kExchangeBytes); }

} // namespace lianxin::carry
