// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/newcomers.hpp"

#include "app/viewmodel/conflict_sides.hpp"
#include "app/viewmodel/format.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace lianxin::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Newcomers)
};

constexpr std::int64_t kEnded = 3; // code list contact_state
constexpr std::size_t kMostFamilies = 1000;

// Where a family is filed is written with its first words. Whose place is younger than another word of the file was moved.
std::optional<Newcomer> movedIn(const store::RecordView& view)
{
    const auto* place = view.find({kLocationRegister, {}});
    if (place == nullptr || place->heads.empty())
        return std::nullopt;
    const auto& head = *std::ranges::max_element(place->heads, {}, &core::Head::hlc);
    const bool isOlder = std::ranges::any_of(view.registers, [&](const store::RegisterView& reg) {
        return std::ranges::any_of(reg.heads, [&](const core::Head& other) { return other.hlc < head.hlc; });
    });
    return isOlder ? std::optional(Newcomer{view.record, false, head.user, view.since}) : std::nullopt;
}

std::optional<Newcomer> handedOver(const Desk& desk, const RecordType& type, const store::RecordView& view)
{
    const forms::RecordFields fields(type, view);
    const auto user = fields.ref("user");
    const auto author = forms::authorOf(view);
    if (!user || userOf(*user) != desk.work().user || author == desk.work().user ||
        fields.number("state").value_or(0) == kEnded)
        return std::nullopt;
    return Newcomer{view.root, true, author, view.since};
}

} // namespace

std::optional<Newcomer> newcomerIn(const Desk& desk, const store::RecordView& view, Millis since)
{
    if (view.since < since || view.life != store::Life::active)
        return std::nullopt;
    const RecordType& household = desk.type("household");
    const RecordType& assignment = desk.type("contact_assignment");
    if (view.type == household.number && desk.mayRead(household))
        return movedIn(view);
    return view.type == assignment.number && desk.mayRead(assignment) ? handedOver(desk, assignment, view)
                                                                      : std::nullopt;
}

std::vector<Newcomer> onePerFamily(const FamilyBook& book, std::vector<Newcomer> found)
{
    std::ranges::sort(found, [](const Newcomer& a, const Newcomer& b) {
        return std::tuple(a.isHanded, a.at) > std::tuple(b.isHanded, b.at);
    });
    std::set<RecordId> seen;
    std::erase_if(found, [&](const Newcomer& one) {
        return book.summary(one.household) == nullptr || !seen.insert(one.household).second;
    });
    std::ranges::stable_sort(found, std::ranges::greater{}, &Newcomer::at);
    return found;
}

std::vector<Newcomer> newcomersToday(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    std::vector<Newcomer> found;
    if (!desk.isOpen() || book.order().size() > kMostFamilies)
        return found;
    const auto since = startOfDayInChina(desk.today());
    for (const auto* name : {"household", "contact_assignment"}) {
        const auto views = desk.store().ofType(desk.type(name).number);
        if (!views)
            continue;
        for (const auto& view : *views)
            if (const auto one = newcomerIn(desk, view, since))
                found.push_back(*one);
    }
    return onePerFamily(book, std::move(found));
}

Roles newcomerRoles() { return {{"familyId"}, {"heading"}, {"line"}, {"iconName"}}; }

Row newcomerRow(const FamilyBook& book, const Newcomer& newcomer)
{
    const Desk& desk = book.desk();
    const FamilySummary& summary = *book.summary(newcomer.household);
    const QString when = clockTime(newcomer.at);
    if (newcomer.isHanded)
        return {{"familyId", idText(summary.id)},
                {"heading", Words::tr("%1: with you from now on").arg(summary.callName)},
                {"line", dotted({Words::tr("handed over by %1").arg(writerName(desk, newcomer.by)), when})},
                {"iconName", "transfer"}};
    const QString place = desk.placeName(summary.partition);
    return {{"familyId", idText(summary.id)},
            {"heading", place.isEmpty() ? Words::tr("%1 has moved here").arg(summary.callName)
                                        : Words::tr("%1 has moved to %2").arg(summary.callName, place)},
            {"line", dotted({Words::tr("the whole file came along"), when})},
            {"iconName", "house"}};
}

} // namespace lianxin::ui
