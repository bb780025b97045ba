// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::duty {

// What a task asks for, from most to least; a family's wish (contact_pref) only ever lowers it.
enum class Contact { visit, call, kin, activity, none };

enum class RuleKind { draft, emergency, risk, hospital, nextDate, watch, festival, monthly, birthday };
inline constexpr std::size_t kRuleKinds = 9;
[[nodiscard]] std::string_view ruleName(RuleKind kind);

struct Window {
    int before{0}; // days
    int after{0};
};

struct FestivalRule {
    std::uint32_t code{0}; // of the code list "festival"
    Window window;
    Contact contact{Contact::call};
    bool quiet{false}; // a watch day: shown as "keep an eye out", never why
};

struct MonthlyRule {
    int perMonth{1};   // equal parts of a calendar month, one contact in each
    int quietDays{21}; // nothing is asked until so many days after the last contact
};

// The parameters of domain.md 3, from assets/duty/rules.json. Every number is the province's to change.
struct DutyRules {
    std::uint32_t version{0};
    int mostPerFamily{3};
    std::map<RuleKind, int> rank; // smaller comes first
    std::vector<FestivalRule> festivals;
    std::map<std::int64_t, MonthlyRule> monthly; // by care level
    MonthlyRule monthlyOtherwise;
    std::map<std::int64_t, Contact> wishes; // by contact_pref; absent = nothing is lowered
    Window next;                            // around a date that was agreed
    Window memorial;                        // around a day that the family asked to be watched
    Window birthday;
    std::vector<int> emergencyFollowUp; // days after it became known
    int emergencyWindow{3};             // each follow-up may be that many days late
    int hospitalFollowUp{7};            // days after a contact that found somebody in hospital
    int lowMoodFollowUp{7};             // days after a contact with mood 3 or 4
    int lookAhead{21};                  // how far the line "coming up" looks
};

// The detail of an error names the member.
[[nodiscard]] Result<DutyRules> parseRules(std::string_view json);

} // namespace lianxin::duty
