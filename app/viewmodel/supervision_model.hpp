// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/state_steps.hpp"
#include "app/viewmodel/supervision_points.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// One visit to a home, an agency, a township: the list that is looked through there, what was seen, who mends it until when, and whether it is
// mended. Works without a network from the first tick to the last. Looks at places and plans, never at single workers.
class SupervisionModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString supervisionId READ supervisionId NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(int position READ position NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString pointsText READ pointsText NOTIFY changed)
    Q_PROPERTY(QString openText READ openText NOTIFY changed)
    Q_PROPERTY(QString settledText READ settledText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString actionLabel READ actionLabel NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool canLook READ canLook NOTIFY changed)
    Q_PROPERTY(bool canFind READ canFind NOTIFY changed)
    Q_PROPERTY(bool listFirst READ listFirst NOTIFY changed)
    Q_PROPERTY(bool settledShown READ settledShown WRITE setSettledShown NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* answers READ answers CONSTANT)
    Q_PROPERTY(QAbstractItemModel* points READ points CONSTANT)
    Q_PROPERTY(QAbstractItemModel* results READ results CONSTANT)
    Q_PROPERTY(QAbstractItemModel* findings READ findings CONSTANT)
    Q_PROPERTY(QAbstractItemModel* praise READ praise CONSTANT)
    Q_PROPERTY(QAbstractItemModel* settled READ settled CONSTANT)
    Q_PROPERTY(QAbstractItemModel* others READ others CONSTANT)
public:
    SupervisionModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString supervisionId() const { return m_supervision.isNil() ? QString() : idText(m_supervision); }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString stateText() const { return m_stateText; }
    [[nodiscard]] int position() const { return m_position; } // of `count` steps, from 1
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QString pointsText() const { return m_pointsText; }
    [[nodiscard]] QString openText() const { return m_openText; }
    [[nodiscard]] QString settledText() const { return m_settledText; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] QString actionLabel() const; // empty: nothing is this person's to do now
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] bool canLook() const { return m_canLook; }
    [[nodiscard]] bool canFind() const { return m_canFind && m_next != Next::finding; } // beside the main action
    [[nodiscard]] bool listFirst() const
    {
        return m_listFirst;
    } // until everything was looked at; then what is open comes first
    [[nodiscard]] bool settledShown() const { return m_settledShown; }
    [[nodiscard]] RowsModel* answers() { return &m_answers; }
    [[nodiscard]] RowsModel* points() { return &m_points; }
    [[nodiscard]] RowsModel* results() { return &m_results; }
    [[nodiscard]] RowsModel* findings() { return &m_findings; }
    [[nodiscard]] RowsModel* praise() { return &m_praise; }
    [[nodiscard]] RowsModel* settled() { return &m_settled; }
    [[nodiscard]] RowsModel* others() { return &m_others; }

    void show(RecordId supervision);
    void setSettledShown(bool shown);
    Q_INVOKABLE void answer(const QString& pointId, int code); // the same answer again takes it back
    Q_INVOKABLE void act();                                    // the page's one main action
    Q_INVOKABLE void take(int state);
    Q_INVOKABLE void addPoint();
    Q_INVOKABLE void addFinding();
    Q_INVOKABLE void openFinding(const QString& findingId);
    Q_INVOKABLE void noteMending(const QString& findingId);
    Q_INVOKABLE void openMending(const QString& mendingId);
    Q_INVOKABLE void recheck(const QString& findingId, int result); // looked at again: how far it is now
    Q_INVOKABLE void edit();

    void refresh();

signals:
    void changed();
    void committed(lianxin::RecordId record, quint64 number);

private:
    enum class Next { nothing, step, finding, mending };
    struct Finding {
        store::RecordView view;
        std::optional<Day> due;
        bool good{false}, settled{false};
    };
    void clear();
    void readHead(const store::RecordView& view);
    void readPoints(const store::RecordView& view);
    void readFindings(const store::RecordView& view);
    void readNext(const store::RecordView& view);
    [[nodiscard]] Row findingRow(const Finding& finding) const;
    [[nodiscard]] QString dueText(const Finding& finding) const;
    [[nodiscard]] std::optional<store::RecordView> latestMending(RecordId finding) const;
    void begin(const char* typeName, RecordId parent);

    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_supervision, m_firstOpen;
    PartitionId m_partition;
    QString m_heading, m_line, m_stateText, m_pointsText, m_openText, m_settledText, m_empty, m_stepLabel;
    int m_position{0}, m_count{0}, m_open{0};
    bool m_canEdit{false}, m_canLook{false}, m_canFind{false}, m_canMend{false}, m_listFirst{true},
        m_settledShown{false};
    Next m_next{Next::nothing};
    std::int64_t m_step{0};
    std::vector<CheckPoint> m_list;
    RowsModel m_answers, m_points, m_results, m_findings, m_praise, m_settled, m_others;
    QTimer m_later;
};

} // namespace lianxin::ui
