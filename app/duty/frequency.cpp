// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How often, by care level (domain 3.5): a word, a meeting, a visit at home, a counsellor's look.
#include "app/duty/family_day.hpp"
#include "app/duty/rule_words.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

using std::chrono::sys_days;

constexpr std::array<int, 5> kUnitsAYear{52, 12, 4, 2, 1};
constexpr int kParts = 100; // more than a unit has parts

struct Part {
    Day unit; // the first day of the unit
    int index{0};
    Day from;
    Day to;
};

Day monthsOn(Day first, int months)
{
    const auto next = std::chrono::year_month(first.year(), first.month()) + std::chrono::months(months);
    return next / 1;
}

std::pair<Day, Day> unitOf(Unit unit, Day today) // first day, first day of the next
{
    if (unit == Unit::week) {
        const auto sinceMonday = (std::chrono::weekday(sys_days(today)) - std::chrono::Monday).count();
        const Day monday = addDays(today, -static_cast<int>(sinceMonday));
        return {monday, addDays(monday, 7)};
    }
    const int length = unit == Unit::month ? 1 : unit == Unit::quarter ? 3 : unit == Unit::half ? 6 : 12;
    const int month = static_cast<int>(static_cast<unsigned>(today.month()) - 1) / length * length + 1;
    const Day first{today.year(), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(1)};
    return {first, monthsOn(first, length)};
}

Part partOf(const Cadence& cadence, Day today)
{
    const auto [first, next] = unitOf(cadence.unit, today);
    const int length = daysBetween(first, next);
    Part part;
    part.unit = first;
    part.index = std::min(daysBetween(first, today) * cadence.times / length, cadence.times - 1);
    part.from = addDays(first, (part.index * length + cadence.times - 1) / cadence.times);
    part.to = addDays(first, ((part.index + 1) * length + cadence.times - 1) / cadence.times - 1);
    return part;
}

int elapsed(const FamilyDay& day, bool (*counts)(const Contacted&))
{
    const auto& contacts = day.ledger().contacts();
    for (auto it = std::ranges::upper_bound(contacts, day.today(), {}, &Contacted::day); it != contacts.begin();)
        if (--it; it->reached && counts(*it))
            return daysBetween(it->day, day.today());
    return 100'000;
}

Task* askPart(FamilyDay& day, RuleKind kind, const Cadence& cadence, Contact contact, int sinceLast)
{
    const Part part = partOf(cadence, day.today());
    if (sinceLast <= daysBetween(part.from, day.today()) || sinceLast < cadence.quietDays)
        return nullptr;
    const Day opens = cadence.leadDays > 0 ? std::max(part.from, addDays(part.to, -cadence.leadDays)) : part.from;
    if (day.today() < opens)
        return nullptr;
    // A part of a month is another task than the quarter that begins with it: a level may change in between.
    const Occurrence occurrence{kUnitWords[static_cast<std::size_t>(cadence.unit)], cadence.times * kParts + part.index,
                                part.unit};
    Task* const task = day.ask(kind, day.family().id, occurrence, contact, part.to, {daysBetween(opens, part.to), 0});
    if (task != nullptr)
        task->number = kUnitsAYear[static_cast<std::size_t>(cadence.unit)] * cadence.times;
    return task;
}

bool anyContact(const Contacted&) { return true; }
bool inPerson(const Contacted& contact) { return contact.inPerson || contact.atActivity; }
bool atHome(const Contacted& contact) { return contact.atHome; }

bool hasElder(const FamilyDay& day)
{
    return std::ranges::any_of(day.family().people, [&](const Person& person) {
        return person.alive && person.target &&
               (!person.born || ageAt(*person.born, day.today()) >= day.rules().elderlyFrom);
    });
}

} // namespace

void askFrequency(FamilyDay& day)
{
    const LevelRule& rule = day.rules().levels[static_cast<std::size_t>(day.care().level)];
    const bool younger = rule.callYounger && !day.family().people.empty() && !hasElder(day);
    const bool welcome = day.allowed(Contact::visit) == Contact::visit;
    // The strongest one stands for the others: a visit at home is a meeting and a word as well.
    const std::size_t before = day.tasks().size();
    const bool calls = askPart(day, RuleKind::monthly, younger ? *rule.callYounger : rule.call, Contact::call,
                               elapsed(day, anyContact)) != nullptr;
    Task* visit = nullptr;
    if (welcome && rule.homeVisits > 0)
        visit = askPart(day, RuleKind::atHome, {Unit::year, rule.homeVisits, 0, rule.homeLeadDays}, Contact::visit,
                        elapsed(day, atHome));
    if (welcome && visit == nullptr)
        visit = askPart(day, RuleKind::face, rule.face, Contact::visit, elapsed(day, inPerson));
    if (calls && visit != nullptr) {
        visit->alsoMonthly = true;
        day.tasks().erase(day.tasks().begin() + static_cast<std::ptrdiff_t>(before));
    }
}

void askCounsellor(FamilyDay& day)
{
    const LevelRule& rule = day.rules().levels[static_cast<std::size_t>(day.care().level)];
    if (!rule.counsellor || day.sight().reader.role != Role::CO)
        return;
    const auto& looks = day.ledger().looks();
    const auto after = std::ranges::upper_bound(looks, day.today());
    const int sinceLast = after == looks.begin() ? 100'000 : daysBetween(*std::prev(after), day.today());
    if (Task* task = askPart(day, RuleKind::counsellor, *rule.counsellor, Contact::call, sinceLast))
        task->tone = Tone::care;
}

} // namespace lianxin::duty
