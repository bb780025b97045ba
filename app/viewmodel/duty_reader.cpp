// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/duty_reader.hpp"

#include "app/viewmodel/duty_collector.hpp"

namespace lianxin::ui {
namespace {

// The newest visits are enough: no rule looks further back than a year.
constexpr std::size_t kVisitsRead = 5000;

duty::Duty dutyOfKnown(const Desk& desk, const duty::Known& known)
{
    static const CodeList kNone;
    const CodeList* festivals = desk.catalogue().codeList("festival");
    return dutyOf(desk.shelf().dutyRules, festivals != nullptr ? *festivals : kNone, known, desk.now());
}

void takeAll(const Desk& desk, DutyCollector& collector, std::string_view type, std::size_t limit = 0)
{
    const auto views = desk.store().ofType(desk.type(type).number, limit, 0, limit != 0);
    if (views)
        for (const auto& view : *views)
            collector.take(view);
}

} // namespace

duty::Known knownFor(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    DutyCollector collector(book);
    for (const auto& id : book.order())
        collector.family(id);
    for (const char* name : {"household", "person", "loss_record", "contact_assignment", "emergency_case",
                             "risk_assessment", "risk_flag", "shared_summary", "task_note", "weather_alert", "claim",
                             "warm_home", "activity_plan", "plan_item", "activity"})
        takeAll(desk, collector, name);
    takeAll(desk, collector, "visit", kVisitsRead);
    collector.drafts();
    return collector.finish();
}

duty::Known knownFor(const FamilyBook& book, const Family& family)
{
    DutyCollector collector(book);
    collector.family(family.summary.id);
    collector.take(family.household);
    for (const auto& child : family.children)
        collector.take(child);
    takeAll(book.desk(), collector, "weather_alert");
    return collector.finish();
}

duty::Duty dutyToday(const FamilyBook& book) { return dutyOfKnown(book.desk(), knownFor(book)); }

duty::Duty dutyToday(const FamilyBook& book, const Family& family)
{
    return dutyOfKnown(book.desk(), knownFor(book, family));
}

} // namespace lianxin::ui
