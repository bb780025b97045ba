// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 重要节日必到 (domain 3.2): who is to be seen around which festival, and in which tone.
#include "app/duty/family_day.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

void askFestival(FamilyDay& day, const FestivalRule& rule, Day on)
{
    const Household& family = day.family();
    const bool watched = std::ranges::find(family.quietFestivals, rule.code) != family.quietFestivals.end();
    const bool quiet = rule.tone == Tone::watch || watched;
    const bool must = rule.weight == Weight::must || watched;
    if (rule.weight == Weight::organisation || (!must && quiet))
        return; // a quiet day that nobody asked for is left alone
    const Day first = addDays(on, -rule.window.before);
    const Day last = addDays(on, rule.window.after);
    const int late = must ? day.rules().catchUpDays : 0;
    if (day.contactedIn(first, addDays(last, late), rule.enough))
        return;
    Window window = rule.window;
    const bool over = day.today() > last;
    if (over)
        window.after += late;
    Task* task = day.ask(quiet ? RuleKind::watch : RuleKind::festival, family.id, {{}, static_cast<int>(rule.code), on},
                         rule.contact, on, window);
    if (task == nullptr)
        return;
    task->festival = rule.code;
    task->tone = quiet ? Tone::watch : rule.tone;
    task->suggested = !must;
    task->catchUp = over;
}

} // namespace

void askFestivals(FamilyDay& day)
{
    for (const auto& near : day.sight().festivals)
        askFestival(day, *near.rule, near.on);
}

} // namespace lianxin::duty
