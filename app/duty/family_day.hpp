// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/family_ledger.hpp"
#include "app/duty/festival_days.hpp"
#include "app/duty/task.hpp"

#include <span>

namespace lianxin::duty {

// One family on one day: what the rules ask about it, and the tasks that they find. Each rule is a free function over this.
class FamilyDay {
public:
    struct Sight { // the same for all families of a day
        const RuleProfile& rules;
        Millis now;
        Day today;
        Day horizon;
        const Reader& reader;
        const std::vector<FestivalDays::Near>& festivals;
        const std::vector<Weather>& weather;
    };
    FamilyDay(const Sight& sight, const FamilyLedger& ledger);

    [[nodiscard]] const RuleProfile& rules() const { return m_sight.rules; }
    [[nodiscard]] const Sight& sight() const { return m_sight; }
    [[nodiscard]] const FamilyLedger& ledger() const { return m_ledger; }
    [[nodiscard]] const Household& family() const { return m_ledger.family(); }
    [[nodiscard]] const CareLevel& care() const { return m_care; }
    [[nodiscard]] Day today() const { return m_sight.today; }
    [[nodiscard]] bool isPrimary() const
    {
        return !family().primary.isNil() && family().primary == m_sight.reader.user;
    }

    [[nodiscard]] Contact allowed(Contact wanted) const; // what the family's wish leaves of it
    [[nodiscard]] bool wantsQuiet() const { return allowed(Contact::visit) == Contact::none; }
    [[nodiscard]] bool contactedIn(Day from, Day to, Contact wanted) const;
    [[nodiscard]] bool reachedSince(Millis at) const;
    [[nodiscard]] bool metSince(Millis at) const;
    [[nodiscard]] bool inSight(Day from, Day due) const { return due >= today() && from <= m_sight.horizon; }

    // Adds a task if its window is open or opens soon; nullptr: it is not.
    Task* ask(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact, Day on, Window window);
    // A clock: due at an instant, and kept for a while after it.
    Task* askBy(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact, Millis known,
                int minutes, int keepDays);

    [[nodiscard]] std::vector<Task>& tasks() { return m_tasks; }

private:
    [[nodiscard]] std::span<const Contacted> since(Millis at) const; // of that day and later
    [[nodiscard]] RecordId idOf(RuleKind kind, RecordId subject, const Occurrence& occurrence) const;
    [[nodiscard]] Task& begin(RuleKind kind, RecordId subject, const Occurrence& occurrence, Contact contact);

    const Sight& m_sight;
    const FamilyLedger& m_ledger;
    CareLevel m_care;
    std::vector<Task> m_tasks;
};

// The rules, each in the file of its noun.
void askClocks(FamilyDay& day);       // clocks.cpp
void askWeather(FamilyDay& day);      // clocks.cpp
void askEscalation(FamilyDay& day);   // escalation.cpp
void askAfterContact(FamilyDay& day); // escalation.cpp: what the last contact found
void askWatchDays(FamilyDay& day);    // personal_days.cpp
void askBirthdays(FamilyDay& day);    // personal_days.cpp
void askNextDate(FamilyDay& day);     // personal_days.cpp
void askFestivals(FamilyDay& day);    // festivals.cpp
void askFrequency(FamilyDay& day);    // frequency.cpp
void askCounsellor(FamilyDay& day);   // frequency.cpp
void askReminders(FamilyDay& day);    // reminders.cpp

} // namespace lianxin::duty
