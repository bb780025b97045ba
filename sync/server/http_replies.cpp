// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/http_replies.hpp"

#include "sync/wire/paths.hpp"

namespace lianxin::server {

HttpReply replyOf(const wire::ErrorReply& refusal)
{
    HttpReply reply;
    reply.status = wire::httpStatusOf(refusal.code);
    reply.body = wire::encodeErrorReply(refusal);
    reply.retryAfter = refusal.retryAfter;
    return reply;
}

HttpReply replyOf(const Error& error) { return replyOf(wire::errorReplyOf(error)); }

HttpReply busyReply(std::uint32_t seconds, int status)
{
    auto refusal = wire::errorReplyOf(fail(Errc::busy, "come back later"));
    refusal.retryAfter = seconds;
    auto reply = replyOf(refusal);
    reply.status = status;
    return reply;
}

HttpReply statusReply(int status, const Error& error)
{
    auto reply = replyOf(error);
    reply.status = status;
    return reply;
}

wire::PeerReads readsOf(const HttpRequest& request)
{
    const bool names = request.accepts.find(wire::kEncodingDictionary) != std::string::npos;
    return names ? wire::PeerReads::dictionary : wire::PeerReads::zstd;
}

HttpReply packed(std::string bytes, wire::PeerReads peer)
{
    auto body = wire::pack(std::move(bytes), peer);
    HttpReply reply;
    reply.body = std::move(body.bytes);
    reply.encoding = body.encoding;
    return reply;
}

} // namespace lianxin::server
