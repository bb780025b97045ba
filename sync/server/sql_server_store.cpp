// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sql_server_store.hpp"

#include "sync/store/ids_of.hpp"

namespace lianxin::server {

using core::ArchivedChangeset;
using core::ReplicaRow;

namespace {
// Enough for the records of one group commit; more would only keep cold rows in memory.
constexpr std::size_t kCachedRecords = 4096;

std::string encodeBase(const ReplicaRow& row)
{
    core::Context context;
    context.merge(row.replica, row.base);
    return core::encodeContext(context);
}

Result<core::IntervalSet> decodeBase(ReplicaId replica, std::string_view bytes)
{
    LIANXIN_TRY(const auto context, core::decodeContext(bytes));
    const auto* numbers = context.of(replica);
    return numbers ? *numbers : core::IntervalSet{};
}

Result<ArchivedChangeset> readArchived(const store::Statement& row)
{
    ArchivedChangeset entry;
    LIANXIN_TRY(entry.dot.replica, row.idAt<ReplicaId>(0));
    entry.dot.number = row.numberAt(1);
    entry.body = row.blobAt(2);
    LIANXIN_TRY(entry.chain, row.idAt<Hash>(3));
    entry.outcome = static_cast<core::Outcome>(row.intAt(4));
    entry.reason = static_cast<core::QuarantineReason>(row.intAt(5));
    entry.pending = row.intAt(6) != 0;
    return entry;
}
std::string archivedWhere(std::string_view condition)
{
    return std::string(
               "SELECT replica, number, body, chain, outcome, reason, pending FROM archive WHERE replica = ?1 AND ")
        .append(condition);
}
} // namespace

Result<void> SqlServerStore::begin()
{
    LIANXIN_TRY(auto transaction, store::Transaction::begin(m_database));
    m_transaction.emplace(std::move(transaction));
    return {};
}

Result<void> SqlServerStore::commit()
{
    auto done = flush();
    if (done && m_transaction)
        done = m_transaction->commit();
    if (!done) {
        rollback();
        return done;
    }
    m_transaction.reset();
    if (m_records.size() > kCachedRecords)
        m_records.clear();
    return {};
}

void SqlServerStore::rollback()
{
    m_transaction.reset();
    m_replicas.clear();
    m_partitions.clear();
    m_names.clear();
    m_records.clear();
    m_withdrawn.reset();
    m_partitionList.reset();
}

Result<void> SqlServerStore::flush()
{
    for (auto& [id, cached] : m_replicas) {
        if (!cached.dirty)
            continue;
        LIANXIN_CHECK(writeReplica(cached.row));
        cached.dirty = false;
    }
    for (auto& [id, entry] : m_partitions) {
        if (!entry.dirty)
            continue;
        LIANXIN_TRY(auto update, m_database.statement(
                                     "UPDATE partition SET sequence = ?2, chain = ?3, replicas = ?4 WHERE id = ?1"));
        std::string list;
        for (const auto& replica : entry.row.replicas)
            list += replica.raw();
        update.bindInt(1, entry.number).bindNumber(2, entry.row.sequence).bindId(3, entry.row.chain).bindBlob(4, list);
        LIANXIN_CHECK(update.run());
        entry.dirty = false;
    }
    return {};
}

Result<void> SqlServerStore::writeReplica(const ReplicaRow& row)
{
    LIANXIN_TRY(
        auto put,
        m_database.statement(
            "INSERT INTO replica(id, user, held, head, base, frozen, revoked) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            " ON CONFLICT(id) DO UPDATE SET held = ?3, head = ?4, base = ?5, frozen = ?6, revoked = ?7"));
    const auto base = encodeBase(row);
    put.bindId(1, row.replica)
        .bindId(2, row.user)
        .bindNumber(3, row.held)
        .bindId(4, row.head)
        .bindBlob(5, base)
        .bindInt(6, row.frozen)
        .bindInt(7, row.revoked);
    return put.run();
}

Result<std::optional<ReplicaRow>> SqlServerStore::replica(ReplicaId id)
{
    if (const auto found = m_replicas.find(id); found != m_replicas.end())
        return std::optional(found->second.row);
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT user, held, head, base, frozen, revoked FROM replica WHERE id = ?1"));
    query.bindId(1, id);
    LIANXIN_TRY(const auto there, query.step());
    if (!there)
        return std::optional<ReplicaRow>{};
    ReplicaRow row;
    row.replica = id;
    LIANXIN_TRY(row.user, query.idAt<UserId>(0));
    row.held = query.numberAt(1);
    LIANXIN_TRY(row.head, query.idAt<Hash>(2));
    LIANXIN_TRY(row.base, decodeBase(id, query.blobAt(3)));
    row.frozen = query.intAt(4) != 0;
    row.revoked = query.intAt(5) != 0;
    m_replicas[id] = {row, false};
    return std::optional(std::move(row));
}

Result<std::vector<ReplicaId>> SqlServerStore::revokedReplicas()
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT id FROM replica WHERE revoked = 1 ORDER BY id"));
    return store::idsOf<ReplicaId>(rows);
}

Result<void> SqlServerStore::putReplica(const ReplicaRow& row)
{
    m_replicas[row.replica] = {row, true};
    return {};
}

Result<void> SqlServerStore::archive(const ArchivedChangeset& changeset)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT INTO archive(replica, number, body, chain, outcome, reason, "
                                               "pending) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    put.bindId(1, changeset.dot.replica)
        .bindNumber(2, changeset.dot.number)
        .bindBlob(3, changeset.body)
        .bindId(4, changeset.chain);
    put.bindInt(5, static_cast<int>(changeset.outcome))
        .bindInt(6, static_cast<int>(changeset.reason))
        .bindInt(7, changeset.pending);
    return put.run();
}

Result<void> SqlServerStore::setArchiveState(const Dot& dot, core::Outcome outcome, core::QuarantineReason reason,
                                             bool pending)
{
    LIANXIN_TRY(auto update,
                m_database.statement(
                    "UPDATE archive SET outcome = ?3, reason = ?4, pending = ?5 WHERE replica = ?1 AND number = ?2"));
    update.bindId(1, dot.replica).bindNumber(2, dot.number);
    update.bindInt(3, static_cast<int>(outcome)).bindInt(4, static_cast<int>(reason)).bindInt(5, pending);
    return update.run();
}

Result<std::optional<ArchivedChangeset>> SqlServerStore::archived(const Dot& dot)
{
    LIANXIN_TRY(auto query, m_database.statement(archivedWhere("number = ?2")));
    query.bindId(1, dot.replica).bindNumber(2, dot.number);
    LIANXIN_TRY(const auto there, query.step());
    if (!there)
        return std::optional<ArchivedChangeset>{};
    LIANXIN_TRY(auto entry, readArchived(query));
    return std::optional(std::move(entry));
}

Result<std::vector<ArchivedChangeset>> SqlServerStore::pendingOf(ReplicaId replica)
{
    LIANXIN_TRY(auto query, m_database.statement(archivedWhere("pending = 1 ORDER BY number")));
    query.bindId(1, replica);
    std::vector<ArchivedChangeset> pending;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return pending;
        LIANXIN_TRY(auto entry, readArchived(query));
        pending.push_back(std::move(entry));
    }
}

Result<void> SqlServerStore::addTouch(RecordId record, const Dot& dot)
{
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT OR IGNORE INTO touch(record, replica, number) VALUES(?1, ?2, ?3)"));
    put.bindId(1, record).bindId(2, dot.replica).bindNumber(3, dot.number);
    return put.run();
}

Result<std::vector<Dot>> SqlServerStore::touches(RecordId record)
{
    LIANXIN_TRY(auto query, m_database.statement("SELECT replica, number FROM touch WHERE record = ?1"));
    query.bindId(1, record);
    std::vector<Dot> dots;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return dots;
        LIANXIN_TRY(const auto replica, query.idAt<ReplicaId>(0));
        dots.push_back({replica, query.numberAt(1)});
    }
}

