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

// What one record tells of it; none: nothing.
std::optional<Newcomer> newcomerIn(const Desk& desk, const store::RecordView& view)
{
    const RecordType& household = desk.type("household");
    const RecordType& assignment = desk.type("contact_assignment");
    if (view.type == household.number && desk.mayRead(household))
        return movedIn(view);
    return view.type == assignment.number && desk.mayRead(assignment) ? handedOver(desk, assignment, view)
                                                                      : std::nullopt;
}

} // namespace

Newcomers::Newcomers(FamilyBook& book, QObject* parent) : QObject(parent), m_book(book), m_desk(book.desk())
{
    connect(&m_desk, &Desk::changed, this, [this](const std::set<RecordId>& records) {
        if (m_since == 0) // nobody asked yet
            return;
        for (const auto& record : records) {
            m_found.erase(record);
            if (const auto view = m_desk.store().view(record))
                note(*view);
        }
    });
    connect(&m_desk, &Desk::closed, this, [this] {
        m_since = 0;
        m_found.clear();
    });
}

void Newcomers::note(const store::RecordView& view)
{
    if (view.since < m_since || view.life != store::Life::active)
        return;
    if (const auto newcomer = newcomerIn(m_desk, view))
        m_found.emplace(view.record, *newcomer);
}

void Newcomers::read()
{
    m_found.clear();
    for (const auto* name : {"household", "contact_assignment"})
        if (const auto views = m_desk.store().cameSince(m_desk.type(name).number, m_since))
            for (const auto& view : *views)
                note(view);
}

std::vector<Newcomer> Newcomers::today()
{
    std::vector<Newcomer> found;
    if (!m_desk.isOpen())
        return found;
    if (const auto since = startOfDayInChina(m_desk.today()); since != m_since) {
        m_since = since;
        read();
    }
    for (const auto& [record, newcomer] : m_found)
        found.push_back(newcomer);
    std::ranges::sort(found, [](const Newcomer& a, const Newcomer& b) {
        return std::tuple(a.isHanded, a.at) > std::tuple(b.isHanded, b.at);
    });
    std::set<RecordId> seen;
    std::erase_if(found, [&](const Newcomer& one) {
        return m_book.summary(one.household) == nullptr || !seen.insert(one.household).second;
    });
    std::ranges::stable_sort(found, std::ranges::greater{}, &Newcomer::at);
    return found;
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
