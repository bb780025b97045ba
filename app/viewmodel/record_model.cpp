// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/record_model.hpp"

#include "app/viewmodel/checklist.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostRows = 60; // of one kind; older ones stay in search and reports

} // namespace

RecordModel::RecordModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_facts({{"label"}, {"line"}}),
      m_groups({{"groupId"},
                {"label"},
                {"line"},
                {"iconName"},
                {"canAdd", false},
                {"addLabel"},
                {"items", {}, recordRoles()},
                {"checks", {}, checkRoles()}}),
      m_pictures(attachmentRoles()), m_history(historyRoles())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RecordModel::refresh);
    connect(&desk, &Desk::closed, this, [this] { begin({}); });
    connect(&desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void RecordModel::begin(RecordId record)
{
    m_trail.clear();
    if (!record.isNil())
        m_trail.push_back(record);
    refresh();
}

void RecordModel::show(RecordId record)
{
    const auto known = std::find(m_trail.begin(), m_trail.end(), record);
    if (known != m_trail.end())
        m_trail.erase(known + 1, m_trail.end());
    else if (!record.isNil())
        m_trail.push_back(record);
    refresh();
}

bool RecordModel::stepBack()
{
    if (m_trail.size() < 2)
        return false;
    m_trail.pop_back();
    refresh();
    return true;
}

void RecordModel::refresh()
{
    m_later.stop();
    const auto view = m_desk.isOpen() && !m_trail.empty() ? m_desk.store().view(m_trail.back())
                                                          : Result<store::RecordView>(fail(Errc::notFound, "nothing"));
    const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
    if (type == nullptr || !m_desk.mayRead(*type)) {
        m_kind.clear();
        m_heading.clear();
        m_line.clear();
        m_icon.clear();
        m_phone.clear();
        m_canEdit = false;
        m_facts.setRows({});
        m_pictures.setRows({});
        m_groups.setRows({});
        m_history.setRows({});
        emit changed();
        return;
    }
    refreshHead(*type, *view);
    refreshGroups(*type, *view);
    refreshHistory(*type, *view);
    emit changed();
}

// A family's file is one thing to look back on: its people and what was put away stand there too.
void RecordModel::refreshHistory(const RecordType& type, const store::RecordView& view)
{
    std::vector<store::RecordView> besides;
    if (type.name == "household")
        if (auto children = m_desk.store().children(view.record))
            besides = std::move(*children);
    m_history.setRows(historyRows(m_desk, view, besides));
}

void RecordModel::refreshHead(const RecordType& type, const store::RecordView& view)
{
    const auto told = recordLine(m_desk, view);
    m_kind = qs(type.name);
    m_heading = told.heading;
    m_icon = qs(type.icon);
    QStringList parts{m_desk.label(type.label)};
    parts.removeAll(m_heading);
    parts << told.line;
    if (type.isRoot)
        parts << m_desk.placeName(view.partition);
    parts.removeAll(QString());
    m_line = dotted(parts);
    const forms::RecordFields fields(type, view);
    m_phone.clear();
    for (const auto& field : type.fields)
        if (m_phone.isEmpty() && field.control == "phone")
            m_phone = phoneGrouped(fields.text(field.name));
    m_canEdit =
        forms::editingOf(type, view, m_desk.work().user, m_desk.work().role, m_desk.now()) != forms::Editing::none;
    m_facts.setRows(factsOf(m_desk, view));
    m_pictures.setRows(attachmentsOf(m_desk, view));
}

void RecordModel::refreshGroups(const RecordType& type, const store::RecordView& view)
{
    Rows groups;
    if (type.name == "household") // its rows have a page of their own: the family's
        return m_groups.setRows(groups);
    for (const auto* rowType : rowTypesOf(m_desk.catalogue(), type)) {
        if (!m_desk.mayRead(*rowType))
            continue;
        const auto records = rowsOf(m_desk, *rowType, view);
        const bool canAdd = m_desk.mayWrite(*rowType);
        if (records.empty() && !canAdd)
            continue;
        Rows items;
        Rows checks = checkRows(m_desk, *rowType, records);
        for (const auto& record : records)
            if (checks.empty() && items.size() < kMostRows)
                items.push_back(recordRow(m_desk, record));
        const QString label = m_desk.label(rowType->label);
        const int missing = missingOf(checks);
        const QString noted = records.empty() ? QString() : tr("%n noted", nullptr, static_cast<int>(records.size()));
        Row group{{"groupId", qs(rowType->name)},
                  {"label", label},
                  {"line", checks.empty() ? noted
                           : missing == 0 ? tr("All there")
                                          : tr("%n still missing", nullptr, missing)},
                  {"iconName", qs(rowType->icon)},
                  {"canAdd", canAdd && checks.empty()},
                  {"addLabel", tr("Add: %1").arg(label)}};
        group.list("items", std::move(items));
        group.list("checks", std::move(checks));
        groups.push_back(std::move(group));
    }
    m_groups.setRows(groups);
}

void RecordModel::check(const QString& groupId, int code)
{
    const RecordType* type = m_desk.catalogue().type(std::string_view(groupId.toStdString()));
    const auto view = m_desk.isOpen() ? m_desk.store().view(shown()) : Result<store::RecordView>{};
    if (!view || type == nullptr || checklistOf(*type).code == nullptr || !m_desk.mayWrite(*type))
        return;
    if (const auto done = tick(m_desk, *type, *view, code); !done)
        return m_navigator.tell(done.error());
    refresh();
}

void RecordModel::edit()
{
    if (m_canEdit)
        m_navigator.goEdit(shown());
}

void RecordModel::call()
{
    if (!m_phone.isEmpty())
        m_navigator.dialNumber(m_phone, m_heading);
}

void RecordModel::add(const QString& groupId)
{
    const RecordType* type = m_desk.catalogue().type(std::string_view(groupId.toStdString()));
    const auto view = m_desk.isOpen() ? m_desk.store().view(shown()) : Result<store::RecordView>{};
    if (type == nullptr || !view || !m_desk.mayWrite(*type))
        return;
    forms::NewRecord wanted{type->number, view->root, view->partition, {}};
    if (type->parentField != 0)
        wanted.prefill[type->parentField] = Value::fromText(shown().text());
    m_navigator.goForm(std::move(wanted));
}

void RecordModel::open(const QString& recordId)
{
    const RecordId record = idOf(recordId);
    const auto view = m_desk.isOpen() ? m_desk.store().view(record) : Result<store::RecordView>{};
    const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
    if (type != nullptr && hasRecordPage(m_desk.catalogue(), *type))
        m_navigator.goRecord(record);
    else
        m_navigator.goEdit(record);
}

} // namespace lianxin::ui
