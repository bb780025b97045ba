// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/record_lines.hpp"

namespace lianxin::ui {

// Rows that are named by a code and say whether the thing is there, as the papers of a claim. Both null: this type is no such list.
struct Checklist {
    const Field* code{nullptr};
    const Field* have{nullptr};
};
[[nodiscard]] Checklist checklistOf(const RecordType& rowType);
[[nodiscard]] Roles checkRoles(); // code, label, done
// Every thing that the list knows, ticked where one of the records says so; nothing where it is no list or not this person's to tick.
[[nodiscard]] Rows checkRows(const Desk& desk, const RecordType& rowType,
                             const std::vector<store::RecordView>& records);
[[nodiscard]] int missingOf(const Rows& checks);
// A tick writes the row of `parent`, another one takes it back.
[[nodiscard]] Result<void> tick(const Desk& desk, const RecordType& rowType, const store::RecordView& parent, int code);

} // namespace lianxin::ui
