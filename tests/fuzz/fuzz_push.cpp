// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/message_codec.hpp"
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

} // namespace

// What is accepted can be written and read again with the same text.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
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
    return {wire::encodePushRequest(request()), wire::encodeParcel(parcel()),
            wire::encodePushReply(reply(), request())};
}
