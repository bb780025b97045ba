// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/form_rows.hpp"

#include <optional>

namespace lianxin::ui {

// How the child rows of a form are called and shown: in the form the last few of them, in their own list all.
[[nodiscard]] Roles itemRoles();
[[nodiscard]] QString ordinalText(const Desk& desk, const RecordType& rowType, int ordinal); // 慰问品·第 2 项
[[nodiscard]] QString countText(int rows);                                                   // 共 12 项
[[nodiscard]] Rows itemRows(const Desk& desk, const OpenForm& form, std::uint32_t rowType);
// The question of the form that holds them; nothing when this person may not write them.
[[nodiscard]] std::optional<Row> repeatRow(const Desk& desk, const OpenForm& form, const Section& section, int key);

} // namespace lianxin::ui
