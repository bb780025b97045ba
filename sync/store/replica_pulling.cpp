// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/pull_run.hpp"
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"

#include "sync/wire/message_codec.hpp"

#include <algorithm>
#include <set>

namespace lianxin::store {

Result<void> PullRun::grants(const std::vector<PartitionId>& granted)
{
    LIANXIN_TRY(auto known, m_partitions.all());
    std::set<PartitionId> wanted(granted.begin(), granted.end());
    for (auto& row : known) {
        const bool isGranted = wanted.erase(row.cursor.partition) > 0;
        const auto grant = isGranted ? Grant::granted : row.grant == Grant::expected ? Grant::expected : Grant::gone;
        if (grant == row.grant)
            continue;
        row.grant = grant; // place: purging what is gone, and fetching anew what comes back, are a later issue
        LIANXIN_CHECK(m_partitions.update(row));
    }
    for (const auto& name : wanted)
        LIANXIN_CHECK(m_partitions.add(name, Grant::granted));
    return {};
}

Result<void> PullRun::withdrawals(const std::vector<Dot>& dots)
{
    LIANXIN_TRY(auto before, m_log.withdrawn());
    auto after = dots;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    if (before == after)
        return {};
    m_settleAll = true;
    return m_log.replaceWithdrawn(dots);
}

Result<void> PullRun::frame(const core::Frame& frame)
{
    LIANXIN_TRY(auto partition, m_partitions.find(frame.partition));
    if (!partition || partition->grant != Grant::granted)
        return fail(Errc::protocol, "a frame of a partition that is not granted");
    if (frame.from != partition->cursor.sequence || frame.to < frame.from)
        return fail(Errc::protocol, "a frame that does not continue the cursor"); // R13
    m_firstFill = partition->cursor.consistent == 0;
    std::uint64_t contextId = 0;
    if (frame.atHead) {
        // R6, R7: V moves with the rows that it vouches for; contexts of the frames before collapse into it.
        partition->vector = frame.vector;
        partition->cursor.consistent = frame.to;
        LIANXIN_CHECK(m_partitions.dropInterned(partition->id));
        m_reachedHead.insert(partition->id);
    } else {
        LIANXIN_TRY(contextId, m_partitions.intern(partition->id, frame.vector));
    }
    partition->cursor.sequence = frame.to;
    partition->cursor.chain = frame.chain;
    LIANXIN_CHECK(m_partitions.update(*partition));
    m_overlay.forget();
    for (const auto& incoming : frame.rows)
        LIANXIN_CHECK(row(incoming, *partition, contextId, frame.atHead));
    return {};
}

Result<std::optional<PartitionRow>> PullRun::segmentsOf(const core::SegmentPartition& part)
{
    LIANXIN_TRY(auto partition, m_partitions.find(part.partition));
    if (!partition || partition->grant != Grant::granted || partition->cursor.sequence != 0)
        return std::optional<PartitionRow>{};
    partition->vector = part.vector;
    partition->cursor.sequence = part.sequence;
    partition->cursor.consistent = part.sequence;
    partition->cursor.chain = part.chain;
    LIANXIN_CHECK(m_partitions.dropInterned(partition->id));
    LIANXIN_CHECK(m_partitions.update(*partition));
    m_reachedHead.insert(partition->id);
    m_firstFill = true;
    m_overlay.forget();
    return partition;
}

// Hardly any record is here already; the table itself says which.
Result<void> PullRun::segmentRow(core::RecordState& incoming, const PartitionRow& partition, TermBatch& terms)
{
    StoredRecord record;
    record.partition = partition.id;
    noteArrival(record, incoming, false);
    for (auto& reg : incoming.registers) {
        if (!reg.exceptions.isEmpty())
            reg.exceptions = reg.exceptions.without(partition.vector);
        for (const auto& head : reg.heads)
            m_greatestHlc = std::max(m_greatestHlc, head.hlc);
    }
    std::swap(record.state, incoming);
    if (m_filling && m_changed.contains(record.state.record)) {
        m_again.emplace_back(std::move(record.state), partition);
        return {};
    }
    LIANXIN_TRY(const bool isNew, m_records.insertNew(record, terms));
    if (!isNew)
        return row(record.state, partition, 0, true);
    m_changed.insert(m_changed.end(), record.state.record);
    return {};
}

Result<void> PullRun::finishFill()
{
    m_filling = false;
    for (const auto& [record, partition] : std::exchange(m_again, {}))
        LIANXIN_CHECK(row(record, partition, 0, true));
    return {};
}

Result<void> PullRun::row(const core::RecordState& incoming, const PartitionRow& partition, std::uint64_t contextId,
                          bool atHead)
{
    LIANXIN_TRY(auto before, m_records.find(incoming.record));
    StoredRecord record;
    if (before) {
        if (before->state.root != incoming.root || before->state.type != incoming.type)
            return fail(Errc::protocol, "a record came with another root or type");
        record = *before;
        if (record.partition != partition.id)
            LIANXIN_CHECK(freeze(record, partition));
    } else {
        record.state = {incoming.record, incoming.root, incoming.type, partition.cursor.partition, {}};
        record.partition = partition.id;
    }
    noteArrival(record, incoming, before.has_value());
    for (const auto& reg : incoming.registers) {
        auto& stored = record.state.at(reg.key);
        stored = reg;
        stored.contextId = contextId;
        stored.feed = 0;
        if (atHead)
            stored.exceptions = reg.exceptions.without(partition.vector);
        for (const auto& head : reg.heads)
            m_greatestHlc = std::max(m_greatestHlc, head.hlc);
    }
    m_changed.insert(incoming.record);
    return m_records.put(record, before ? &*before : nullptr, m_overlay);
}

// A register comes again when its record moved up the feed, and own words come back: only words of others that were not here count. With
// the first fill of a partition years of records come at once; they count by their writers' clocks, no later than now.
void PullRun::noteArrival(StoredRecord& record, const core::RecordState& incoming, bool isKnown) const
{
    bool isNews = false;
    Millis written = 0;
    for (const auto& reg : incoming.registers) {
        const auto* there = record.state.find(reg.key);
        for (const auto& head : reg.heads) {
            const bool isHere =
                there != nullptr && std::ranges::find(there->heads, head.dot, &core::Head::dot) != there->heads.end();
            if (head.dot.replica == m_self || isHere)
                continue;
            isNews = true;
            written = std::max(written, core::hlcMillis(head.hlc));
        }
    }
    const Millis at = m_firstFill ? std::min(m_now, written) : m_now;
    if (isNews)
        record.arrived = at;
    if (!isKnown)
        record.since = m_firstFill ? std::min(m_now, createdAt(incoming.record)) : m_now;
}

// R21: V of the old home vouched for these registers. Until the new home has delivered them, that V is their explicit context.
Result<void> PullRun::freeze(StoredRecord& record, const PartitionRow& home)
{
    LIANXIN_TRY(const auto old, m_partitions.get(record.partition));
    LIANXIN_TRY(const auto frozen, m_partitions.intern(home.id, old.vector));
    for (auto& reg : record.state.registers) {
        LIANXIN_TRY(const auto own, m_partitions.interned(reg.contextId));
        if (!own) {
            reg.contextId = frozen;
            continue;
        }
        // Its frame context would vanish at the old home's head: it goes along.
        LIANXIN_TRY(reg.contextId, m_partitions.intern(home.id, *own));
    }
    record.partition = home.id;
    record.state.partition = home.cursor.partition;
    return {};
}

Result<void> PullRun::settle()
{
    if (!m_settleAll && m_reachedHead.empty())
        return {};
    m_overlay.forget();
    LIANXIN_TRY(const auto touched, m_log.touchedRecords());
    std::map<std::int64_t, core::Context> vectors;
    for (const auto id : m_reachedHead) {
        LIANXIN_TRY(auto partition, m_partitions.get(id));
        vectors.emplace(id, std::move(partition.vector));
    }
    for (const auto& id : touched) {
        LIANXIN_TRY(const auto before, m_records.find(id));
        if (!before)
            return fail(Errc::damaged, "an own change of a record that has no row");
        const auto vector = vectors.find(before->partition);
        if (vector == vectors.end() && !m_settleAll)
            continue;
        if (vector != vectors.end()) {
            LIANXIN_TRY(const auto numbers, m_log.touching(id));
            for (const auto number : numbers)
                if (vector->second.contains({m_self, number}))
                    LIANXIN_CHECK(m_log.dropTouch(id, number));
        }
        m_changed.insert(id);
        auto record = *before;
        LIANXIN_CHECK(m_records.put(record, &*before, m_overlay));
    }
    return {};
}

Result<core::PullRequest> ReplicaStore::nextPull(std::uint32_t budget) const
{
    core::PullRequest request;
    LIANXIN_CHECK(m_parts->self());
    LIANXIN_TRY(request.epoch, m_parts->metaTable.id<EpochId>(meta::kEpoch));
    request.budget = budget;
    LIANXIN_TRY(const auto rows, m_parts->partitions.all());
    for (const auto& row : rows)
        if (row.grant == Grant::granted)
            request.cursors.push_back(row.cursor);
    LIANXIN_TRY(const auto known, m_parts->metaTable.id<core::CursorDigest>(meta::kCursorDigest));
    if (!known.isNil() && wire::cursorDigest(request.cursors) == known)
        request.unchanged = known;
    return request;
}

Result<std::vector<RecordId>> ReplicaStore::applyPull(const core::PullReply& reply)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    // R26: before anything of the reply is used.
    if (reply.epoch != epoch)
        return fail(Errc::epochChanged, "the server has another epoch");
    LIANXIN_CHECK(parts.log.compare(reply.held, reply.heldHash));
    if (parts.ports.room != nullptr && parts.ports.room->isGiven())
        return fail(Errc::diskFull, "what room is left belongs to text saves");

    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    PullRun pull(parts.partitions, parts.log, parts.records, self, parts.ports.clock->now());
    LIANXIN_CHECK(pull.grants(reply.granted));
    LIANXIN_CHECK(pull.withdrawals(reply.withdrawn));
    LIANXIN_CHECK(parts.log.replaceHeldBack(reply.quarantined));
    for (const auto& frame : reply.frames)
        LIANXIN_CHECK(pull.frame(frame));
    LIANXIN_CHECK(parts.plan(reply.manifests, epoch));
    LIANXIN_CHECK(pull.settle());
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kScopeGeneration, static_cast<std::int64_t>(reply.scopeGeneration)));
    LIANXIN_TRY(const auto hlc, parts.metaTable.number(meta::kHlc));
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kHlc, std::max(hlc, pull.greatestHlc())));
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(parts.rememberCursors());
    LIANXIN_CHECK(transaction.commit());
    auto changed = pull.changed();
    notify(changed);
    return changed;
}

// D24: unchanged cursors go as one digest with the next request.
Result<void> ReplicaStore::Parts::rememberCursors()
{
    LIANXIN_TRY(const auto rows, partitions.all());
    std::vector<core::PartitionCursor> cursors;
    for (const auto& row : rows)
        if (row.grant == Grant::granted)
            cursors.push_back(row.cursor);
    return metaTable.setBytes(meta::kCursorDigest, wire::cursorDigest(std::move(cursors)).raw());
}

} // namespace lianxin::store
