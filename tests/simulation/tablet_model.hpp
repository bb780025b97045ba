// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "small_world.hpp"
#include "sync/core/messages.hpp"
#include "sync/core/replica_view.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <vector>

namespace lianxin::sim {

// The tablet's rules (R5-R12, R33, R41) over maps: what sync/store does over SQLCipher, small enough for thousands of histories a
// second. Merging is sync/core's.
class TabletModel {
public:
    explicit TabletModel(ReplicaId id) : m_id(id) {}

    [[nodiscard]] core::ShownRegister shown(const PartitionId& partition, OracleKey key) const
    {
        const auto* reg = find(key);
        return core::show(reg ? reg->heads : core::Heads{}, contextOf(partition, reg), ownWrites(key), m_withdrawn);
    }
    void save(const core::Changeset& changeset)
    {
        for (std::size_t i = 0; i < changeset.changes.size(); ++i)
            for (std::size_t j = 0; j < changeset.changes[i].writes.size(); ++j)
                m_ownOf.at(keyFor(changeset.changes[i].record, changeset.changes[i].writes[j].key))
                    .push_back({m_own.size(), i, j});
        m_own.push_back(changeset);
    }
    [[nodiscard]] const std::vector<core::Changeset>& own() const { return m_own; }
    [[nodiscard]] std::uint64_t acknowledged() const { return m_acknowledged; }
    void acknowledge(std::uint64_t held) { m_acknowledged = std::max(m_acknowledged, held); }
    [[nodiscard]] std::uint64_t cursor(const PartitionId& partition) const
    {
        const auto found = m_partitions.find(partition);
        return found == m_partitions.end() ? 0 : found->second.cursor;
    }

    [[nodiscard]] core::PartitionCursor cursorOf(const PartitionId& partition) const
    {
        const auto found = m_partitions.find(partition);
        if (found == m_partitions.end())
            return {partition, 0, 0, {}};
        return {partition, found->second.cursor, found->second.consistent, {}};
    }

    // False when the reply continues a cursor that is no longer ours (R13).
    bool apply(const core::Frame& frame, const std::vector<Dot>& withdrawn)
    {
        auto& partition = m_partitions[frame.partition];
        if (frame.from != partition.cursor)
            return false;
        for (const auto& dot :
             withdrawn) // W only grows within an epoch: a late reply must not bring a withdrawn change back
            if (std::find(m_withdrawn.begin(), m_withdrawn.end(), dot) == m_withdrawn.end())
                m_withdrawn.push_back(dot);
        const auto contextId = ++m_lastContext;
        m_contexts[contextId] = frame.vector; // R7: each refreshed register keeps the vector of ITS frame
        partition.open.push_back(contextId);
        for (const auto& row : frame.rows)
            for (auto reg : row.registers) {
                reg.contextId = contextId;
                m_registers.at(keyFor(row.record, reg.key)) = std::move(reg);
            }
        partition.cursor = frame.to;
        if (frame.atHead) { // R6: only here, with the rows and the cursor
            partition.vector = frame.vector;
            partition.consistent = frame.to;
            for (const auto id : partition.open)
                m_contexts.erase(id);
            partition.open.clear();
        }
        return true;
    }
    // Null where nothing came of it yet.
    [[nodiscard]] const core::RegisterState* find(OracleKey key) const
    {
        const auto& reg = m_registers.at(key);
        return reg ? &*reg : nullptr;
    }

private:
    struct Partition {
        std::uint64_t cursor{0};
        std::uint64_t consistent{0};
        core::Context vector;
        std::vector<std::uint64_t> open;
    };

    [[nodiscard]] core::Context contextOf(const PartitionId& id, const core::RegisterState* reg) const
    {
        core::Context context;
        const auto interned = reg ? m_contexts.find(reg->contextId) : m_contexts.end();
        if (interned != m_contexts.end())
            context = interned->second;
        else if (const auto partition = m_partitions.find(id); partition != m_partitions.end())
            context = partition->second.vector;
        if (reg)
            context.merge(reg->exceptions);
        return context;
    }
    [[nodiscard]] std::vector<core::OwnWrite> ownWrites(OracleKey key) const
    {
        std::vector<core::OwnWrite> writes;
        for (const auto& place : m_ownOf.at(key)) {
            const auto& changeset = m_own[place.changeset];
            const auto& write = changeset.changes[place.change].writes[place.write];
            writes.push_back({core::Head{changeset.dot, changeset.user, changeset.hlc, write.value},
                              &changeset.pasts.at(write.past)});
        }
        return writes;
    }

    struct Place {
        std::size_t changeset;
        std::size_t change;
        std::size_t write;
    };

    ReplicaId m_id;
    ForEachRegister<std::vector<Place>> m_ownOf; // where in m_own a register is written
    ForEachRegister<std::optional<core::RegisterState>> m_registers;
    std::map<std::uint64_t, core::Context> m_contexts;
    std::uint64_t m_lastContext{0};
    std::map<PartitionId, Partition> m_partitions;
    std::vector<core::Changeset> m_own;
    std::vector<Dot> m_withdrawn;
    std::uint64_t m_acknowledged{0};
};

} // namespace lianxin::sim
