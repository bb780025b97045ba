// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 重大疾病必到, 突发事件必到 (domain 3.3): clocks in minutes from the moment that something became known, then days that follow.
// An instant is milliseconds UTC; the day that it falls on is China's (D8). A clock that ran out stays until somebody was reached:
// what is late is not forgotten.
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr int kMostFollowUps = 30; // of an illness that is followed week after week

RuleKind followKind(HappeningKind kind)
{
    switch (kind) {
    case HappeningKind::hospital: return RuleKind::hospital;
    case HappeningKind::widowed: return RuleKind::bereavement;
    default: return RuleKind::emergency;
    }
}

void mark(Task* task, const Happening& happening, const ClockRule& clock)
{
    if (task == nullptr)
        return;
    task->happening = happening.kind;
    task->tone = happening.kind == HappeningKind::childLost || happening.kind == HappeningKind::widowed ? Tone::watch
                                                                                                        : Tone::care;
    task->ambulanceFirst = clock.ambulanceFirst && task->kind == RuleKind::reach;
}

void askHours(FamilyDay& day, const Happening& happening, const ClockRule& clock)
{
    const int keep = day.rules().clockKeepDays;
    const bool reached = happening.contacted || happening.met || day.reachedSince(happening.known);
    const bool met = happening.met || day.metSince(happening.known);
    if (clock.contact > 0 && !reached)
        mark(day.askBy(RuleKind::reach, happening.id, {ruleName(RuleKind::reach)}, Contact::call, happening.known,
                       clock.contact, keep),
             happening, clock);
    const int minutes = day.family().town && clock.meetTown > 0 ? clock.meetTown : clock.meet;
    // Whoever wants quiet after a child's death is not called upon: kin are asked instead, as the wish says.
    if (minutes > 0 && !met && !(reached && day.allowed(Contact::visit) != Contact::visit))
        mark(day.askBy(RuleKind::meet, happening.id, {ruleName(RuleKind::meet)}, Contact::visit, happening.known,
                       minutes, keep),
             happening, clock);
}

void askFollowUp(FamilyDay& day, const Happening& happening, const ClockRule& clock, Day start, int after)
{
    const Day on = addDays(start, after);
    if (!day.inSight(addDays(on, -1), addDays(on, clock.followLate)) ||
        day.contactedIn(addDays(on, -1), addDays(on, clock.followLate), Contact::call))
        return;
    Task* task = day.ask(followKind(happening.kind), happening.id, {{}, after, std::nullopt}, Contact::visit, on,
                         {1, clock.followLate});
    mark(task, happening, clock);
    if (task != nullptr)
        task->number = after;
}

} // namespace

void askClocks(FamilyDay& day)
{
    for (const auto& happening : day.ledger().happenings()) {
        if (!happening.open || happening.known > day.sight().now)
            continue;
        const ClockRule& clock = day.rules().clocks[static_cast<std::size_t>(happening.kind)];
        askHours(day, happening, clock);
        const Day known = dayInChina(happening.known);
        // After a stay in hospital the days count from coming home; while nobody told us, from what we know last.
        const Day start = happening.kind == HappeningKind::hospital ? happening.ended.value_or(known) : known;
        for (const int after : clock.followDays)
            askFollowUp(day, happening, clock, start, after);
        for (int week = 1; clock.everyDays > 0 && week <= kMostFollowUps; ++week)
            if (!happening.ended || addDays(known, week * clock.everyDays) <= *happening.ended)
                askFollowUp(day, happening, clock, known, week * clock.everyDays);
    }
}

void askWeather(FamilyDay& day)
{
    const Household& family = day.family();
    const bool needed = std::ranges::any_of(family.people, [](const Person& person) {
        return person.alive && person.target && (person.alone || person.selfCare != SelfCare::own);
    });
    for (const auto& warning : day.sight().weather) {
        const bool holds = warning.at <= day.sight().now && day.sight().now < warning.until;
        if (!needed || !holds || !std::string_view(family.area).starts_with(warning.area) ||
            day.reachedSince(warning.at))
            continue;
        if (Task* task = day.askBy(RuleKind::weather, family.id, {warning.id.text()}, Contact::call, warning.at,
                                   day.rules().weatherMinutes, 0))
            task->tone = Tone::care;
    }
}

} // namespace lianxin::duty
