// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of SqlServerStore that keeps records, partitions and feeds.
#include "sync/server/sql_server_store.hpp"

namespace lianxin::server {

using core::PartitionRow;
using core::RecordState;

Result<SqlServerStore::PartitionEntry*> SqlServerStore::entry(const PartitionId& id, bool create)
{
    if (const auto found = m_partitions.find(id); found != m_partitions.end())
        return &found->second;
    PartitionEntry fresh;
    fresh.row.partition = id;
    {
        LIANXIN_TRY(auto query,
                    m_database.statement("SELECT id, sequence, chain, replicas FROM partition WHERE name = ?1"));
        query.bindText(1, id.text());
        LIANXIN_TRY(const auto there, query.step());
        if (there) {
            fresh.number = query.intAt(0);
            fresh.row.sequence = query.numberAt(1);
            LIANXIN_TRY(fresh.row.chain, query.idAt<Hash>(2));
            const auto list = query.blobAt(3);
            constexpr std::size_t kIdBytes = sizeof(ReplicaId);
            for (std::size_t at = 0; at + kIdBytes <= list.size(); at += kIdBytes) {
                LIANXIN_TRY(const auto replica, ReplicaId::fromRaw(list.substr(at, kIdBytes)));
                fresh.row.replicas.push_back(replica);
            }
        }
    }
    if (fresh.number == 0) {
        if (!create)
            return static_cast<PartitionEntry*>(nullptr);
        LIANXIN_TRY(auto insert, m_database.statement(
                                     "INSERT INTO partition(name, sequence, chain, replicas) VALUES(?1, 0, ?2, x'')"));
        insert.bindText(1, id.text()).bindId(2, Hash{});
        LIANXIN_CHECK(insert.run());
        fresh.number = m_database.lastInsertId();
        m_partitionList.reset();
    }
    m_names[fresh.number] = id;
    return &m_partitions.emplace(id, std::move(fresh)).first->second;
}

Result<std::optional<std::string>> SqlServerStore::nameOf(std::int64_t number)
{
    LIANXIN_TRY(auto query, m_database.statement("SELECT name FROM partition WHERE id = ?1"));
    query.bindInt(1, number);
    LIANXIN_TRY(const auto there, query.step());
    return there ? std::optional(std::string(query.textAt(0))) : std::nullopt;
}

// Columns from `first`: id, root, type, registers.
Result<RecordState> SqlServerStore::readRecord(store::Statement& row, int first, const PartitionId& partition)
{
    RecordState record;
    LIANXIN_TRY(record.record, row.idAt<RecordId>(first));
    LIANXIN_TRY(record.root, row.idAt<RecordId>(first + 1));
    record.type = static_cast<std::uint32_t>(row.intAt(first + 2));
    record.partition = partition;
    LIANXIN_TRY(record.registers, core::decodeRegisters(row.blobAt(first + 3)));
    return record;
}

Result<const std::optional<RecordState>*> SqlServerStore::cached(RecordId id)
{
    if (const auto found = m_records.find(id); found != m_records.end())
        return &found->second;
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT id, root, type, registers, partition FROM record WHERE id = ?1"));
    query.bindId(1, id);
    LIANXIN_TRY(const auto there, query.step());
    std::optional<RecordState> state;
    if (there) {
        const auto number = query.intAt(4);
        if (!m_names.contains(number)) {
            LIANXIN_TRY(const auto name, nameOf(number));
            LIANXIN_TRY(const auto partition, PartitionId::parse(name.value_or("")));
            m_names[number] = partition;
        }
        LIANXIN_TRY(auto found, readRecord(query, 0, m_names[number]));
        state = std::move(found);
    }
    return &m_records.insert_or_assign(id, std::move(state)).first->second;
}

Result<std::optional<RecordState>> SqlServerStore::record(RecordId id)
{
    LIANXIN_TRY(const auto* found, cached(id));
    return *found;
}

Result<std::optional<RecordState>> SqlServerStore::filing(RecordId id)
{
    LIANXIN_TRY(const auto* found, cached(id));
    if (!*found)
        return std::optional<RecordState>{};
    const auto& state = **found;
    return std::optional(RecordState{state.record, state.root, state.type, state.partition, {}});
}

Result<void> SqlServerStore::putRecord(const RecordState& record, std::uint64_t feed)
{
    LIANXIN_TRY(auto* home, entry(record.partition, true));
    LIANXIN_TRY(auto put,
                m_database.statement(
                    "INSERT INTO record(id, root, type, partition, feed, registers) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
                    " ON CONFLICT(id) DO UPDATE SET partition = ?4, feed = ?5, registers = ?6"));
    const auto registers = core::encodeRegisters(record.registers);
    put.bindId(1, record.record)
        .bindId(2, record.root)
        .bindInt(3, record.type)
        .bindInt(4, home->number)
        .bindNumber(5, feed)
        .bindBlob(6, registers);
    LIANXIN_CHECK(put.run());
    m_records[record.record] = record;
    return {};
}

Result<PartitionRow> SqlServerStore::partition(const PartitionId& id)
{
    LIANXIN_TRY(const auto* found, entry(id, false));
    if (found)
        return found->row;
    PartitionRow row;
    row.partition = id;
    return row;
}

Result<void> SqlServerStore::putPartition(const PartitionRow& row)
{
    LIANXIN_TRY(auto* found, entry(row.partition, true));
    found->row = row;
    found->dirty = true;
    return {};
}

Result<void> SqlServerStore::putFeedChain(const PartitionId& id, std::uint64_t sequence, const Hash& chain)
{
    LIANXIN_TRY(auto* home, entry(id, true));
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT INTO feed_chain(partition, sequence, chain) VALUES(?1, ?2, ?3)"));
    put.bindInt(1, home->number).bindNumber(2, sequence).bindId(3, chain);
    return put.run();
}

Result<std::optional<Hash>> SqlServerStore::feedChain(const PartitionId& id, std::uint64_t sequence)
{
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return std::optional<Hash>{};
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT chain FROM feed_chain WHERE partition = ?1 AND sequence = ?2"));
    query.bindInt(1, home->number).bindNumber(2, sequence);
    LIANXIN_TRY(const auto there, query.step());
    if (!there)
        return std::optional<Hash>{};
    LIANXIN_TRY(const auto chain, query.idAt<Hash>(0));
    return std::optional(chain);
}

Result<std::vector<std::pair<std::uint64_t, RecordState>>> SqlServerStore::feed(const PartitionId& id,
                                                                                std::uint64_t after, std::size_t limit)
{
    std::vector<std::pair<std::uint64_t, RecordState>> rows;
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return rows;
    LIANXIN_TRY(auto query, m_database.statement("SELECT feed, id, root, type, registers FROM record WHERE partition = "
                                                 "?1 AND feed > ?2 ORDER BY feed LIMIT ?3"));
    query.bindInt(1, home->number).bindNumber(2, after).bindInt(3, static_cast<std::int64_t>(limit));
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return rows;
        LIANXIN_TRY(auto record, readRecord(query, 1, id));
        rows.emplace_back(query.numberAt(0), std::move(record));
    }
}

