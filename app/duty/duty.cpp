// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty.hpp"

#include "app/duty/family_day.hpp"

#include <algorithm>
#include <tuple>

namespace lianxin::duty {
namespace {

// Tasks in the order of the page. The ranks come first and mostly decide; the rest is looked at only where they do not.
struct ByRank {
    const RuleProfile& rules;
    bool operator()(const Task& a, const Task& b) const
    {
        const int first = rules.rank[static_cast<std::size_t>(a.kind)];
        const int second = rules.rank[static_cast<std::size_t>(b.kind)];
        if (first != second)
            return first < second;
        if (a.remindsToday != b.remindsToday)
            return a.remindsToday;
        if (a.due != b.due)
            return a.due < b.due;
        return std::tuple(a.dueAt.value_or(0), a.household, a.id) < std::tuple(b.dueAt.value_or(0), b.household, b.id);
    }
};

struct ByDay {
    const RuleProfile& rules;
    bool operator()(const Task& a, const Task& b) const
    {
        if (a.on != b.on)
            return a.on < b.on;
        const int first = rules.rank[static_cast<std::size_t>(a.kind)];
        const int second = rules.rank[static_cast<std::size_t>(b.kind)];
        if (first != second)
            return first < second;
        return std::tie(a.household, a.subject, a.id) < std::tie(b.household, b.subject, b.id);
    }
};

// Having gone there counts even where nobody was met; not while somebody may need help.
bool comingCounts(RuleKind kind)
{
    switch (kind) {
    case RuleKind::festival:
    case RuleKind::birthday:
    case RuleKind::nextDate:
    case RuleKind::hospital:
    case RuleKind::bereavement:
    case RuleKind::watch: return true;
    default: return false;
    }
}

bool isFrequency(RuleKind kind)
{
    return kind == RuleKind::monthly || kind == RuleKind::face || kind == RuleKind::atHome;
}

// One visit answers both: the more particular reason is shown and says so. Only what asks for as much stands for another.
void merge(std::vector<Task>& tasks, Day today)
{
    const auto plain = std::ranges::find_if(tasks, [](const Task& task) { return isFrequency(task.kind); });
    if (plain == tasks.end() || today < plain->from)
        return;
    const auto stands = std::ranges::find_if(tasks, [&](const Task& task) {
        const bool particular = task.kind == RuleKind::festival || task.kind == RuleKind::birthday ||
                                task.kind == RuleKind::nextDate || task.kind == RuleKind::hospital ||
                                task.kind == RuleKind::emergency || task.kind == RuleKind::bereavement;
        return particular && !task.suggested && task.from <= today && task.contact <= plain->contact;
    });
    if (stands == tasks.end())
        return;
    stands->alsoMonthly = plain->kind == RuleKind::monthly || plain->alsoMonthly;
    tasks.erase(plain);
}

std::vector<Task> tasksOf(FamilyDay& day)
{
    for (const auto& draft : day.ledger().drafts())
        day.ask(RuleKind::draft, draft, {}, Contact::none, day.today(), {});
    if (!day.family().served)
        return std::move(day.tasks());
    askClocks(day);
    askWeather(day);
    askEscalation(day);
    askAfterContact(day);
    askWatchDays(day);
    askReminders(day);
    askCounsellor(day);
    if (!day.wantsQuiet()) {
        askNextDate(day);
        askFestivals(day);
        askBirthdays(day);
        askFrequency(day);
    }
    return std::move(day.tasks());
}

} // namespace

const CareLevel& Duty::careOf(RecordId household) const
{
    static const CareLevel kCalm;
    const auto found = std::ranges::lower_bound(care, household, {}, &std::pair<RecordId, CareLevel>::first);
    return found != care.end() && found->first == household ? found->second : kCalm;
}

Planner::Planner(const DutyRules& rules, const CodeList& festivals, const Known& known, Day first, Day last)
    : m_rules(rules), m_known(known),
      m_festivals(festivals, static_cast<int>(first.year()) - 1, static_cast<int>(last.year()) + 1)
{
    std::map<RecordId, const Household*> households;
    for (const auto& family : known.households)
        households.try_emplace(family.id, &family);
    std::map<RecordId, std::size_t> places;
    for (const auto& [id, family] : households) {
        places.emplace(id, m_families.size());
        m_families.emplace_back(*family, first, last);
    }
    const auto hand = [&](const auto& items) {
        for (const auto& item : items)
            if (const auto found = places.find(item.household); found != places.end())
                m_families[found->second].add(item);
    };
    hand(known.contacts);
    hand(known.happenings);
    hand(known.concerns);
    hand(known.assessments);
    hand(known.flags);
    hand(known.looks);
    hand(known.claims);
    hand(known.dated);
    hand(known.drafts);
    for (auto& family : m_families)
        family.sort();
    for (const auto& note : known.notes)
        if (note.closed)
            m_closed.push_back(note.task);
    for (const auto& contact : known.contacts)
        m_visited.insert(m_visited.end(), contact.closes.begin(), contact.closes.end());
    std::ranges::sort(m_closed);
    std::ranges::sort(m_visited);
}

bool Planner::isClosed(const Task& task) const
{
    return std::ranges::binary_search(m_closed, task.id) ||
           (comingCounts(task.kind) && std::ranges::binary_search(m_visited, task.id));
}

struct Planner::OneFamily {
    Millis now;
    Day today;
    const std::map<const RuleProfile*, std::vector<FestivalDays::Near>>& festivals;
};

void Planner::addFamily(const FamilyLedger& ledger, const OneFamily& how, Duty& duty) const
{
    const RuleProfile& rules = m_rules.at(how.today, ledger.family().area);
    const FamilyDay::Sight sight{rules,          how.now,
                                 how.today,      addDays(how.today, rules.lookAhead),
                                 m_known.reader, how.festivals.at(&rules),
                                 m_known.weather};
    FamilyDay day(sight, ledger);
    duty.care.emplace_back(ledger.family().id, day.care());
    auto tasks = tasksOf(day);
    std::erase_if(tasks, [&](const Task& task) { return isClosed(task); });
    std::ranges::sort(tasks, ByRank{rules});
    merge(tasks, how.today);
    int shown = 0;
    for (auto& task : tasks) {
        if (task.from > how.today || task.suggested)
            duty.ahead.push_back(std::move(task));
        else if (shown++ < rules.mostPerFamily)
            duty.now.push_back(std::move(task));
    }
}

Duty Planner::at(Millis now) const
{
    Duty duty;
    const Day today = dayInChina(now);
    std::map<const RuleProfile*, std::vector<FestivalDays::Near>> festivals;
    for (const auto& family : m_families) {
        const RuleProfile& rules = m_rules.at(today, family.family().area);
        if (!festivals.contains(&rules))
            festivals.emplace(&rules, m_festivals.near(rules, today));
    }
    duty.care.reserve(m_families.size());
    for (const auto& family : m_families)
        addFamily(family, {now, today, festivals}, duty);
    const RuleProfile& province = m_rules.at(today);
    duty.homes = homeTasks(province, m_festivals.near(province, today), m_known, today);
    std::erase_if(duty.homes, [&](const Task& task) { return isClosed(task); });
    std::ranges::sort(duty.now, ByRank{province});
    std::ranges::sort(duty.ahead, ByDay{province});
    std::ranges::sort(duty.homes, ByDay{province});
    return duty;
}

Duty dutyOf(const DutyRules& rules, const CodeList& festivals, const Known& known, Millis now)
{
    const Day today = dayInChina(now);
    return Planner(rules, festivals, known, today, today).at(now);
}

} // namespace lianxin::duty
