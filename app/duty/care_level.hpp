// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/knowledge.hpp"

namespace lianxin::duty {

// How much a family needs somebody, with the reasons in words for the family's page (domain 3.4). Never shown to the family, never
// used to rank anybody who works: there is no list by points.
struct CareLevel {
    int level{4};
    int computed{4}; // by points alone
    int points{0};
    std::uint32_t reasons{0}; // bit n: CareReason n

    [[nodiscard]] bool has(CareReason reason) const { return (reasons >> static_cast<unsigned>(reason) & 1U) != 0; }
    bool operator==(const CareLevel&) const = default;
};

// What the contacts and assessments say; `day`s are absent where nothing is known.
struct CareHistory {
    std::optional<Day> lastReached;
    std::int64_t lastMood{0};
    std::optional<Day> lastHospital;
    FlagLevel flag{FlagLevel::steady};
};

[[nodiscard]] CareLevel careLevelOf(const CareRule& rule, const Household& family, const CareHistory& history,
                                    Day today);
[[nodiscard]] int ageAt(Day born, Day today); // 29 February: a year older on 28 February of common years

} // namespace lianxin::duty
