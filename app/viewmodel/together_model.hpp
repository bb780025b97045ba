// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// What a family may see when the tablet is in their hands: the home, this month's activities, insurance in two sentences, numbers. Gathered as
// finished words while somebody is in; then the vault is locked, so that nothing else can be reached from here, by whatever touch.
class TogetherModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString homeAddress READ homeAddress NOTIFY changed)
    Q_PROPERTY(QString homeHours READ homeHours NOTIFY changed)
    Q_PROPERTY(QString homePhone READ homePhone NOTIFY changed)
    Q_PROPERTY(QString handBackText READ handBackText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* activities READ activities CONSTANT)
    Q_PROPERTY(QAbstractItemModel* telephones READ telephones CONSTANT)
public:
    explicit TogetherModel(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString greeting() const { return m_greeting; }
    [[nodiscard]] QString homeAddress() const { return m_address; }
    [[nodiscard]] QString homeHours() const { return m_hours; }
    [[nodiscard]] QString homePhone() const { return m_phone; }
    [[nodiscard]] QString handBackText() const { return m_handBack; }
    [[nodiscard]] RowsModel* activities() { return &m_activities; }
    [[nodiscard]] RowsModel* telephones() { return &m_telephones; }

    void open(const QString& worker); // while the store is open
    void close();

signals:
    void changed();

private:
    void gatherHome();
    void gatherActivities();

    Desk& m_desk;
    bool m_open{false};
    QString m_greeting, m_address, m_hours, m_phone, m_handBack;
    RowsModel m_activities, m_telephones;
};

} // namespace lianxin::ui
