// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/festival_days.hpp"
#include "app/duty/knowledge.hpp"
#include "app/duty/task.hpp"

namespace lianxin::duty {

// 年年有计划、季季有主题、月月有活动 (domain 3.8): what a running warm-heart home still lacks, open today or soon.
[[nodiscard]] std::vector<Task> homeTasks(const RuleProfile& rules, const std::vector<FestivalDays::Near>& festivals,
                                          const Known& known, Day today);

// How many running homes held what a month asks for. A month that was excused counts as held.
struct Compliance {
    int held{0};
    int running{0};
    bool operator==(const Compliance&) const = default;
};
[[nodiscard]] Compliance complianceOf(const RuleProfile& rules, const Known& known, int year, unsigned month);

} // namespace lianxin::duty
