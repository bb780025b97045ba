// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/donation_codec.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

const auto kAsker = fuzz::filled<ReplicaId>(1);
const auto kEpoch = fuzz::filled<EpochId>(4);

core::Receipt receipt() { return {kEpoch, kAsker, 6, fuzz::filled<Hash>(9), fuzz::filled<core::Signature>(3)}; }

core::DonationRequest request()
{
    core::DonationRequest made;
    made.epoch = kEpoch;
    core::Frame frame;
    frame.partition = *PartitionId::parse("v:350128001201");
    frame.vector.addRange(kAsker, 1, 5);
    core::RecordState row{fuzz::filled<RecordId>(5), fuzz::filled<RecordId>(5), 3, frame.partition, {}};
    auto& reg = row.at({52, {}});
    reg.heads.push_back({{kAsker, 6}, fuzz::filled<UserId>(7), 1'790'000'000'000LL << 16, Value::fromText("x")});
    reg.exceptions.add({kAsker, 6});
    frame.rows.push_back(std::move(row));
    made.frames.push_back(std::move(frame));
    made.withdrawn = {{kAsker, 3}};
    made.last = true;
    made.shown = receipt();
    return made;
}

} // namespace

// What is accepted can be written and read again with the same text.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    if (const auto decoded = wire::decodeDonationRequest(bytes, kAsker)) {
        accepted = true;
        const auto text = wire::encodeDonationRequest(*decoded);
        const auto again = wire::decodeDonationRequest(text, kAsker);
        promise(again && wire::encodeDonationRequest(*again) == text, "a donation survives a round trip");
    }
    if (const auto decoded = wire::decodeDonationReply(bytes, kEpoch, kAsker)) {
        accepted = true;
        const auto text = wire::encodeDonationReply(*decoded);
        const auto again = wire::decodeDonationReply(text, kEpoch, kAsker);
        promise(again && wire::encodeDonationReply(*again) == text, "the answer to it survives a round trip");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {wire::encodeDonationRequest(request()), wire::encodeDonationReply({receipt(), 1'760'000'000'000})};
}
