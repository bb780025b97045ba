// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/knowledge.hpp"

#include <random>

namespace lianxin::test {

// Made-up families with everything that the rules look at, about as often as domain.md 8 has it; the same seed makes the same.
class RandomKnown {
public:
    RandomKnown(std::uint32_t seed, Day first, Day last) : m_random(seed), m_first(first), m_last(last) {}

    duty::Known make(int families)
    {
        m_known.reader.user = userOf(id(7));
        for (int i = 0; i < families; ++i)
            family();
        for (int i = 0; i < families / 5 + 1; ++i)
            m_known.homes.push_back({nextId(), !chance(10)});
        for (const auto& home : m_known.homes) {
            m_known.plans.push_back({home.id, static_cast<int>(m_first.year()), {true, chance(50), true, chance(50)}});
            for (int i = 0; i < 6; ++i)
                m_known.activities.push_back({home.id, someDay(), chance(80)});
        }
        m_known.weather.push_back({nextId(), "350128", instant(someDay()), instant(m_last)});
        return std::move(m_known);
    }

private:
    static RecordId id(std::uint64_t number)
    {
        RecordId id;
        for (std::size_t i = 0; i < 8; ++i)
            id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
        return id;
    }
    RecordId nextId() { return id(1000 + m_count++ * 7919); }
    int pick(int most) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(most)); }
    bool chance(int percent) { return pick(100) < percent; }
    Day someDay() { return addDays(m_first, pick(daysBetween(m_first, m_last) + 1)); }
    Millis instant(Day day) { return startOfDayInChina(day) + pick(24 * 60) * 60'000LL; }

    void family()
    {
        duty::Household family;
        family.id = nextId();
        family.area = chance(50) ? "350128001201" : "350502001001";
        family.town = chance(40);
        family.familyType = 1 + pick(3);
        family.hospitalCare = family.familyType != 3;
        family.wish = chance(70) ? 1 : 1 + pick(6);
        family.hasPhone = chance(90);
        family.lowIncome = chance(20);
        if (chance(50))
            family.childLost = addDays(m_first, -pick(4000));
        if (chance(10))
            family.spouseDied = addDays(m_first, -pick(500));
        if (chance(70))
            family.primary = userOf(id(chance(80) ? 7 : 8));
        if (chance(30))
            family.recorded = {1 + pick(4), someDay(), {}, chance(50), chance(50)};
        if (chance(40))
            family.memorials.push_back({1 + pick(12), 1 + pick(30), chance(50), chance(5)});
        if (chance(5))
            family.companionDays.push_back(someDay());
        if (chance(20))
            family.quietFestivals.push_back(chance(50) ? 4 : 7);
        for (int i = chance(60) ? 2 : 1; i > 0; --i)
            family.people.push_back(person(family));
        events(family);
        m_known.households.push_back(std::move(family));
    }
    duty::Person person(const duty::Household& family)
    {
        duty::Person person;
        person.id = nextId();
        person.born = addDays(Day(std::chrono::year(1945) / 1 / 1), pick(40 * 365));
        person.birthday = duty::YearlyDay{1 + pick(12), 1 + pick(29), chance(60), chance(5)};
        person.alone = family.people.empty() && chance(25);
        person.selfCare = static_cast<duty::SelfCare>(chance(78) ? 0 : 1 + pick(3));
        person.seriouslyIll = chance(8);
        person.woman = chance(50);
        person.hasPhone = chance(80);
        return person;
    }
    void events(const duty::Household& family)
    {
        for (int i = 10 + pick(30); i > 0; --i) {
            duty::Contacted contact;
            contact.household = family.id;
            contact.id = nextId();
            contact.day = someDay();
            contact.at = instant(contact.day);
            contact.reached = chance(85);
            contact.tried = !contact.reached;
            contact.inPerson = contact.reached && chance(40);
            contact.atHome = contact.inPerson && chance(80);
            contact.inHospital = chance(2);
            contact.mood = chance(90) ? 1 : 1 + pick(4);
            if (chance(20))
                contact.next = addDays(contact.day, 5 + pick(30));
            m_known.contacts.push_back(contact);
        }
        if (chance(30)) {
            duty::Happening happening{
                family.id, nextId(),  static_cast<duty::HappeningKind>(pick(6)), instant(someDay()), {}, {},
                {},        chance(70)};
            m_known.happenings.push_back(happening);
        }
        if (chance(5))
            m_known.concerns.push_back({family.id, nextId(), instant(someDay()), static_cast<duty::Trigger>(pick(7))});
        if (chance(5))
            m_known.assessments.push_back({family.id, instant(someDay())});
        if (chance(5))
            m_known.flags.push_back({family.id, instant(someDay()), static_cast<duty::FlagLevel>(pick(3))});
        if (chance(10))
            m_known.claims.push_back(
                {family.id, nextId(), static_cast<duty::ClaimStage>(pick(5)), someDay(), someDay()});
        if (chance(10))
            m_known.drafts.push_back({family.id, nextId(), 0});
    }

    std::mt19937 m_random;
    Day m_first, m_last;
    std::uint64_t m_count{0};
    duty::Known m_known;
};

} // namespace lianxin::test
