// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/partition_table.hpp"
#include "sync/store/record_table.hpp"
#include "sync/store/stub_table.hpp"

#include <vector>

namespace lianxin::store {

// Rows of partitions that this replica may not hold any more (I9, R23): out of every view at once, and off the file as soon as nothing of them is
// unpushed. What still has to go up is the sealed outbox: own changesets lie in the log as always, their rows only wait for the receipt.
// The caller holds the transaction.
class AwayRows {
public:
    AwayRows(Database& database, PartitionTable& partitions, Meta& meta)
        : m_database(database), m_partitions(partitions), m_meta(meta), m_stubs(database, partitions)
    {}

    // The grant ended. Its cursor starts over: whoever gets the partition again gets all of it again. Answers what vanished from sight.
    [[nodiscard]] Result<std::vector<RecordId>> hide(PartitionRow& partition);
    [[nodiscard]] Result<std::vector<RecordId>> rowsOf(std::int64_t partition) const;
    [[nodiscard]] Result<std::vector<RecordId>> rowsUnder(RecordId root, std::int64_t partition) const;
    // Own changes of this partition's rows that the province has and does not hold back, up to a number.
    [[nodiscard]] Result<std::vector<std::uint64_t>> takenChanges(std::int64_t partition,
                                                                  std::uint64_t acknowledged) const;
    // The grant came back before everything was purged.
    [[nodiscard]] Result<std::vector<RecordId>> show(PartitionRow& partition, RecordTable& records, Overlay& overlay);

    // Takes up to `most` rows off the file, with all that was derived from them. Answers how many: 0 when nothing is left that may go.
    [[nodiscard]] Result<std::size_t> purge(std::uint64_t acknowledged, std::size_t most);
    [[nodiscard]] StubTable& stubs() { return m_stubs; }
    [[nodiscard]] Result<std::uint64_t> sealed() const; // rows that wait for a receipt, or for their turn

private:
    [[nodiscard]] Result<std::vector<RecordId>> purgeable(std::uint64_t acknowledged, std::size_t most) const;
    [[nodiscard]] Result<void> erase(RecordId record, std::uint64_t acknowledged);
    [[nodiscard]] Result<void> closeEmptied();

    Database& m_database;
    PartitionTable& m_partitions;
    Meta& m_meta;
    StubTable m_stubs;
};

} // namespace lianxin::store
