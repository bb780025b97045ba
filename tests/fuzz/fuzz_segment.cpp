// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_messages.hpp"
#include "sync/wire/value_scan.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

constexpr std::size_t kPartitions = 3;

std::vector<wire::SegmentRow> rows()
{
    std::vector<wire::SegmentRow> made;
    for (std::uint8_t i = 0; i < 6; ++i) {
        wire::SegmentRow row{static_cast<std::size_t>(i / 3), fuzz::record()};
        row.record.record = fuzz::filled<RecordId>(static_cast<std::uint8_t>(20 + i));
        row.record.root = fuzz::filled<RecordId>(static_cast<std::uint8_t>(i % 3 == 2 ? 200 : 20 + i / 3 * 3));
        row.record.registers.front().feed = 0;
        if (i % 2 == 0)
            row.record.at({60, "4"}).heads = {
                {{fuzz::filled<ReplicaId>(1), 7U + i}, fuzz::filled<UserId>(2), 1LL << 41, Value::fromBool(true)}};
        made.push_back(std::move(row));
    }
    return made;
}

core::SegmentRequest asked()
{
    return {fuzz::filled<EpochId>(4), 9000, {{fuzz::filled<Hash>(1), 0}, {fuzz::filled<Hash>(2), 77}}};
}

core::SegmentManifest manifest()
{
    core::SegmentManifest made;
    made.epoch = fuzz::filled<EpochId>(4);
    core::Context vector;
    vector.addRange(fuzz::filled<ReplicaId>(1), 1, 6);
    vector.addRange(fuzz::filled<ReplicaId>(9), 2, 3);
    made.partitions = {{fuzz::village(), 17, fuzz::filled<Hash>(11), vector}};
    made.segments = {{fuzz::filled<Hash>(1), 5000, 300}, {fuzz::filled<Hash>(2), 800, 20}};
    made.signature = fuzz::filled<core::Signature>(10);
    return made;
}

std::optional<std::vector<wire::SegmentRow>> read(std::string_view bytes)
{
    std::vector<wire::SegmentRow> got;
    const auto done = wire::readSegment(bytes, kPartitions, [&](wire::SegmentRow& row) -> Result<void> {
        got.push_back(row);
        return {};
    });
    return done ? std::optional(std::move(got)) : std::nullopt;
}

// The columns themselves: mutants of compressed bytes would all stop at the frame.
bool feedContent(std::string_view content)
{
    const auto got = read(wire::compress(content));
    if (!got)
        return false;
    const auto bytes = wire::encodeSegment(*got);
    const auto again = read(bytes);
    fuzz::promise(again && again->size() == got->size() && wire::encodeSegment(*again) == bytes,
                  "a segment survives a round trip");
    return true;
}

} // namespace

bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto parsed = parseJson(bytes, {Value::kMaxBytes, wire::kMaxEnvelopeString, 24});
    promise(wire::isCanonicalValue(bytes) ==
                (parsed && wire::isValueWithinLimits(*parsed) && canonicalJson(*parsed) == bytes),
            "the scan of a value says what the reader says");
    bool accepted = feedContent(bytes) || read(bytes).has_value();
    if (const auto decoded = wire::decodeManifest(bytes)) {
        accepted = true;
        const auto again = wire::decodeManifest(wire::encodeManifest(*decoded));
        promise(again && *again == *decoded, "a manifest survives a round trip");
    }
    if (const auto decoded = wire::decodeSegmentRequest(bytes)) {
        accepted = true;
        const auto again = wire::decodeSegmentRequest(wire::encodeSegmentRequest(*decoded));
        promise(again && again->wants == decoded->wants, "a request for segments survives a round trip");
    }
    if (const auto parts = wire::decodeParts(bytes, asked())) {
        accepted = true;
        const bool blocks = bytes[3] == 2; // of any size when read, of one size when written
        const auto written = wire::encodeParts(*parts, blocks);
        const auto again = wire::decodeParts(written, asked());
        promise(blocks ? again && wire::encodeParts(*again, true) == written : written == bytes,
                "parts survive a round trip");
    }
    if (const auto begun = wire::decodeBegunParts(bytes, asked()); !begun.empty()) {
        accepted = true;
        promise(wire::decodeParts(wire::encodeParts(begun, true), asked()).has_value(), "what was kept of a cut reads");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    const auto segment = wire::encodeSegment(rows());
    return {wire::decompress(segment, wire::kMaxSegmentContent).value(),
            segment,
            wire::encodeManifest(manifest()),
            wire::encodeSegmentRequest(asked()),
            wire::encodeParts({{asked().wants[0], "abc"}, {asked().wants[1], "defgh"}}),
            wire::encodeParts({{asked().wants[0], std::string(5000, 'a')}, {asked().wants[1], "defgh"}}, true)};
}
