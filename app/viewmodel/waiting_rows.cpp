// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/waiting_rows.hpp"

#include "app/viewmodel/asked.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WaitingRows)
};

// Records of one family, then how many more: of a few families all that one remembers, of many the last ones.
constexpr std::size_t kMostOfFew = 6;
constexpr std::size_t kMostOfMany = 3;
constexpr std::size_t kFewFamilies = 3;

struct Waiting {
    RecordId record;
    const store::OwnChange* change{nullptr};
};
struct Group {
    RecordId family; // nil: of no family
    std::vector<Waiting> records;
};

// Newest first, each record once, as its newest save has it.
std::vector<Group> grouped(const FamilyBook& book, const std::vector<store::OwnChange>& waiting)
{
    std::vector<Group> groups;
    std::set<RecordId> seen;
    for (auto change = waiting.rbegin(); change != waiting.rend(); ++change) {
        if (change->place != store::Place::tablet)
            continue;
        for (const auto record : change->records) {
            if (!seen.insert(record).second)
                continue;
            const RecordId family = book.familyOf(record);
            auto found = std::ranges::find(groups, family, &Group::family);
            if (found == groups.end())
                found = groups.insert(groups.end(), Group{family, {}});
            found->records.push_back({record, &*change});
        }
    }
    return groups;
}

Row groupRow(const FamilyBook& book, const Group& group, std::size_t most, const Carriers& carriers)
{
    const FamilySummary* family = book.summary(group.family);
    const auto count = static_cast<int>(group.records.size());
    std::vector<Row> rows;
    for (const auto& one : group.records)
        if (rows.size() < most)
            rows.push_back(whereRow(book, one.record, *one.change, false, carriers));
    const int more = count - static_cast<int>(rows.size());
    const QString name = family != nullptr ? family->callName : Words::tr("Homes and work");
    const QString counted = Words::tr("%n record(s)", nullptr, count);
    Row row{{"familyId", family != nullptr ? idText(family->id) : QStringLiteral("none")},
            {"name", name},
            {"initial", family != nullptr ? family->initial : QString()},
            {"tint", family != nullptr ? family->tint : 0},
            {"countText", counted},
            {"moreText", more > 0 ? Words::tr("and %n more", nullptr, more) : QString()},
            {"canOpen", family != nullptr},
            {"accessibleText", dotted({name, counted})}};
    row.list("records", std::move(rows));
    return row;
}

} // namespace

QString stopWords(Stop stop)
{
    switch (stop) {
    case Stop::tablet: return Words::tr("This tablet");
    case Stop::neighbour: return Words::tr("A tablet nearby");
    case Stop::township: return Words::tr("The township carries it");
    case Stop::province: return Words::tr("The province has it");
    }
    return {};
}

Roles whereRoles()
{
    return {{"recordId"}, {"heading"}, {"whenText"}, {"iconName"}, {"place", 0}, {"stateText"}, {"accessibleText"}};
}

Roles waitingRoles()
{
    return {{"familyId"},       {"name"},           {"initial"},
            {"tint", 0},        {"countText"},      {"moreText"},
            {"canOpen", false}, {"accessibleText"}, {"records", {}, whereRoles()}};
}

Row whereRow(const FamilyBook& book, RecordId record, const store::OwnChange& change, bool withName,
             const Carriers& carriers)
{
    const Desk& desk = book.desk();
    const QString heading = withName ? whoseAndWhat(book, record) : kindOf(desk, record);
    const QString when = momentText(change.saved, desk.today());
    const Stop stop = stopOf(change, carriers);
    const QString where = stopWords(stop);
    return {{"recordId", idText(record)},
            {"heading", heading},
            {"whenText", when},
            {"iconName", iconOf(desk, record)},
            {"place", ringOf(stop)},
            {"stateText", where},
            {"accessibleText", dotted({heading, when, where})}};
}

WaitingGroups waitingGroups(const FamilyBook& book, const std::vector<store::OwnChange>& waiting,
                            std::size_t mostFamilies, const Carriers& carriers)
{
    WaitingGroups made;
    const auto groups = grouped(book, waiting);
    const auto most = groups.size() > kFewFamilies ? kMostOfMany : kMostOfFew;
    for (const auto& group : groups) {
        made.records += static_cast<int>(group.records.size());
        for (const auto& one : group.records) {
            const Stop stop = stopOf(*one.change, carriers);
            made.neighbours += stop == Stop::neighbour ? 1 : 0;
            made.township += stop == Stop::township ? 1 : 0;
        }
        if (made.families.size() < mostFamilies)
            made.families.push_back(groupRow(book, group, most, carriers));
        else
            ++made.beyond;
    }
    return made;
}

} // namespace lianxin::ui
