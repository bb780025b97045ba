// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the network that presents what is old or forged.
#include "sync/seal/chain.hpp"
#include "sync/wire/blob_messages.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/simulation/engine/network.hpp"
#include <algorithm>

namespace lianxin::sim::engine {

namespace {
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
} // namespace

void Network::presentStale(SimTablet& tablet)
{
    const auto& kept = m_kept[tablet.index];
    if (kept.empty())
        return;
    const auto& old = kept[static_cast<std::size_t>(m.pick(static_cast<int>(kept.size())))];
    if (old.isPush) {
        m.note(who(tablet) + " meets an old receipt");
        auto reply = old.push;
        reply.outcomes.clear(); // what they say is older than what the store knows, and no receipt carries them
        (void)tablet.store->storeReceipt(reply, tablet.who.receiptKey);
    } else {
        const bool continues =
            std::all_of(old.pull.frames.begin(), old.pull.frames.end(),
                        [&](const core::Frame& frame) { return tablet.cursors[frame.partition] == frame.from; });
        if (continues)
            return;
        m.note(who(tablet) + " meets an old frame");
        if (tablet.store->applyPull(old.pull))
            m.violated("R13 " + who(tablet) + " took a frame that does not continue its cursor");
    }
    m_watch.tabletChanged(tablet);
}

void Network::presentForged(SimTablet& tablet)
{
    const auto state = must(tablet.store->syncState());
    if (state.saved == 0)
        return;
    m.note(who(tablet) + " meets a forged receipt");
    core::PushReply reply;
    reply.serverTime = tablet.clock.now();
    Hash head;
    head.bytes.fill(static_cast<std::uint8_t>(1 + m.pick(255)));
    reply.receipt = seal::signReceipt(m.server->province().identity().receiptKey, state.epoch, tablet.who.replica,
                                      state.saved, head);
    if (m.chance(50)) {
        reply.receipt.head = must(tablet.store->nextPush(tablet.who.key)).parcels.empty()
                                 ? head
                                 : tablet.store->nextPush(tablet.who.key)->parcels.back().head;
        reply.receipt.signature.bytes.fill(7);
    }
    if (tablet.store->storeReceipt(reply, tablet.who.receiptKey))
        m.violated("R26 " + who(tablet) + " believed a receipt that is not the server's");
    m_watch.tabletChanged(tablet);
}

} // namespace lianxin::sim::engine
