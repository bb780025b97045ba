// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lianxin::duty {
namespace {

using std::chrono::sys_days;

bool within(Day day, Day from, Day to) { return sys_days(day) >= sys_days(from) && sys_days(day) <= sys_days(to); }

// One family's tasks. Every rule is one function that looks at what is known of the family and may add tasks.
class FamilyDuty {
public:
    FamilyDuty(const DutyRules& rules, const CodeList& festivals, const Household& family, Day today)
        : m_rules(rules), m_festivals(festivals), m_family(family), m_today(today),
          m_horizon(addDays(today, rules.lookAhead))
    {}

    void add(const Contacted& contact) { m_contacts.push_back(contact); }
    void add(const OpenDraft& draft) { m_drafts.push_back(draft); }
    void add(const Emergency& emergency) { m_emergencies.push_back(emergency); }

    std::vector<Task> tasks()
    {
        std::sort(m_contacts.begin(), m_contacts.end(),
                  [](const Contacted& a, const Contacted& b) { return sys_days(a.day) < sys_days(b.day); });
        drafts();
        if (!m_family.served)
            return m_tasks;
        emergencies();
        afterContact();
        memorials();
        if (!wantsQuiet()) {
            nextDate();
            festivals();
            birthdays();
            monthly();
        }
        return m_tasks;
    }

private:
    [[nodiscard]] bool wantsQuiet() const { return allowed(Contact::visit) == Contact::none; }

    [[nodiscard]] Contact allowed(Contact wanted) const
    {
        const auto found = m_rules.wishes.find(m_family.wish);
        if (found == m_rules.wishes.end())
            return wanted;
        // A wish for quiet holds until its review date; then a call asks how they are.
        const bool askAgain = m_family.wishUntil && sys_days(*m_family.wishUntil) <= sys_days(m_today);
        return std::max(wanted, found->second == Contact::none && askAgain ? Contact::call : found->second);
    }

    [[nodiscard]] bool answers(const Contacted& contact, Contact wanted) const
    {
        if (!contact.reached)
            return false;
        return allowed(wanted) != Contact::visit || contact.inPerson || contact.atActivity;
    }

    [[nodiscard]] bool contactedIn(Day from, Day to, Contact wanted) const
    {
        return std::any_of(m_contacts.begin(), m_contacts.end(), [&](const Contacted& contact) {
            return within(contact.day, from, to) && answers(contact, wanted);
        });
    }

    [[nodiscard]] const Contacted* lastReached() const
    {
        for (auto it = m_contacts.rbegin(); it != m_contacts.rend(); ++it)
            if (it->reached)
                return &*it;
        return nullptr;
    }

    void put(RuleKind kind, RecordId subject, std::string_view occurrence, Contact contact, Day on, Window window)
    {
        Task task;
        task.id = taskId(kind, subject, occurrence);
        task.household = m_family.id;
        task.kind = kind;
        task.subject = subject;
        task.contact = allowed(contact);
        task.on = on;
        task.from = addDays(on, -window.before);
        task.due = addDays(on, window.after);
        if (sys_days(task.due) >= sys_days(m_today) && sys_days(task.from) <= sys_days(m_horizon))
            m_tasks.push_back(task);
    }

    void drafts()
    {
        for (const auto& draft : m_drafts)
            put(RuleKind::draft, draft.draft, "", Contact::none, m_today, {});
    }

    void emergencies()
    {
        for (const auto& emergency : m_emergencies) {
            if (!emergency.open)
                continue;
            for (const int days : m_rules.emergencyFollowUp) {
                const Day on = addDays(emergency.known, days);
                if (!contactedIn(addDays(on, -1), addDays(on, m_rules.emergencyWindow), Contact::call))
                    put(RuleKind::emergency, emergency.id, std::to_string(days), Contact::visit, on,
                        {1, m_rules.emergencyWindow});
            }
        }
    }

    // What the last contact found asks for the next one.
    void afterContact()
    {
        const Contacted* last = lastReached();
        if (last == nullptr)
            return;
        if (last->lowMood)
            put(RuleKind::risk, m_family.id, dayText(last->day), Contact::visit,
                addDays(last->day, m_rules.lowMoodFollowUp), {m_rules.lowMoodFollowUp, 7});
        if (last->inHospital)
            put(RuleKind::hospital, m_family.id, dayText(last->day), Contact::visit,
                addDays(last->day, m_rules.hospitalFollowUp), {m_rules.hospitalFollowUp, 14});
    }

    void nextDate()
    {
        if (m_contacts.empty())
            return;
        // A later contact supersedes the date that an earlier one agreed.
        const Contacted& last = m_contacts.back();
        if (last.next)
            put(RuleKind::nextDate, m_family.id, dayText(*last.next), Contact::visit, *last.next, m_rules.next);
    }

    void memorials()
    {
        for (const auto& memorial : m_family.memorials)
            if (const auto day = nextOf(memorial, m_rules.memorial))
                watch(*day);
        for (const auto& day : m_family.watchDays)
            watch(day);
    }

    void watch(Day day)
    {
        if (!contactedIn(addDays(day, -m_rules.memorial.before), m_today, Contact::call))
            put(RuleKind::watch, m_family.id, dayText(day), Contact::call, day, m_rules.memorial);
    }

    void birthdays()
    {
        for (const auto& birthday : m_family.birthdays)
            if (const auto day = nextOf(birthday.day, m_rules.birthday))
                if (!contactedIn(addDays(*day, -m_rules.birthday.before), m_today, Contact::call))
                    put(RuleKind::birthday, birthday.person, dayText(*day), Contact::call, *day, m_rules.birthday);
    }

