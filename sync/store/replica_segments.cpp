// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/bulk_fill.hpp"
#include "sync/store/fill_line.hpp"
#include "sync/store/pull_run.hpp"
#include "sync/store/replica_parts.hpp"

#include "sync/seal/segment_seal.hpp"
#include "sync/wire/limits.hpp"

#include <algorithm>
#include <map>

// First sync by segments: what was offered, the bytes that come, and the one transaction that makes rows of them.
namespace lianxin::store {

// A newer offer takes the place of older ones over the same partitions; bytes that both name stay.
Result<void> ReplicaStore::Parts::plan(const std::vector<core::SegmentManifest>& manifests, EpochId epoch)
{
    if (manifests.empty())
        return {};
    LIANXIN_TRY(const auto before, segments.plans());
    for (const auto& manifest : manifests) {
        if (manifest.epoch != epoch || manifest.suite != core::kSegmentSuite)
            return fail(Errc::protocol, "segments of another epoch or suite");
        bool isWanted = false;
        for (const auto& part : manifest.partitions) {
            LIANXIN_TRY(const auto home, partitions.find(part.partition));
            isWanted = isWanted || (home && home->grant == Grant::granted && home->cursor.sequence == 0);
        }
        if (!isWanted)
            continue; // a late answer
        for (const auto& old : before) {
            const bool meets = std::ranges::any_of(old.manifest.partitions, [&](const auto& part) {
                return std::ranges::binary_search(manifest.partitions, part.partition, {},
                                                  &core::SegmentPartition::partition);
            });
            if (meets)
                LIANXIN_CHECK(segments.drop(old.id));
        }
        LIANXIN_CHECK(segments.add(manifest));
    }
    return segments.sweep();
}

Result<SegmentProgress> ReplicaStore::segmentProgress() const
{
    SegmentProgress progress;
    LIANXIN_TRY(const auto plans, m_parts->segments.plans());
    for (const auto& plan : plans) {
        std::uint64_t size = 0;
        std::uint64_t here = 0;
        for (const auto& segment : plan.manifest.segments) {
            LIANXIN_TRY(const auto have, m_parts->segments.have(segment.hash));
            size += segment.size;
            here += have;
        }
        progress.missing += size - std::min(size, here);
        progress.ready += here >= size ? size : 0;
    }
    return progress;
}

Result<std::optional<core::SegmentRequest>> ReplicaStore::nextSegments(std::uint32_t budget) const
{
    core::SegmentRequest request;
    LIANXIN_TRY(request.epoch, m_parts->metaTable.id<EpochId>(meta::kEpoch));
    request.budget = budget;
    std::uint64_t asked = 0;
    LIANXIN_TRY(const auto plans, m_parts->segments.plans());
    for (const auto& plan : plans)
        for (const auto& segment : plan.manifest.segments) {
            if (asked >= budget || request.wants.size() == wire::kMaxWants)
                break;
            LIANXIN_TRY(const auto have, m_parts->segments.have(segment.hash));
            if (have >= segment.size ||
                std::ranges::find(request.wants, segment.hash, &core::SegmentWant::hash) != request.wants.end())
                continue;
            request.wants.push_back({segment.hash, have});
            asked += segment.size - have;
        }
    return request.wants.empty() ? std::optional<core::SegmentRequest>{} : std::optional(std::move(request));
}

Result<void> ReplicaStore::storeParts(const std::vector<core::SegmentPart>& received)
{
    auto& parts = *m_parts;
    if (parts.ports.room != nullptr && parts.ports.room->isGiven())
        return fail(Errc::diskFull, "what room is left belongs to text saves");
    std::map<Hash, std::uint64_t> sizes;
    LIANXIN_TRY(const auto plans, parts.segments.plans());
    for (const auto& plan : plans)
        for (const auto& segment : plan.manifest.segments)
            sizes.emplace(segment.hash, segment.size);
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    for (const auto& part : received) {
        const auto size = sizes.find(part.from.hash);
        if (size == sizes.end())
            continue; // its plan went meanwhile
        LIANXIN_TRY(const auto have, parts.segments.have(part.from.hash));
        if (have != part.from.offset)
            continue; // came twice
        const auto now = have + part.bytes.size();
        if (now > size->second)
            return fail(Errc::invalidInput, "a segment is longer than it was said to be");
        LIANXIN_CHECK(parts.segments.append(part));
        if (now < size->second)
            continue;
        LIANXIN_TRY(const auto whole, parts.segments.bytes(part.from.hash));
        if (seal::segmentHash(whole) != part.from.hash)
            return fail(Errc::invalidInput, "the bytes of a segment do not give its hash");
    }
    return transaction.commit();
}

Result<void> ReplicaStore::dropSegments(std::string_view why)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto plans, parts.segments.plans());
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    for (const auto& plan : plans)
        LIANXIN_CHECK(parts.segments.drop(plan.id));
    LIANXIN_CHECK(parts.segments.sweep());
    LIANXIN_CHECK(parts.audit.append(parts.ports.clock->now(), "segments dropped", why));
    return transaction.commit();
}

