// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"

#include <algorithm>
#include <map>

namespace lianxin::sim {

// A backend of maps with real transactions (a copy taken at begin): what the merge core asks of any database.
class MapServerStore : public core::ServerStore {
public:
    // Whether the transactions to come may be rolled back: only then is what was before kept.
    void mayLosePower(bool may) { m_keeps = may; }
    Result<void> begin() override
    {
        if (m_keeps)
            m_saved = m_now;
        return {};
    }
    Result<void> commit() override
    {
        m_saved = {};
        return {};
    }
    void rollback() override { m_now = std::move(m_saved); }

    Result<std::optional<core::ReplicaRow>> replica(ReplicaId id) override { return lookUp(m_now.replicas, id); }
    Result<void> putReplica(const core::ReplicaRow& row) override
    {
        m_now.replicas[row.replica] = row;
        return {};
    }
    Result<void> archive(const core::ArchivedChangeset& changeset) override
    {
        if (!m_now.archive.emplace(changeset.dot, changeset).second)
            return fail(Errc::internal, "archived twice");
        return {};
    }
    Result<void> setArchiveState(const Dot& dot, core::Outcome outcome, core::QuarantineReason reason,
                                 bool pending) override
    {
        auto& entry = m_now.archive.at(dot);
        entry.outcome = outcome;
        entry.reason = reason;
        entry.pending = pending;
        return {};
    }
    Result<std::optional<core::ArchivedChangeset>> archived(const Dot& dot) override
    {
        return lookUp(m_now.archive, dot);
    }
    Result<std::vector<core::ArchivedChangeset>> pendingOf(ReplicaId replica) override
    {
        std::vector<core::ArchivedChangeset> result;
        for (const auto& [dot, entry] : m_now.archive)
            if (dot.replica == replica && entry.pending)
                result.push_back(entry);
        return result;
    }
    Result<void> addTouch(RecordId record, const Dot& dot) override
    {
        m_now.touches[record].push_back(dot);
        return {};
    }
    Result<std::vector<Dot>> touches(RecordId record) override { return m_now.touches[record]; }
    Result<std::vector<Dot>> withdrawn() override { return m_now.withdrawn; }
    Result<void> removeWithdrawn(const Dot& dot) override
    {
        std::erase(m_now.withdrawn, dot);
        return {};
    }
    Result<void> addDonated(const Dot& dot, RecordId record, ReplicaId) override
    {
        m_now.donated[dot].push_back(record);
        return {};
    }
    Result<std::vector<RecordId>> donatedWith(const Dot& dot) override { return m_now.donated[dot]; }
    Result<void> addWithdrawn(const Dot& dot) override
    {
        m_now.withdrawn.push_back(dot);
        return {};
    }
    Result<std::optional<core::RecordState>> record(RecordId id) override { return lookUp(m_now.records, id); }
    Result<void> putRecord(const core::RecordState& record, std::uint64_t feed) override
    {
        m_now.records[record.record] = record;
        m_now.feeds[record.record] = feed;
        return {};
    }
    Result<core::PartitionRow> partition(const PartitionId& id) override
    {
        const auto found = m_now.partitions.find(id);
        if (found != m_now.partitions.end())
            return found->second;
        core::PartitionRow row;
        row.partition = id;
        return row;
    }
    Result<void> putPartition(const core::PartitionRow& row) override
    {
        m_now.partitions[row.partition] = row;
        return {};
    }
    Result<void> putFeedChain(const PartitionId& id, std::uint64_t sequence, const Hash& chain) override
    {
        if (!m_now.chains.emplace(std::pair{id, sequence}, chain).second)
            return fail(Errc::internal, "a feed number was given twice");
        return {};
    }
    Result<std::optional<Hash>> feedChain(const PartitionId& id, std::uint64_t sequence) override
    {
        return lookUp(m_now.chains, std::pair{id, sequence});
    }
    Result<std::vector<std::pair<std::uint64_t, core::RecordState>>> feed(const PartitionId& id, std::uint64_t after,
                                                                          std::size_t limit) override
    {
        std::vector<std::pair<std::uint64_t, core::RecordState>> rows;
        for (const auto& [recordId, feed] : m_now.feeds)
            if (feed > after && m_now.records.at(recordId).partition == id)
                rows.emplace_back(feed, m_now.records.at(recordId));
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        if (rows.size() > limit)
            rows.resize(limit);
        return rows;
    }

    Result<std::vector<core::RecordState>> recordsUnder(RecordId root) override
    {
        std::vector<core::RecordState> found;
        for (const auto& [id, record] : m_now.records)
            if (record.root == root)
                found.push_back(record);
        return found;
    }
    Result<void> putGone(const PartitionId& id, RecordId root, std::uint64_t feed) override
    {
        if (feed == 0)
            m_now.gone.erase({id, root});
        else
            m_now.gone[{id, root}] = feed;
        return {};
    }
    Result<bool> hasLeft(const PartitionId& id, RecordId root) override { return m_now.gone.contains({id, root}); }
    Result<std::vector<std::pair<std::uint64_t, RecordId>>> gone(const PartitionId& id, std::uint64_t after,
                                                                 std::size_t limit) override
    {
        std::vector<std::pair<std::uint64_t, RecordId>> left;
        for (const auto& [key, feed] : m_now.gone)
            if (key.first == id && feed > after)
                left.emplace_back(feed, key.second);
        std::sort(left.begin(), left.end());
        if (left.size() > limit)
            left.resize(limit);
        return left;
    }

private:
    struct State {
        std::map<ReplicaId, core::ReplicaRow> replicas;
        std::map<Dot, core::ArchivedChangeset> archive;
        std::map<RecordId, std::vector<Dot>> touches;
        std::vector<Dot> withdrawn;
        std::map<Dot, std::vector<RecordId>> donated;
        std::map<RecordId, core::RecordState> records;
        std::map<RecordId, std::uint64_t> feeds;
        std::map<std::pair<PartitionId, RecordId>, std::uint64_t> gone;
        std::map<PartitionId, core::PartitionRow> partitions;
        std::map<std::pair<PartitionId, std::uint64_t>, Hash> chains;
    };

    template <typename Map, typename Key>
    static std::optional<typename Map::mapped_type> lookUp(const Map& map, const Key& key)
    {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional(found->second);
    }

    bool m_keeps{true};
    State m_now;
    State m_saved;
};

} // namespace lianxin::sim
