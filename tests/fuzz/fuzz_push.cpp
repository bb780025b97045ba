// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/message_codec.hpp"
#include "sync/wire/short_push.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

core::PushRequest request()
{
    core::PushRequest made;
    made.epoch = fuzz::filled<EpochId>(4);
    made.acknowledged = 4;
    made.acknowledgedHash = fuzz::filled<Hash>(7);
    made.parcels = {fuzz::parcel()};
    return made;
}

core::PushReply reply()
{
    core::PushReply made;
    made.receipt = {fuzz::filled<EpochId>(4), fuzz::filled<ReplicaId>(1), 6, fuzz::filled<Hash>(9),
                    fuzz::filled<core::Signature>(3)};
    made.outcomes = {{6, core::Outcome::quarantined, core::QuarantineReason::notAllowed}};
    made.serverTime = 1'760'000'000'000;
    return made;
}

// Every record lies there and every vector is remembered.
const wire::KnownPlace& place()
{
    static const wire::KnownPlace known{fuzz::filled<RecordId>(5), 3, *PartitionId::parse("v:350128001201")};
    return known;
}

wire::PushMemory memory()
{
    return {fuzz::filled<ReplicaId>(1), fuzz::filled<UserId>(2), fuzz::filled<Hash>(7),
            [](RecordId) { return Result<std::optional<wire::KnownPlace>>(place()); },
            [](const seal::VectorName&) {
                core::Context vector;
                vector.addRange(fuzz::filled<ReplicaId>(8), 1, 9);
                return std::optional(vector);
            }};
}

// The same, as its author thinks of it: what comes out of a short push can be said shortly again.
wire::PushGuess guess()
{
    return {fuzz::filled<UserId>(2), memory().placeOf,
            [](const PartitionId&) -> Result<std::optional<core::Context>> { return std::optional<core::Context>{}; }};
}

void feedShort(std::string_view bytes, bool& accepted)
{
    const auto brief = wire::ShortPush::read(bytes);
    const auto whole = brief ? brief->complete(memory()) : Result<wire::WholePush>(brief.error());
    if (!whole)
        return;
    accepted = true;
    const auto said = wire::encodeShortPush(whole->request, guess());
    fuzz::promise(said && !said->empty(), "a push that was short can be said shortly");
    const auto again = wire::ShortPush::read(*said)->complete(memory());
    fuzz::promise(again && wire::encodePushRequest(again->request) == wire::encodePushRequest(whole->request),
                  "a short push survives a round trip");
}

} // namespace

// What is accepted can be written and read again with the same text.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    feedShort(bytes, accepted);
    if (const auto decoded = wire::decodePushRequest(bytes)) {
        accepted = true;
        const auto text = wire::encodePushRequest(*decoded);
        const auto again = wire::decodePushRequest(text);
        promise(again && wire::encodePushRequest(*again) == text, "a push request survives a round trip");
    }
    if (const auto decoded = wire::decodeParcel(bytes)) {
        accepted = true;
        const auto text = wire::encodeParcel(*decoded);
        const auto again = wire::decodeParcel(text);
        promise(again && wire::encodeParcel(*again) == text, "a parcel survives a round trip");
    }
    static const auto asked = request();
    if (const auto decoded = wire::decodePushReply(bytes, asked)) {
        accepted = true;
        const auto text = wire::encodePushReply(*decoded, asked);
        const auto again = wire::decodePushReply(text, asked);
        promise(again && wire::encodePushReply(*again, asked) == text, "a push reply survives a round trip");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {*wire::encodeShortPush(request(), guess()), wire::encodePushRequest(request()),
            wire::encodeParcel(parcel()), wire::encodePushReply(reply(), request())};
}
