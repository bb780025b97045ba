// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/overlay.hpp"
#include "sync/store/past_table.hpp"
#include "sync/store/record_view.hpp"
#include "sync/store/row_maker.hpp"
#include "sync/store/term_batch.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace lianxin::store {

// The records with everything that is derived from them: view, flags, sort key, search terms. Derived data change in the same
// transaction, so they can be wrong only by a bug here; `rebuild` makes them anew.
class RecordTable {
public:
    RecordTable(Database& database, const PartitionTable& partitions, const Catalogue& catalogue,
                const TextFolder& folder)
        : m_database(database), m_partitions(partitions), m_catalogue(catalogue), m_folder(folder), m_groups(catalogue),
          m_rows(maker()), m_past(database)
    {}

    [[nodiscard]] const SearchGroups& groups() const { return m_groups; }

    [[nodiscard]] Result<std::optional<StoredRecord>> find(RecordId record) const;
    // `before`: the row as it was, nullptr for a new one. A row may change its partition (refiled by a move).
    [[nodiscard]] Result<void> put(StoredRecord& record, const StoredRecord* before, Overlay& overlay);
    // For a first sync: false, and nothing is done, when the record is here already (each with own changes on top is). Its terms go into the batch.
    [[nodiscard]] Result<bool> insertNew(StoredRecord& record, TermBatch& terms);
    // Without their indexes (BulkFill), of records that are known not to be here.
    [[nodiscard]] Result<void> insertAll(const std::vector<NewRow>& rows);
    [[nodiscard]] RowMaker maker() const { return {m_catalogue, m_folder, m_groups}; }
    [[nodiscard]] Result<void> remove(const StoredRecord& record);
    // Before a partition is added: its id may have been that of another one, in a transaction that was rolled back.
    void forgetNames() const { m_names.clear(); }
    [[nodiscard]] Result<std::vector<RecordId>> staleIn(std::int64_t partition) const; // kFlagStale
    [[nodiscard]] Result<void> rebuild(Overlay& overlay);
    [[nodiscard]] const PastTable& past() const { return m_past; }

    // Rows of "SELECT <kColumns> FROM record ...".
    static constexpr std::string_view kColumns =
        "partition, root, record, type, registers, view, flags, since, arrived";
    [[nodiscard]] Result<StoredRecord> read(const Statement& row) const;
    [[nodiscard]] Result<std::vector<RecordView>> views(Statement& rows) const;

    [[nodiscard]] RecordView viewOf(const StoredRecord& record) const;
    [[nodiscard]] static RegisterValues valuesOf(const std::vector<core::RegisterState>& registers)
    {
        return RowMaker::valuesOf(registers);
    }

private:
    [[nodiscard]] Result<void> putTerms(RecordId record, const std::vector<Term>& before,
                                        const std::vector<Term>& after);
    [[nodiscard]] Result<void> keepPast(const StoredRecord& before, const StoredRecord& record, Overlay& overlay);
    Database& m_database;
    const PartitionTable& m_partitions;
    const Catalogue& m_catalogue;
    const TextFolder& m_folder;
    SearchGroups m_groups;
    RowMaker m_rows;
    PastTable m_past;
    mutable std::map<std::int64_t, PartitionId> m_names; // partition rows are never renamed; see forgetNames()
};

} // namespace lianxin::store
