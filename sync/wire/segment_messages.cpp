// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/segment_messages.hpp"

#include "sync/seal/hash.hpp"
#include "sync/wire/limits.hpp"

#include <algorithm>

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxReplicas = 1U << 20U;
constexpr std::uint32_t kDefaultBudget = core::SegmentRequest{}.budget;
constexpr std::string_view kPartsMagic = "LXP\x01";
constexpr std::string_view kBlocksMagic = "LXP\x02";
constexpr std::size_t kBlockBytes =
    4096; // what a cut may waste: a second at 32 kbit/s; the heads of the blocks are 0.6 %
constexpr std::size_t kPartHead = 24;
using PartCheck = RawId<struct PartCheckTag, 16>;

std::vector<ReplicaId> replicasOf(const core::SegmentManifest& manifest)
{
    std::vector<ReplicaId> replicas;
    for (const auto& part : manifest.partitions)
        for (const auto& entry : part.vector.entries())
            replicas.push_back(entry.replica);
    std::sort(replicas.begin(), replicas.end());
    replicas.erase(std::unique(replicas.begin(), replicas.end()), replicas.end());
    return replicas;
}

void writePartition(JsonOut& out, const core::SegmentPartition& part, const std::vector<ReplicaId>& replicas)
{
    out.open('[').text(part.partition.text()).number(part.sequence).id(part.chain).open('[');
    for (const auto& entry : part.vector.entries()) {
        const auto at = std::lower_bound(replicas.begin(), replicas.end(), entry.replica) - replicas.begin();
        out.open('[').number(static_cast<std::uint64_t>(at)).numbers(entry.numbers).close(']');
    }
    out.close(']').close(']');
}

core::SegmentPartition readPartition(const JsonIn& in, const std::vector<ReplicaId>& replicas)
{
    core::SegmentPartition part;
    if (in.size(4, 4) == 0)
        return part;
    part.partition = in.at(std::size_t{0}).partition();
    part.sequence = in.at(1).number();
    part.chain = in.at(2).id<Hash>();
    if (part.sequence == 0)
        in.fault().set("segments of an empty partition");
    const auto list = in.at(3);
    const auto count = list.size(0, replicas.size());
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        const auto pair = list.at(i);
        if (pair.size(2, 2) == 0)
            break;
        const auto at = pair.at(std::size_t{0}).number();
        if (at < replicas.size() && part.vector.of(replicas[at]) == nullptr)
            part.vector.merge(replicas[at], pair.at(1).numbers());
        else
            in.fault().set("a vector that names a replica twice, or none");
    }
    return part;
}

core::SegmentRef readRef(const JsonIn& in)
{
    core::SegmentRef ref;
    if (in.size(3, 3) == 0)
        return ref;
    ref.hash = in.at(std::size_t{0}).id<Hash>();
    ref.size = static_cast<std::uint32_t>(in.at(1).number(kMaxSegmentBytes));
    ref.rows = static_cast<std::uint32_t>(in.at(2).number(kMaxSegmentRows));
    if (ref.size == 0 || ref.rows == 0)
        in.fault().set("an empty segment");
    return ref;
}

std::string bytesOf(std::uint64_t number)
{
    std::string bytes;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        bytes.push_back(static_cast<char>(number >> (shift - 8)));
    return bytes;
}

PartCheck checkOf(const core::SegmentWant& from, std::string_view bytes)
{
    PartCheck check;
    seal::Blake2b hash(check.bytes.size());
    hash.field("lianxin-part-1").field(from.hash.raw()).number(from.offset).field(bytes).finish(check.bytes);
    return check;
}

} // namespace

void writeManifest(JsonOut& out, const core::SegmentManifest& manifest, EpochId asked)
{
    const auto replicas = replicasOf(manifest);
    out.open('{');
    if (manifest.epoch != asked)
        out.key("e").id(manifest.epoch);
    out.key("g").id(manifest.signature).key("p").open('[');
    for (const auto& part : manifest.partitions)
        writePartition(out, part, replicas);
    out.close(']').key("r").open('[');
    for (const auto& replica : replicas)
        out.id(replica);
    out.close(']').key("s").open('[');
    for (const auto& segment : manifest.segments)
        out.open('[').id(segment.hash).number(segment.size).number(segment.rows).close(']');
    out.close(']').key("u").number(manifest.suite).close('}');
}

core::SegmentManifest readManifest(const JsonIn& in, EpochId asked)
{
    core::SegmentManifest manifest;
    manifest.epoch = in.idOr("e", asked);
    manifest.signature = in.at("g").id<core::Signature>();
    manifest.suite = in.at("u").number32();
    std::vector<ReplicaId> replicas;
    const auto table = in.at("r");
    for (std::size_t i = 0, n = table.size(0, kMaxReplicas); i < n && !in.fault().isSet(); ++i) {
        replicas.push_back(table.at(i).id<ReplicaId>());
        if (i > 0 && !(replicas[i - 1] < replicas[i]))
            in.fault().set("a table out of order");
    }
    const auto parts = in.at("p");
    for (std::size_t i = 0, n = parts.size(1, kMaxPartitions); i < n && !in.fault().isSet(); ++i) {
        manifest.partitions.push_back(readPartition(parts.at(i), replicas));
        if (i > 0 && !(manifest.partitions[i - 1].partition < manifest.partitions[i].partition))
            in.fault().set("partitions out of order");
    }
    const auto segments = in.at("s");
    for (std::size_t i = 0, n = segments.size(1, kMaxSegmentsPerManifest); i < n && !in.fault().isSet(); ++i)
        manifest.segments.push_back(readRef(segments.at(i)));
    return manifest;
}

