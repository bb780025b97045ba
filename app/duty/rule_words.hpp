// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"

#include <array>
#include <string_view>

// The words that the rule file uses for things that the rules know by number.
namespace lianxin::duty {

inline constexpr std::array<std::string_view, kContacts> kContactWords{"visit", "call", "kin", "activity", "none"};
inline constexpr std::array<std::string_view, kTones> kToneWords{"neutral", "care", "respect", "watch"};
inline constexpr std::array<std::string_view, 4> kWeightWords{"must", "may", "none", "organisation"};
inline constexpr std::array<std::string_view, 5> kUnitWords{"week", "month", "quarter", "half", "year"};
inline constexpr std::array<std::string_view, kHappenings> kHappeningWords{"hospital", "critical",  "life",
                                                                           "incident", "childLost", "widowed"};
inline constexpr std::array<std::string_view, kTriggers> kTriggerWords{
    "itemNine", "heavyScore", "veryLow", "deathWish", "farewell", "refusesFood", "unreached"};
inline constexpr std::array<std::string_view, kPointReasons> kReasonWords{
    "eighty",         "seventy",   "alone",      "needsCare",   "needsSomeCare", "forgets",       "illness",
    "hospital",       "lossFresh", "lossRecent", "spouseFresh", "lowIncome",     "quietAlone",    "silent",
    "silentLong",     "low",       "veryLow",    "risk",        "highRisk",      "caresForChild", "noPhone",
    "grandchildAlone"};

} // namespace lianxin::duty
