// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/work_model.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostRecords = 200; // more is searched, not scrolled

// Roots that are no families, no cases and nothing that only the server writes.
bool isWork(const RecordType& type)
{
    return type.isRoot && type.scope != RecordScope::counselCase && type.name != "household" && !type.serverAuthored();
}

} // namespace

WorkModel::WorkModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator),
      m_kinds({{"kind"}, {"label"}, {"line"}, {"iconName"}, {"chosen", false}}), m_records(recordRoles())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &WorkModel::refresh);
    connect(&desk, &Desk::closed, this, [this] {
        m_kind.clear();
        refresh();
    });
    connect(&desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

const RecordType* WorkModel::chosen() const { return m_desk.catalogue().type(std::string_view(m_kind.toStdString())); }

void WorkModel::choose(const QString& kind)
{
    m_kind = kind;
    refresh();
}

void WorkModel::refresh()
{
    m_later.stop();
    Rows kinds;
    Rows records;
    m_heading.clear();
    m_empty.clear();
    m_addLabel.clear();
    m_canAdd = false;
    if (m_desk.isOpen())
        for (const auto& type : m_desk.catalogue().types()) {
            if (!isWork(type) || !m_desk.mayRead(type))
                continue;
            const auto count = m_desk.store().countOfType(type.number);
            const bool mayAdd = m_desk.mayWrite(type) && !home(type).text().empty();
            if (!mayAdd && (!count || *count == 0))
                continue;
            if (m_kind.isEmpty())
                m_kind = qs(type.name);
            kinds.push_back({{"kind", qs(type.name)},
                             {"label", m_desk.label(type.label)},
                             {"line", count && *count > 0 ? QString::number(*count) : QString()},
                             {"iconName", qs(type.icon)},
                             {"chosen", m_kind == qs(type.name)}});
        }
    if (const RecordType* type = m_desk.isOpen() ? chosen() : nullptr) {
        m_heading = m_desk.label(type->label);
        m_canAdd = m_desk.mayWrite(*type) && !home(*type).text().empty();
        m_addLabel = tr("Add: %1").arg(m_heading);
        if (const auto views = m_desk.store().ofType(type->number, kMostRecords))
            for (const auto& view : *views)
                if (view.life == store::Life::active)
                    records.push_back(recordRow(m_desk, view));
        if (records.empty())
            m_empty = tr("Nothing here yet");
    }
    m_kinds.setRows(kinds);
    m_records.setRows(records);
    emit changed();
}

// The widest area that the person was given: what is made for a county lies with the county. What is open to everybody lies on the
// county's board, whoever made it.
PartitionId WorkModel::home(const RecordType& type) const
{
    if (type.scope == RecordScope::directory)
        return PartitionId::directory();
    const auto partitions = m_desk.store().partitions();
    PartitionId widest;
    if (partitions)
        for (const auto& one : *partitions)
            if (one.granted && scopeFits(RecordScope::area, one.partition) && !isBoard(one.partition) &&
                (widest.text().empty() || one.partition.area().size() < widest.area().size()))
                widest = one.partition;
    if (isForBoards(type))
        return boardOf(widest).value_or(widest);
    return widest;
}

void WorkModel::add()
{
    if (const RecordType* type = chosen(); type != nullptr && m_canAdd)
        m_navigator.goForm({type->number, {}, home(*type), {}});
}

void WorkModel::open(const QString& recordId)
{
    const RecordType* type = chosen();
    if (type == nullptr)
        return;
    if (hasRecordPage(m_desk.catalogue(), *type) || !m_desk.mayWrite(*type))
        m_navigator.goRecord(idOf(recordId));
    else
        m_navigator.goEdit(idOf(recordId));
}

} // namespace lianxin::ui
