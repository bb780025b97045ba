// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_api.hpp"

#include "sync/model/json.hpp"
#include "sync/server/http_replies.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/paths.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::server {

std::size_t RelayApi::bodyLimit(std::string_view path) const
{
    if (path == wire::kPathShelfPart)
        return wire::kMaxBodyBytes;
    return path == wire::kPathCarry ? wire::kMaxCarryBytes : 0;
}

std::string_view RelayApi::loggedPath(std::string_view path) const
{
    for (const auto known : {wire::kPathCarry, wire::kPathShelfPart})
        if (path == known)
            return known;
    return path == wire::kPathHealth ? wire::kPathHealth : std::string_view("other");
}

std::string RelayApi::errorBody(Errc code, std::string_view detail) const
{
    return wire::encodeErrorReply(wire::errorReplyOf(fail(code, std::string(detail))));
}

void RelayApi::handle(HttpRequest request, std::function<void(HttpReply)> done) { done(answer(request)); }

HttpReply RelayApi::answer(const HttpRequest& request)
{
    const bool isHealth = request.path == wire::kPathHealth;
    const bool isPart = request.path == wire::kPathShelfPart;
    if (!isHealth && !isPart && request.path != wire::kPathCarry)
        return statusReply(404,
                           fail(Errc::notFound, "a relay takes envelopes, gives sealed segments, and nothing else"));
    if (request.method != (isHealth ? "GET" : "POST"))
        return statusReply(405, fail(Errc::invalidInput, isHealth ? "only GET" : "only POST"));
    if (const auto wait = m_peers.take(request.peer))
        return busyReply(*wait, 429);
    if (isHealth)
        return health();
    return isPart ? segmentPart(request) : carry(request);
}

HttpReply RelayApi::storeFailed(const Error& error)
{
    m_log.event("store failed", {{"code", errcName(error.code)}, {"detail", error.detail}});
    return busyReply(kBrokenSeconds, error.code == Errc::diskFull ? 507 : 503);
}

// How much waits says nothing about anybody.
HttpReply RelayApi::health()
{
    const auto counts = m_store.counts();
    if (!counts)
        return storeFailed(counts.error());
    HttpReply reply;
    reply.body = canonicalJson(boost::json::object{{"bytes", counts->bytes},
                                                   {"oldest", counts->oldest},
                                                   {"refused", counts->refused},
                                                   {"status", "ok"},
                                                   {"waiting", counts->waiting}});
    return reply;
}

HttpReply RelayApi::segmentPart(const HttpRequest& request)
{
    const auto auth = seal::parseAuth(request.auth);
    if (!auth)
        return statusReply(401, fail(Errc::notAllowed, "this path needs the header Lianxin-Replica"));
    const auto bytes = wire::unpack(request.body, request.encoding, wire::kMaxBodyBytes);
    const auto ask = bytes ? wire::decodeShelfAsk(*bytes) : Result<wire::ShelfAsk>(bytes.error());
    if (!ask)
        return replyOf(ask.error());
    auto part = m_store.segmentPart(*ask, {*auth, request.method, request.path, request.body});
    if (!part && part.error().code == Errc::notAllowed)
        return statusReply(401, part.error());
    if (!part)
        return part.error().code == Errc::notFound ? replyOf(part.error()) : storeFailed(part.error());
    HttpReply reply;
    reply.body = std::move(*part);
    return reply;
}

HttpReply RelayApi::carry(const HttpRequest& request)
{
    const auto auth = seal::parseAuth(request.auth);
    if (!auth)
        return statusReply(401, fail(Errc::notAllowed, "this path needs the header Lianxin-Replica"));
    const auto bytes = wire::unpack(request.body, request.encoding, wire::kMaxCarryBytes);
    const auto decoded = bytes ? wire::decodeCarryRequest(*bytes) : Result<wire::CarryRequest>(bytes.error());
    if (!decoded)
        return replyOf(decoded.error());
    const auto target = request.query.empty() ? request.path : request.path + "?" + request.query;
    const auto said = m_store.take(*decoded, {*auth, request.method, target, request.body});
    if (!said)
        return said.error().code == Errc::notAllowed ? statusReply(401, said.error()) : storeFailed(said.error());
    const bool isNew = std::ranges::any_of(said->answers, [](const auto& one) { return one.carried.has_value(); });
    if (isNew)
        m_wake();
    for (const auto& one : said->answers)
        if (!one.refused.empty())
            m_log.event("envelope refused", {{"code", one.refused}});
    return packed(wire::encodeCarryReply(*said));
}

} // namespace lianxin::server
