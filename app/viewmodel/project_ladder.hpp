// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <vector>

namespace lianxin::ui {

// One step of the way that a project goes. Which steps there are, which day and whose opinion belong to each, says the code list of its states
// (SCHEMA.md, "Steps and points").
struct LadderStep {
    std::int64_t state{0};
    QString label;
    QString line;    // when, and what was decided by whom
    QString opinion; // in the words of who gave it
    bool done{false};
    bool here{false};
    bool wantsOpinion{false}; // an opinion belongs to it, and nobody has agreed yet
    std::int64_t approval{0}; // the level whose opinion it is; 0: none
};
struct Ladder {
    std::vector<LadderStep> steps;
    std::vector<std::int64_t> aside; // states that are no step of the way, such as papers that were asked for
    int here{-1};                    // where the project stands; -1: at the end
    bool repays{false};              // the step it stands at is the paying back
    [[nodiscard]] int find(std::int64_t state) const; // -1: not on the way
};
// `form`: the project as its form knows it, so that steps which are not relevant for its kind are left out.
[[nodiscard]] Ladder ladderOf(const Desk& desk, const forms::FormState& form,
                              const std::vector<store::RecordView>& approvals);

} // namespace lianxin::ui
