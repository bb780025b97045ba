// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"

#include <array>

namespace lianxin::duty {

// 特扶: what is known of a person against the public conditions (domain 3.7). A help to ask the right question, never a decision.
struct AllowanceFacts {
    std::optional<Day> born;
    std::optional<bool> woman;
    std::optional<bool> single;  // widowed or divorced
    std::optional<Day> wifeBorn; // of a married man
    std::optional<int> children; // born or legally adopted
    std::optional<bool> childLives;
    std::optional<std::int64_t> childDisability; // level; 0: none
    std::optional<bool> certificate;             // 光荣证 or the township's proof
    std::optional<bool> localHukou;
};

enum class AllowanceItem { born, age, certificate, children, child, hukou };
inline constexpr std::size_t kAllowanceItems = 6;

enum class Outlook { fits, missing, doesNotFit };

struct AllowanceOutlook {
    Outlook outlook{Outlook::fits};
    std::vector<AllowanceItem> items;                           // what is missing, or what does not fit
    std::array<std::optional<bool>, kAllowanceItems> answers{}; // of each item; nothing: not known
    [[nodiscard]] std::optional<bool> answer(AllowanceItem item) const
    {
        return answers[static_cast<std::size_t>(item)];
    }
};

[[nodiscard]] AllowanceOutlook allowanceOutlook(const AllowanceRule& rule, const AllowanceFacts& facts, Day today);
// Whose birthday counts for the age: the wife's, or of somebody single their own. Nothing: it is not known whose, or not when.
[[nodiscard]] std::optional<Day> birthdayThatCounts(const AllowanceFacts& facts);
// The day on which the age of the rule is reached.
[[nodiscard]] Day allowanceAgeDay(const AllowanceRule& rule, Day born);

} // namespace lianxin::duty
