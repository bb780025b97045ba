// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/families_model.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr int kMostCards = 5;
constexpr std::size_t kMostRows = 300; // more is searched, not scrolled

} // namespace

FamiliesModel::FamiliesModel(FamilyBook& book, TodayModel& today, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_today(today), m_navigator(navigator),
      m_selected(book, navigator), m_filters({{"filterId"}, {"label"}, {"chosen", false}}), m_cards(cardRoles()),
      m_rows({{"familyId"},
              {"name"},
              {"pinyinText"},
              {"line"},
              {"stateText"},
              {"initial"},
              {"iconName"},
              {"tint", 0},
              {"sectionText"},
              {"chosen", false},
              {"accessibleText"}})
{
    // Today knows the tasks that the rows name; it refreshes after each change of the book.
    connect(&today, &TodayModel::changed, this, &FamiliesModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] {
        m_search.clear();
        m_filter.clear();
        m_selected.show({});
    });
}

FamiliesModel::Layout FamiliesModel::layout() const
{
    return static_cast<int>(m_book.order().size()) <= kMostCards && !searching() && m_filter.isEmpty() ? Cards : List;
}

QString FamiliesModel::countText() const
{
    return tr("%n household(s)", nullptr, static_cast<int>(m_book.order().size()));
}

QString FamiliesModel::emptyText() const
{
    if (m_rows.count() > 0 || layout() == Cards)
        return {};
    return searching() ? tr("Nothing found, try another word") : tr("No families here yet");
}

bool FamiliesModel::canAdd() const { return m_desk.isOpen() && m_desk.mayWrite(m_desk.type("household")); }

void FamiliesModel::setSearchText(const QString& text)
{
    if (m_search == text)
        return;
    m_search = text;
    emit searchTextChanged();
    refresh();
}

bool FamiliesModel::passes(const FamilySummary& summary) const
{
    const auto hasTask = [&](auto wanted) {
        return std::any_of(m_today.duty().now.begin(), m_today.duty().now.end(),
                           [&](const duty::Task& task) { return task.household == summary.id && wanted(task); });
    };
    if (m_filter == QLatin1String("today"))
        return hasTask([](const duty::Task&) { return true; });
    if (m_filter == QLatin1String("month"))
        return hasTask([](const duty::Task& task) { return task.kind == duty::RuleKind::monthly || task.alsoMonthly; });
    if (m_filter == QLatin1String("quiet"))
        return summary.wish == 5;
    if (m_filter == QLatin1String("care"))
        return m_today.duty().careOf(summary.id).level <= 2;
    return true;
}

// Those whom somebody waits for come first.
std::vector<Found> FamiliesModel::everybody() const
{
    std::vector<Found> found;
    std::set<RecordId> seen;
    const auto add = [&](RecordId family) {
        if (m_book.summary(family) != nullptr && seen.insert(family).second)
            found.push_back({family, true, 0, {}, {}, 0});
    };
    for (const auto& task : m_today.duty().now)
        add(task.household);
    for (const auto& id : m_book.order())
        add(id);
    return found;
}

Row FamiliesModel::rowOf(const FamilySummary& summary, const Found& found) const
{
    QString state;
    bool isToday = false;
    for (const auto& task : m_today.duty().now)
        if (task.household == summary.id) {
            state = wordsOf(m_desk, task).reason;
            isToday = true;
            break;
        }
    if (state.isEmpty() && summary.wish == 5)
        state = m_desk.codeLabel("contact_pref", summary.wish);
    return {{"familyId", idText(summary.id)},
            {"name", summary.callName},
            {"pinyinText", found.pinyin},
            {"line",
             dotted({found.through.isEmpty() ? QString() : tr("with %1", "somebody of the family").arg(found.through),
                     summary.fullName == summary.callName ? QString() : summary.fullName,
                     summary.nearAddress.contains(summary.place) ? QString() : summary.place, summary.nearAddress})},
            {"stateText", state},
            {"initial", summary.initial},
            {"tint", summary.tint},
            {"sectionText", isToday ? tr("To contact today") : tr("Other families")},
            {"chosen", m_selected.shown() == summary.id},
            {"accessibleText",
             QStringList{summary.callName, summary.place, state}.join(tr(", ", "between parts that are read aloud"))}};
}

