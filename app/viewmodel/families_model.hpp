// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/found_rows.hpp"
#include "app/viewmodel/today_model.hpp"

namespace lianxin::ui {

// All families: cards while they are few, a list when they are many. Its search box finds homes, volunteers and papers too.
class FamiliesModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Layout layout READ layout NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QString searchText READ searchText WRITE setSearchText NOTIFY searchTextChanged)
    Q_PROPERTY(bool searching READ searching NOTIFY changed)
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(bool hasSelection READ hasSelection NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* filters READ filters CONSTANT)
    Q_PROPERTY(QAbstractItemModel* cards READ cards CONSTANT)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(lianxin::ui::FamilyModel* selected READ selected CONSTANT)
public:
    enum Layout { Cards, List };
    Q_ENUM(Layout)

    FamiliesModel(FamilyBook& book, TodayModel& today, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] Layout layout() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString searchText() const { return m_search; }
    void setSearchText(const QString& text);
    [[nodiscard]] bool searching() const { return !m_search.trimmed().isEmpty(); }
    [[nodiscard]] QString resultText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool canAdd() const;
    [[nodiscard]] bool hasSelection() const { return !m_selected.shown().isNil(); }
    [[nodiscard]] RowsModel* filters() { return &m_filters; }
    [[nodiscard]] RowsModel* cards() { return &m_cards; }
    [[nodiscard]] RowsModel* rows() { return &m_rows; }
    [[nodiscard]] FamilyModel* selected() { return &m_selected; }

    Q_INVOKABLE void toggleFilter(const QString& filterId);
    Q_INVOKABLE void select(const QString& familyId);
    Q_INVOKABLE void openSelected();
    Q_INVOKABLE void open(const QString& familyId);
    Q_INVOKABLE void addHousehold();
    Q_INVOKABLE void clearSearch();

    void refresh();

signals:
    void changed();
    void searchTextChanged();

private:
    [[nodiscard]] std::vector<Found> everybody() const;
    [[nodiscard]] bool passes(const FamilySummary& summary) const;
    [[nodiscard]] Row rowOf(const FamilySummary& summary, const Found& found) const;

    FamilyBook& m_book;
    Desk& m_desk;
    TodayModel& m_today;
    Navigator& m_navigator;
    FamilyModel m_selected;
    RowsModel m_filters, m_cards, m_rows;
    QString m_search;
    QString m_filter;
    int m_found{0};  // families
    int m_others{0}; // what else was found
};

} // namespace lianxin::ui
