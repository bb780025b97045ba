// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/duty_reader.hpp"

#include <string>
#include <string_view>

namespace lianxin::ui {

// What is kept of a family between two unlocks (store::PieceShelf): its summary and what the rules need to know, without whatever depends on the
// day, the directory or the parameters: that is put in anew when it is read (FamilyPieces).
struct KeptFamily {
    FamilySummary summary; // id, place, nearAddress, tint and age are not in the bytes
    FamilyPiece piece;     // of its household area, town, served, wish, hasPhone, hospitalCare and byTownship are not
};

// Another number for each change of the form or of what stands in it.
inline constexpr int kPieceForm = 1;

[[nodiscard]] std::string encodeKept(const KeptFamily& kept);
[[nodiscard]] Result<KeptFamily> decodeKept(RecordId household, std::string_view bytes); // Errc::damaged

} // namespace lianxin::ui
