// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// The page for the worst minutes: numbers and five steps, also while locked. It holds no family's data; ticks live in memory until
// somebody who is unlocked chooses a family and writes them down.
class CrisisModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QAbstractItemModel* telephones READ telephones CONSTANT)
    Q_PROPERTY(QAbstractItemModel* checks READ checks CONSTANT)
    Q_PROPERTY(QString startedText READ startedText NOTIFY changed)
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)
public:
    struct Number {
        QString label;
        QString number;
    };
    CrisisModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);
    void setDutyNumbers(const std::vector<Number>& numbers); // of the township and county, from the tablet store

    [[nodiscard]] RowsModel* telephones() { return &m_telephones; }
    [[nodiscard]] RowsModel* checks() { return &m_checks; }
    [[nodiscard]] QString startedText() const;
    [[nodiscard]] bool canStart() const { return m_started == 0; }

    Q_INVOKABLE void toggleCheck(const QString& checkId);
    Q_INVOKABLE void start();
    Q_INVOKABLE void call(int row);

    void refresh();

signals:
    void changed();

private:
    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_telephones, m_checks;
    std::vector<Number> m_duty;
    std::map<QString, Millis> m_ticked;
    Millis m_started{0};
};

} // namespace lianxin::ui
