// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/twins/link.hpp"

#include "sync/wire/compression.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/limits.hpp"

namespace lianxin::sim::twins {

namespace {
constexpr Millis kSilence = 40'000; // the transport gives up a dead link after this long
constexpr Millis kLong = 90'000;

std::string reasonOf(const server::HttpReply& said)
{
    const auto error = said.status == 200 ? fail(Errc::notFound, {}) : wire::decodeErrorReply(said.body);
    return error ? " " + error->code + ", " + error->detail : "";
}
} // namespace

void Link::send(Body& body, std::string_view path, std::string text, const client::Authorise& authorise,
                client::AnswerDone done)
{
    auto call = std::make_shared<Call>(Call{body, body.life, m.time.now(), {}, std::move(done)});
    auto packed = wire::pack(std::move(text));
    call->http.method = "POST";
    call->http.path = path;
    call->http.encoding = packed.encoding;
    call->http.body = std::move(packed.bytes);
    call->http.peer = "192.0.2.1";
    const auto header = authorise("POST", path, call->http.body);
    if (!header)
        return m.time.after(0, [this, call] { answer(call, {}); });
    call->http.auth = *header;
    m.time.after(kSilence, [this, call] { answer(call, {}); });
    const auto fault = m.calm ? 100 : m.pick(100);
    if (fault < 12)
        return; // lost
    m.time.after(latency(), [this, call] { arrive(call); });
    if (fault < 24)
        m.time.after(fault < 18 ? kLong : latency(), [this, call] { arrive(call); });
}

void Link::arrive(const CallPtr& call)
{
    if (m.failed())
        return;
    const auto said = m.server->handle(call->http, {});
    m.note("B" + std::to_string(call->body.index) + " " + call->http.path + ": " + std::to_string(said->status) +
           reasonOf(*said));
    if (!m.calm && m.chance(20))
        return; // the answer is lost
    client::HttpAnswer reply;
    reply.status = said->status;
    const auto bytes = wire::unpack(said->body, said->encoding, wire::kMaxPullReplyBytes);
    reply.body = bytes ? *bytes : said->body;
    m.time.after(latency(), [this, call, reply] { answer(call, reply); });
}

void Link::answer(const CallPtr& call, client::HttpAnswer reply)
{
    if (std::exchange(call->answered, true) || call->life != call->body.life || m.failed())
        return;
    reply.took = std::chrono::milliseconds(m.time.now() - call->sent);
    const int ids = call->body.ids;
    call->done(reply);
    if (call->body.ids != ids)
        m.note("B" + std::to_string(call->body.index) + " has another id");
    m_changed(call->body);
}

} // namespace lianxin::sim::twins
