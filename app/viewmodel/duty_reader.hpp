// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty.hpp"
#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// What one family's records tell the rules, and what else it takes to keep that.
struct FamilyPiece {
    duty::Known known;
    std::optional<Day> until; // first day on which the same records say something else; none: never
    UserId levelBy;           // who wrote the care level; nil: nobody
};

// What the rules need to know, out of the store's records. It comes in pieces: one for each family, and one that belongs to none of them, which
// is small and read each time.
[[nodiscard]] FamilyPiece familyPiece(const FamilyBook& book, const Family& family);
[[nodiscard]] duty::Duty dutyOfPieces(const FamilyBook& book, const std::map<RecordId, duty::Known>& pieces);

[[nodiscard]] duty::Known knownFor(const FamilyBook& book);
[[nodiscard]] duty::Known knownFor(const FamilyBook& book, const Family& family); // of this one alone
[[nodiscard]] duty::Duty dutyToday(const FamilyBook& book);
[[nodiscard]] duty::Duty dutyToday(const FamilyBook& book, const Family& family);

} // namespace lianxin::ui
