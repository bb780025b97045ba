// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/conflict_sides.hpp"

namespace lianxin::ui {

// Of a record that one put away (or joined with another) while another kept it or wrote into it: what each of them meant.
[[nodiscard]] std::vector<ConflictSide> lifeSides(const Desk& desk, const RecordType& type,
                                                  const store::RecordView& view);
[[nodiscard]] QString lifeTag(const ConflictSide& side);
[[nodiscard]] QString lifeAction(const ConflictSide& side); // of the button that takes it

} // namespace lianxin::ui
