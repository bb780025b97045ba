// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/piece_codec.hpp"
#include "sync/store/piece_shelf.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lianxin::ui {

// The families' summaries and pieces, kept in the store between two unlocks: a county's today is there after reading one row for each family
// instead of all records. A kept piece is what the records say (the store drops it with any change of them) on each day before its `until`.
class FamilyPieces {
public:
    explicit FamilyPieces(FamilyBook& book) : m_book(book) {}

    // Everything that is kept and right today. Families of joined files are never kept: more than one root speaks for them.
    void readKept();
    void forget();
    [[nodiscard]] const FamilySummary* summary(RecordId household) const; // nullptr: its records have to be read
    [[nodiscard]] std::optional<duty::Known> take(RecordId household);    // once

    // A piece as it was just read from the records, in the same turn of the event loop.
    void keep(const Family& family, const FamilyPiece& piece);
    // Into the store, in one transaction. What was read before something else was written is not: see keepRest().
    void flush();
    // At the lock: families that changed since they were kept, as they are now.
    void keepRest();

private:
    [[nodiscard]] std::string stamp() const;
    void complete(KeptFamily& family);
    [[nodiscard]] bool isTownship(UserId user);
    [[nodiscard]] bool coversHospitalCare(const duty::Household& family);

    FamilyBook& m_book;
    std::map<RecordId, KeptFamily> m_kept;
    std::vector<store::Piece> m_fresh; // to be kept, all read at m_mark
    std::int64_t m_mark{0};
    std::set<RecordId> m_later; // to be read once more before they are kept
    std::map<UserId, bool> m_township;
    std::map<std::pair<std::string, std::int64_t>, bool> m_hospitalCare; // by area and family type
};

} // namespace lianxin::ui
