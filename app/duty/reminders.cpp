// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is easily forgotten: papers of a claim, an answer that should have come, an allowance that begins with an age (domain 3.6, 3.7).
#include "app/duty/allowance.hpp"
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

void askClaim(FamilyDay& day, const Claim& claim)
{
    const InsuranceRule& rule = day.rules().insurance;
    const bool gathering = claim.stage == ClaimStage::known || claim.stage == ClaimStage::gathering;
    const bool waiting = claim.stage == ClaimStage::handedIn || claim.stage == ClaimStage::accepted;
    if (gathering && claim.discharged)
        for (const int after : rule.claimDays)
            day.ask(RuleKind::claim, claim.id, {"papers", after}, Contact::call, addDays(*claim.discharged, after),
                    {0, rule.claimWindow});
    if (waiting && claim.handedIn)
        day.ask(RuleKind::claim, claim.id, {"answer"}, Contact::none, addDays(*claim.handedIn, rule.answerDays),
                {0, rule.claimWindow});
}

// Somebody was in hospital, the family is covered, and nobody has begun a claim.
void askToClaim(FamilyDay& day, const Happening& stay)
{
    const InsuranceRule& rule = day.rules().insurance;
    const Household& family = day.family();
    const Day known = dayInChina(stay.known);
    const bool begun = std::ranges::any_of(day.ledger().claims(), [&](const Claim& claim) {
        return claim.stage != ClaimStage::done || (claim.discharged && *claim.discharged >= known);
    });
    if (stay.kind != HappeningKind::hospital || begun || rule.claimDays.empty() || !family.hospitalCare)
        return;
    day.ask(RuleKind::claim, stay.id, {"begin"}, Contact::call,
            addDays(stay.ended.value_or(known), rule.claimDays.front()), {0, rule.claimWindow});
}

void askAllowance(FamilyDay& day, const Person& person)
{
    const AllowanceRule& rule = day.rules().allowance;
    const Household& family = day.family();
    const bool special = family.familyType == 1 || family.familyType == 2;
    if (!special || family.allowanceTarget != 0 || !person.born || !person.alive || !person.target ||
        !(person.woman || person.single) || *person.born < rule.bornFrom)
        return;
    const Day on = allowanceAgeDay(rule, *person.born);
    if (Task* task = day.ask(RuleKind::allowance, person.id, {"age", rule.age}, Contact::call, on,
                             {rule.remindBefore, rule.remindAfter}))
        task->number = rule.age;
}

// What it says stands in the catalogue. A contact does not close it: the record does, once it names another day.
void askDated(FamilyDay& day, const DatedRecord& dated)
{
    if (Task* task = day.ask(RuleKind::dated, dated.id, {"day", static_cast<int>(dated.reminder), dated.on},
                             Contact::none, dated.on, dated.window))
        task->number = static_cast<int>(dated.reminder);
}

} // namespace

void askReminders(FamilyDay& day)
{
    for (const auto& claim : day.ledger().claims())
        askClaim(day, claim);
    for (const auto& happening : day.ledger().happenings())
        askToClaim(day, happening);
    for (const auto& dated : day.ledger().dated())
        askDated(day, dated);
    for (const auto& person : day.family().people)
        askAllowance(day, person);
}

} // namespace lianxin::duty
