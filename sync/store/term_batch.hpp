// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"
#include "sync/store/terms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lianxin::store {

// So many terms take about 50 MB with their texts.
inline constexpr std::size_t kMostTerms = 1U << 20U;

// Terms of many new records, packed: a hundred thousand records have about a million, and strings of their own would take several times the room.
class TermList {
public:
    void add(RecordId record, const std::vector<Term>& terms);
    void drop(RecordId record);
    void sort(); // in the table's own order
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    // All of these, each of them sorted: each page of the table is written once. None is left in them.
    [[nodiscard]] static Result<void> insert(Database& database, std::vector<TermList>& lists);

private:
    struct Entry {
        std::uint64_t start{0}; // the first characters, as a number that sorts like them
        std::uint32_t at{0};
        std::uint16_t size{0};
        HitKind kind{HitKind::name};
        RecordId record;
    };
    struct Place;
    [[nodiscard]] static bool isBefore(const TermList& one, const Entry& a, const TermList& other, const Entry& b);
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
