// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/rows_model.hpp"

#include <QQmlEngine>
#include <QSet>

namespace lianxin::ui {

RowsModel::RowsModel(Roles roles, QObject* parent) : QAbstractListModel(parent), m_roles(std::move(roles)) {}

int RowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    const int place = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || place < 0 || place >= static_cast<int>(m_roles.size()))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto at = static_cast<std::size_t>(place);
    if (row.lists[at] != nullptr)
        return QVariant::fromValue<QObject*>(row.lists[at].get());
    return row.values[at];
}

QHash<int, QByteArray> RowsModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        names.insert(Qt::UserRole + static_cast<int>(i), m_roles[i].name);
    return names;
}

RowsModel::Shown RowsModel::shown(const Row& row)
{
    Shown out;
    for (const auto& role : m_roles) {
        out.values.push_back(row.values.value(role.name, role.fallback));
        std::shared_ptr<RowsModel> list;
        if (!role.nested.empty()) {
            list = std::make_shared<RowsModel>(role.nested);
            // QML must not take what a shared pointer owns.
            QQmlEngine::setObjectOwnership(list.get(), QQmlEngine::CppOwnership);
            list->setRows(row.lists.value(role.name));
        }
        out.lists.push_back(std::move(list));
    }
    return out;
}

void RowsModel::refresh(int index, const Row& row)
{
    auto& now = m_rows[static_cast<std::size_t>(index)];
    QList<int> changed;
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        if (now.lists[i] != nullptr) {
            now.lists[i]->setRows(row.lists.value(m_roles[i].name));
            continue;
        }
        const QVariant value = row.values.value(m_roles[i].name, m_roles[i].fallback);
        if (now.values[i] != value) {
            now.values[i] = value;
            changed.push_back(Qt::UserRole + static_cast<int>(i));
        }
    }
    if (!changed.isEmpty())
        emit dataChanged(this->index(index), this->index(index), changed);
}

void RowsModel::setRows(const Rows& rows)
{
    const auto before = m_rows.size();
    const QByteArray& key = m_roles.front().name;
    QSet<QString> wanted;
    for (const auto& row : rows)
        wanted.insert(row.values.value(key).toString());
    for (int i = count() - 1; i >= 0; --i)
        if (!wanted.contains(keyOf(i).toString())) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Row& row = rows[static_cast<std::size_t>(i)];
        const QVariant wantedKey = row.values.value(key);
        int at = i;
        while (at < count() && keyOf(at) != wantedKey)
            ++at;
        if (at == count()) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, shown(row));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, i);
            std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        refresh(i, row);
    }
    if (before != m_rows.size())
        emit countChanged();
}

void RowsModel::setRow(const QVariant& key, const Row& row)
{
    if (const int index = find(key); index >= 0)
        refresh(index, row);
}

QVariant RowsModel::value(int row, const char* role) const
{
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        if (m_roles[i].name == role && row >= 0 && row < count())
            return m_rows[static_cast<std::size_t>(row)].values[i];
    return {};
}

int RowsModel::find(const QVariant& key) const
{
    for (int i = 0; i < count(); ++i)
        if (keyOf(i) == key)
            return i;
    return -1;
}

RowsModel* RowsModel::nested(int row, const char* role) const
{
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        if (m_roles[i].name == role && row >= 0 && row < count())
            return m_rows[static_cast<std::size_t>(row)].lists[i].get();
    return nullptr;
}

} // namespace lianxin::ui
