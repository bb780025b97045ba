// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::store {

// A first sync into a store that holds little beside what comes (the directory came before, by frames): the indexes of the records are made at
// its end, from sorted keys, instead of being kept up row by row in random order. Inside the caller's transaction, which takes all of it back
// when it is rolled back. Until finish() no record can be looked up by its id or type.
class BulkFill {
public:
    // `coming`: about so many rows. Does nothing where keeping up the indexes costs less than making them anew, or less memory.
    [[nodiscard]] static Result<BulkFill> begin(Database& database, std::uint64_t coming);
    [[nodiscard]] bool isOn() const { return !m_anew.empty(); }
    // The records that the store held before, ascending; once.
    [[nodiscard]] std::vector<RecordId> known() { return std::exchange(m_known, {}); }
    [[nodiscard]] Result<void> finish();

private:
    explicit BulkFill(Database& database) : m_database(&database) {}
    Database* m_database;
    std::vector<std::string> m_anew; // what makes them again, as the schema holds it
    std::vector<RecordId> m_known;
};

} // namespace lianxin::store
