// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"
#include "sync/store/terms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lianxin::store {

// Terms of many new records, put into the table in its own order: each page is written once. They lie here packed, not as strings: a hundred
// thousand records have about a million.
class TermBatch {
public:
    explicit TermBatch(Database& database) : m_database(database) {}
    // May write what was gathered so far.
    [[nodiscard]] Result<void> add(RecordId record, const std::vector<Term>& terms);
    [[nodiscard]] Result<void> finish();

private:
    struct Entry {
        std::uint32_t at{0};
        std::uint16_t size{0};
        HitKind kind{HitKind::name};
        RecordId record;
    };
    [[nodiscard]] std::string_view textOf(const Entry& entry) const
    {
        return std::string_view(m_texts).substr(entry.at, entry.size);
    }

    Database& m_database;
    std::string m_texts;
    std::vector<Entry> m_entries;
};

} // namespace lianxin::store
