// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/pull_run.hpp"
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"

#include "sync/wire/message_codec.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace lianxin::store {

Result<void> PullRun::knowSelf()
{
    LIANXIN_TRY(m_before, m_log.restamps());
    return {};
}

bool PullRun::isOwn(const Dot& dot) const
{
    return dot.replica == m_self || std::ranges::any_of(m_before, [&](const Restamp& before) {
               return dot.replica == before.old ? dot.number <= before.shared
                                                : std::ranges::find(before.names, dot.replica, [](const auto& name) {
                                                      return name.second;
                                                  }) != before.names.end();
           });
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
    // It does not know the place where we are: perhaps somebody put an old database in its place, and who has a receipt will show it.
    if (frame.from == 0 && partition->cursor.sequence != 0)
        return fail(Errc::busy, "the server does not know our place in its feed");
    if (frame.from != partition->cursor.sequence || frame.to < frame.from)
        return fail(Errc::protocol, "a frame that does not continue the cursor"); // R13
    m_firstFill = partition->cursor.consistent == 0;
    for (const auto& root : frame.gone) // before V moves: what leaves was vouched for by V as it is (R21)
        LIANXIN_CHECK(leave(root, *partition));
    if (m_firstFill && !partition->vector.isEmpty())
        m_former.insert_or_assign(partition->id, partition->vector);
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
    LIANXIN_CHECK(awaitOwn(partition->id, part.vector));
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

StoredRecord PullRun::firstOf(core::RecordState& incoming, const PartitionRow& partition, core::Hlc& greatest) const
{
    StoredRecord record;
    record.partition = partition.id;
    noteArrival(record, incoming, false);
    for (auto& reg : incoming.registers) {
        if (!reg.exceptions.isEmpty())
            reg.exceptions = reg.exceptions.without(partition.vector);
        for (const auto& head : reg.heads)
            greatest = std::max(greatest, head.hlc);
    }
    std::swap(record.state, incoming);
    return record;
}

// Hardly any record is here already; the table itself says which.
Result<void> PullRun::segmentRow(core::RecordState& incoming, const PartitionRow& partition, TermBatch& terms)
{
    auto record = firstOf(incoming, partition, m_greatestHlc);
    LIANXIN_TRY(const bool isNew, m_records.insertNew(record, terms));
    if (!isNew)
        return knownRow(record.state, partition);
    m_changed.insert(m_changed.end(), record.state.record);
    return {};
}

// Segments speak of a moment that is past: what another feed brought may be newer. Frames are of now, and sort it out.
Result<void> PullRun::knownRow(const core::RecordState& incoming, const PartitionRow& partition)
{
    m_awaited.erase(incoming.record);
    LIANXIN_TRY(const auto there, m_records.find(incoming.record));
    if (there && there->partition != partition.id && !there->state.registers.empty())
        return fail(Errc::invalidInput, "a family moved meanwhile");
    return row(incoming, partition, 0, true);
}

Result<void> PullRun::filled(Filled filled)
{
    m_filled = std::move(filled.records);
    m_greatestHlc = std::max(m_greatestHlc, filled.greatestHlc);
    for (const auto& [record, partition] : filled.known)
        LIANXIN_CHECK(knownRow(record, partition));
    for (const auto& [record, partition] : filled.again)
        LIANXIN_CHECK(row(record, partition, 0, true));
    return {};
}

std::vector<RecordId> PullRun::changed() const
{
    std::vector<RecordId> all;
    std::set_union(m_filled.begin(), m_filled.end(), m_changed.begin(), m_changed.end(), std::back_inserter(all));
    return all;
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
        if ((record.flags & kFlagStale) != 0)
            LIANXIN_CHECK(renew(record, incoming));
    } else {
        record.state = {incoming.record, incoming.root, incoming.type, partition.cursor.partition, {}};
        record.partition = partition.id;
    }
    record.flags &= ~kFlagAway;
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
            if (isOwn(head.dot) || isHere)
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

// R20 to R23: a root left this partition with all that hangs on it. Held by this replica too, the new home takes it in as it is; else it is out of
// sight from here on, and purged like everything of a partition that is not granted.
Result<void> PullRun::leave(const core::RecordState& root, const PartitionRow& from)
{
    const auto& place = root.registers.front();
    const auto* head = core::provisional(place.heads);
    const auto text = head == nullptr ? std::nullopt : head->value.asText();
    const auto name = text ? PartitionId::parse(*text) : Result<PartitionId>(fail(Errc::protocol, "no place"));
    if (!name || *name == from.cursor.partition)
        return fail(Errc::protocol, "what left a partition is said to be in it");
    LIANXIN_TRY(auto home, m_partitions.find(*name));
    if (!home || home->grant == Grant::gone)
        LIANXIN_CHECK(m_away.stubs().keep(root, from.id));
    LIANXIN_TRY(const auto ids,
                m_away.rowsUnder(root.record, from.id)); // none: its new home told of it first, or it never was here
    if (ids.empty())
        return {};
    if (!home) {
        LIANXIN_TRY(home, m_partitions.add(*name, Grant::gone));
    }
    for (const auto& id : ids) {
        LIANXIN_TRY(const auto before, m_records.find(id));
        if (!before)
            return fail(Errc::damaged, "a row vanished while it was read");
        auto record = *before;
        LIANXIN_CHECK(freeze(record, *home));
        if (id == root.record) { // a stub speaks for the location only (R22)
            auto& stored = record.state.at(place.key);
            stored = place;
            stored.feed = 0;
            LIANXIN_TRY(stored.contextId, m_partitions.intern(home->id, place.exceptions));
            stored.exceptions = {};
        }
        record.flags = home->grant == Grant::gone ? record.flags | kFlagAway : record.flags & ~kFlagAway;
        m_changed.insert(id);
        m_overlay.forget();
        LIANXIN_CHECK(m_records.put(record, &*before, m_overlay));
    }
    return {};
}

Result<void> PullRun::settle()
{
    for (const auto& [partition, former] : m_former)
        if (m_reachedHead.contains(partition))
            LIANXIN_CHECK(settleRefill(partition));
    if (!m_settleAll && m_reachedHead.empty())
        return {};
    m_overlay.forget();
    LIANXIN_TRY(const auto touched, m_log.touchedRecords());
    LIANXIN_TRY(const bool healed, m_log.hasHealed());
    std::map<std::int64_t, core::Context> vectors;
    for (const auto id : m_reachedHead) {
        LIANXIN_TRY(auto partition, m_partitions.get(id));
        vectors.emplace(id, std::move(partition.vector));
    }
    for (const auto& id : touched) {
        LIANXIN_TRY(const auto before, m_records.find(id));
        if (!before) { // purged, and the province holds this change back; or withdrawn in an epoch that was lost
            if (healed)
                LIANXIN_CHECK(remake(id));
            continue;
        }
        const auto vector = vectors.find(before->partition);
        if (vector == vectors.end() && !m_settleAll)
            continue;
        if (before->state.registers
                .empty()) { // nobody else knows it: withdrawn, nothing of it is left to be shown (R41)
            LIANXIN_TRY(const bool isGone, isWithdrawn(id));
            if (isGone) {
                m_changed.insert(id);
                LIANXIN_CHECK(m_records.remove(*before));
                continue;
            }
        }
        if (vector != vectors.end()) {
            LIANXIN_TRY(const auto numbers, m_log.touching(id));
            for (const auto number : numbers) {
                LIANXIN_TRY(const auto dot, m_log.dotOf(number));
                if (vector->second.contains(dot))
                    LIANXIN_CHECK(m_log.dropTouch(id, number));
            }
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
    // What lies here of a partition that starts over, or was made here before the first pull, may have left it meanwhile: only its feed says
    // so, segments do not.
    LIANXIN_TRY(auto old, m_parts->database->statement(
                              "SELECT 1 FROM partition p CROSS JOIN record r ON r.partition = p.id WHERE p.granted = 1 "
                              "AND p.cursor = 0 LIMIT 1"));
    LIANXIN_TRY(const bool hasOld, old.step());
    request.segments = hasOld ? 0 : core::kSegmentSuite;
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
    LIANXIN_TRY(const auto received, parts.log.acknowledged());
    if (reply.held <
        received) // it signed for more: nothing of a server that was put back is used before it says so (PROTOCOL 9)
        return fail(Errc::epochChanged, "the server holds less than it signed for");
    LIANXIN_TRY(const auto donation, parts.metaTable.bytes(meta::kDonation));
    if (!donation.empty())
        return fail(Errc::protocol, "nothing is pulled before all rows were given back"); // R14
    // What room is left belongs to text saves: nothing is fetched. But what this person may not hold any more goes now; a full disk is no reason
    // to keep it, and its purge makes room.
    const bool isFull = parts.ports.room != nullptr && parts.ports.room->isGiven();

    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    AwayRows away(*parts.database, parts.partitions, parts.metaTable);
    PullRun pull(parts.partitions, parts.log, parts.records, away, self, parts.ports.clock->now());
    LIANXIN_CHECK(pull.knowSelf());
    LIANXIN_CHECK(parts.noteGrantsOf(reply));
    LIANXIN_CHECK(pull.withdrawals(reply.withdrawn));
    LIANXIN_CHECK(parts.log.replaceHeldBack(reply.quarantined));
    LIANXIN_CHECK(pull.grants(reply.granted)); // last: what the province applied says which partitions it knows
    LIANXIN_CHECK(parts.dropPlansOutside(reply.granted));
    if (!isFull) {
        for (const auto& frame : reply.frames)
            LIANXIN_CHECK(pull.frame(frame));
        LIANXIN_CHECK(parts.plan(reply.manifests, epoch));
    }
    LIANXIN_CHECK(pull.settle());
    LIANXIN_CHECK(away.stubs().sweep());
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kScopeGeneration, static_cast<std::int64_t>(reply.scopeGeneration)));
    LIANXIN_TRY(const auto hlc, parts.metaTable.number(meta::kHlc));
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kHlc, std::max(hlc, pull.greatestHlc())));
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(parts.rememberCursors());
    LIANXIN_CHECK(transaction.commit());
    auto changed = pull.changed();
    notify(changed);
    if (isFull && !(reply.frames.empty() && reply.manifests.empty()))
        return fail(Errc::diskFull, "what room is left belongs to text saves");
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
