// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"

#include <functional>
#include <vector>

namespace lianxin::ui {

// One step that a record with a course of states (sync/model/states.hpp) can usually take next. It advises; nobody is stopped.
struct NextStep {
    std::int64_t state{0};
    QString label;
    bool mine{false};    // this person's post is one of those that usually take it
    QStringList whose;   // those posts, in words
    QStringList missing; // labels of what the record would still lack there
};
[[nodiscard]] std::vector<NextStep> nextStepsOf(const Desk& desk, const store::RecordView& view);

// Takes the step: at once where nothing is missing, with a way back; else the form opens with the step taken and asks for the rest, and nothing
// is written before the person says so. `written` hears of what was written at once.
void takeStep(const Desk& desk, Navigator& navigator, RecordId record, std::int64_t state,
              const std::function<void(const forms::Committed&)>& written);

} // namespace lianxin::ui
