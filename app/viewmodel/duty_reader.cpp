// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/duty_reader.hpp"

#include "app/viewmodel/duty_collector.hpp"

#include <algorithm>
#include <array>

namespace lianxin::ui {
namespace {

// Filed with a family and about it alone. Risk assessments of a counselling case, notes about homes and the like are not.
constexpr std::array kOfAFamily{"household",          "person",         "loss_record",
                                "contact_assignment", "emergency_case", "risk_flag",
                                "shared_summary",     "claim",          "visit"};
constexpr std::array kOfNoFamily{"risk_assessment", "task_note", "weather_alert", "warm_home",
                                 "activity_plan",   "plan_item", "activity"};

duty::Duty dutyOfKnown(const Desk& desk, const duty::Known& known)
{
    static const CodeList kNone;
    const CodeList* festivals = desk.catalogue().codeList("festival");
    return dutyOf(desk.shelf().dutyRules, festivals != nullptr ? *festivals : kNone, known, desk.now());
}

void takeAll(const Desk& desk, DutyCollector& collector, std::string_view type)
{
    if (const auto views = desk.store().ofType(desk.type(type).number))
        for (const auto& view : *views)
            collector.take(view);
}

// The families are registered, so that what names one finds it; they come from their pieces.
duty::Known commonPiece(const FamilyBook& book)
{
    DutyCollector collector(book);
    for (const auto& id : book.order())
        collector.family(id);
    for (const char* name : kOfNoFamily)
        takeAll(book.desk(), collector, name);
    collector.drafts();
    auto common = collector.finish();
    common.households.clear();
    return common;
}

void append(duty::Known& to, const duty::Known& piece)
{
    const auto put = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    put(to.households, piece.households);
    put(to.contacts, piece.contacts);
    put(to.happenings, piece.happenings);
    put(to.concerns, piece.concerns);
    put(to.assessments, piece.assessments);
    put(to.flags, piece.flags);
    put(to.looks, piece.looks);
    put(to.claims, piece.claims);
    put(to.dated, piece.dated);
}

} // namespace

FamilyPiece familyPiece(const FamilyBook& book, const Family& family)
{
    const Desk& desk = book.desk();
    DutyCollector collector(book);
    collector.family(family.summary.id);
    collector.take(family.household);
    for (const auto& child : family.children)
        if (const RecordType* type = desk.catalogue().type(child.type);
            type != nullptr &&
            (!type->reminders.empty() || std::ranges::find(kOfAFamily, type->name) != kOfAFamily.end()))
            collector.take(child);
    FamilyPiece piece;
    piece.known = collector.finish();
    piece.until = collector.until();
    piece.levelBy = collector.levelBy();
    return piece;
}

duty::Duty dutyOfPieces(const FamilyBook& book, const std::map<RecordId, duty::Known>& pieces)
{
    auto known = commonPiece(book);
    for (const auto& [id, piece] : pieces)
        append(known, piece);
    return dutyOfKnown(book.desk(), known);
}

duty::Known knownFor(const FamilyBook& book)
{
    auto known = commonPiece(book);
    for (const auto& id : book.order())
        if (const auto family = book.load(id))
            append(known, familyPiece(book, *family).known);
    return known;
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
