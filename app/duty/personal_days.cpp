// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Birthdays, the days that a family asked to be watched, and what was agreed (domain 3.3).
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

// Years between two days of one person, by the calendar that the birthday is kept in.
int roundAge(const Person& person, Day on)
{
    if (!person.born || !person.birthday)
        return 0;
    if (!person.birthday->lunar)
        return static_cast<int>(on.year()) - static_cast<int>(person.born->year());
    const auto born = lunarOf(*person.born);
    const auto now = lunarOf(on);
    return born && now ? now->year - born->year : 0;
}

std::span<const FamilyLedger::Yearly> between(const FamilyDay& day, int before, int after)
{
    const auto& all = day.ledger().yearly();
    const auto first = std::ranges::lower_bound(all, addDays(day.today(), -after), {}, &FamilyLedger::Yearly::on);
    const auto last =
        std::ranges::upper_bound(all, addDays(day.sight().horizon, before), {}, &FamilyLedger::Yearly::on);
    return first < last ? std::span(first, last) : std::span<const FamilyLedger::Yearly>();
}

} // namespace

// The child's days are for the one whom the family knows best, and for nobody else.
void askWatchDays(FamilyDay& day)
{
    const PersonalRule& personal = day.rules().personal;
    if (!day.isPrimary())
        return;
    const int after = std::max(personal.memorial.after, personal.moodAfter + personal.memorial.after);
    for (const auto& special : between(day, personal.memorial.before, after)) {
        if (special.person != nullptr)
            continue;
        const Day first = addDays(special.on, -personal.memorial.before);
        if (!day.contactedIn(first, std::min(day.today(), addDays(special.on, personal.memorial.after)), Contact::call))
            if (Task* task = day.ask(RuleKind::watch, day.family().id, {{}, -1, special.on}, Contact::call, special.on,
                                     personal.memorial))
                task->tone = Tone::watch;
        const Day check = addDays(special.on, personal.moodAfter);
        if (!day.contactedIn(addDays(special.on, 1), day.today(), Contact::call))
            if (Task* task = day.ask(RuleKind::mood, day.family().id, {"special", -1, special.on}, Contact::call, check,
                                     {0, personal.memorial.after}))
                task->tone = Tone::watch;
    }
}

void askBirthdays(FamilyDay& day)
{
    const PersonalRule& personal = day.rules().personal;
    for (const auto& birthday : between(day, personal.birthday.before, personal.birthday.after)) {
        if (birthday.person == nullptr)
            continue;
        const int age = roundAge(*birthday.person, birthday.on);
        const bool round = age >= personal.roundFrom && age % personal.roundEvery == 0;
        const Day first = addDays(birthday.on, -personal.birthday.before);
        const Day last = addDays(birthday.on, personal.birthday.after);
        if (day.contactedIn(first, last, round ? Contact::visit : Contact::call))
            continue;
        Task* task = day.ask(RuleKind::birthday, birthday.subject, {{}, -1, birthday.on},
                             round ? Contact::visit : Contact::call, birthday.on, personal.birthday);
        if (task != nullptr) {
            task->tone = Tone::care;
            task->number = round ? age : 0;
        }
    }
}

// A later contact supersedes the date that an earlier one agreed.
void askNextDate(FamilyDay& day)
{
    const auto& contacts = day.ledger().contacts();
    const auto end = std::ranges::upper_bound(contacts, day.today(), {}, &Contacted::day);
    if (end == contacts.begin())
        return;
    const Contacted& last = *std::prev(end);
    if (last.next)
        day.ask(RuleKind::nextDate, day.family().id, {{}, -1, *last.next}, Contact::visit, *last.next,
                day.rules().personal.next);
}

} // namespace lianxin::duty
