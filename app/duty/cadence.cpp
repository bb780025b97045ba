// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/cadence.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

Day firstOf(int year, unsigned month)
{
    return Day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(1));
}

Day lastOf(int year, unsigned month)
{
    return Day(std::chrono::year_month_day_last(std::chrono::year(year),
                                                std::chrono::month_day_last(std::chrono::month(month))));
}

bool isExcused(const Known& known, RecordId home, int year, unsigned month)
{
    return std::ranges::any_of(known.excused, [&](const ExcusedMonth& one) {
        return one.home == home && one.year == year && one.month == month;
    });
}

// Moving an activity to another day of its month changes nothing: the day it was held on counts.
int heldIn(const Known& known, RecordId home, int year, unsigned month)
{
    return static_cast<int>(std::ranges::count_if(known.activities, [&](const HomeActivity& activity) {
        return activity.home == home && activity.held && static_cast<int>(activity.day.year()) == year &&
               static_cast<unsigned>(activity.day.month()) == month;
    }));
}

class HomeDay {
public:
    HomeDay(const RuleProfile& rules, const Known& known, RecordId home, Day today)
        : m_rules(rules), m_known(known), m_home(home), m_today(today)
    {}

    void plan(int year)
    {
        const CadenceRule& rule = m_rules.cadence;
        const Day due = lastOf(year, rule.planMonth);
        if (planOf(year) != nullptr)
            return;
        if (Task* task = ask(RuleKind::plan, {{}, year}, firstOf(year, 1), due, lastOf(year, rule.planLastMonth))) {
            task->number = year;
            task->catchUp = m_today > due;
        }
    }
    void themes(int year)
    {
        const HomePlan* found = planOf(year);
        for (unsigned quarter = 0; found != nullptr && quarter < 4; ++quarter) {
            if (found->themes[quarter])
                continue;
            const Day first = firstOf(year, quarter * 3 + 1);
            const Day last = lastOf(year, quarter * 3 + 3);
            if (Task* task = ask(RuleKind::theme, {{}, static_cast<int>(quarter) + 1, firstOf(year, 1)},
                                 addDays(first, -m_rules.cadence.themeLead), first, last)) {
                task->number = static_cast<int>(quarter) + 1;
                task->catchUp = m_today > first;
            }
        }
    }
    void month(int year, unsigned month)
    {
        if (heldIn(m_known, m_home, year, month) >= m_rules.cadence.activities ||
            isExcused(m_known, m_home, year, month))
            return;
        ask(RuleKind::activity, {{}, -1, firstOf(year, month)}, firstOf(year, month), lastOf(year, month),
            lastOf(year, month));
    }
    void occasions(const std::vector<FestivalDays::Near>& festivals)
    {
        for (const auto& near : festivals)
            if (near.rule->weight == Weight::organisation)
                if (Task* task = ask(RuleKind::occasion, {{}, static_cast<int>(near.rule->code), near.on},
                                     addDays(near.on, -near.rule->window.before), near.on,
                                     addDays(near.on, near.rule->window.after))) {
                    task->festival = near.rule->code;
                    task->suggested = true;
                }
    }
    std::vector<Task> take() { return std::move(m_tasks); }

private:
    [[nodiscard]] const HomePlan* planOf(int year) const
    {
        const auto found = std::ranges::find_if(
            m_known.plans, [&](const HomePlan& plan) { return plan.home == m_home && plan.year == year; });
        return found == m_known.plans.end() ? nullptr : &*found;
    }
    // `due` is when it should be there, `last` when it is no longer spoken of.
    Task* ask(RuleKind kind, const Occurrence& occurrence, Day from, Day due, Day last)
    {
        if (m_today > last || from > addDays(m_today, m_rules.lookAhead))
            return nullptr;
        Task& task = m_tasks.emplace_back();
        task.id = taskId(kind, m_home, occurrence.text());
        task.kind = kind;
        task.subject = m_home;
        task.contact = Contact::none;
        task.from = from;
        task.due = std::max(due, std::min(m_today, last));
        task.on = due;
        task.remindsToday = m_today == from || m_today == addDays(due, -m_rules.remindBefore);
        return &task;
    }

    const RuleProfile& m_rules;
    const Known& m_known;
    RecordId m_home;
    Day m_today;
    std::vector<Task> m_tasks;
};

} // namespace

std::vector<Task> homeTasks(const RuleProfile& rules, const std::vector<FestivalDays::Near>& festivals,
                            const Known& known, Day today)
{
    std::vector<Task> all;
    const int year = static_cast<int>(today.year());
    for (const auto& home : known.homes) {
        if (!home.running)
            continue;
        HomeDay day(rules, known, home.id, today);
        day.plan(year);
        day.plan(year + 1);
        day.themes(year);
        day.themes(year + 1);
        day.month(year, static_cast<unsigned>(today.month()));
        day.occasions(festivals);
        for (auto& task : day.take())
            all.push_back(std::move(task));
    }
    return all;
}

Compliance complianceOf(const RuleProfile& rules, const Known& known, int year, unsigned month)
{
    Compliance found;
    for (const auto& home : known.homes) {
        if (!home.running)
            continue;
        ++found.running;
        if (heldIn(known, home.id, year, month) >= rules.cadence.activities || isExcused(known, home.id, year, month))
            ++found.held;
    }
    return found;
}

} // namespace lianxin::duty
