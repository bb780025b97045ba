// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// What else can be noted for a family, by the four services (S03) and what comes beside them. The catalogue says what is offered.
class NotingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(int tint READ tint NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* services READ services CONSTANT)
public:
    NotingModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    void show(RecordId household);
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString initial() const { return m_initial; }
    [[nodiscard]] int tint() const { return m_tint; }
    [[nodiscard]] RowsModel* services() { return &m_services; }

    Q_INVOKABLE void note(const QString& kind);

    void refresh();

signals:
    void changed();

private:
    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_household;
    QString m_heading, m_initial;
    int m_tint{0};
    RowsModel m_services;
};

} // namespace lianxin::ui
