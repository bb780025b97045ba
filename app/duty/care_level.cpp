// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/care_level.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr int kAdult = 18;
constexpr std::int64_t kWantsQuiet = 5; // code list contact_pref
constexpr std::int64_t kLow = 3, kVeryLow = 4;

class Points {
public:
    Points(const CareRule& rule, const Household& family, const CareHistory& history, Day today)
        : m_rule(rule), m_family(family), m_history(history), m_today(today)
    {}

    CareLevel sum()
    {
        people();
        losses();
        circumstances();
        history();
        const auto& bands = m_rule.bands;
        m_care.computed = m_care.points >= bands[0]   ? 1
                          : m_care.points >= bands[1] ? 2
                          : m_care.points >= bands[2] ? 3
                                                      : 4;
        if (m_care.has(CareReason::highRisk))
            m_care.computed = 1;
        m_care.level = m_care.computed;
        return m_care;
    }

private:
    void give(CareReason reason)
    {
        m_care.points += m_rule.points[static_cast<std::size_t>(reason)];
        m_care.reasons |= 1U << static_cast<unsigned>(reason);
    }
    void giveIf(bool holds, CareReason reason)
    {
        if (holds)
            give(reason);
    }
    [[nodiscard]] bool within(std::optional<Day> day, int days) const
    {
        return day && *day <= m_today && daysBetween(*day, m_today) <= days;
    }

    // A factor counts once for a family, however many people it is true of.
    void people()
    {
        int oldest = 0;
        int targets = 0;
        bool ill = false, minor = false;
        SelfCare worst = SelfCare::own;
        bool forgets = false;
        for (const auto& person : m_family.people) {
            if (!person.alive)
                continue;
            minor = minor || (person.grandchild && person.born && ageAt(*person.born, m_today) < kAdult);
            if (!person.target)
                continue;
            ++targets;
            m_alone = m_alone || person.alone;
            ill = ill || person.seriouslyIll;
            forgets = forgets || person.selfCare == SelfCare::memory;
            if (person.selfCare == SelfCare::some || person.selfCare == SelfCare::full)
                worst = std::max(worst, person.selfCare);
            if (person.born)
                oldest = std::max(oldest, ageAt(*person.born, m_today));
        }
        giveIf(oldest >= m_rule.eldest, CareReason::eighty);
        giveIf(oldest >= m_rule.elder && oldest < m_rule.eldest, CareReason::seventy);
        giveIf(m_alone, CareReason::alone);
        giveIf(worst == SelfCare::full, CareReason::needsCare);
        giveIf(worst == SelfCare::some, CareReason::needsSomeCare);
        giveIf(forgets, CareReason::forgets);
        giveIf(ill, CareReason::illness);
        giveIf(m_family.severeChild && oldest >= m_rule.elder, CareReason::caresForChild);
        giveIf(minor && targets == 1, CareReason::grandchildAlone);
    }

    void losses()
    {
        const bool fresh = within(m_family.childLost, m_rule.lossFreshDays);
        giveIf(fresh, CareReason::lossFresh);
        giveIf(!fresh && within(m_family.childLost, m_rule.lossRecentDays), CareReason::lossRecent);
        giveIf(within(m_family.spouseDied, m_rule.spouseDays), CareReason::spouseFresh);
    }

    void circumstances()
    {
        giveIf(m_family.lowIncome, CareReason::lowIncome);
        giveIf(m_family.wish == kWantsQuiet && m_alone, CareReason::quietAlone);
        const bool phone = m_family.hasPhone || std::ranges::any_of(m_family.people, &Person::hasPhone);
        giveIf(!phone, CareReason::noPhone);
    }

    // No contact that we know of is not a long silence: the family may have come to this tablet yesterday.
    void history()
    {
        const int silent = m_history.lastReached ? daysBetween(*m_history.lastReached, m_today) : 0;
        giveIf(silent > m_rule.silentLongDays, CareReason::silentLong);
        giveIf(silent > m_rule.silentDays && silent <= m_rule.silentLongDays, CareReason::silent);
        giveIf(m_history.lastMood == kLow, CareReason::low);
        giveIf(m_history.lastMood >= kVeryLow, CareReason::veryLow);
        giveIf(within(m_history.lastHospital, m_rule.hospitalDays), CareReason::hospital);
        giveIf(m_history.flag == FlagLevel::moreCare, CareReason::risk);
        giveIf(m_history.flag == FlagLevel::soon, CareReason::highRisk);
    }

    const CareRule& m_rule;
    const Household& m_family;
    const CareHistory& m_history;
    Day m_today;
    bool m_alone{false};
    CareLevel m_care;
};

void note(CareLevel& care, CareReason reason) { care.reasons |= 1U << static_cast<unsigned>(reason); }

// A person may ask for more care at once and for less with a reason; both hold for a while. Away from level 1 leads only the township.
void heed(CareLevel& care, const CareRule& rule, const RecordedLevel& recorded, Day today)
{
    if (recorded.level < 1 || recorded.level > 4)
        return;
    const auto level = static_cast<int>(recorded.level);
    const Day latest = addDays(recorded.written, rule.overrideDays);
    const Day until = recorded.review ? std::min(*recorded.review, latest) : latest;
    const bool holds = today <= until;
    if (level < care.computed && (holds || level == 1)) {
        care.level = level;
        note(care, holds ? CareReason::raisedByPerson : CareReason::townshipHolds);
    } else if (level > care.computed && holds && recorded.reasoned) {
        const bool leavesFirst = care.computed == 1;
        if (leavesFirst && !recorded.byTownship)
            return note(care, CareReason::townshipHolds);
        care.level = level;
        note(care, CareReason::loweredByPerson);
    }
}

} // namespace

int ageAt(Day born, Day today)
{
    const Day birthday = solarOccurrence(static_cast<int>(today.year()), static_cast<unsigned>(born.month()),
                                         static_cast<unsigned>(born.day()));
    return static_cast<int>(today.year()) - static_cast<int>(born.year()) - (today < birthday ? 1 : 0);
}

CareLevel careLevelOf(const CareRule& rule, const Household& family, const CareHistory& history, Day today)
{
    CareLevel care = Points(rule, family, history, today).sum();
    heed(care, rule, family.recorded, today);
    return care;
}

} // namespace lianxin::duty
