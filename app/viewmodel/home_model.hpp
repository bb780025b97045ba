// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QTimer>
#include <QtQmlIntegration>

#include <array>

namespace lianxin::ui {

// The board of a warm-heart home: where it is and whom to call, the year with its themes and months, what comes next. Names nobody who
// comes: whoever looks over the shoulder may read all of it.
class HomeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString homeId READ homeId NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed)
    Q_PROPERTY(QString yearText READ yearText NOTIFY changed)
    Q_PROPERTY(QString yearLine READ yearLine NOTIFY changed)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(QString wayText READ wayText NOTIFY changed)
    Q_PROPERTY(QString hoursText READ hoursText NOTIFY changed)
    Q_PROPERTY(QString managerText READ managerText NOTIFY changed)
    Q_PROPERTY(QString phoneText READ phoneText NOTIFY changed)
    Q_PROPERTY(bool canNavigate READ canNavigate NOTIFY changed)
    Q_PROPERTY(bool calendarOpen READ calendarOpen NOTIFY changed)
    Q_PROPERTY(QString calendarText READ calendarText NOTIFY changed)
    Q_PROPERTY(QString calendarEmptyText READ calendarEmptyText NOTIFY changed)
    Q_PROPERTY(QString sixText READ sixText NOTIFY changed)
    Q_PROPERTY(QString planText READ planText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* homes READ homes CONSTANT)
    Q_PROPERTY(QAbstractItemModel* quarters READ quarters CONSTANT)
    Q_PROPERTY(QAbstractItemModel* next READ next CONSTANT)
    Q_PROPERTY(QAbstractItemModel* calendar READ calendar CONSTANT)
    Q_PROPERTY(QAbstractItemModel* six READ six CONSTANT)
    Q_PROPERTY(QAbstractItemModel* beside READ beside CONSTANT)
public:
    HomeModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString homeId() const { return m_home.isNil() ? QString() : idText(m_home); }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString levelText() const { return m_level; }
    [[nodiscard]] QString yearText() const { return m_year; }
    [[nodiscard]] QString yearLine() const { return m_yearLine; }
    [[nodiscard]] QString placeText() const { return m_place; }
    [[nodiscard]] QString wayText() const { return m_way; }
    [[nodiscard]] QString hoursText() const { return m_hours; }
    [[nodiscard]] QString managerText() const { return m_manager; }
    [[nodiscard]] QString phoneText() const { return m_phone; }
    [[nodiscard]] bool canNavigate() const { return m_where.has_value() && m_navigator.hasMaps(); }
    [[nodiscard]] bool calendarOpen() const { return m_calendarOpen; }
    [[nodiscard]] QString calendarText() const { return m_calendarText; }
    [[nodiscard]] QString calendarEmptyText() const
    {
        return m_calendar.count() == 0 ? tr("Nothing stands in this month") : QString();
    }
    [[nodiscard]] QString sixText() const { return m_sixText; }
    [[nodiscard]] QString planText() const { return m_planText; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] bool canAdd() const { return m_canAdd; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] RowsModel* homes() { return &m_homes; }
    [[nodiscard]] RowsModel* quarters() { return &m_quarters; }
    [[nodiscard]] RowsModel* next() { return &m_next; }
    [[nodiscard]] RowsModel* calendar() { return &m_calendar; } // the activities of one month, held or to come
    [[nodiscard]] RowsModel* six() { return &m_six; }
    [[nodiscard]] RowsModel* beside() { return &m_beside; } // its teams, and the last visit of supervision

    void show(RecordId home);
    Q_INVOKABLE void choose(const QString& homeId) { show(idOf(homeId)); }
    Q_INVOKABLE void noteActivity();
    Q_INVOKABLE void openActivity(const QString& activityId) { m_navigator.goRecord(idOf(activityId)); }
    Q_INVOKABLE void openBeside(const QString& recordId) { m_navigator.goRecord(idOf(recordId)); }
    Q_INVOKABLE void openPlan();
    Q_INVOKABLE void edit();
    Q_INVOKABLE void call();
    Q_INVOKABLE void navigate(); // on the machine's own maps
    Q_INVOKABLE void toggleCalendar();
    Q_INVOKABLE void turnMonth(int by);

    void refresh();

signals:
    void changed();

private:
    struct Month { // of the shown year
        int held{0};
        int people{0};
        QString planned;
        RecordId first; // the activity that its place on the board opens; nil: none
    };
    struct Coming {
        RecordId id;
        Millis at{0};
        QString title, line;
    };
    void clear();
    void readHomes();
    void readCard(const store::RecordView& view);
    void readYear(const store::RecordView& home);
    void readBeside(const store::RecordView& home);
    void takePlan(const std::vector<store::RecordView>& children, int year);
    void takeActivity(const store::RecordView& view, int year);
    void showYear();
    void showNext();
    void showCalendar();
    [[nodiscard]] Row activityRow(const Coming& one, const QString& under) const;
    [[nodiscard]] QString monthLine(int month) const;

    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_home, m_plan;
    QString m_heading, m_level, m_year, m_yearLine, m_place, m_way, m_hours, m_manager, m_phone, m_sixText, m_planText,
        m_empty;
    bool m_canAdd{false}, m_canEdit{false};
    std::array<Month, 12> m_months;
    std::array<QString, 4> m_themes;
    std::vector<Coming> m_coming, m_every; // what comes; whatever has its day, but for what was cancelled
    std::optional<platform::Place> m_where;
    bool m_calendarOpen{false};
    int m_turned{0}; // months away from today's
    QString m_calendarText;
    RowsModel m_homes, m_quarters, m_next, m_calendar, m_six, m_beside;
    QTimer m_later;
};

} // namespace lianxin::ui
