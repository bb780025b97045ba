// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the effect runner that gets this tablet an id of its own, when the one it has lives in another body too (PROTOCOL.md 9.1, R25-R29).
#include "sync/client/effect_runner.hpp"

#include "sync/wire/error_reply.hpp"
#include "sync/wire/key_taken.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/restamp_messages.hpp"

namespace lianxin::client {

void EffectRunner::anotherId(AnotherId& owner)
{
    m_owner = &owner;
    m_state.restamps = true;
}

void EffectRunner::askAnotherId()
{
    const auto key = m_owner->nextKey();
    if (!key)
        return failed(key.error());
    auto ask = m_store.nextRestamp(**key, m_wholeChain);
    if (!ask)
        return failed(ask.error());
    auto body = wire::encodeRestampAsk(*ask);
    m_ports.post(wire::kPathRestamp, std::move(body), authorise(),
                 [this, asked = std::move(*ask)](const HttpAnswer& answer) { anotherIdAnswered(asked, answer); });
}

void EffectRunner::anotherIdAnswered(const wire::RestampAsk& asked, const HttpAnswer& answer)
{
    const auto refusal =
        answer.status == 0 || answer.status == 200 ? fail(Errc::notFound, "none") : wire::decodeErrorReply(answer.body);
    if (refusal && wire::errcOf(*refusal) == Errc::notFound && !m_wholeChain) {
        m_wholeChain = true; // it was put back to before our receipt
        return askAnotherId();
    }
    if (refusal && refusal->code == wire::kCodeKeyTaken)
        if (const auto dropped = m_owner->keyTaken(); !dropped)
            return failed(dropped.error());
    if (!isGood(answer))
        return;
    const auto reply = wire::decodeRestampReply(answer.body);
    if (!reply)
        return unreadable("restamp reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    const auto done = m_store.restamp(asked, *reply, m_identity.server);
    if (!done && done.error().code == Errc::busy)
        return askAnotherId(); // somebody saved meanwhile
    if (!done)
        return failed(done.error());
    m_identity.replica = reply->replica;
    if (const auto became = m_owner->became(reply->replica); !became)
        return failed(became.error());
    m_forked = false;
    m_skipped = false;
    m_wholeChain = false;
    m_listCursors = false;
    m_trouble.reset();
    restamped(answer.took);
}

void EffectRunner::sendRestamped()
{
    auto push = m_store.nextRestamped(*m_identity.key);
    if (!push)
        return failed(push.error());
    auto body = wire::encodePushRequest(*push);
    m_ports.post(wire::kPathRestamped, std::move(body), authorise(),
                 [this, asked = std::move(*push)](const HttpAnswer& answer) { restampedAnswered(asked, answer); });
}

void EffectRunner::restampedAnswered(const core::PushRequest& asked, const HttpAnswer& answer)
{
    if (!isGood(answer))
        return;
    const auto reply = wire::decodeRestampedReply(answer.body, asked);
    if (!reply)
        return unreadable("restamped reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    if (const auto stored = m_store.storeRestamped(asked, *reply, m_identity.server); !stored)
        return failed(stored.error());
    m_trouble.reset();
    restamped(answer.took);
}

// What else waits before pushes and pulls go on.
void EffectRunner::restamped(std::chrono::milliseconds took)
{
    const auto waits = m_store.hasRestamped();
    const auto donates = m_store.isDonating();
    const auto state = m_store.syncState();
    if (!waits || !donates || !state)
        return failed(!waits ? waits.error() : !donates ? donates.error() : state.error());
    dispatch(core::event::Donated{*waits || *donates, took, state->acknowledged});
}

} // namespace lianxin::client
