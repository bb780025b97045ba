// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/family_ledger.hpp"

#include <algorithm>
#include <tuple>

namespace lianxin::duty {
namespace {

constexpr int kAround = 400; // days: more than any window

} // namespace

FamilyLedger::FamilyLedger(Household family, Day first, Day last)
    : m_family(std::make_unique<const Household>(std::move(family))), m_idText(m_family->id.text())
{
    for (const auto& person : m_family->people)
        if (person.birthday && person.target && person.alive)
            addYearly(*person.birthday, person.id, &person, first, last);
    for (const auto& memorial : m_family->memorials)
        addYearly(memorial, m_family->id, nullptr, first, last);
    for (const auto& day : m_family->companionDays)
        m_yearly.push_back({m_family->id, day, nullptr});
}

void FamilyLedger::addYearly(const YearlyDay& yearly, RecordId subject, const Person* person, Day first, Day last)
{
    const Day until = addDays(last, kAround);
    for (Day from = addDays(first, -kAround); from <= until;) {
        const auto next = yearly.lunar
                              ? nextLunarOccurrence(from, yearly.month, yearly.day, yearly.leap, LeapPolicy::regular)
                              : std::optional(nextSolarOccurrence(from, static_cast<unsigned>(yearly.month),
                                                                  static_cast<unsigned>(yearly.day)));
        if (!next || *next > until)
            break;
        m_yearly.push_back({subject, *next, person});
        from = addDays(*next, 1);
    }
}

void FamilyLedger::sort()
{
    std::ranges::sort(m_contacts, {}, [](const Contacted& c) { return std::tuple(c.day, c.at, c.id); });
    m_hospitalDays.clear();
    for (const auto& contact : m_contacts)
        if (contact.inHospital)
            m_hospitalDays.push_back(contact.day);
    std::ranges::sort(m_happenings, {}, [](const Happening& h) { return std::tuple(h.known, h.id, h.kind); });
    std::ranges::sort(m_concerns, {}, [](const Concern& c) { return std::tuple(c.at, c.id, c.trigger); });
    std::ranges::sort(m_assessments);
    std::ranges::sort(m_flags, {}, [](const Flag& f) { return std::tuple(f.at, f.level); });
    std::ranges::sort(m_looks);
    std::ranges::sort(m_claims, {}, &Claim::id);
    std::ranges::sort(m_drafts);
    std::ranges::sort(m_yearly, {}, [](const Yearly& y) { return std::tuple(y.on, y.subject, y.person != nullptr); });
    const auto same = [](const Yearly& a, const Yearly& b) {
        return a.on == b.on && a.subject == b.subject && a.person == b.person;
    };
    m_yearly.erase(std::unique(m_yearly.begin(), m_yearly.end(), same), m_yearly.end());
}

const Contacted* FamilyLedger::lastReached(Day today) const
{
    auto it = std::ranges::upper_bound(m_contacts, today, {}, &Contacted::day);
    while (it != m_contacts.begin())
        if ((--it)->reached)
            return &*it;
    return nullptr;
}

CareHistory FamilyLedger::history(Day today) const
{
    CareHistory history;
    if (const Contacted* last = lastReached(today)) {
        history.lastReached = last->day;
        history.lastMood = last->mood;
    }
    if (const auto after = std::ranges::upper_bound(m_hospitalDays, today); after != m_hospitalDays.begin())
        history.lastHospital = *std::prev(after);
    for (const auto& happening : m_happenings)
        if (happening.kind == HappeningKind::hospital) {
            const Day day = happening.ended.value_or(dayInChina(happening.known));
            if (day <= today && (!history.lastHospital || *history.lastHospital < day))
                history.lastHospital = day;
        }
    const Millis until = startOfDayInChina(addDays(today, 1));
    for (const auto& flag : m_flags)
        if (flag.at < until)
            history.flag = flag.level;
    return history;
}

} // namespace lianxin::duty
