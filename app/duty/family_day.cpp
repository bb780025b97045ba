// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr Millis kMinute = 60'000;

} // namespace

FamilyDay::FamilyDay(const Sight& sight, const FamilyLedger& ledger)
    : m_sight(sight), m_ledger(ledger),
      m_care(careLevelOf(sight.rules.care, ledger.family(), ledger.history(sight.today), sight.today))
{}

Contact FamilyDay::allowed(Contact wanted) const
{
    const auto found = m_sight.rules.wishes.find(family().wish);
    if (found == m_sight.rules.wishes.end())
        return wanted;
    // A wish for quiet holds until its review date; then a call asks how they are.
    const bool askAgain = family().wishUntil && *family().wishUntil <= m_sight.today;
    return std::max(wanted, found->second == Contact::none && askAgain ? Contact::call : found->second);
}

bool FamilyDay::contactedIn(Day from, Day to, Contact wanted) const
{
    const auto& contacts = m_ledger.contacts();
    const bool presence = allowed(wanted) == Contact::visit;
    for (auto it = std::ranges::lower_bound(contacts, from, {}, &Contacted::day); it != contacts.end() && it->day <= to;
         ++it)
        if (it->reached && (!presence || it->inPerson || it->atActivity))
            return true;
    return false;
}

std::span<const Contacted> FamilyDay::since(Millis at) const
{
    const auto& contacts = m_ledger.contacts();
    return {std::ranges::lower_bound(contacts, dayInChina(at), {}, &Contacted::day), contacts.end()};
}

bool FamilyDay::reachedSince(Millis at) const
{
    return std::ranges::any_of(since(at), [&](const Contacted& c) { return c.at >= at && c.reached; });
}

bool FamilyDay::metSince(Millis at) const
{
    return std::ranges::any_of(since(at), [&](const Contacted& c) { return c.at >= at && c.reached && c.inPerson; });
}

RecordId FamilyDay::idOf(RuleKind kind, RecordId subject, const Occurrence& occurrence) const
{
    return subject == family().id ? taskId(kind, m_ledger.idText(), occurrence.text())
                                  : taskId(kind, subject, occurrence.text());
}

Task& FamilyDay::begin(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact)
{
    Task& task = m_tasks.emplace_back();
    task.id = idOf(kind, subject, occurrence);
    task.household = family().id;
    task.kind = kind;
    task.subject = subject;
    task.contact = allowed(contact);
    return task;
}

Task* FamilyDay::ask(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact, Day on,
                     Window window)
{
    const Day from = addDays(on, -window.before);
    const Day due = addDays(on, window.after);
    if (!inSight(from, due))
        return nullptr;
    Task& task = begin(kind, subject, occurrence, contact);
    task.on = on;
    task.from = from;
    task.due = due;
    task.remindsToday = today() == from || today() == addDays(due, -rules().remindBefore);
    return &task;
}

Task* FamilyDay::askBy(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact, Millis known,
                       int minutes, int keepDays)
{
    const Day from = dayInChina(known);
    const Millis dueAt = known + minutes * kMinute;
    const Day due = dayInChina(dueAt);
    if (!inSight(from, std::max(due, addDays(from, keepDays))))
        return nullptr;
    Task& task = begin(kind, subject, occurrence, contact);
    task.on = from;
    task.from = from;
    task.due = due;
    task.dueAt = dueAt;
    task.remindsToday = true;
    return &task;
}

} // namespace lianxin::duty
