// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/claim_steps.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClaimSteps)
};

constexpr std::int64_t kNotGraded = 9; // code list hospital_level

QString yuan(std::int64_t fen) { return Words::tr("%1 yuan").arg(moneyText(fen)); }
QString days(std::int64_t count) { return Words::tr("%n day(s)", nullptr, static_cast<int>(count)); }

class Steps {
public:
    void add(const QString& label, const QString& line) { m_rows.push_back({{"label", label}, {"line", line}}); }
    [[nodiscard]] Row into(const char* id, const QString& label, std::optional<std::int64_t> fen,
                           const QString& missing)
    {
        Row row{{"sumId", id},
                {"label", label},
                {"amountText", fen ? Words::tr("about %1 yuan").arg(moneyText(*fen)) : QString()},
                {"missingText", fen ? QString() : missing}};
        row.list("steps", std::move(m_rows));
        return row;
    }

private:
    Rows m_rows;
};

void stayStep(const forms::RecordFields& claim, Steps& steps)
{
    const auto from = claim.day("admit_date");
    const auto to = claim.day("discharge_date");
    const auto count = claim.number("days");
    if (!from || !to || !count)
        return;
    steps.add(Words::tr("In hospital"),
              *from == *to ? Words::tr("in and out on %1, counts as %2").arg(dayShort(*from), days(*count))
                           : Words::tr("%1 to %2, %3 (the last day is not counted)")
                                 .arg(dayShort(*from), dayShort(*to), days(*count)));
}

} // namespace

Roles sumRoles()
{
    return {{"sumId"}, {"label"}, {"amountText"}, {"missingText"}, {"steps", {}, {{"label"}, {"line"}}}};
}

Row careSum(const Desk& desk, const forms::RecordFields& claim)
{
    Steps steps;
    stayStep(claim, steps);
    const auto payable = claim.number("payable_days");
    const auto daily = claim.number("daily_subsidy");
    if (payable) {
        if (const auto off = claim.number("deductible_days").value_or(0); off > 0)
            steps.add(Words::tr("Not paid at first"), days(off));
        if (const auto most = claim.number("max_days")) {
            const auto before = claim.number("days_paid").value_or(0);
            steps.add(Words::tr("In a year at most"),
                      before > 0 ? Words::tr("%1, %2 of them paid already").arg(days(*most), days(before))
                                 : days(*most));
        }
        steps.add(Words::tr("So many count"), days(*payable));
    }
    const auto intensive = claim.number("icu_counted").value_or(0);
    const auto plain = claim.number("plain_counted").value_or(0);
    if (payable && daily) {
        if (plain > 0 || intensive == 0)
            steps.add(intensive > 0 ? Words::tr("On the ward") : Words::tr("For each day"),
                      intensive > 0 ? Words::tr("%1, %2 each").arg(days(plain), yuan(*daily)) : yuan(*daily));
        if (intensive > 0)
            steps.add(Words::tr("In intensive care"),
                      Words::tr("%1, %2 each").arg(days(intensive), yuan(claim.number("icu_daily").value_or(*daily))));
    }
    const QString missing = !claim.number("days") ? Words::tr("With the days of coming and going it can be reckoned")
                                                  : Words::tr("How much for a day? It stands in the policy");
    return steps.into("care", desk.codeLabel("policy_kind", 2), claim.number("claimed_amount"), missing);
}

Row supplementSum(const Desk& desk, const forms::RecordFields& claim)
{
    Steps steps;
    const auto reimbursed = claim.number("reimbursed");
    const auto percent = claim.number("supplement_percent");
    const auto own = claim.number("out_of_pocket");
    if (reimbursed)
        steps.add(Words::tr("Medical insurance paid"), yuan(*reimbursed));
    if (percent)
        steps.add(Words::tr("Of that once more"), Words::tr("%1 %").arg(*percent));
    if (reimbursed && percent && own && claim.flag("capped"))
        steps.add(Words::tr("Paid by themselves"), Words::tr("%1; it gives no more than that").arg(yuan(*own)));
    const QString missing = !reimbursed ? Words::tr("With what medical insurance paid it can be reckoned")
                                        : Words::tr("How much on top? It stands in the policy");
    return steps.into("supplement", desk.codeLabel("policy_kind", 3), claim.number("supplement_amount"), missing);
}

QStringList claimQuestions(const Desk& desk, const forms::RecordFields& claim, const ClaimTerms& terms)
{
    QStringList asked;
    const auto admitted = claim.day("admit_date");
    const auto level = claim.number("hospital_level");
    if (!terms.insured)
        asked << (terms.covered ? Words::tr("Families like this one are insured here; ask for the policy and note it")
                                : Words::tr("No insurance is noted for this family; ask whether there is one"));
    if (admitted && ((terms.from && *admitted < *terms.from) || (terms.to && *terms.to < *admitted)))
        asked << Words::tr("The day of coming lies outside the insurance; ask the company");
    if (level && terms.leastLevel && (*level == kNotGraded || *level < *terms.leastLevel))
        asked << Words::tr("The policy speaks of hospitals of level %1 and above; ask the company")
                     .arg(desk.codeLabel("hospital_level", *terms.leastLevel));
    if (claim.number("payable_days") == 0)
        asked << Words::tr("No day seems to be left this year; asking costs nothing");
    return asked;
}

} // namespace lianxin::ui
