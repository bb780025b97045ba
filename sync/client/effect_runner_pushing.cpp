// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/effect_runner.hpp"
#include "sync/core/tuning.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"

#include <utility>

// Own changes go up: shortly where the server knows the rest, whole where it does not (PROTOCOL.md 7, 7.1).
namespace lianxin::client {

void EffectRunner::sendPush(std::uint32_t budget)
{
    // Signed and stored before it is sent: a repeat stands for the same bytes.
    auto request = m_store.nextPush(*m_identity.key, core::tuning::kPushChangesets, budget);
    if (!request)
        return failed(request.error());
    if (request->parcels.empty())
        return dispatch(core::event::Pushed{m_state.saved, std::nullopt});
    auto brief = m_wholePushes ? Result<std::string>(std::string()) : m_store.shortPush(*request);
    if (!brief)
        return failed(brief.error());
    if (brief->empty())
        return postWhole(std::move(*request));
    m_ports.post(wire::kPathPush, std::move(*brief), authorise(),
                 [this, asked = std::move(*request)](const HttpAnswer& answer) { shortAnswered(asked, answer); });
}

void EffectRunner::postWhole(core::PushRequest request)
{
    auto body = wire::encodePushRequest(request);
    m_ports.post(wire::kPathPush, std::move(body), authorise(),
                 [this, asked = std::move(request)](const HttpAnswer& answer) { pushAnswered(asked, answer); });
}

// Whatever was left out and is not known there goes up now. A server that never heard of short pushes is not asked again in this session.
void EffectRunner::shortAnswered(const core::PushRequest& asked, const HttpAnswer& answer)
{
    if (answer.status != 200 && answer.status != 0) {
        const auto error = wire::decodeErrorReply(answer.body);
        const bool isUnheardOf = error && wire::errcOf(*error) == Errc::invalidInput;
        if (error && (error->code == wire::kCodeTextNeeded || isUnheardOf)) {
            m_wholePushes = isUnheardOf;
            m_bytesSent += answer.sentBytes;
            m_bytesReceived += answer.receivedBytes;
            return postWhole(asked);
        }
    }
    pushAnswered(asked, answer);
}

void EffectRunner::pushAnswered(const core::PushRequest& asked, const HttpAnswer& answer)
{
    if (!isGood(answer))
        return;
    const auto reply = wire::decodePushReply(answer.body, asked);
    if (!reply)
        return unreadable("push reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    if (const auto stored = m_store.storeReceipt(*reply, m_identity.server); !stored)
        return failed(stored.error(), {}, {Cause::badReceipt, answer.status});
    m_trouble.reset();
    purge();
    dispatch(core::event::Pushed{reply->receipt.held, reply->need, answer.took});
}

} // namespace lianxin::client
