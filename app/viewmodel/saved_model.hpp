// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// After a visit is kept: what stands there now, where it is, and what could come next. Nothing is owed.
class SavedModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed)
    Q_PROPERTY(QString byline READ byline NOTIFY changed)
    Q_PROPERTY(QString body READ body NOTIFY changed)
    Q_PROPERTY(QString iconName READ iconName NOTIFY changed)
    Q_PROPERTY(int place READ place NOTIFY changed)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* tags READ tags CONSTANT)
    Q_PROPERTY(QAbstractItemModel* earlier READ earlier CONSTANT)
    Q_PROPERTY(QAbstractItemModel* suggestions READ suggestions CONSTANT)
public:
    SavedModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);
    void show(RecordId record);
    [[nodiscard]] RecordId household() const { return m_household; }

    [[nodiscard]] QString whenText() const { return m_when; }
    [[nodiscard]] QString byline() const { return m_byline; }
    [[nodiscard]] QString body() const { return m_body; }
    [[nodiscard]] QString iconName() const { return m_icon; }
    [[nodiscard]] int place() const { return m_place; }
    [[nodiscard]] QString placeText() const { return m_placeText; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] RowsModel* tags() { return &m_tags; }
    [[nodiscard]] RowsModel* earlier() { return &m_earlier; }
    [[nodiscard]] RowsModel* suggestions() { return &m_suggestions; }

    Q_INVOKABLE void accept(const QString& suggestionId);
    Q_INVOKABLE void dismiss(const QString& suggestionId);
    Q_INVOKABLE void edit();

    void refresh();

signals:
    void changed();
    void committed(lianxin::RecordId record, std::uint64_t number);

private:
    void suggest(const forms::RecordFields& visit, const Family& family);

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_record;
    RecordId m_household;
    QString m_when, m_byline, m_body, m_icon, m_placeText;
    int m_place{0};
    bool m_canEdit{false};
    std::set<QString> m_dismissed;
    RowsModel m_tags, m_earlier, m_suggestions;
};

} // namespace lianxin::ui
