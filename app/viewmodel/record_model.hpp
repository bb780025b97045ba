// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/history_rows.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// The page of any record with rows of its own: a warm-heart home with its plan and activities, a claim with its papers, a supervision with
// what was seen. What stands there comes from the catalogue.
class RecordModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString iconName READ iconName NOTIFY changed)
    Q_PROPERTY(QString phoneText READ phoneText NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool canSum READ canSum NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* facts READ facts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* pictures READ pictures CONSTANT)
    Q_PROPERTY(QAbstractItemModel* groups READ groups CONSTANT)
    Q_PROPERTY(QAbstractItemModel* history READ history CONSTANT)
public:
    RecordModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);

    void begin(RecordId record); // the first of a new trail
    void show(RecordId record);  // one step on; one that the trail has already: back to it
    bool stepBack();             // false: there is nothing before it
    [[nodiscard]] QString recordId() const { return m_trail.empty() ? QString() : idText(m_trail.back()); }
    [[nodiscard]] RecordId shown() const { return m_trail.empty() ? RecordId{} : m_trail.back(); }

    [[nodiscard]] QString kind() const { return m_kind; }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString iconName() const { return m_icon; }
    [[nodiscard]] QString phoneText() const { return m_phone; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] bool canSum() const { return m_kind == QLatin1String("claim"); }
    [[nodiscard]] RowsModel* facts() { return &m_facts; }
    [[nodiscard]] RowsModel* pictures() { return &m_pictures; }
    [[nodiscard]] RowsModel* groups() { return &m_groups; }
    // What was written before; of a family that of everything in its file.
    [[nodiscard]] RowsModel* history() { return &m_history; }

    Q_INVOKABLE void openAttachment(const QString& id) { showAttachment(m_desk, m_navigator, id); }
    Q_INVOKABLE void edit();
    Q_INVOKABLE void call();
    Q_INVOKABLE void sum() { m_navigator.goClaimSum(shown()); } // what a claim may come to
    Q_INVOKABLE void add(const QString& groupId);
    Q_INVOKABLE void open(const QString& recordId);
    // A list of things that are there or not yet, as the papers of a claim: a tick writes the row, another takes it back.
    Q_INVOKABLE void check(const QString& groupId, int code);

    void refresh();

signals:
    void changed();

private:
    void refreshHead(const RecordType& type, const store::RecordView& view);
    void refreshGroups(const RecordType& type, const store::RecordView& view);
    void refreshHistory(const RecordType& type, const store::RecordView& view);

    Desk& m_desk;
    Navigator& m_navigator;
    std::vector<RecordId> m_trail; // how the person came here
    QString m_kind, m_heading, m_line, m_icon, m_phone;
    bool m_canEdit{false};
    RowsModel m_facts, m_groups, m_pictures, m_history;
    QTimer m_later;
};

} // namespace lianxin::ui
