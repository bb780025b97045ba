// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/asked.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// 省里请您再看一下: what the province put aside, with why, and the one thing to do about each. What needs nothing of her any more stands
// below it, until the province has decided.
class AskedModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString whoDecides READ whoDecides NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(QAbstractItemModel* settled READ settled CONSTANT)
public:
    AskedModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString whoDecides() const; // empty while there is nothing to decide
    [[nodiscard]] RowsModel* rows() { return &m_rows; }
    [[nodiscard]] RowsModel* settled() { return &m_settled; }

    Q_INVOKABLE void open(const QString& number);  // the form with what she wrote
    Q_INVOKABLE void act(const QString& number);   // what the table says: look, or leave
    Q_INVOKABLE void leave(const QString& number); // to the province

    void refresh();

signals:
    void changed();

private:
    [[nodiscard]] Row rowOf(const Asked& asked) const;

    FamilyBook& m_book;
    Navigator& m_navigator;
    std::vector<Asked> m_asked;
    RowsModel m_rows, m_settled;
};

} // namespace lianxin::ui
