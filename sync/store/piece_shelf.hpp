// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

// What the pages derive from everything that is filed under one root (a family), in the caller's own form.
struct Piece {
    RecordId root;
    std::int64_t until{0}; // first day (as the caller counts days) for which it has to be derived anew
    std::string body;
};

// Derived pieces, kept beside the records, so that an unlock reads one row for each family instead of all records. A piece is dropped by the
// same transaction that changes anything under its root, whoever writes (triggers of the schema): what is here is never older than the records.
class PieceShelf {
public:
    explicit PieceShelf(Database& database) : m_database(database) {}

    // What the pieces were made with (catalogue, form, language). Those that were made with something else are none.
    [[nodiscard]] Result<std::vector<Piece>> all(std::string_view stamp) const;
    // How much was ever written through this connection: a piece that was derived at one mark is refused at another.
    [[nodiscard]] Result<std::int64_t> mark() const;
    // One transaction. false, and nothing is kept: something was written since `mark`.
    [[nodiscard]] Result<bool> put(const std::vector<Piece>& pieces, std::string_view stamp, std::int64_t mark);
    // Roots of the type that are in use, in the order of their sort keys: what ReplicaStore::ofType gives, without reading the records.
    [[nodiscard]] Result<std::vector<RecordId>> order(std::uint32_t type) const;

private:
    Database& m_database;
};

} // namespace lianxin::store
