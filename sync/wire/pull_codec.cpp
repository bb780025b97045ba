// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/hash.hpp"
#include "sync/wire/frame_json.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/outcome_json.hpp"
#include "sync/wire/segment_messages.hpp"

#include <algorithm>
#include <set>

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxWithdrawn = 1'000'000;
constexpr std::uint32_t kDefaultBudget = core::PullRequest{}.budget;

// What a reply that does not name the granted partitions means: those asked about.
std::vector<PartitionId> partitionsOf(const core::PullRequest& asked)
{
    std::vector<PartitionId> partitions;
    for (const auto& cursor : asked.cursors)
        partitions.push_back(cursor.partition);
    std::sort(partitions.begin(), partitions.end());
    return partitions;
}

core::PartitionCursor readCursor(const JsonIn& in)
{
    core::PartitionCursor cursor;
    const auto size = in.size(2, 4);
    cursor.partition = in.at(std::size_t{0}).partition();
    cursor.sequence = in.at(1).number();
    if (size > 2)
        cursor.chain = in.at(2).id<Hash>();
    cursor.consistent = size > 3 ? in.at(3).number() : cursor.sequence;
    if (cursor.consistent > cursor.sequence)
        in.fault().set("a cursor that is consistent beyond itself");
    return cursor;
}

void writeDots(JsonOut& out, std::string_view key, const std::vector<Dot>& dots)
{
    if (dots.empty())
        return;
    out.key(key).open('[');
    for (const auto& dot : dots)
        out.open('[').id(dot.replica).number(dot.number).close(']');
    out.close(']');
}

std::vector<Dot> readDots(const JsonIn& in, std::string_view key)
{
    std::vector<Dot> dots;
    const auto count = in.listSize(key, kMaxWithdrawn);
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        const auto item = in.at(key).at(i);
        if (item.size(2, 2) == 2)
            dots.push_back({item.at(std::size_t{0}).id<ReplicaId>(), item.at(1).number()});
    }
    return dots;
}

void writeGranted(JsonOut& out, const core::PullReply& reply, const core::PullRequest& asked)
{
    auto granted = reply.granted;
    std::sort(granted.begin(), granted.end());
    if (granted == partitionsOf(asked))
        return;
    out.key("p").open('[');
    for (const auto& partition : granted)
        out.text(partition.text());
    out.close(']');
}

std::vector<PartitionId> readGranted(const JsonIn& in, const core::PullRequest& asked)
{
    if (!in.has("p"))
        return partitionsOf(asked);
    std::vector<PartitionId> granted;
    const auto list = in.at("p");
    const auto count = list.size(0, kMaxPartitions);
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i)
        granted.push_back(list.at(i).partition());
    return granted;
}

void writeMark(JsonOut& out, const core::BackupMark& mark)
{
    out.key("k").open('[').number(mark.held).id(mark.head).integer(mark.pictures).id(mark.signature).close(']');
}

core::BackupMark readMark(const JsonIn& in, std::uint64_t held)
{
    core::BackupMark mark;
    if (in.size(4, 4) != 4)
        return mark;
    mark.held = in.at(std::size_t{0}).number();
    mark.head = in.at(1).id<Hash>();
    mark.pictures = static_cast<Millis>(in.at(2).number());
    mark.signature = in.at(3).id<core::Signature>();
    if (mark.held > held)
        in.fault().set("a backup of more than the server holds");
    return mark;
}

} // namespace

core::CursorDigest cursorDigest(std::vector<core::PartitionCursor> cursors)
{
    std::sort(cursors.begin(), cursors.end(), [](const auto& a, const auto& b) { return a.partition < b.partition; });
    core::CursorDigest digest;
    seal::Blake2b hash(digest.bytes.size());
    hash.field("lianxin-cursors-1");
    for (const auto& cursor : cursors)
        hash.field(cursor.partition.text()).number(cursor.sequence).number(cursor.consistent).field(cursor.chain.raw());
    hash.finish(digest.bytes);
    return digest;
}

