// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"

#include <vector>

namespace lianxin::ui {

// Answers that somebody in a village wrote down, for whoever opens scales: come within the last weeks and not opened here yet. Newest first; what
// is in them, nobody sees before the second unlock.
[[nodiscard]] std::vector<store::RecordView> newResults(const FamilyBook& book);
// Opened: told no more on this tablet. That it is remembered nowhere else is no harm: the result itself is in the family's file.
void resultOpened(const Desk& desk, RecordId result);

} // namespace lianxin::ui
