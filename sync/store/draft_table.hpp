// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"
#include "sync/store/record_view.hpp"

#include <optional>
#include <vector>

namespace lianxin::store {

// Forms that are not finished. Their past goes with them (R9), however long they lie. Those of a record that is out of sight are too.
class DraftTable {
public:
    explicit DraftTable(Database& database) : m_database(database) {}
    [[nodiscard]] Result<void> put(const Draft& draft);
    [[nodiscard]] Result<void> drop(RecordId id);
    // Drafts of before pasts said by whose names they speak.
    [[nodiscard]] Result<void> nameSelf(ReplicaId self);
    [[nodiscard]] Result<std::optional<Draft>> find(RecordId id) const;
    [[nodiscard]] Result<std::vector<Draft>> all() const; // newest first

private:
    [[nodiscard]] static Result<Draft> read(const Statement& row);
    Database& m_database;
};

} // namespace lianxin::store
