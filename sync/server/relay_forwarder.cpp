// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_forwarder.hpp"

#include "sync/seal/request.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/error_reply.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {
using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kFirstPause = 1s;
// Small, so that a link that is there for seconds brings something over; an envelope larger than this goes alone.
constexpr std::size_t kRoundBytes = 64 * 1024;
} // namespace

RelayForwarder::RelayForwarder(const Parts& parts) : m(parts), m_thread([this] { run(); }) {}

RelayForwarder::~RelayForwarder()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m.client.stop();
}

void RelayForwarder::wake()
{
    {
        const std::lock_guard guard(m_mutex);
        m_news = true;
    }
    m_wake.notify_all();
}

// With news after a success at once; after a failure only when the pause is over: a dead link is not asked for each envelope.
void RelayForwarder::run()
{
    for (;;) {
        {
            const std::lock_guard guard(m_mutex);
            if (m_stopping)
                return;
            m_news = false;
        }
        auto round = forward();
        if (round == Round::nothing)
            round = fetch();
        const auto pause = pauseAfter(round);
        std::unique_lock guard(m_mutex);
        m_wake.wait_for(guard, pause, [this] { return m_stopping || (m_news && m_failures == 0); });
    }
}

std::chrono::milliseconds RelayForwarder::pauseAfter(Round round)
{
    if (round == Round::failed) {
        const auto doubled = kFirstPause * (1U << std::min(m_failures, 10U));
        ++m_failures;
        std::array<std::uint8_t, 2> dice{};
        m.random.fill(dice);
        const auto base = std::min<std::chrono::milliseconds>(doubled, m.mostPause);
        return base / 2 + base * ((dice[0] << 8U | dice[1]) % 1000) / 2000;
    }
    m_failures = 0;
    return round == Round::done ? std::chrono::milliseconds(0) : m.mostPause;
}

void RelayForwarder::tell(const Error& error)
{
    if (m_isTold && m_told == error.code)
        return;
    m_isTold = true;
    m_told = error.code;
    m.log.event("not forwarded yet", {{"code", errcName(error.code)}, {"detail", error.detail}});
}

Result<std::string> RelayForwarder::ask(std::string_view method, std::string_view path, std::string body)
{
    const auto packed = wire::pack(std::move(body));
    LIANXIN_TRY(const auto counter, m.store.nextCounter());
    const auto auth = seal::formatAuth(seal::signRequest(m.key, m.id, counter, method, path, packed.bytes));
    LIANXIN_TRY(auto reply, m.client.ask(method, path, packed.bytes, packed.encoding, auth));
    if (reply.status == 200)
        return std::move(reply.body);
    const auto refusal = wire::decodeErrorReply(reply.body);
    if (refusal && refusal->code == wire::kCodeCounterBehind)
        LIANXIN_CHECK(m.store.skipCounters()); // else it would be as many rounds behind as it made since that image
    return refusal ? fail(wire::errcOf(*refusal), refusal->detail)
                   : fail(Errc::offline, "status " + std::to_string(reply.status));
}

Result<wire::CarryReply> RelayForwarder::bring(const wire::CarryRequest& request)
{
    LIANXIN_TRY(const auto body, ask("POST", wire::kPathCarry, wire::encodeCarryRequest(request)));
    return wire::decodeCarryReply(body);
}

Result<void> RelayForwarder::fetchPart(const wire::ShelfAsk& missing)
{
    const auto bytes = ask("POST", wire::kPathShelfPart, wire::encodeShelfAsk(missing));
    if (!bytes && bytes.error().code == Errc::notFound)
        return m.store.dropSegment(missing.name); // made anew meanwhile: the next list says what there is
    return bytes ? m.store.takePart(missing, *bytes) : Result<void>(bytes.error());
}

RelayForwarder::Round RelayForwarder::fetch()
{
    const auto missing = m.store.missing();
    const auto now = std::chrono::steady_clock::now();
    Result<void> done;
    if (!missing) {
        done = missing.error();
    } else if (*missing) {
        done = fetchPart(**missing);
    } else if (!m_listed || now - *m_listed >= m.listPause) {
        const auto body = ask("GET", wire::kPathShelf, {});
        const auto list = body ? wire::decodeShelf(*body) : Result<wire::ShelfList>(body.error());
        done = list ? m.store.takeList(*list) : Result<void>(list.error());
        if (done)
            m_listed = now;
    } else {
        return Round::nothing;
    }
    if (done)
        return Round::done;
    tell(done.error());
    return Round::failed;
}

RelayForwarder::Round RelayForwarder::forward()
{
    if (const auto gone = m.store.expire(); gone && *gone > 0)
        m.log.event("let go after the age limit; their tablets still have everything", {{"envelopes", *gone}});
    const auto load = m.store.toProvince(kRoundBytes);
    if (!load) {
        tell(load.error());
        return Round::failed;
    }
    if (load->request.envelopes.empty())
        return Round::nothing;
    const auto reply = bring(load->request);
    const auto done = reply ? m.store.provinceAnswered(*load, *reply) : Result<void>(reply.error());
    if (!done) {
        tell(done.error());
        return Round::failed;
    }
    m_isTold = false;
    std::int64_t received = 0;
    for (const auto& answer : reply->answers) {
        received += answer.received ? 1 : 0;
        if (!answer.refused.empty())
            m.log.event("refused by the province", {{"code", answer.refused}});
    }
    m.log.event("forwarded", {{"envelopes", static_cast<std::int64_t>(reply->answers.size())}, {"received", received}});
    return Round::done;
}

} // namespace lianxin::server
