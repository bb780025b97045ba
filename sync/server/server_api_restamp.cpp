// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerApi that speaks with replicas whose id lives in another body too.
#include "sync/seal/chain.hpp"
#include "sync/server/server_api_post.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/restamp_messages.hpp"

namespace lianxin::server {

void ServerApi::restamp(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxPushBytes, wire::decodeRestampAsk);
    if (!decoded)
        return done(replyOf(decoded.error()));
    if (!seal::verifyRestampAsk(decoded->key, caller.auth.replica, decoded->proof))
        return done(replyOf(fail(Errc::notAllowed, "a key that is not the asker's")));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    post<wire::RestampReply>(
        true, [this, job] { return m_province.restamp().restamp(*job); },
        [this, job, tag = caller.tag](Answer<wire::RestampReply>& answer) {
            auto& reply = answer.reply;
            m_province.restamp().restamped(job->request, reply);
            reply.signature =
                seal::signRestampGrant(m_province.identity().receiptKey, reply.grant(job->replica, job->request));
            m_log.event("restamped", {{"replica", tag}});
            return packed(wire::encodeRestampReply(reply));
        },
        done);
}

void ServerApi::restamped(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxPushBytes, wire::decodePushRequest);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    const auto verified = verifiedChains(
        job->request, caller.key,
        [](const core::Parcel& parcel) {
            return parcel.first == 1 && parcel.bodies.size() == 1 && parcel.remains.empty() && parcel.before.isNil();
        },
        "a re-stamped change is a parcel of its own");
    if (!verified)
        return done(replyOf(verified.error()));
    post<RestampService::Taken>(
        true, [this, job, chains = *verified] { return m_province.restamp().take(*job, *chains, m_province.epoch()); },
        [this](Answer<RestampService::Taken>& answer) {
            auto& taken = answer.reply;
            for (std::size_t i = 0; i < taken.receipts.size(); ++i) {
                const auto& held = taken.receipts[i];
                taken.reply.answers[i].signature =
                    seal::signReceipt(m_province.identity().receiptKey, held.epoch, held.replica, held.held, held.head)
                        .signature;
            }
            return packed(wire::encodeRestampedReply(taken.reply));
        },
        done);
}

} // namespace lianxin::server
