// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/restamp_messages.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

// What was brought under one-change ids: an answer is read against it.
core::PushRequest asked()
{
    core::PushRequest push;
    push.parcels.resize(3);
    return push;
}

wire::RestampedReply answers()
{
    wire::RestampedReply reply;
    for (std::uint8_t i = 1; i <= 3; ++i)
        reply.answers.push_back({fuzz::filled<core::Signature>(i), {1, core::Outcome::applied, {}}});
    reply.answers[1].outcome = {1, core::Outcome::quarantined, core::QuarantineReason::notAllowed};
    reply.answers[2].outcome.outcome = core::Outcome::conflicted;
    reply.serverTime = 1'760'000'000'000;
    return reply;
}

template <typename Decode, typename Encode>
bool roundTrip(std::string_view bytes, Decode decode, Encode encode, const char* what)
{
    const auto decoded = decode(bytes);
    if (!decoded)
        return false;
    const auto text = encode(*decoded);
    const auto again = decode(std::string_view(text));
    fuzz::promise(again && encode(*again) == text, what);
    return true;
}

} // namespace

// The messages by which a tablet gets another id: what is accepted can be written and read again, and stays inside what was asked.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted =
        roundTrip(bytes, wire::decodeRestampAsk, wire::encodeRestampAsk, "an ask for another id survives a round trip");
    accepted |=
        roundTrip(bytes, wire::decodeRestampReply, wire::encodeRestampReply, "the answer to it survives a round trip");
    accepted |= roundTrip(
        bytes, [](std::string_view text) { return wire::decodeRestampedReply(text, asked()); },
        wire::encodeRestampedReply, "receipts of re-stamped changes survive a round trip");
    if (const auto ask = wire::decodeRestampAsk(bytes))
        promise(!ask->chain.empty() && ask->last() >= ask->from, "an ask names at least one number");
    if (const auto reply = wire::decodeRestampedReply(bytes, asked()))
        promise(reply->answers.size() <= asked().parcels.size(), "no receipt for what was not brought");
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    wire::RestampAsk ask;
    ask.key = filled<seal::PublicSignKey>(2);
    ask.proof = filled<core::Signature>(3);
    ask.from = 41;
    ask.chain = {Hash{}, filled<Hash>(4), filled<Hash>(5)};
    wire::RestampReply reply;
    reply.replica = filled<ReplicaId>(1);
    reply.shared = 42;
    reply.signature = filled<core::Signature>(6);
    reply.serverTime = 1'760'000'000'000;
    return {wire::encodeRestampAsk(ask), wire::encodeRestampReply(reply), wire::encodeRestampedReply(answers())};
}
