// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/festival_days.hpp"

#include <algorithm>
#include <tuple>

namespace lianxin::duty {

FestivalDays::FestivalDays(const CodeList& festivals, int firstYear, int lastYear)
{
    for (const auto& code : festivals.codes)
        for (int year = firstYear; year <= lastYear; ++year)
            if (const auto day = festivalDay(code, year))
                m_entries.push_back({code.number, *day});
    std::ranges::sort(m_entries,
                      [](const Entry& a, const Entry& b) { return std::tie(a.on, a.code) < std::tie(b.on, b.code); });
}

std::vector<FestivalDays::Near> FestivalDays::near(const RuleProfile& rules, Day today) const
{
    std::vector<Near> found;
    const Day horizon = addDays(today, rules.lookAhead);
    for (const auto& entry : m_entries) {
        const FestivalRule* rule = rules.festival(entry.code);
        if (rule == nullptr || rule->weight == Weight::none)
            continue;
        const int late = rule->weight == Weight::must ? rules.catchUpDays : 0;
        if (addDays(entry.on, -rule->window.before) <= horizon && today <= addDays(entry.on, rule->window.after + late))
            found.push_back({rule, entry.on});
    }
    return found;
}

} // namespace lianxin::duty
