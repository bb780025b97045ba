// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/insurance.hpp"

#include <algorithm>

namespace lianxin::duty {

int stayDays(const Stay& stay, bool countBothEnds)
{
    return std::max(1, daysBetween(stay.admitted, stay.discharged) + (countBothEnds ? 1 : 0));
}

Subsidy subsidyOf(const CareTerms& terms, const Stay& stay, int daysPaidInPeriod, bool insured)
{
    Subsidy subsidy;
    if (stay.discharged < stay.admitted) {
        subsidy.answer = CareAnswer::datesTurned;
        return subsidy;
    }
    subsidy.days = stayDays(stay, terms.countBothEnds);
    if (!insured)
        subsidy.answer = CareAnswer::notInsured;
    else if ((terms.from && stay.admitted < *terms.from) || (terms.to && *terms.to < stay.admitted))
        subsidy.answer = CareAnswer::outsidePeriod;
    else if (stay.hospitalLevel < terms.minLevel)
        subsidy.answer = CareAnswer::hospitalTooSmall;
    if (subsidy.answer != CareAnswer::pays)
        return subsidy;
    const int left = std::max(0, terms.maxDays - std::max(0, daysPaidInPeriod));
    subsidy.payable = std::min(std::max(0, subsidy.days - terms.deductibleDays), left);
    subsidy.icu = std::clamp(stay.icuDays, 0, subsidy.payable);
    if (terms.maxIcu)
        subsidy.icu = std::min(subsidy.icu, std::max(0, *terms.maxIcu));
    subsidy.amount = (subsidy.payable - subsidy.icu) * terms.daily + subsidy.icu * terms.icuDaily;
    return subsidy;
}

Fen supplementOf(const InsuranceRule& rule, Fen reimbursed, std::optional<Fen> outOfPocket)
{
    if (reimbursed <= 0)
        return 0;
    // Hundreds first: no sum of money overflows on the way.
    const Fen share =
        reimbursed / 100 * rule.supplementPercent + (reimbursed % 100 * rule.supplementPercent + 50) / 100;
    return rule.capByOutOfPocket && outOfPocket ? std::min(share, std::max<Fen>(0, *outOfPocket)) : share;
}

std::optional<std::int64_t> lossPermille(Fen paid, Fen premium)
{
    if (premium <= 0)
        return std::nullopt;
    return paid / premium * 1000 + (paid % premium * 1000 + premium / 2) / premium;
}

bool isCovered(const InsuranceRule& rule, Cover cover, std::string_view area, std::int64_t familyType, Day day)
{
    return std::ranges::any_of(rule.eligibility, [&](const EligibilityRule& one) {
        return one.cover == cover && area.starts_with(one.prefecture) &&
               (one.families.empty() || std::ranges::find(one.families, familyType) != one.families.end()) &&
               (!one.from || *one.from <= day) && (!one.until || day <= *one.until);
    });
}

} // namespace lianxin::duty
