// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/cadence.hpp"

#include <algorithm>
#include <map>

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

// What is known of one home; found once, for there are many activities.
struct HomeRecords {
    bool running{false};
    std::vector<const HomePlan*> plans;
    std::vector<const HomeActivity*> activities;
    std::vector<const ExcusedMonth*> excused;
};

std::map<RecordId, HomeRecords> byHome(const Known& known)
{
    std::map<RecordId, HomeRecords> homes;
    for (const auto& home : known.homes)
        homes[home.id].running = home.running;
    const auto hand = [&](const auto& items, auto into) {
        for (const auto& item : items)
            if (const auto found = homes.find(item.home); found != homes.end())
                (found->second.*into).push_back(&item);
    };
    hand(known.plans, &HomeRecords::plans);
    hand(known.activities, &HomeRecords::activities);
    hand(known.excused, &HomeRecords::excused);
    return homes;
}

// A month that was excused is as good as held. Moving an activity to another day of its month changes nothing: the day it was held on
// counts.
bool isKept(const RuleProfile& rules, const HomeRecords& home, int year, unsigned month)
{
    const bool excused = std::ranges::any_of(
        home.excused, [&](const ExcusedMonth* one) { return one->year == year && one->month == month; });
    const auto held = std::ranges::count_if(home.activities, [&](const HomeActivity* activity) {
        return activity->held && static_cast<int>(activity->day.year()) == year &&
               static_cast<unsigned>(activity->day.month()) == month;
    });
    return excused || held >= rules.cadence.activities;
}

class HomeDay {
public:
    HomeDay(const RuleProfile& rules, const HomeRecords& records, RecordId home, Day today)
        : m_rules(rules), m_records(records), m_home(home), m_today(today)
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
        if (isKept(m_rules, m_records, year, month))
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
        const auto found =
            std::ranges::find_if(m_records.plans, [&](const HomePlan* plan) { return plan->year == year; });
        return found == m_records.plans.end() ? nullptr : *found;
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
    const HomeRecords& m_records;
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
    for (const auto& [id, records] : byHome(known)) {
        if (!records.running)
            continue;
        HomeDay day(rules, records, id, today);
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
    for (const auto& [id, records] : byHome(known))
        if (records.running) {
            ++found.running;
            found.held += isKept(rules, records, year, month) ? 1 : 0;
        }
    return found;
}

} // namespace lianxin::duty