std::string encodePullRequest(const core::PullRequest& request)
{
    JsonOut out;
    out.open('{');
    if (request.budget != kDefaultBudget)
        out.key("b").number(request.budget);
    if (!request.unchanged && !request.cursors.empty()) {
        out.key("c").open('[');
        for (const auto& cursor : request.cursors) {
            out.open('[').text(cursor.partition.text()).number(cursor.sequence);
            const bool isUnderWay = cursor.consistent != cursor.sequence;
            if (isUnderWay || !cursor.chain.isNil())
                out.id(cursor.chain);
            if (isUnderWay)
                out.number(cursor.consistent);
            out.close(']');
        }
        out.close(']');
    }
    out.key("e").id(request.epoch);
    if (request.segments != 0)
        out.key("g").number(request.segments);
    if (request.wantsMark)
        out.key("k").raw("true");
    if (request.unchanged)
        out.key("s").id(*request.unchanged);
    return out.close('}').take();
}

Result<core::PullRequest> decodePullRequest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::PullRequest request;
    if (in.has("b"))
        request.budget = in.at("b").number32();
    const auto count = in.listSize("c", kMaxPartitions);
    std::set<PartitionId> seen;
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i) {
        request.cursors.push_back(readCursor(in.at("c").at(i)));
        if (!seen.insert(request.cursors.back().partition).second)
            fault.set("a partition twice");
    }
    request.epoch = in.at("e").id<EpochId>();
    if (in.has("g"))
        request.segments = in.at("g").number32();
    request.wantsMark = in.has("k") && in.at("k").flag();
    if (in.has("s"))
        request.unchanged = in.at("s").id<core::CursorDigest>();
    if (request.unchanged && count > 0)
        fault.set("cursors and their digest");
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodePullReply(const core::PullReply& reply, const core::PullRequest& asked)
{
    JsonOut out;
    out.open('{');
    if (reply.epoch != asked.epoch)
        out.key("e").id(reply.epoch);
    if (!reply.frames.empty()) {
        out.key("f").open('[');
        for (const auto& frame : reply.frames)
            writeFrame(out, frame, cursorOf(frame.partition, asked));
        out.close(']');
    }
    if (!reply.manifests.empty()) {
        out.key("g").open('[');
        for (const auto& manifest : reply.manifests)
            writeManifest(out, manifest, asked.epoch);
        out.close(']');
    }
    if (!reply.heldHash.isNil())
        out.key("h").id(reply.heldHash);
    if (reply.backup)
        writeMark(out, *reply.backup);
    if (reply.more)
        out.key("m").raw("true");
    out.key("n").number(reply.held);
    writeGranted(out, reply, asked);
    writeOutcomes(out, "q", reply.quarantined);
    out.key("s").number(reply.scopeGeneration).key("t").integer(reply.serverTime);
    writeDots(out, "w", reply.withdrawn);
    return out.close('}').take();
}

Result<core::PullReply> decodePullReply(std::string_view bytes, const core::PullRequest& asked)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxPullReplyBytes, kMaxEnvelopeString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::PullReply reply;
    reply.epoch = in.idOr("e", asked.epoch);
    const auto count = in.listSize("f", kMaxPartitions);
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i)
        reply.frames.push_back(readFrame(in.at("f").at(i), asked));
    // A reader that did not ask for segments has no use for them.
    const auto manifests = asked.segments == 0 ? 0 : in.listSize("g", kMaxPartitions);
    for (std::size_t i = 0; i < manifests && !fault.isSet(); ++i)
        reply.manifests.push_back(readManifest(in.at("g").at(i), asked.epoch));
    reply.heldHash = in.idOr("h", Hash{});
    reply.more = in.has("m") && in.at("m").flag();
    reply.held = in.at("n").number();
    if (asked.wantsMark && in.has("k"))
        reply.backup = readMark(in.at("k"), reply.held);
    reply.granted = readGranted(in, asked);
    reply.quarantined = readOutcomes(in, "q");
    reply.scopeGeneration = in.at("s").number();
    reply.serverTime = in.at("t").integer();
    reply.withdrawn = readDots(in, "w");
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire
