// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/piece_shelf.hpp"

#include "sync/store/ids_of.hpp"
#include "sync/store/meta.hpp"

namespace lianxin::store {

Result<std::vector<Piece>> PieceShelf::all(std::string_view stamp) const
{
    std::vector<Piece> pieces;
    LIANXIN_TRY(const auto made, Meta(m_database).bytes(meta::kPieces));
    if (made != stamp)
        return pieces;
    LIANXIN_TRY(auto rows, m_database.statement("SELECT root, until, body FROM piece"));
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return pieces;
        LIANXIN_TRY(const auto root, rows.idAt<RecordId>(0));
        pieces.push_back({root, rows.intAt(1), std::string(rows.blobAt(2))});
    }
}

Result<std::int64_t> PieceShelf::mark() const { return m_database.queryInt("SELECT total_changes()"); }

Result<bool> PieceShelf::put(const std::vector<Piece>& pieces, std::string_view stamp, std::int64_t mark)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(const auto now, this->mark());
    if (now != mark)
        return false;
    Meta meta(m_database);
    LIANXIN_TRY(const auto made, meta.bytes(meta::kPieces));
    if (made != stamp) {
        LIANXIN_CHECK(m_database.exec("DELETE FROM piece"));
        LIANXIN_CHECK(meta.setBytes(meta::kPieces, stamp));
    }
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR REPLACE INTO piece(root, until, body) VALUES(?1, ?2, ?3)"));
    for (const auto& piece : pieces)
        LIANXIN_CHECK(put.bindId(1, piece.root).bindInt(2, piece.until).bindBlob(3, piece.body).run());
    LIANXIN_CHECK(transaction.commit());
    return true;
}

Result<std::vector<RecordId>> PieceShelf::order(std::uint32_t type) const
{
    // All of it stands in the index by type.
    LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM record WHERE type = ?1 AND (flags & 12) = 0 "
                                                "ORDER BY sort, partition, root, record"));
    rows.bindInt(1, type);
    return idsOf<RecordId>(rows);
}

} // namespace lianxin::store