void FamiliesModel::refresh()
{
    if (!m_desk.isOpen()) {
        m_cards.setRows({});
        m_rows.setRows({});
        m_filters.setRows({});
        emit changed();
        return;
    }
    Rows filters;
    for (const auto& [id, label] :
         {std::pair("today", tr("To contact today")), std::pair("month", tr("Not reached this month")),
          std::pair("quiet", tr("Prefers quiet for now")), std::pair("care", tr("Needs more care"))})
        filters.push_back({{"filterId", id}, {"label", label}, {"chosen", m_filter == QLatin1String(id)}});
    m_filters.setRows(filters);

    Rows cards;
    Rows rows;
    m_found = 0;
    m_others = 0;
    const bool few = layout() == Cards;
    for (const auto& found : searching() ? findAll(m_book, m_search.trimmed()) : everybody()) {
        const FamilySummary* summary = found.isFamily ? m_book.summary(found.record) : nullptr;
        if (summary == nullptr ? !m_filter.isEmpty() : !passes(*summary))
            continue;
        ++(summary != nullptr ? m_found : m_others);
        if (few) {
            std::vector<duty::Task> tasks;
            std::copy_if(m_today.duty().now.begin(), m_today.duty().now.end(), std::back_inserter(tasks),
                         [&](const duty::Task& task) { return task.household == found.record; });
            cards.push_back(cardOf(m_book, *summary, tasks, false));
        } else if (rows.size() < kMostRows) {
            rows.push_back(summary != nullptr ? rowOf(*summary, found) : foundRow(m_desk, found));
            if (searching())
                rows.back().set("sectionText", m_desk.codeLabel("search_group", found.group));
        }
    }
    // Beside the list somebody always stands: the one whom today asks for first.
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return m_book.summary(idOf(row.values.value("familyId").toString())) != nullptr;
    });
    if (!few && m_selected.shown().isNil() && first != rows.end()) {
        m_selected.show(idOf(first->values.value("familyId").toString()));
        first->set("chosen", true);
    }
    // A heading stands over the first row of its kind, and only where there are two kinds.
    const bool split =
        !rows.empty() && rows.front().values.value("sectionText") != rows.back().values.value("sectionText");
    QVariant above;
    for (auto& row : rows) {
        auto& heading = row.values["sectionText"];
        const bool again = heading == above;
        above = heading;
        if (!split || again)
            heading = QString();
    }
    m_cards.setRows(cards);
    m_rows.setRows(rows);
    emit changed();
}

void FamiliesModel::toggleFilter(const QString& filterId)
{
    m_filter = m_filter == filterId ? QString() : filterId;
    refresh();
}

void FamiliesModel::select(const QString& familyId)
{
    if (m_book.summary(idOf(familyId)) == nullptr)
        return open(familyId);
    m_selected.show(idOf(familyId));
    refresh();
}

void FamiliesModel::openSelected() { m_navigator.goFamily(m_selected.shown()); }

void FamiliesModel::open(const QString& familyId)
{
    const RecordId id = idOf(familyId);
    if (m_book.summary(id) != nullptr)
        return m_navigator.goFamily(id);
    m_navigator.goRecord(id);
}

QString FamiliesModel::resultText() const
{
    if (!searching())
        return {};
    const QString typed = m_search.trimmed();
    if (m_others == 0)
        return tr("%1 found %n family(ies)", nullptr, m_found).arg(typed);
    if (m_found == 0)
        return tr("%1 found %n other thing(s)", nullptr, m_others).arg(typed);
    return tr("%1 found %n family(ies)", nullptr, m_found).arg(typed) +
           tr(", and %n other thing(s)", nullptr, m_others);
}

void FamiliesModel::addHousehold()
{
    if (!canAdd())
        return;
    // A new family belongs to the first village that this person holds; the form's address says more.
    const auto partitions = m_desk.store().partitions();
    if (!partitions)
        return m_navigator.tell(partitions.error());
    for (const auto& partition : *partitions)
        if (partition.granted && partition.partition.text().starts_with("v:"))
            return m_navigator.goForm({m_desk.type("household").number, {}, partition.partition, {}});
}

void FamiliesModel::clearSearch() { setSearchText({}); }

} // namespace lianxin::ui
