// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What claims and homes say to the rules: papers that are gathered, plans and months of a home (domain 3.6, 3.8).
#include "app/viewmodel/duty_collector.hpp"

#include <algorithm>
#include <array>

namespace lianxin::ui {
namespace {

// Code lists claim_state, home_status, activity_state.
constexpr std::int64_t kClaimKnown = 1, kGathering = 2, kHandedIn = 3, kAccepted = 4;
constexpr std::int64_t kRunning = 2;
constexpr std::int64_t kHeld = 5, kFiled = 6;

// today(), now(), and functions that take the day themselves when none is given. A text that only looks like it costs a reading a day.
bool asksForTheDay(const BoundExpression& expression)
{
    const auto text = expression.text();
    return std::ranges::any_of(std::array{"today(", "now(", "age_in_years("},
                               [&](const char* name) { return text.find(name) != std::string::npos; });
}

duty::ClaimStage stageOf(std::int64_t state)
{
    switch (state) {
    case kClaimKnown: return duty::ClaimStage::known;
    case kGathering: return duty::ClaimStage::gathering;
    case kHandedIn: return duty::ClaimStage::handedIn;
    case kAccepted: return duty::ClaimStage::accepted;
    default: return duty::ClaimStage::done;
    }
}

} // namespace

void DutyCollector::claim(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    m_known.claims.push_back({family.id, view.record, stageOf(fields.number("state").value_or(kClaimKnown)),
                              fields.day("discharge_date"), fields.day("filed_at")});
}

void DutyCollector::home(const store::RecordView& view, const forms::RecordFields& fields)
{
    const std::string& name = fields.type().name;
    if (name == "warm_home") {
        m_known.homes.push_back({view.record, fields.number("status").value_or(kRunning) == kRunning});
    } else if (name == "activity_plan") {
        duty::HomePlan plan{view.root, static_cast<int>(fields.number("year").value_or(0)), {}};
        for (std::size_t quarter = 0; quarter < plan.themes.size(); ++quarter)
            plan.themes[quarter] = !fields.text("q" + std::to_string(quarter + 1)).empty();
        m_planYears[view.record] = plan.year;
        m_known.plans.push_back(plan);
    } else if (name == "plan_item") {
        const auto plan = fields.ref("plan");
        if (fields.flag("excused") && plan)
            m_excused.push_back({view.root, *plan, static_cast<unsigned>(fields.number("month").value_or(0))});
    } else if (const auto day = fields.day("start_at")) {
        const auto state = fields.number("state").value_or(1);
        m_known.activities.push_back({view.root, *day, state == kHeld || state == kFiled});
    }
}

void DutyCollector::excusedMonths()
{
    for (const auto& one : m_excused)
        if (const auto plan = m_planYears.find(one.plan); plan != m_planYears.end())
            m_known.excused.push_back({one.home, plan->second, one.month});
}

// Reminders of the record's type: the catalogue says which day, and while what holds.
void DutyCollector::remind(const store::RecordView& view, const forms::RecordFields& fields, RecordId family)
{
    if (fields.type().reminders.empty())
        return;
    const auto [asks, fresh] = m_askToday.try_emplace(&fields.type(), false);
    if (fresh)
        asks->second = std::ranges::any_of(fields.type().reminders, [](const Reminder& reminder) {
            return asksForTheDay(*reminder.on) || (reminder.when && asksForTheDay(*reminder.when));
        });
    if (asks->second)
        changesOn(addDays(m_desk.today(), 1));
    const RecordSource source(fields.values());
    const EvaluationMoment moment{m_desk.now()};
    for (const auto& reminder : fields.type().reminders) {
        const Datum day = reminder.on->evaluate(source, moment).value;
        const auto* on = std::get_if<PartialDate>(&day);
        // A year or a month is no day to be told of.
        if (on == nullptr || on->precision != PartialDate::Precision::day ||
            (reminder.when && !reminder.when->holds(source, moment)))
            continue;
        if (const auto known = parseDay(on->text()))
            m_known.dated.push_back({family, view.record, reminder.number, *known, {reminder.before, reminder.after}});
    }
}

} // namespace lianxin::ui
