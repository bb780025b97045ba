// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/server/server_api_post.hpp"
#include "sync/wire/message_codec.hpp"

namespace lianxin::server {

// Only the store knows what it stands for, so its signature is verified there: one for each 48 KB of text.
void ServerApi::pushShort(std::string_view body, const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = wire::ShortPush::read(body);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    auto whole = std::make_shared<core::PushRequest>();
    post<core::PushReply>(
        true,
        [this, job, whole, key = caller.key] {
            return m_province.push().pushShort(*job, key, m_province.epoch(), *whole);
        },
        [this, whole, peer = readsOf(request)](Answer<core::PushReply>& answer) {
            auto& receipt = answer.reply.receipt;
            receipt = seal::signReceipt(m_province.identity().receiptKey, receipt.epoch, receipt.replica, receipt.held,
                                        receipt.head);
            auto brief = wire::encodeShortReceipt(answer.reply, *whole);
            return packed(brief.empty() ? wire::encodePushReply(answer.reply, *whole) : std::move(brief), peer);
        },
        done);
}

} // namespace lianxin::server
