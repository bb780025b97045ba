// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <string>
#include <vector>

namespace lianxin::store {

// A first sync into an empty store: the indexes of the records are made at its end, from sorted keys, instead of being kept up row by row in
// random order. Inside the caller's transaction, which takes all of it back when it is rolled back. Until finish() no record can be looked up
// by its id or type.
class BulkFill {
public:
    [[nodiscard]] static Result<BulkFill> begin(Database& database); // of a store that holds records: does nothing
    [[nodiscard]] bool isOn() const { return !m_anew.empty(); }
    [[nodiscard]] Result<void> finish();

private:
    explicit BulkFill(Database& database) : m_database(&database) {}
    Database* m_database;
    std::vector<std::string> m_anew; // what makes them again, as the schema holds it
};

} // namespace lianxin::store
