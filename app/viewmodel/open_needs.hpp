// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// Rows of 今天 for needs that nobody has seen to yet: a few of them.
void addNeeds(Rows& rows, const FamilyBook& book);

} // namespace lianxin::ui