    // The occurrence whose window is open or comes next.
    [[nodiscard]] std::optional<Day> nextOf(const YearlyDay& yearly, Window window) const
    {
        const Day from = addDays(m_today, -window.after);
        if (yearly.lunar)
            return nextLunarOccurrence(from, yearly.month, yearly.day, yearly.leap, LeapPolicy::regular);
        return nextSolarOccurrence(from, static_cast<unsigned>(yearly.month), static_cast<unsigned>(yearly.day));
    }

    void festivals()
    {
        for (const auto& rule : m_rules.festivals) {
            const Code* code = m_festivals.find(rule.code);
            if (code == nullptr ||
                (rule.quiet && std::find(m_family.quietFestivals.begin(), m_family.quietFestivals.end(), rule.code) ==
                                   m_family.quietFestivals.end()))
                continue;
            for (int year = int(m_today.year()) - 1; year <= int(m_today.year()) + 1; ++year) {
                const auto day = festivalDay(*code, year);
                if (!day ||
                    contactedIn(addDays(*day, -rule.window.before), addDays(*day, rule.window.after), rule.contact))
                    continue;
                const auto before = m_tasks.size();
                put(rule.quiet ? RuleKind::watch : RuleKind::festival, m_family.id,
                    std::to_string(rule.code) + "/" + dayText(*day), rule.contact, *day, rule.window);
                if (m_tasks.size() > before)
                    m_tasks.back().festival = rule.code;
            }
        }
    }

    void monthly()
    {
        const auto found = m_rules.monthly.find(m_family.careLevel);
        const MonthlyRule& rule = found == m_rules.monthly.end() ? m_rules.monthlyOtherwise : found->second;
        const Day first{m_today.year(), m_today.month(), std::chrono::day{1}};
        const Day last{std::chrono::year_month_day_last{m_today.year(), std::chrono::month_day_last{m_today.month()}}};
        const int length = daysBetween(first, last) + 1;
        const int part = std::min(daysBetween(first, m_today) * rule.perMonth / length, rule.perMonth - 1);
        const Day from = addDays(first, (part * length + rule.perMonth - 1) / rule.perMonth);
        const Day to = addDays(first, ((part + 1) * length + rule.perMonth - 1) / rule.perMonth - 1);
        const Contacted* contact = lastReached();
        if (contact != nullptr &&
            (within(contact->day, from, m_today) || daysBetween(contact->day, m_today) < rule.quietDays))
            return;
        // One contact answers both: the more particular reason is shown and says so.
        for (auto& task : m_tasks)
            if (task.kind == RuleKind::festival && within(m_today, task.from, task.due)) {
                task.alsoMonthly = true;
                return;
            }
        const std::string occurrence = dayText(first).substr(0, 7) + "/" + std::to_string(part);
        put(RuleKind::monthly, m_family.id, occurrence, Contact::call, to, {daysBetween(from, to), 0});
    }

    const DutyRules& m_rules;
    const CodeList& m_festivals;
    const Household& m_family;
    Day m_today;
    Day m_horizon;
    std::vector<Contacted> m_contacts;
    std::vector<OpenDraft> m_drafts;
    std::vector<Emergency> m_emergencies;
    std::vector<Task> m_tasks;
};

} // namespace

RecordId taskId(RuleKind kind, RecordId subject, std::string_view occurrence)
{
    std::string text(ruleName(kind));
    text += '\n';
    text += subject.text();
    text += '\n';
    text += occurrence;
    const Hash hash = seal::blake2b(text);
    RecordId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    // RFC 9562 5.8: version 8, variant 10.
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

Duty dutyOf(const DutyRules& rules, const CodeList& festivals, const Known& known, Day today)
{
    std::map<RecordId, FamilyDuty> families;
    for (const auto& family : known.households)
        families.try_emplace(family.id, rules, festivals, family, today);
    const auto hand = [&](const auto& items) {
        for (const auto& item : items)
            if (const auto family = families.find(item.household); family != families.end())
                family->second.add(item);
    };
    hand(known.contacts);
    hand(known.drafts);
    hand(known.emergencies);

    std::set<RecordId> closed;
    for (const auto& note : known.notes)
        if (note.closed)
            closed.insert(note.task);

    const auto order = [&](const Task& a, const Task& b) {
        const auto key = [&](const Task& t) {
            return std::tuple(rules.rank.at(t.kind), sys_days(t.due), t.household, t.id);
        };
        return key(a) < key(b);
    };
    Duty duty;
    for (auto& [id, family] : families) {
        auto tasks = family.tasks();
        std::erase_if(tasks, [&](const Task& task) { return closed.contains(task.id); });
        std::sort(tasks.begin(), tasks.end(), order);
        int shown = 0;
        for (auto& task : tasks) {
            if (sys_days(task.from) > sys_days(today))
                duty.ahead.push_back(std::move(task));
            else if (shown++ < rules.mostPerFamily)
                duty.now.push_back(std::move(task));
        }
    }
    std::sort(duty.now.begin(), duty.now.end(), order);
    std::sort(duty.ahead.begin(), duty.ahead.end(), [&](const Task& a, const Task& b) {
        return std::tuple(sys_days(a.on), rules.rank.at(a.kind), a.id) <
               std::tuple(sys_days(b.on), rules.rank.at(b.kind), b.id);
    });
    return duty;
}

} // namespace lianxin::duty