Result<std::vector<Dot>> SqlServerStore::withdrawn()
{
    if (m_withdrawn)
        return *m_withdrawn;
    LIANXIN_TRY(auto query, m_database.statement("SELECT replica, number FROM withdrawn ORDER BY replica, number"));
    std::vector<Dot> dots;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            break;
        LIANXIN_TRY(const auto replica, query.idAt<ReplicaId>(0));
        dots.push_back({replica, query.numberAt(1)});
    }
    m_withdrawn = dots;
    return dots;
}

Result<void> SqlServerStore::addWithdrawn(const Dot& dot)
{
    m_withdrawn.reset();
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR IGNORE INTO withdrawn(replica, number) VALUES(?1, ?2)"));
    put.bindId(1, dot.replica).bindNumber(2, dot.number);
    return put.run();
}

Result<void> SqlServerStore::putParcel(const core::Parcel& parcel)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR IGNORE INTO parcel(replica, first, last, before, seed, head, "
                                               "signature) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    put.bindId(1, parcel.replica).bindNumber(2, parcel.first).bindNumber(3, parcel.last()).bindId(4, parcel.before);
    put.bindId(5, parcel.seed).bindId(6, parcel.head).bindId(7, parcel.signature);
    return put.run();
}

} // namespace lianxin::server
