// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/partition_table.hpp"

#include <optional>
#include <vector>

namespace lianxin::store {

// Where roots went that left a partition of this replica for one that it may not hold (R22): the location with its context, nothing else of them.
// It is what the partition's feed says to all who hold it, outlives the purge of the rows, and is given to a server that was put back (R14).
class StubTable {
public:
    struct Stub {
        core::RecordState root;    // its location register alone; the context is interned
        std::int64_t partition{0}; // that it left
    };
    StubTable(Database& database, PartitionTable& partitions) : m_database(database), m_partitions(partitions) {}

    // As a frame tells it: the exceptions are the whole context. What is known already becomes one with it.
    [[nodiscard]] Result<void> keep(const core::RecordState& root, std::int64_t partition);
    [[nodiscard]] Result<std::optional<Stub>> find(RecordId root) const;
    [[nodiscard]] Result<std::optional<Stub>> after(RecordId root) const; // in the order of ids
    // Those of roots that are here again, and of partitions that were taken away with nothing left to send.
    [[nodiscard]] Result<void> sweep();

private:
    [[nodiscard]] Result<std::optional<Stub>> read(Statement& row) const;
    Database& m_database;
    PartitionTable& m_partitions;
};

} // namespace lianxin::store
