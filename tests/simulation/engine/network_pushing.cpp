// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/tuning.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/short_push.hpp"
#include "tests/simulation/engine/network.hpp"

#include <algorithm>

// Pushes on their way: what they stand for, what the server took of them, what their author was told.
namespace lianxin::sim::engine {

namespace {
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
} // namespace

// What a push stands for, whether it is said whole or shortly.
void Network::learnRequest(Call& call, const std::string& body)
{
    auto& tablet = call.tablet;
    call.isShort = wire::ShortPush::isOne(body);
    m.result.shortPushes += call.isShort;
    const bool wasAsked = std::exchange(tablet.mustSayAll, std::nullopt) == tablet.life;
    if (wasAsked && call.isShort)
        m.violated("I15 " + who(tablet) + " was asked for its whole push and does not send it");
    call.push = call.isShort ? must(tablet.store->nextPush(tablet.who.key, core::tuning::kPushChangesets,
                                                           tablet.runner->state().pushBudget))
                             : must(wire::decodePushRequest(body));
    if (call.isShort && must(wire::ShortPush::read(body)).epoch() != call.push.epoch)
        m.violated(who(tablet) + " pushes into another epoch than its own");
}

void Network::noteDemand(const Call& call, const std::string& body)
{
    const auto said = wire::decodeErrorReply(body);
    if (said && said->code == wire::kCodeTextNeeded)
        call.tablet.mustSayAll = call.tablet.life;
    else
        call.tablet.mustList = call.tablet.life;
}

void Network::traceTaken(const Dot& dot) const
{
    if (m.trace == nullptr)
        return;
    const auto entry = must(m.server->province().store().archived(dot));
    m.detail("takes " + m.textOf({m.truthOf(dot)}) + "outcome " + std::to_string(static_cast<int>(entry->outcome)) +
             " reason " + std::to_string(static_cast<int>(entry->reason)));
}

// The archive is asked only how far it got: all of the request or nothing. What that means for values, the oracle works out itself.
void Network::learnPushed(const Call& call, std::uint64_t heldNow)
{
    auto& held = m.held[static_cast<std::size_t>(call.tablet.index)];
    auto goal = held;
    // R17: what its author trimmed and the server lost is stepped over; only where an older backup was put in place (Marks looks at that).
    const auto lost = call.push.trimmed && call.push.parcels.front().first > held + 1 ? call.push.parcels.front().first
                                                                                      : std::uint64_t{0};
    for (const auto& parcel : call.push.parcels)
        if (parcel.first <= goal + 1 || parcel.first == lost)
            goal = std::max(goal, parcel.last());
    if (heldNow != held && heldNow != goal)
        return m.violated("I8 a push to " + std::to_string(goal) + " left the server at " + std::to_string(heldNow));
    while (held < heldNow) {
        const OracleDot dot{call.tablet.index, ++held};
        const Dot named{call.tablet.who.replica, dot.second};
        if (dot.second < lost)
            continue;
        traceTaken(named);
        if (std::find(m.withdrawn.begin(), m.withdrawn.end(), named) != m.withdrawn.end())
            continue; // R43: settled before a restore
        const bool shutOut = m.revoked[static_cast<std::size_t>(call.tablet.index)];
        if (shutOut || (m.foreseen.count(dot) > 0 && !m.isHead(dot))) { // R44
            m.oracle.changeset(dot).quarantined = true;
            m.pending.insert(dot);
            ++m.result.quarantined;
        } else {
            m.applied(dot);
        }
    }
}

void Network::tookPush(SimTablet& tablet, const Call& call, const core::PushReply& said, const Reply& reply)
{
    tablet.receipted = std::max(tablet.receipted, said.receipt.held);
    std::set<std::uint64_t> told;
    for (const auto& outcome : said.outcomes) {
        if (outcome.outcome == core::Outcome::quarantined) {
            told.insert(outcome.number);
            tablet.heldBack.insert(outcome.number);
        } else {
            tablet.heldBack.erase(outcome.number);
        }
        m.result.conflicts += outcome.outcome == core::Outcome::conflicted;
    }
    const auto first = call.push.parcels.empty() ? said.receipt.held + 1 : call.push.parcels.front().first;
    for (const auto number : reply.heldBack)
        if (number >= first && number <= call.lastPushed() && told.count(number) == 0)
            m.violated("I2 " + who(tablet) + " was not told that " + std::to_string(number) + " is held back");
}

} // namespace lianxin::sim::engine
