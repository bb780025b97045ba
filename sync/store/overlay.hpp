// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/own_log.hpp"
#include "sync/store/partition_table.hpp"

#include <map>
#include <optional>
#include <unordered_set>
#include <vector>

namespace lianxin::store {

// What is shown of a record, and what a form that is opened now has seen.
struct Shown {
    std::vector<core::RegisterState> registers; // heads and notes; contexts are those of the stored state
    std::vector<std::uint64_t> ownOnTop;        // numbers, ascending
    Past past;
};

// Lays own changes over stored states (R10, R33, R41). Made for one operation: it remembers vectors, contexts, own changesets and W.
class Overlay {
public:
    Overlay(ReplicaId self, const OwnLog& log, const PartitionTable& partitions)
        : m_self(self), m_log(log), m_partitions(partitions), m_own(log)
    {}
    // Own changesets that may lie on top; most records have none. A save asks about a few records, which are looked up: its cost must not
    // grow with the changes that wait. A pull asks about thousands: then all of them are read once.
    [[nodiscard]] Result<bool> mayCover(RecordId record);
    [[nodiscard]] Result<Shown> show(const core::RecordState& stored, std::int64_t partition);
    [[nodiscard]] Result<bool> isWithdrawn(const Dot& dot);
    [[nodiscard]] ReplicaId self() const { return m_self; }
    // V, W or the own log changed underneath.
    void forget();

private:
    [[nodiscard]] Result<const core::Context*> vectorOf(std::int64_t partition);
    [[nodiscard]] Result<const core::Context*> internedOr(std::uint64_t id, const core::Context& vector);

    ReplicaId m_self;
    const OwnLog& m_log;
    const PartitionTable& m_partitions;
    OwnChanges m_own;
    std::map<std::int64_t, core::Context> m_vectors;
    std::map<std::uint64_t, std::optional<core::Context>> m_interned;
    std::optional<std::vector<Dot>> m_withdrawn;
    std::optional<std::unordered_set<RecordId>> m_touched;
    int m_lookups{0};
};

} // namespace lianxin::store
