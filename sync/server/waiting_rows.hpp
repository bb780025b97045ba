// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/record_state.hpp"
#include "sync/store/database.hpp"

#include <vector>

namespace lianxin::server {

// Rows that a tablet gave back and that the province does not act on yet: they say that a root moved to where its donor may read it, and nobody from
// where it was has said so. They are safe here, count for nothing, and are shown to the administrator.
class WaitingRows {
public:
    struct Row {
        std::int64_t number{0};
        core::RecordState state; // in the partition that the donor had it in; exceptions are whole contexts
        ReplicaId donor;
    };
    struct Family {
        RecordId root;
        PartitionId partition;
        std::int64_t rows{0};
        ReplicaId donor;
    };
    explicit WaitingRows(store::Database& database) : m_database(database) {}

    [[nodiscard]] Result<void> put(const core::RecordState& row, ReplicaId donor,
                                   Millis now); // once, however often it comes
    [[nodiscard]] Result<void> drop(std::int64_t number);
    [[nodiscard]] Result<std::vector<Row>> all() const;
    [[nodiscard]] Result<std::vector<Row>> of(RecordId root) const; // in the order of their coming
    [[nodiscard]] Result<std::vector<ReplicaId>> donors() const;    // asked before each commit
    // Of a donor's the ones that may count by now: a case's do not before its person is a party of it.
    [[nodiscard]] Result<std::vector<Row>> toJudge(ReplicaId donor, UserId user) const;
    [[nodiscard]] Result<std::vector<Family>> families() const; // by root and donor

private:
    [[nodiscard]] static Result<std::vector<Row>> read(store::Statement& rows);
    store::Database& m_database;
};

} // namespace lianxin::server
