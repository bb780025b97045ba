// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/message_codec.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

core::PullReply reply()
{
    core::PullReply made;
    made.epoch = fuzz::filled<EpochId>(4);
    made.held = 6;
    made.heldHash = fuzz::filled<Hash>(9);
    made.withdrawn = {{fuzz::filled<ReplicaId>(9), 3}};
    made.quarantined = {{4, core::Outcome::quarantined, core::QuarantineReason::notAllowed}};
    made.scopeGeneration = 3;
    made.granted = {PartitionId::directory(), fuzz::village()};
    core::Frame frame;
    frame.partition = fuzz::village();
    frame.from = 16;
    frame.to = 17;
    frame.chain = fuzz::filled<Hash>(11);
    frame.atHead = true;
    frame.vector.addRange(fuzz::filled<ReplicaId>(1), 1, 6);
    frame.rows = {fuzz::record()};
    made.frames = {frame};
    made.serverTime = 1'760'000'000'000;
    return made;
}

} // namespace

// What is accepted can be written and read again with the same text.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    if (const auto decoded = wire::decodePullRequest(bytes)) {
        accepted = true;
        const auto text = wire::encodePullRequest(*decoded);
        const auto again = wire::decodePullRequest(text);
        promise(again && wire::encodePullRequest(*again) == text, "a pull request survives a round trip");
    }
    static const auto asked = pullRequest();
    if (const auto decoded = wire::decodePullReply(bytes, asked)) {
        accepted = true;
        const auto text = wire::encodePullReply(*decoded, asked);
        const auto again = wire::decodePullReply(text, asked);
        promise(again && wire::encodePullReply(*again, asked) == text, "a pull reply survives a round trip");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    auto unchanged = pullRequest();
    unchanged.unchanged = wire::cursorDigest(unchanged.cursors);
    return {wire::encodePullRequest(pullRequest()), wire::encodePullRequest(unchanged),
            wire::encodePullReply(reply(), pullRequest())};
}
