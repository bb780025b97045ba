// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"
#include "sync/store/database.hpp"

#include <map>
#include <optional>
#include <unordered_map>

namespace lianxin::server {

// core::ServerStore on one encrypted file. Replica and partition rows are read once and written at commit, because every changeset of a
// batch touches the same few; records are kept decoded while a batch is under way. Only the store worker's thread comes here.
class SqlServerStore final : public core::ServerStore {
public:
    explicit SqlServerStore(store::Database& database) : m_database(database) {}

    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;

    Result<std::optional<core::ReplicaRow>> replica(ReplicaId id) override;
    [[nodiscard]] Result<std::vector<ReplicaId>> revokedReplicas(); // as of the last commit
    Result<void> putReplica(const core::ReplicaRow& row) override;
    Result<void> archive(const core::ArchivedChangeset& changeset) override;
    Result<void> setArchiveState(const Dot& dot, core::Outcome outcome, core::QuarantineReason reason,
                                 bool pending) override;
    Result<std::optional<core::ArchivedChangeset>> archived(const Dot& dot) override;
    Result<std::vector<core::ArchivedChangeset>> pendingOf(ReplicaId replica) override;
    Result<void> addTouch(RecordId record, const Dot& dot) override;
    Result<std::vector<Dot>> touches(RecordId record) override;
    Result<std::vector<Dot>> withdrawn() override;
    Result<void> addWithdrawn(const Dot& dot) override;
    Result<void> removeWithdrawn(const Dot& dot) override;
    Result<void> addDonated(const Dot& dot, RecordId record, ReplicaId donor) override;
    Result<std::vector<RecordId>> donatedWith(const Dot& dot) override;

    Result<std::optional<core::RecordState>> record(RecordId id) override;
    Result<std::optional<core::RecordState>> filing(RecordId id) override;
    Result<void> putRecord(const core::RecordState& record, std::uint64_t feed) override;
    Result<core::PartitionRow> partition(const PartitionId& id) override;
    Result<void> putPartition(const core::PartitionRow& row) override;
    Result<void> putFeedChain(const PartitionId& id, std::uint64_t sequence, const Hash& chain) override;
    Result<std::optional<Hash>> feedChain(const PartitionId& id, std::uint64_t sequence) override;
    Result<std::vector<std::pair<std::uint64_t, core::RecordState>>> feed(const PartitionId& id, std::uint64_t after,
                                                                          std::size_t limit) override;
    Result<std::vector<core::RecordState>> recordsUnder(RecordId root) override;
    Result<void> putGone(const PartitionId& id, RecordId root, std::uint64_t feed) override;
    Result<bool> hasLeft(const PartitionId& id, RecordId root) override;
    Result<std::vector<std::pair<std::uint64_t, RecordId>>> gone(const PartitionId& id, std::uint64_t after,
                                                                 std::size_t limit) override;

    // Beyond the core's port, for status, grants and the archive's proof.
    [[nodiscard]] Result<std::vector<PartitionId>> partitions();
    [[nodiscard]] Result<void> putParcel(const core::Parcel& parcel);
    [[nodiscard]] Result<std::uint64_t> countOf(const PartitionId& id); // records
    [[nodiscard]] Result<std::vector<core::RecordState>> recordsOf(const PartitionId& id); // in order of record id
    [[nodiscard]] store::Database& database() { return m_database; }
    // Whether the feed had this chain at this number, however long ago: compaction forgets no number that a cursor may name.
    [[nodiscard]] Result<bool> isOnFeed(const PartitionId& id, std::uint64_t sequence, const Hash& chain);
    [[nodiscard]] Result<std::optional<PartitionId>> dueForCompaction();
    [[nodiscard]] Result<void> compact(const PartitionId& id);           // one block of it, within a transaction
    void compactFrom(std::uint64_t numbers) { m_compactFrom = numbers; } // of a block

private:
    template <typename Row> struct Cached {
        Row row;
        bool dirty{false};
    };
    struct PartitionEntry {
        core::PartitionRow row;
        std::int64_t number{0};
        bool dirty{false};
    };

    [[nodiscard]] Result<void> writeReplica(const core::ReplicaRow& row);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<PartitionEntry*> entry(const PartitionId& id, bool create);
    [[nodiscard]] Result<const std::optional<core::RecordState>*> cached(RecordId id); // valid until the next call
    [[nodiscard]] Result<std::optional<std::string>> nameOf(std::int64_t number);
    [[nodiscard]] Result<core::RecordState> readRecord(store::Statement& row, int first, const PartitionId& partition);

    store::Database& m_database;
    std::uint64_t m_compactFrom{512};
    std::optional<store::Transaction> m_transaction;
    std::unordered_map<ReplicaId, Cached<core::ReplicaRow>> m_replicas;
    std::map<PartitionId, PartitionEntry> m_partitions;
    std::unordered_map<std::int64_t, PartitionId> m_names;
    std::unordered_map<RecordId, std::optional<core::RecordState>> m_records;
    std::optional<std::vector<Dot>> m_withdrawn;
    std::optional<std::vector<PartitionId>> m_partitionList;
};

} // namespace lianxin::server
