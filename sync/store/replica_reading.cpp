// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/away_rows.hpp"
#include "sync/store/piece_shelf.hpp"
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"

#include "sync/seal/hash.hpp"

namespace lianxin::store {

Result<void> ReplicaStore::Parts::finishViews(std::vector<RecordView>& views) const
{
    LIANXIN_TRY(auto on, overlay());
    for (auto& view : views) {
        LIANXIN_TRY(const bool mayCover, on.mayCover(view.record));
        if (!mayCover)
            continue;
        LIANXIN_TRY(const auto numbers, log.touching(view.record));
        for (const auto number : numbers) {
            LIANXIN_TRY(const auto dot, log.dotOf(number));
            LIANXIN_TRY(const bool withdrawn, on.isWithdrawn(dot));
            if (withdrawn)
                continue;
            view.lastOwn = number;
            LIANXIN_TRY(const bool received, log.isReceived(number));
            view.pending = view.pending || !received;
        }
    }
    return {};
}

Result<RecordView> ReplicaStore::view(RecordId record) const
{
    LIANXIN_TRY(const auto found, m_parts->records.find(record));
    if (!found || (found->flags & kFlagAway) != 0)
        return fail(Errc::notFound, "no such record on this tablet");
    std::vector<RecordView> views{m_parts->records.viewOf(*found)};
    LIANXIN_CHECK(m_parts->finishViews(views));
    return std::move(views.front());
}

Result<std::vector<PastValue>> ReplicaStore::pastValues(RecordId record) const
{
    LIANXIN_TRY(const bool isHere, contains(record));
    return isHere ? m_parts->records.past().of(record) : Result<std::vector<PastValue>>(std::vector<PastValue>{});
}

Result<bool> ReplicaStore::contains(RecordId record) const
{
    LIANXIN_TRY(auto rows, m_parts->database->statement("SELECT 1 FROM record WHERE record = ?1 AND (flags & 4) = 0"));
    return rows.bindId(1, record).step();
}

Result<OpenedRecord> ReplicaStore::openForEdit(RecordId record) const
{
    LIANXIN_TRY(const auto found, m_parts->records.find(record));
    if (!found || (found->flags & kFlagAway) != 0)
        return fail(Errc::notFound, "no such record on this tablet");
    LIANXIN_TRY(auto overlay, m_parts->overlay());
    LIANXIN_TRY(auto shown, overlay.show(found->state, found->partition));
    std::vector<RecordView> views{m_parts->records.viewOf(*found)};
    LIANXIN_CHECK(m_parts->finishViews(views));
    return OpenedRecord{std::move(views.front()), std::move(shown.past)};
}

Result<std::vector<RecordView>> ReplicaStore::children(RecordId root) const
{
    // Every record is filed where its root is (D3): one seek. A root that is not here leaves them wherever they are.
    LIANXIN_TRY(
        auto rows,
        m_parts->database->statement(
            "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
            "WHERE partition IN (SELECT partition FROM record WHERE record = ?1 UNION ALL SELECT id FROM partition "
            "WHERE NOT EXISTS (SELECT 1 FROM record WHERE record = ?1)) AND root = ?1 AND (flags & 4) = 0"));
    rows.bindId(1, root);
    LIANXIN_TRY(auto views, m_parts->records.views(rows));
    LIANXIN_CHECK(m_parts->finishViews(views));
    return views;
}

Result<std::vector<RecordView>> ReplicaStore::ofType(std::uint32_t type, std::size_t limit, std::size_t offset,
                                                     bool descending) const
{
    constexpr std::string_view kUp =
        "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
        "WHERE type = ?1 AND (flags & 12) = 0 ORDER BY sort, partition, root, record LIMIT ?2 OFFSET ?3";
    constexpr std::string_view kDown =
        "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
        "WHERE type = ?1 AND (flags & 12) = 0 ORDER BY sort DESC, partition DESC, root "
        "DESC, record DESC LIMIT ?2 OFFSET ?3";
    LIANXIN_TRY(auto rows, m_parts->database->statement(descending ? kDown : kUp));
    rows.bindInt(1, type)
        .bindInt(2, limit == 0 ? -1 : static_cast<std::int64_t>(limit))
        .bindInt(3, static_cast<std::int64_t>(offset));
    LIANXIN_TRY(auto views, m_parts->records.views(rows));
    LIANXIN_CHECK(m_parts->finishViews(views));
    return views;
}

Result<std::vector<RecordView>> ReplicaStore::cameSince(std::uint32_t type, Millis moment) const
{
    LIANXIN_TRY(auto rows,
                m_parts->database->statement(
                    "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
                    "WHERE type = ?1 AND (flags & 12) = 0 AND since >= ?2"));
    rows.bindInt(1, type).bindInt(2, moment);
    LIANXIN_TRY(auto views, m_parts->records.views(rows));
    LIANXIN_CHECK(m_parts->finishViews(views));
    return views;
}

Result<std::uint64_t> ReplicaStore::countOfType(std::uint32_t type) const
{
    LIANXIN_TRY(auto rows,
                m_parts->database->statement("SELECT count(*) FROM record WHERE type = ?1 AND (flags & 12) = 0"));
    LIANXIN_TRY(const bool row, rows.bindInt(1, type).step());
    return row ? rows.numberAt(0) : 0;
}

Result<bool> ReplicaStore::isMine(const Dot& dot) const
{
    LIANXIN_TRY(const auto self, m_parts->self());
    if (self == dot.replica)
        return true;
    LIANXIN_TRY(auto rows,
                m_parts->database->statement("SELECT 1 FROM former_self WHERE replica = ?1 AND shared >= ?2 UNION ALL "
                                             "SELECT 1 FROM restamped WHERE replica = ?1"));
    rows.bindId(1, dot.replica).bindNumber(2, dot.number);
    return rows.step();
}

Result<std::vector<ConflictView>> ReplicaStore::conflicts() const
{
    LIANXIN_TRY(auto rows,
                m_parts->database->statement(
                    "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
                    "WHERE flags & 1 AND (flags & 4) = 0 ORDER BY record"));
    LIANXIN_TRY(const auto views, m_parts->records.views(rows));
    std::vector<ConflictView> conflicts;
    for (const auto& view : views) {
        ConflictView conflict{view.record, view.root, view.type, {}};
        for (const auto& reg : view.registers)
            if (reg.conflict)
                conflict.registers.push_back(reg.key);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

Result<Counts> ReplicaStore::counts() const
{
    auto& database = *m_parts->database;
    Counts counts;
    const auto put = [&](std::uint64_t& into, std::string_view sql) -> Result<void> {
        LIANXIN_TRY(const auto number, database.queryInt(sql));
        into = static_cast<std::uint64_t>(number);
        return {};
    };
    LIANXIN_TRY(const auto mark, pieces().mark());
    auto& counted = m_parts->counted;
    if (!counted || counted->first != mark) {
        LIANXIN_CHECK(put(counts.records, "SELECT count(*) FROM record WHERE (flags & 12) = 0"));
        counted.emplace(mark, counts.records);
    }
    counts.records = counted->second;
    LIANXIN_CHECK(put(counts.conflicts, "SELECT count(*) FROM record WHERE flags & 1 AND (flags & 4) = 0"));
    LIANXIN_CHECK(put(counts.heldBack, "SELECT count(*) FROM changeset WHERE held_back > 0"));
    LIANXIN_CHECK(put(counts.drafts,
                      "SELECT count(*) FROM draft WHERE (SELECT count(*) FROM record r WHERE r.record IN "
                      "(draft.root, draft.record) AND r.flags & 4) = 0"));
    LIANXIN_TRY(counts.sealed, AwayRows(database, m_parts->partitions, m_parts->metaTable).sealed());
    LIANXIN_TRY(counts.waiting, waitingCount());
    return counts;
}

Result<std::uint64_t> ReplicaStore::waitingCount() const
{
    LIANXIN_TRY(const auto last, m_parts->log.last());
    LIANXIN_TRY(const auto received, m_parts->log.acknowledged());
    LIANXIN_TRY(const auto trimmed, m_parts->log.trimmed());
    LIANXIN_TRY(const auto restamped, m_parts->log.restampedWaiting());
    return last - std::max(received, trimmed) + restamped;
}

Result<bool> ReplicaStore::hasSealed() const
{
    LIANXIN_TRY(const auto sealed, AwayRows(*m_parts->database, m_parts->partitions, m_parts->metaTable).sealed());
    return sealed > 0;
}

Result<std::vector<OwnChange>> ReplicaStore::waiting() const { return m_parts->log.waiting(); }
Result<std::vector<OwnChange>> ReplicaStore::heldBack() const { return m_parts->log.heldBack(); }
Result<std::vector<OwnChange>> ReplicaStore::recentChanges(std::size_t limit) const
{
    return m_parts->log.recent(limit);
}
Result<core::Changeset> ReplicaStore::ownChangeset(std::uint64_t number) const
{
    OwnChanges own(m_parts->log);
    LIANXIN_TRY(const auto* changeset, own.at(number));
    return *changeset;
}

PieceShelf ReplicaStore::pieces() const { return PieceShelf(*m_parts->database); }

Result<RecordPlace> ReplicaStore::recordPlace(RecordId record) const { return m_parts->log.placeOf(record); }

Result<std::vector<PartitionView>> ReplicaStore::partitions() const
{
    LIANXIN_TRY(auto rows, m_parts->partitions.all());
    std::vector<PartitionView> views;
    for (auto& row : rows)
        views.push_back(
            {row.cursor.partition, row.cursor.sequence, row.grant == Grant::granted, std::move(row.vector)});
    return views;
}

Result<SyncState> ReplicaStore::syncState() const
{
    const auto& meta = m_parts->metaTable;
    SyncState state;
    LIANXIN_TRY(state.replica, meta.id<ReplicaId>(meta::kReplica));
    state.initialised = !state.replica.isNil();
    LIANXIN_TRY(state.user, meta.id<UserId>(meta::kUser));
    LIANXIN_TRY(state.epoch, meta.id<EpochId>(meta::kEpoch));
    LIANXIN_TRY(state.saved, m_parts->log.last());
    LIANXIN_TRY(state.acknowledged, m_parts->log.acknowledged());
    LIANXIN_TRY(state.trimmed, m_parts->log.trimmed());
    state.acknowledged = std::max(state.acknowledged, state.trimmed);
    LIANXIN_TRY(state.restamped, m_parts->log.restampedWaiting());
    LIANXIN_TRY(const auto generation, meta.number(meta::kScopeGeneration));
    state.scopeGeneration = static_cast<std::uint64_t>(generation);
    LIANXIN_TRY(state.lastContact, meta.number(meta::kLastContact));
    LIANXIN_TRY(state.clockOffset, meta.number(meta::kClockOffset));
    LIANXIN_TRY(state.receipt, m_parts->log.receipt(state.replica));
    return state;
}

Result<Hash> ReplicaStore::stateHash(const PartitionId& partition) const
{
    LIANXIN_TRY(const auto row, m_parts->partitions.find(partition));
    seal::Blake2b hash;
    if (!row)
        return hash.finish();
    LIANXIN_TRY(auto rows,
                m_parts->database->statement(
                    "SELECT partition, root, record, type, registers, view, flags, since, arrived FROM record "
                    "WHERE partition = ?1 ORDER BY record"));
    rows.bindInt(1, row->id);
    for (;;) {
        LIANXIN_TRY(const bool more, rows.step());
        if (!more)
            return hash.finish();
        LIANXIN_TRY(const auto record, m_parts->records.read(rows));
        std::string input;
        core::appendStateHashInput(input, record.state);
        hash.add(input);
    }
}

} // namespace lianxin::store
