// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <optional>

namespace lianxin::ui {

// The record that a page is about, or the sentence that stands there instead: none was chosen, it has not come to this tablet yet, or it is
// not this person's to read.
struct ShownRecord {
    std::optional<store::RecordView> view;
    QString emptyText; // empty: there is something to show
};
[[nodiscard]] ShownRecord shownRecord(const Desk& desk, RecordId record, const char* typeName);

} // namespace lianxin::ui
