// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/duty_reader.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/timeline.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// One family's page: who they are, what to mind, and everything that happened in one line of time.
class FamilyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString familyId READ familyId NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(int tint READ tint NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString phoneText READ phoneText NOTIFY changed)
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY changed)
    Q_PROPERTY(QString lookText READ lookText NOTIFY changed)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool canStartSession READ canStartSession NOTIFY changed)
    Q_PROPERTY(bool canStartEmergency READ canStartEmergency NOTIFY changed)
    Q_PROPERTY(bool canSumClaim READ canSumClaim NOTIFY changed)
    Q_PROPERTY(bool canReadScale READ canReadScale NOTIFY changed)
    Q_PROPERTY(QString scaleLabel READ scaleLabel NOTIFY changed)
    Q_PROPERTY(bool canAskSafety READ canAskSafety NOTIFY changed)
    Q_PROPERTY(QString timelineEmptyText READ timelineEmptyText NOTIFY changed)
    Q_PROPERTY(bool hasMoreTimeline READ hasMoreTimeline NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* tags READ tags CONSTANT)
    Q_PROPERTY(QAbstractItemModel* carers READ carers CONSTANT)
    Q_PROPERTY(QAbstractItemModel* infoRows READ infoRows CONSTANT)
    Q_PROPERTY(QAbstractItemModel* closePeople READ closePeople CONSTANT)
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT)
    Q_PROPERTY(QAbstractItemModel* openMatters READ openMatters CONSTANT)
    Q_PROPERTY(QAbstractItemModel* workInfo READ workInfo CONSTANT)
    Q_PROPERTY(QString careText READ careText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* careReasons READ careReasons CONSTANT)
    Q_PROPERTY(QAbstractItemModel* haves READ haves CONSTANT)
    Q_PROPERTY(QAbstractItemModel* duties READ duties CONSTANT)
    Q_PROPERTY(QAbstractItemModel* filters READ filters CONSTANT)
    Q_PROPERTY(QAbstractItemModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(QAbstractItemModel* recent READ recent CONSTANT)
public:
    FamilyModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    void show(RecordId household); // nil: empty
    [[nodiscard]] RecordId shown() const { return m_id; }

    [[nodiscard]] QString familyId() const { return m_id.isNil() ? QString() : idText(m_id); }
    [[nodiscard]] QString initial() const { return m_summary.initial; }
    [[nodiscard]] int tint() const { return m_summary.tint; }
    [[nodiscard]] QString name() const { return m_summary.callName; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString phoneText() const { return phoneGrouped(m_summary.phone.toStdString()); }
    [[nodiscard]] QString noticeText() const { return m_notice; }
    [[nodiscard]] QString lookText() const { return m_look; }
    [[nodiscard]] bool canWrite() const { return may("visit"); }
    [[nodiscard]] bool canEdit() const { return may("household"); }
    [[nodiscard]] bool canStartSession() const { return may("counsel_session"); }
    [[nodiscard]] bool canStartEmergency() const { return may("emergency_case"); }
    [[nodiscard]] bool canSumClaim() const
    {
        return !m_id.isNil() && m_desk.isOpen() && m_desk.mayRead(m_desk.type("claim"));
    }
    [[nodiscard]] bool canReadScale() const;
    [[nodiscard]] QString scaleLabel() const;
    [[nodiscard]] bool canAskSafety() const;
    [[nodiscard]] QString timelineEmptyText() const
    {
        return m_timeline.count() == 0 ? tr("Nothing yet; dropping in is fine") : QString();
    }
    [[nodiscard]] bool hasMoreTimeline() const { return m_hasMore; }
    [[nodiscard]] RowsModel* tags() { return &m_tags; }
    [[nodiscard]] RowsModel* carers() { return &m_carers; }
    [[nodiscard]] RowsModel* infoRows() { return &m_infoRows; }
    [[nodiscard]] RowsModel* closePeople() { return &m_closePeople; }
    [[nodiscard]] RowsModel* people() { return &m_people; }
    [[nodiscard]] RowsModel* openMatters() { return &m_openMatters; }
    [[nodiscard]] RowsModel* workInfo() { return &m_workInfo; }
    // Why this family is looked after so closely: folded away with the office part, never a number, never on a list.
    [[nodiscard]] QString careText() const { return m_careText; }
    [[nodiscard]] RowsModel* careReasons() { return &m_careReasons; }
    [[nodiscard]] RowsModel* haves() { return &m_haves; }
    [[nodiscard]] RowsModel* duties() { return &m_duties; }
    [[nodiscard]] RowsModel* filters() { return &m_filters; }
    [[nodiscard]] RowsModel* timeline() { return &m_timeline; }
    [[nodiscard]] RowsModel* recent() { return &m_recent; }

    Q_INVOKABLE void write();
    Q_INVOKABLE void call();
    Q_INVOKABLE void callPerson(int row);
    Q_INVOKABLE void toggleFilter(const QString& filterId);
    Q_INVOKABLE void openEntry(const QString& entryId);
    Q_INVOKABLE void openAttachment(const QString& id) { showAttachment(m_desk, m_navigator, id); }
    Q_INVOKABLE void openMatter(const QString& matterId);
    Q_INVOKABLE void explain(const QString& taskId);
    Q_INVOKABLE void editHousehold();
    Q_INVOKABLE void editPerson(const QString& personId);
    Q_INVOKABLE void addPerson();
    Q_INVOKABLE void startSession();
    Q_INVOKABLE void startEmergency();
    Q_INVOKABLE void readScale();
    Q_INVOKABLE void askSafety();
    Q_INVOKABLE void noteMore() { m_navigator.goNoting(m_id); }
    Q_INVOKABLE void sumClaim() { m_navigator.goClaimSum(m_id); }
    Q_INVOKABLE void openAllowance() { m_navigator.goAllowance(m_id); }
    Q_INVOKABLE void openLook();
    Q_INVOKABLE void openHistory() { m_navigator.goRecord(m_id); } // what was written before
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void changeCarer();

    void refresh();

signals:
    void changed();

private:
    [[nodiscard]] bool may(const char* type) const;
    void refreshHead(const Family& family);
    void refreshPeople(const Family& family);
    void refreshMatters(const Family& family);
    void refreshWork(const Family& family);
    void refreshDuties(const Family& family);
    void refreshTimeline(const Family& family);
    [[nodiscard]] Result<std::optional<store::RecordView>> openCase() const;
    [[nodiscard]] RecordId firstLook() const; // in this family, of what this person may read; nil: nothing
    void newRecord(const char* type, FieldValues prefill = {});

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_id;
    FamilySummary m_summary;
    QString m_line;
    QString m_notice;
    QString m_look;
    QString m_careText;
    duty::Duty m_duty; // of this family alone
    QString m_filter;  // chip that is chosen, empty: everything
    int m_limit{0};
    bool m_hasMore{false};
    std::vector<std::pair<QString, QString>> m_phones; // of closePeople: name, number
    RowsModel m_tags, m_carers, m_infoRows, m_closePeople, m_people, m_openMatters, m_workInfo, m_filters, m_timeline,
        m_recent, m_careReasons, m_duties, m_haves;
    QTimer m_later;
};

} // namespace lianxin::ui
