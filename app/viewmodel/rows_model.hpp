// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QVariant>

#include <memory>
#include <vector>

namespace lianxin::ui {

class RowsModel;

// One role of a list: its name, what a row without it shows, and for a list inside the row the roles of that one.
struct Role {
    QByteArray name;
    QVariant fallback;
    std::vector<Role> nested; // not empty: the role answers a RowsModel

    Role(const char* roleName, QVariant otherwise = QString(), std::vector<Role> inside = {})
        : name(roleName), fallback(std::move(otherwise)), nested(std::move(inside))
    {}
};
using Roles = std::vector<Role>;

// What a view-model says about one row. The first role of the list is its key and must be unique.
struct Row {
    QHash<QByteArray, QVariant> values;
    QHash<QByteArray, std::vector<Row>> lists;

    Row() = default;
    Row(std::initializer_list<std::pair<const char*, QVariant>> entries)
    {
        for (const auto& [name, value] : entries)
            values.insert(QByteArray(name), value);
    }
    Row& set(const char* name, const QVariant& value)
    {
        values.insert(QByteArray(name), value);
        return *this;
    }
    Row& list(const char* name, std::vector<Row> rows)
    {
        lists[QByteArray(name)] = std::move(rows);
        return *this;
    }
};
using Rows = std::vector<Row>;

// A finished list for QML. setRows() finds the smallest steps from what is shown to what should be: rows that stay keep their
// delegates, so that focus and scroll position survive.
class RowsModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    explicit RowsModel(Roles roles, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    void setRows(const Rows& rows);
    void setRow(const QVariant& key, const Row& row); // one that is there
    [[nodiscard]] QVariant value(int row, const char* role) const;
    [[nodiscard]] int find(const QVariant& key) const; // -1
    [[nodiscard]] RowsModel* nested(int row, const char* role) const;

signals:
    void countChanged();

private:
    struct Shown {
        std::vector<QVariant> values;
        std::vector<std::shared_ptr<RowsModel>> lists; // same places; null for plain roles
    };
    [[nodiscard]] Shown shown(const Row& row);
    void refresh(int index, const Row& row);
    [[nodiscard]] const QVariant& keyOf(int index) const
    {
        return m_rows[static_cast<std::size_t>(index)].values.front();
    }

    Roles m_roles;
    std::vector<Shown> m_rows;
};

} // namespace lianxin::ui
