// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/task.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"

namespace lianxin::ui {

// Whether a task can be explained away: a sentence that was begun is finished or dropped instead, and what may be about somebody's
// life asks for a person, not for a reason.
[[nodiscard]] bool canExplain(const Desk& desk, const duty::Task& task);

// 说明一下: the ordinary form of the task's note. Its record has the task's own id, so that two people who explain one task write one
// record (D4); a note that is there already is opened instead.
void explainTask(const FamilyBook& book, Navigator& navigator, const duty::Task& task);

// What a visit for these tasks begins with: which ones it is for, the occasion and the festival.
[[nodiscard]] FieldValues visitFor(const Desk& desk, const std::vector<duty::Task>& tasks);

} // namespace lianxin::ui
