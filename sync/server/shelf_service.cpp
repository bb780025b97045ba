// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/shelf_service.hpp"

#include "sync/seal/sealed_segment.hpp"

#include <algorithm>
#include <set>

namespace lianxin::server {

namespace {

// What tablets of an office in `area` hold: its villages, its own partition, the board of its county, the directory. No counselling case.
bool isOf(const PartitionId& partition, std::string_view area)
{
    if (partition == PartitionId::directory())
        return true;
    const bool isBoard = partition.text().starts_with("b:");
    return !partition.area().empty() &&
           (partition.area().starts_with(area) || (isBoard && area.starts_with(partition.area())));
}

} // namespace

template <typename Request> Result<Answer<std::string>> ShelfService::areaOf(const Signed<Request>& job)
{
    using Said = Answer<std::string>;
    if (const auto accepted = m_ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Said::refuse(RequestLedger::refusalOf(accepted.error()));
    LIANXIN_TRY(const auto relays, m_relays.list());
    for (const auto& relay : relays)
        if (relay.id == job.replica)
            if (const auto partition = PartitionId::parse(relay.area))
                return Said(std::string(partition->area()));
    return Said::refuse(fail(Errc::notAllowed, "no such relay"));
}

void ShelfService::forEach(std::string_view area, const std::function<bool(const core::SegmentRef&)>& each) const
{
    const auto* shelf = m_segments.shelf();
    if (shelf == nullptr)
        return;
    std::set<Hash> seen;
    for (const auto& bundle : shelf->bundles()) {
        if (!std::ranges::all_of(bundle.manifest.partitions,
                                 [&](const auto& part) { return isOf(part.partition, area); }))
            continue;
        for (const auto& segment : bundle.manifest.segments)
            if (seen.insert(segment.hash).second && !each(segment))
                return;
    }
}

Result<Answer<wire::ShelfList>> ShelfService::list(const Signed<std::string>& job)
{
    using Said = Answer<wire::ShelfList>;
    LIANXIN_TRY(const auto area, areaOf(job));
    if (area.refusal)
        return Said::refuse(*area.refusal);
    wire::ShelfList list;
    forEach(area.reply, [&](const core::SegmentRef& segment) {
        list.entries.push_back({seal::sealedSegmentName(segment.hash), segment.size + seal::kSealedSegmentOverhead});
        return list.entries.size() < wire::kMaxShelfEntries;
    });
    LIANXIN_TRY(list.shutOut, m_store.revokedReplicas());
    return Said(std::move(list));
}

Result<Answer<std::string>> ShelfService::part(const Signed<wire::ShelfAsk>& job)
{
    using Said = Answer<std::string>;
    LIANXIN_TRY(const auto area, areaOf(job));
    if (area.refusal)
        return area;
    std::optional<core::SegmentRef> found;
    forEach(area.reply, [&](const core::SegmentRef& segment) {
        if (seal::sealedSegmentName(segment.hash) == job.request.name)
            found = segment;
        return !found;
    });
    if (!found || job.request.from >= found->size + seal::kSealedSegmentOverhead)
        return Said::refuse(fail(Errc::notFound, "no such segment"));
    LIANXIN_TRY(const auto bytes, m_segments.shelf()->bytes(found->hash, 0, found->size));
    if (bytes.size() != found->size)
        return Said::refuse(fail(Errc::notFound, "no such segment"));
    return Said(seal::sealSegment(found->hash, bytes).substr(job.request.from, wire::kMaxShelfPart));
}

} // namespace lianxin::server
