// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Who came to an activity: a list that somebody of the home ticks, never a thing that an elder signs (domain 2.17). Ticks are kept at once, and
// written together: one attendance for each family, filed with the family, and the numbers of the activity, in one save that can be taken back.
// Somebody who was noted by mistake is unticked later, by whoever noted it and as long as it may be changed; an attendance of nobody is put away.
class AttendanceModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(int guests READ guests NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT)
public:
    AttendanceModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] QString filter() const { return m_filter; }
    [[nodiscard]] int guests() const { return m_guests; }
    [[nodiscard]] bool canSave() const { return !m_ticked.empty() || !m_removed.empty() || m_guests != m_guestsBefore; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] RowsModel* people() { return &m_people; }

    void show(RecordId activity);
    void setFilter(const QString& filter);
    Q_INVOKABLE void toggle(const QString& personId);
    Q_INVOKABLE void addGuests(int more); // guests without names: one more, one less
    Q_INVOKABLE void save();
    Q_INVOKABLE void edit() { m_navigator.goEdit(m_activity); }

    void refresh();

signals:
    void changed();

private:
    struct Person {
        RecordId id, household;
        QString name, line, initial;
        int tint{0};
    };
    void readActivity();
    void readPeople();
    void readTicks();
    void keepTicks();
    void showPeople();
    struct Noted { // an attendance of this activity
        RecordId record;
        std::vector<RecordId> persons;
        bool mine{false}; // this person may still change it
    };
    [[nodiscard]] bool mayRemove(RecordId person) const;
    [[nodiscard]] Result<std::vector<store::RecordEdit>> attendances() const; // one for each family
    [[nodiscard]] Result<std::vector<store::RecordEdit>> removals() const;    // of those whose tick was taken away
    [[nodiscard]] Result<forms::Committed> commit();
    [[nodiscard]] bool cameBefore(RecordId household) const;
    [[nodiscard]] std::string noteKey() const { return "attendance:" + m_activity.text(); }

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_activity;
    QString m_heading, m_line, m_filter;
    int m_guests{0}, m_guestsBefore{0};
    bool m_canEdit{false};
    std::size_t m_beyond{0};
    std::vector<Person> m_all;
    std::vector<Noted> m_there;
    std::set<RecordId> m_ticked, m_noted, m_removed; // people
    RowsModel m_people;
    QTimer m_later;
};

} // namespace lianxin::ui