Result<std::vector<PartitionId>> SqlServerStore::partitions()
{
    if (m_partitionList)
        return *m_partitionList;
    LIANXIN_TRY(auto query, m_database.statement("SELECT name FROM partition ORDER BY name"));
    std::vector<PartitionId> ids;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            break;
        LIANXIN_TRY(auto id, PartitionId::parse(query.textAt(0)));
        ids.push_back(std::move(id));
    }
    m_partitionList = ids;
    return ids;
}

Result<std::uint64_t> SqlServerStore::countOf(const PartitionId& id)
{
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return std::uint64_t{0};
    LIANXIN_TRY(auto query, m_database.statement("SELECT count(*) FROM record WHERE partition = ?1"));
    LIANXIN_TRY(const auto there, query.bindInt(1, home->number).step());
    return there ? query.numberAt(0) : 0;
}

Result<std::vector<RecordState>> SqlServerStore::recordsOf(const PartitionId& id)
{
    std::vector<RecordState> records;
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return records;
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT id, root, type, registers FROM record WHERE partition = ?1 ORDER BY id"));
    query.bindInt(1, home->number);
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return records;
        LIANXIN_TRY(auto record, readRecord(query, 0, id));
        records.push_back(std::move(record));
    }
}

} // namespace lianxin::server
