// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"
#include "sync/store/terms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lianxin::store {

// Terms of many new records, packed: a hundred thousand records have about a million, and strings of their own would take several times the room.
class TermList {
public:
    void add(RecordId record, const std::vector<Term>& terms);
    [[nodiscard]] bool isFull() const; // about 50 MB with their texts
    void sort();                       // in the table's own order
    // Each page is written once when they are sorted. None is left here.
    [[nodiscard]] Result<void> insertInto(Database& database);

private:
    struct Entry {
        std::uint64_t start{0}; // the first characters, as a number that sorts like them
        std::uint32_t at{0};
        std::uint16_t size{0};
        HitKind kind{HitKind::name};
        RecordId record;
    };
    [[nodiscard]] std::string_view textOf(const Entry& entry) const
    {
        return std::string_view(m_texts).substr(entry.at, entry.size);
    }

    std::string m_texts;
    std::vector<Entry> m_entries;
};

// Gathers them for a table and puts them into it.
class TermBatch {
public:
    explicit TermBatch(Database& database) : m_database(database) {}
    // May write what was gathered so far.
    [[nodiscard]] Result<void> add(RecordId record, const std::vector<Term>& terms);
    [[nodiscard]] Result<void> finish();

private:
    Database& m_database;
    TermList m_terms;
};

} // namespace lianxin::store
