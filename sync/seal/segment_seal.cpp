// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/segment_seal.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

namespace lianxin::seal {

namespace {

void addVector(Transcript& out, const core::Context& vector)
{
    out.number(vector.entries().size());
    for (const auto& entry : vector.entries()) {
        out.field(entry.replica.raw()).number(entry.numbers.intervals().size());
        for (const auto& interval : entry.numbers.intervals())
            out.number(interval.first).number(interval.last);
    }
}

std::string messageOf(const core::SegmentManifest& manifest)
{
    Transcript out("lianxin-segments-1");
    out.number(manifest.suite).field(manifest.epoch.raw()).number(manifest.partitions.size());
    for (const auto& part : manifest.partitions) {
        out.field(part.partition.text()).number(part.sequence).field(part.chain.raw());
        addVector(out, part.vector);
    }
    out.number(manifest.segments.size());
    for (const auto& segment : manifest.segments)
        out.field(segment.hash.raw()).number(segment.size).number(segment.rows);
    return out.bytes();
}

} // namespace

Hash segmentHash(std::string_view bytes) { return Blake2b().field("lianxin-segment-1").field(bytes).finish(); }

core::Signature signManifest(const SignKey& key, const core::SegmentManifest& manifest)
{
    return key.sign(messageOf(manifest));
}

bool verifyManifest(const PublicSignKey& key, const core::SegmentManifest& manifest)
{
    return verify(key, messageOf(manifest), manifest.signature);
}

} // namespace lianxin::seal
