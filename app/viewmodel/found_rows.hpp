// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <vector>

namespace lianxin::ui {

// One answer of the search box. A family stands there once, however many of its people and papers were found.
struct Found {
    RecordId record;        // the household, or what was found itself
    bool isFamily{false};   // it has a page of its own
    std::uint32_t group{0}; // code of the list search_group, 0: of none
    QString pinyin;         // spelling of the name; the letters that were typed between bars
    QString through;        // who of the family was found, when it is not the one it is called after
    std::uint32_t type{0};
};

// What this person may read, families first, the best of each group first.
[[nodiscard]] std::vector<Found> findAll(const FamilyBook& book, const QString& typed);
// Roles familyId, name, line, initial, iconName, tint, accessibleText of something that is no family.
[[nodiscard]] Row foundRow(const Desk& desk, const Found& found);

} // namespace lianxin::ui
