// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty_rules.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr std::array<std::string_view, kRuleKinds> kNames{
    "draft", "reach",     "meet",  "weather",  "neighbour", "risk",     "emergency", "hospital", "bereavement",
    "mood",  "next",      "watch", "festival", "birthday",  "monthly",  "face",      "home",     "look",
    "claim", "allowance", "dated", "plan",     "theme",     "activity", "occasion"};

bool holdsOn(const DutyRules::Dated& dated, Day day)
{
    return (!dated.from || *dated.from <= day) && (!dated.until || day <= *dated.until);
}

} // namespace

std::string_view ruleName(RuleKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

const FestivalRule* RuleProfile::festival(std::uint32_t code) const
{
    const auto found = std::ranges::find(festivals, code, &FestivalRule::code);
    return found == festivals.end() ? nullptr : &*found;
}

const RuleProfile& DutyRules::at(Day day, std::string_view area) const
{
    static const RuleProfile kDefaults;
    const Dated* best = nullptr;
    for (const auto& dated : m_profiles) {
        const bool covers = area.starts_with(dated.area);
        if (covers && holdsOn(dated, day) && (best == nullptr || dated.area.size() > best->area.size()))
            best = &dated;
    }
    if (best != nullptr)
        return best->profile;
    // A tablet in 1970 or 2060 still works: the first or the last of the province.
    for (const auto& dated : m_profiles)
        if (dated.area.empty() && (best == nullptr || (dated.from && *dated.from <= day)))
            best = &dated;
    return best != nullptr ? best->profile : kDefaults;
}

} // namespace lianxin::duty
