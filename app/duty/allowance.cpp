// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/allowance.hpp"

#include "app/duty/care_level.hpp"

namespace lianxin::duty {
namespace {

using Answer = std::optional<bool>; // nothing: not known

Answer oldEnough(const AllowanceRule& rule, const AllowanceFacts& facts, Day today)
{
    const auto born = birthdayThatCounts(facts);
    return born ? Answer(ageAt(*born, today) >= rule.age) : std::nullopt;
}

Answer childFits(const AllowanceRule& rule, const AllowanceFacts& facts)
{
    if (!facts.childLives)
        return std::nullopt;
    if (!*facts.childLives)
        return true;
    if (!facts.childDisability)
        return std::nullopt;
    return *facts.childDisability >= 1 && *facts.childDisability <= rule.disabilityLevel;
}

} // namespace

std::optional<Day> birthdayThatCounts(const AllowanceFacts& facts)
{
    if (!facts.woman)
        return std::nullopt;
    const bool ownAge = *facts.woman || facts.single.value_or(false);
    if (!ownAge && !facts.single)
        return std::nullopt;
    return ownAge ? facts.born : facts.wifeBorn;
}

Day allowanceAgeDay(const AllowanceRule& rule, Day born)
{
    return solarOccurrence(static_cast<int>(born.year()) + rule.age, static_cast<unsigned>(born.month()),
                           static_cast<unsigned>(born.day()));
}

AllowanceOutlook allowanceOutlook(const AllowanceRule& rule, const AllowanceFacts& facts, Day today)
{
    AllowanceOutlook result;
    result.answers = {facts.born ? Answer(*facts.born >= rule.bornFrom) : std::nullopt,
                      oldEnough(rule, facts, today),
                      facts.certificate,
                      facts.children ? Answer(*facts.children == 1) : std::nullopt,
                      childFits(rule, facts),
                      facts.localHukou};
    const auto& answers = result.answers;
    for (const Answer wanted : {Answer(false), Answer()}) { // what does not fit says more than what is missing
        for (std::size_t i = 0; i < answers.size(); ++i)
            if (answers[i] == wanted)
                result.items.push_back(static_cast<AllowanceItem>(i));
        if (!result.items.empty()) {
            result.outlook = wanted ? Outlook::doesNotFit : Outlook::missing;
            break;
        }
    }
    return result;
}

} // namespace lianxin::duty
