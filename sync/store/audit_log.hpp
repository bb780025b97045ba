// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"
#include "sync/store/record_view.hpp"

#include <string_view>
#include <vector>

namespace lianxin::store {

// Append-only, each entry hashed over the one before: an entry that was changed or taken out breaks the chain.
class AuditLog {
public:
    explicit AuditLog(Database& database) : m_database(database) {}
    [[nodiscard]] Result<void> append(Millis at, std::string_view kind, std::string_view detail);
    [[nodiscard]] Result<std::vector<AuditEntry>> newest(std::size_t limit) const;
    [[nodiscard]] Result<void> verify() const;

private:
    [[nodiscard]] static Result<AuditEntry> read(const Statement& row);
    Database& m_database;
};

} // namespace lianxin::store
