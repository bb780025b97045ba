// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a conversation found or did not find asks for (domain 3.5): the safety questions, somebody next door, another look.
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr Millis kMinute = 60'000;
constexpr std::int64_t kLow = 3;

// The third time that nobody answered within a week: somebody next door looks in on the same day.
void askNeighbour(FamilyDay& day)
{
    const EscalationRule& rule = day.rules().escalation;
    if (day.care().level > rule.failedLevel)
        return;
    const auto& contacts = day.ledger().contacts();
    std::vector<Day> failed;
    std::optional<Contacted> decisive;
    for (const auto& contact : contacts) {
        if (contact.day > day.today())
            break;
        if (contact.reached) {
            failed.clear();
            decisive.reset();
        } else if (contact.tried) {
            failed.push_back(contact.day);
            const auto count = static_cast<std::size_t>(rule.failedContacts);
            if (!decisive && failed.size() >= count &&
                daysBetween(failed[failed.size() - count], contact.day) < rule.failedDays)
                decisive = contact;
        }
    }
    if (!decisive)
        return;
    // Due at the end of that day; it stays until somebody was reached.
    const Millis end = startOfDayInChina(addDays(decisive->day, 1)) - 1;
    const int minutes = static_cast<int>((end - decisive->at) / kMinute);
    if (Task* task = day.askBy(RuleKind::neighbour, day.family().id, {{}, -1, decisive->day}, Contact::kin,
                               decisive->at, minutes, rule.keepDays))
        task->tone = Tone::care;
}

} // namespace

void askEscalation(FamilyDay& day)
{
    const EscalationRule& rule = day.rules().escalation;
    const auto& assessed = day.ledger().assessments();
    for (const auto& concern : day.ledger().concerns()) {
        if (concern.at > day.sight().now || (!assessed.empty() && assessed.back() >= concern.at))
            continue;
        if (Task* task = day.askBy(RuleKind::risk, concern.id, {{}, static_cast<int>(concern.trigger), std::nullopt},
                                   Contact::visit, concern.at, rule.minutes[static_cast<std::size_t>(concern.trigger)],
                                   rule.keepDays))
            task->tone = Tone::care;
    }
    askNeighbour(day);
}

void askAfterContact(FamilyDay& day)
{
    const Contacted* last = day.ledger().lastReached(day.today());
    if (last == nullptr || last->mood < kLow)
        return;
    const PersonalRule& personal = day.rules().personal;
    if (Task* task = day.ask(RuleKind::mood, day.family().id, {{}, -1, last->day}, Contact::visit,
                             addDays(last->day, personal.lowMoodAfter), personal.lowMood))
        task->tone = Tone::care;
}

} // namespace lianxin::duty