std::string encodeManifest(const core::SegmentManifest& manifest)
{
    JsonOut out;
    writeManifest(out, manifest, EpochId{});
    return out.take();
}

Result<core::SegmentManifest> decodeManifest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxPullReplyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    auto manifest = readManifest(JsonIn(json, fault), EpochId{});
    if (fault.isSet())
        return fault.error();
    return manifest;
}

std::string encodeSegmentRequest(const core::SegmentRequest& request)
{
    JsonOut out;
    out.open('{');
    if (request.budget != kDefaultBudget)
        out.key("b").number(request.budget);
    out.key("e").id(request.epoch);
    if (request.blocks)
        out.key("k").number(1);
    out.key("w").open('[');
    for (const auto& want : request.wants) {
        out.open('[').id(want.hash);
        if (want.offset > 0)
            out.number(want.offset);
        out.close(']');
    }
    return out.close(']').close('}').take();
}

Result<core::SegmentRequest> decodeSegmentRequest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::SegmentRequest request;
    if (in.has("b"))
        request.budget = in.at("b").number32();
    request.epoch = in.at("e").id<EpochId>();
    request.blocks = in.has("k") && in.at("k").number() != 0;
    const auto wants = in.at("w");
    for (std::size_t i = 0, n = wants.size(1, kMaxWants); i < n && !fault.isSet(); ++i) {
        const auto want = wants.at(i);
        const auto size = want.size(1, 2);
        request.wants.push_back(
            {want.at(std::size_t{0}).id<Hash>(), size > 1 ? want.at(1).number(kMaxSegmentBytes) : 0});
    }
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodeParts(const std::vector<core::SegmentPart>& parts, bool blocks)
{
    std::string out(blocks ? kBlocksMagic : kPartsMagic);
    for (const auto& part : parts) {
        const std::string_view bytes(part.bytes);
        const auto step = blocks ? kBlockBytes : std::max<std::size_t>(bytes.size(), 1);
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            const auto block = bytes.substr(at, step);
            out += bytesOf(blocks ? block.size() * 2 + (at > 0 ? 1 : 0) : block.size());
            out += checkOf({part.from.hash, part.from.offset + at}, block).raw();
            out += block;
        }
    }
    return out;
}

namespace {

// One part, or one block of one, taken from the front of `bytes` and put behind what is there of its want. False: it is cut.
Result<bool> takePart(std::string_view& bytes, bool blocks, const core::SegmentRequest& asked,
                      std::vector<core::SegmentPart>& parts)
{
    if (bytes.size() < kPartHead)
        return false;
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < 8; ++i)
        size = size << 8U | static_cast<std::uint8_t>(bytes[i]);
    const bool goesOn = blocks && (size & 1U) != 0;
    size = blocks ? size / 2 : size;
    if (size == 0 || size > kMaxSegmentBytes || (goesOn ? parts.empty() : parts.size() == asked.wants.size()))
        return fail(Errc::invalidInput, "more parts than were asked for, or an empty one");
    if (size > bytes.size() - kPartHead)
        return false;
    LIANXIN_TRY(const auto check, PartCheck::fromRaw(bytes.substr(8, 16)));
    const auto content = bytes.substr(kPartHead, static_cast<std::size_t>(size));
    if (!goesOn)
        parts.push_back({asked.wants[parts.size()], {}});
    auto& part = parts.back();
    if (part.bytes.size() + content.size() > kMaxSegmentBytes ||
        checkOf({part.from.hash, part.from.offset + part.bytes.size()}, content) != check)
        return fail(Errc::invalidInput, "a part that is not the one asked for");
    part.bytes += content;
    bytes.remove_prefix(kPartHead + content.size());
    return true;
}

} // namespace

Result<std::vector<core::SegmentPart>> decodeParts(std::string_view bytes, const core::SegmentRequest& asked)
{
    if (bytes.size() > kMaxSegmentReply || bytes.substr(0, 3) != kPartsMagic.substr(0, 3) || bytes.size() < 4)
        return fail(Errc::invalidInput, "not parts of segments");
    const bool blocks = bytes[3] == kBlocksMagic[3];
    if (bytes[3] != kPartsMagic[3] && !blocks)
        return fail(Errc::upgradeNeeded, "parts of another suite");
    bytes.remove_prefix(kPartsMagic.size());
    std::vector<core::SegmentPart> parts;
    while (!bytes.empty()) {
        LIANXIN_TRY(const bool whole, takePart(bytes, blocks, asked, parts));
        if (!whole)
            return fail(Errc::invalidInput, "a part is cut");
    }
    if (parts.empty())
        return fail(Errc::invalidInput, "no part of a segment");
    return parts;
}

std::vector<core::SegmentPart> decodeBegunParts(std::string_view bytes, const core::SegmentRequest& asked)
{
    std::vector<core::SegmentPart> parts;
    if (bytes.size() > kMaxSegmentReply || bytes.substr(0, kBlocksMagic.size()) != kBlocksMagic)
        return parts;
    bytes.remove_prefix(kBlocksMagic.size());
    for (;;) {
        const auto taken = takePart(bytes, true, asked, parts);
        if (!taken)
            return {}; // not what was asked for: nothing of it is believed
        if (!*taken)
            return parts;
    }
}

} // namespace lianxin::wire
