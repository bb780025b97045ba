// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <optional>

namespace lianxin::ui {

// A family that is new to whoever sits here, and not new at all: it moved in from elsewhere, or a colleague handed it over.
struct Newcomer {
    RecordId household;
    bool isHanded{false};
    UserId by;
    Millis at{0}; // when it came to this tablet
};

// What one record tells of it; none: nothing, or nothing new since then.
[[nodiscard]] std::optional<Newcomer> newcomerIn(const Desk& desk, const store::RecordView& view, Millis since);
// One for each family, the newest first. That it was handed over says more than that it moved.
[[nodiscard]] std::vector<Newcomer> onePerFamily(const FamilyBook& book, std::vector<Newcomer> found);
// Of today, read anew. Only for as many families as one person looks after: a county's page has its own way (ReceivedModel).
[[nodiscard]] std::vector<Newcomer> newcomersToday(const FamilyBook& book);

[[nodiscard]] Roles newcomerRoles();
[[nodiscard]] Row newcomerRow(const FamilyBook& book, const Newcomer& newcomer);

} // namespace lianxin::ui
