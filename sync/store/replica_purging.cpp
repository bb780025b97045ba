// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a replica may not hold any more, and the key that comes after it (I9, D16).
#include "sync/store/away_rows.hpp"
#include "sync/store/replica_parts.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr std::size_t kPurgedAtOnce = 512; // rows of one transaction: a few milliseconds on a tablet
}

// Grants are what the newest reply says: one that comes late must not give back what a later one took. A new epoch starts over.
Result<void> ReplicaStore::Parts::noteGrantsOf(const core::PullReply& reply)
{
    std::string now(reply.epoch.raw());
    for (int shift = 56; shift >= 0; shift -= 8)
        now += static_cast<char>((reply.scopeGeneration >> static_cast<unsigned>(shift)) & 0xffU);
    LIANXIN_TRY(const auto before, metaTable.bytes(meta::kGrantsOf));
    if (before == now)
        return {};
    if (before.size() == now.size() && before.starts_with(reply.epoch.raw()) && before > now)
        return fail(Errc::protocol, "a reply from before the grants changed");
    return metaTable.setBytes(meta::kGrantsOf, now);
}

// Bytes on their way to become rows of what is not granted any more.
Result<void> ReplicaStore::Parts::dropPlansOutside(const std::vector<PartitionId>& granted)
{
    LIANXIN_TRY(const auto plans, segments.plans());
    bool dropped = false;
    for (const auto& plan : plans) {
        if (std::ranges::all_of(plan.manifest.partitions, [&](const core::SegmentPartition& part) {
                return std::ranges::find(granted, part.partition) != granted.end();
            }))
            continue;
        LIANXIN_CHECK(segments.drop(plan.id));
        dropped = true;
    }
    return dropped ? segments.sweep() : Result<void>();
}

// Not even the directory is this replica's: the body was revoked (PROTOCOL.md 8.3). When the province has all that it wrote, nothing of it stays.
Result<bool> ReplicaStore::Parts::letGoOfAll(std::uint64_t received)
{
    LIANXIN_TRY(const auto all, partitions.all());
    LIANXIN_TRY(const auto last, log.last());
    LIANXIN_TRY(const auto kept, database->queryInt("SELECT (SELECT count(*) FROM changeset WHERE body <> x'') + "
                                                    "(SELECT count(*) FROM draft)"));
    if (all.empty() || kept == 0 || received < last ||
        !std::ranges::all_of(all, [](const PartitionRow& row) { return row.grant == Grant::gone; }))
        return false;
    LIANXIN_TRY(auto transaction, Transaction::begin(*database));
    LIANXIN_CHECK(log.letGo());
    LIANXIN_CHECK(database->exec("DELETE FROM draft"));
    LIANXIN_CHECK(metaTable.setNumber(meta::kRekeyDue, 1));
    LIANXIN_CHECK(audit.append(ports.clock->now(), "let go", "this tablet was revoked"));
    LIANXIN_CHECK(transaction.commit());
    return false;
}

Result<bool> ReplicaStore::purgeSome()
{
    auto& parts = *m_parts;
    AwayRows away(*parts.database, parts.partitions, parts.metaTable);
    LIANXIN_TRY(const auto acknowledged, parts.log.acknowledged());
    LIANXIN_TRY(const auto trimmed, parts.log.trimmed());
    const auto received = std::max(acknowledged, trimmed);
    LIANXIN_TRY(const auto left, away.sealed());
    if (left == 0)
        return parts.letGoOfAll(received);
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_TRY(const auto purged, away.purge(received, kPurgedAtOnce));
    if (purged == 0)
        return false;
    LIANXIN_CHECK(parts.audit.append(parts.ports.clock->now(), "purged", std::to_string(purged) + " records"));
    LIANXIN_CHECK(transaction.commit());
    return purged == kPurgedAtOnce;
}

Result<bool> ReplicaStore::rekeyDue() const
{
    LIANXIN_TRY(const auto due, m_parts->metaTable.number(meta::kRekeyDue));
    return due != 0;
}

// Forgotten only when the new key is durable: a death in between makes one re-key too many.
Result<void> ReplicaStore::rekey(const RawKey& key)
{
    LIANXIN_CHECK(m_parts->database->rekey(key));
    return m_parts->metaTable.setNumber(meta::kRekeyDue, 0);
}

} // namespace lianxin::store
