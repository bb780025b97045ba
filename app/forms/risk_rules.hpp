// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::forms {

// How answers suggest a level of safety, from assets/forms/risk.json (domain 3.5). Only a suggestion: a person decides.
struct RiskRules {
    struct Rule {
        std::int64_t level{0};
        std::map<std::string, std::vector<std::int64_t>, std::less<>> when; // field name -> codes; all must match
    };
    std::uint32_t version{0};
    std::vector<Rule> levels;                   // the first that matches
    std::map<std::int64_t, std::int64_t> flags; // level -> plain flag for those who look after the family (D15)
    std::map<std::int64_t, int> reviewHours;    // level -> look again within
    std::int64_t crisisFrom{3};                 // from this level on the crisis page opens
    // Records that owe the safety questions: the kept record of this type whose fields match.
    struct Trigger {
        std::string type;
        std::map<std::string, std::vector<std::int64_t>, std::less<>> when; // as above; a boolean counts as 0 or 1
        std::int64_t code{0};                                               // of risk_trigger
        bool later{false}; // owed, but not opened at once: first things first in an emergency
    };
    std::vector<Trigger> triggers;
    // Whoever needs special care and was not reached so often in so many days (domain 3.5).
    struct Unreached {
        std::vector<std::int64_t> careLevels;
        std::vector<std::int64_t> outcomes; // of a visit: nobody was spoken to
        int times{0};
        int days{0};
        std::int64_t code{0};
    };
    Unreached unreached;

    [[nodiscard]] const Trigger* triggerOf(const RecordType& type, const FieldValues& kept) const; // null: owes nothing
    [[nodiscard]] std::int64_t suggest(const RecordType& riskAssessment, const FieldValues& answers) const;
};

[[nodiscard]] Result<RiskRules> parseRiskRules(std::string_view json);

} // namespace lianxin::forms
