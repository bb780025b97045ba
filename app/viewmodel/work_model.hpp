// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Homes, teams, agencies, trainings, documents: everything that is no family's. Kinds of records at one side, the records of one at the other.
class WorkModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(QString addLabel READ addLabel NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* kinds READ kinds CONSTANT)
    Q_PROPERTY(QAbstractItemModel* records READ records CONSTANT)
public:
    WorkModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] bool canAdd() const { return m_canAdd; }
    [[nodiscard]] QString addLabel() const { return m_addLabel; }
    [[nodiscard]] RowsModel* kinds() { return &m_kinds; }
    [[nodiscard]] RowsModel* records() { return &m_records; }

    Q_INVOKABLE void choose(const QString& kind);
    Q_INVOKABLE void add();
    Q_INVOKABLE void open(const QString& recordId);

    void refresh();

signals:
    void changed();

private:
    [[nodiscard]] const RecordType* chosen() const;
    [[nodiscard]] PartitionId
    home(const RecordType& type) const; // where a new record of this person lies; empty: nowhere

    Desk& m_desk;
    Navigator& m_navigator;
    QString m_kind, m_heading, m_empty, m_addLabel;
    bool m_canAdd{false};
    RowsModel m_kinds, m_records;
    QTimer m_later;
};

} // namespace lianxin::ui
