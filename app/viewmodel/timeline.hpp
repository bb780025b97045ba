// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// One family's events of every type that the catalogue gives a timeline, newest first, with its drafts on top.
struct TimelineEntry {
    RecordId record; // of a draft: the record that it will become
    std::uint32_t type{0};
    Millis at{0};
    bool isDraft{false};
    QString kind; // chip that filters it
    Row row;      // roles of timelineRoles()
    QString line; // for short lists
};

[[nodiscard]] Roles timelineRoles();
[[nodiscard]] std::vector<TimelineEntry> timelineOf(const FamilyBook& book, const Family& family);
// The last contact that reached somebody: "上次 9月16日 上门" and its sentence. Empty texts when there is none.
struct Memory {
    QString when;
    QString text;
};
[[nodiscard]] Memory memoryOf(const Desk& desk, const Family& family);

} // namespace lianxin::ui