// The cursors of a plan's partitions as they are when its rows are in. A partition that moved on meanwhile, or is not granted any more, is
// passed over.
Result<SegmentSource> ReplicaStore::Parts::take(const SegmentPlan& plan, PullRun& run)
{
    SegmentSource source;
    for (const auto& part : plan.manifest.partitions) {
        LIANXIN_TRY(auto home, run.segmentsOf(part));
        source.homes.push_back(std::move(home));
    }
    for (const auto& segment : plan.manifest.segments) {
        LIANXIN_TRY(auto bytes, segments.bytes(segment.hash));
        source.segments.push_back({std::move(bytes), segment.rows});
    }
    LIANXIN_CHECK(segments.drop(plan.id));
    return source;
}

Result<std::vector<SegmentPlan>> ReplicaStore::Parts::wholePlans(EpochId epoch) const
{
    LIANXIN_TRY(auto plans, segments.plans());
    std::vector<SegmentPlan> whole;
    for (auto& plan : plans) {
        if (plan.manifest.epoch != epoch)
            return fail(Errc::protocol, "segments of another epoch");
        bool isWhole = true;
        for (const auto& segment : plan.manifest.segments) {
            LIANXIN_TRY(const auto have, segments.have(segment.hash));
            isWhole = isWhole && have == segment.size;
        }
        if (isWhole)
            whole.push_back(std::move(plan));
    }
    return whole;
}

Result<std::vector<SegmentSource>> ReplicaStore::Parts::takeAll(const std::vector<SegmentPlan>& plans, PullRun& run)
{
    std::vector<SegmentSource> sources;
    for (const auto& plan : plans) {
        LIANXIN_TRY(auto source, take(plan, run));
        sources.push_back(std::move(source));
    }
    return sources;
}

// Into a store that holds many records: each is looked up, and its place in every index found.
Result<void> ReplicaStore::Parts::add(const std::vector<SegmentSource>& sources, PullRun& run)
{
    TermBatch terms(*database);
    for (const auto& source : sources)
        LIANXIN_CHECK(source.read(
            [&](core::RecordState& row, const PartitionRow& home) { return run.segmentRow(row, home, terms); }));
    return terms.finish();
}

Result<void> ReplicaStore::Parts::fill(std::vector<SegmentSource> sources, PullRun& run, BulkFill& indexes)
{
    FillLine line(std::move(sources), indexes.known(), run, records.maker());
    for (;;) {
        LIANXIN_TRY(const auto rows, line.next());
        if (!rows)
            break;
        LIANXIN_CHECK(records.insertAll(*rows));
        if (auto terms = line.terms(); !terms.empty())
            LIANXIN_CHECK(TermList::insert(*database, terms));
    }
    LIANXIN_CHECK(indexes.finish());
    auto rest = line.rest();
    LIANXIN_CHECK(TermList::insert(*database, rest.terms));
    return run.filled(std::move(rest.filled));
}

Result<std::vector<RecordId>> ReplicaStore::loadSegments()
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    if (parts.ports.room != nullptr && parts.ports.room->isGiven())
        return fail(Errc::diskFull, "what room is left belongs to text saves");
    LIANXIN_TRY(const auto plans, parts.wholePlans(epoch));
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    AwayRows away(*parts.database, parts.partitions, parts.metaTable);
    PullRun run(parts.partitions, parts.log, parts.records, away, self, parts.ports.clock->now());
    LIANXIN_CHECK(run.knowSelf());
    LIANXIN_TRY(auto sources, parts.takeAll(plans, run));
    LIANXIN_TRY(auto indexes, BulkFill::begin(*parts.database, rowsIn(sources)));
    LIANXIN_CHECK(indexes.isOn() ? parts.fill(std::move(sources), run, indexes) : parts.add(sources, run));
    LIANXIN_CHECK(run.nobodyLeft());
    LIANXIN_CHECK(run.settle());
    LIANXIN_CHECK(away.stubs().sweep());
    LIANXIN_CHECK(parts.segments.sweep());
    LIANXIN_TRY(const auto hlc, parts.metaTable.number(meta::kHlc));
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kHlc, std::max(hlc, run.greatestHlc())));
    // The server does not know of these cursors yet: the next pull lists them.
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kCursorDigest, core::CursorDigest{}.raw()));
    LIANXIN_CHECK(transaction.commit());
    auto changed = run.changed();
    notify(changed);
    return changed;
}

} // namespace lianxin::store
