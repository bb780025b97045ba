// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/donation_codec.hpp"

#include "sync/wire/frame_json.hpp"
#include "sync/wire/limits.hpp"

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxFrames = 4096;
constexpr std::size_t kMaxDots = 1U << 17U; // more do not fit into the body
const core::PullRequest kNothingAsked;      // frames of a donation continue no cursor

void writeReceipt(JsonOut& out, const core::Receipt& receipt)
{
    out.key("g").id(receipt.signature);
    if (!receipt.head.isNil())
        out.key("h").id(receipt.head);
    out.key("n").number(receipt.held);
}

core::Receipt readReceipt(const JsonIn& in, EpochId epoch, ReplicaId replica)
{
    core::Receipt receipt;
    receipt.epoch = epoch;
    receipt.replica = replica;
    receipt.signature = in.at("g").id<core::Signature>();
    receipt.head = in.idOr("h", Hash{});
    receipt.held = in.at("n").number();
    return receipt;
}

} // namespace

std::string encodeDonationRequest(const core::DonationRequest& request)
{
    JsonOut out;
    out.open('{').key("e").id(request.epoch);
    if (!request.frames.empty()) {
        out.key("f").open('[');
        for (const auto& frame : request.frames)
            writeFrame(out, frame, {frame.partition, 0, 0, {}});
        out.close(']');
    }
    if (request.shown)
        writeReceipt(out, *request.shown);
    if (!request.withdrawn.empty()) {
        out.key("w").open('[');
        for (const auto& dot : request.withdrawn)
            out.open('[').id(dot.replica).number(dot.number).close(']');
        out.close(']');
    }
    if (request.last)
        out.key("z").raw("true");
    return out.close('}').take();
}

Result<core::DonationRequest> decodeDonationRequest(std::string_view bytes, ReplicaId replica)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxPushBytes, kMaxEnvelopeString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::DonationRequest request;
    request.epoch = in.at("e").id<EpochId>();
    const auto frames = in.listSize("f", kMaxFrames);
    for (std::size_t i = 0; i < frames && !fault.isSet(); ++i) {
        request.frames.push_back(readFrame(in.at("f").at(i), kNothingAsked));
        const auto& frame = request.frames.back();
        if (frame.from != 0 || frame.to != 0 || frame.atHead || !frame.chain.isNil())
            fault.set("a donation that speaks of a feed");
    }
    if (in.has("g"))
        request.shown = readReceipt(in, request.epoch, replica);
    const auto dots = in.listSize("w", kMaxDots);
    for (std::size_t i = 0; i < dots && !fault.isSet(); ++i) {
        const auto item = in.at("w").at(i);
        if (item.size(2, 2) == 2)
            request.withdrawn.push_back({item.at(std::size_t{0}).id<ReplicaId>(), item.at(1).number()});
        if (!fault.isSet() && request.withdrawn.back().number == 0)
            fault.set("a dot out of range");
    }
    request.last = in.has("z") && in.at("z").flag();
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodeDonationReply(const core::DonationReply& reply)
{
    JsonOut out;
    out.open('{');
    writeReceipt(out, reply.receipt);
    return out.key("t").integer(reply.serverTime).close('}').take();
}

Result<core::DonationReply> decodeDonationReply(std::string_view bytes, EpochId epoch, ReplicaId replica)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::DonationReply reply;
    reply.receipt = readReceipt(in, epoch, replica);
    reply.serverTime = in.at("t").integer();
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire
