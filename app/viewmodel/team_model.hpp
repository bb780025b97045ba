// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// A team of volunteers: who is in it and what each can do, where they were lately, and one way to note where somebody went. Nobody is counted
// against anybody: sums are the team's. Who of them is of a family that lost its child stands in nobody's list (domain 2.19): the page says
// what people can do, never what kind of volunteer they are, because a kind that is left out for some would tell as much.
class TeamModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString teamId READ teamId NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString leaderText READ leaderText NOTIFY changed)
    Q_PROPERTY(QString leaderPhone READ leaderPhone NOTIFY changed)
    Q_PROPERTY(QString sumText READ sumText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString volunteersText READ volunteersText NOTIFY changed)
    Q_PROPERTY(QString servicesText READ servicesText NOTIFY changed)
    Q_PROPERTY(QString familiesText READ familiesText NOTIFY changed)
    Q_PROPERTY(bool canServe READ canServe NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* volunteers READ volunteers CONSTANT)
    Q_PROPERTY(QAbstractItemModel* services READ services CONSTANT)
    Q_PROPERTY(QAbstractItemModel* going READ going CONSTANT)
    Q_PROPERTY(QAbstractItemModel* families READ families CONSTANT)
public:
    TeamModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString teamId() const { return m_team.isNil() ? QString() : idText(m_team); }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString leaderText() const { return m_leader; }
    [[nodiscard]] QString leaderPhone() const { return m_phone; }
    [[nodiscard]] QString sumText() const { return m_sum; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] QString volunteersText() const { return m_volunteersText; }
    [[nodiscard]] QString servicesText() const { return m_servicesText; }
    [[nodiscard]] QString familiesText() const;
    [[nodiscard]] bool canServe() const { return m_canServe; }
    [[nodiscard]] bool canAdd() const { return m_canAdd; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] bool asking() const { return m_asking; } // the question before the form: who went, and to whom
    [[nodiscard]] QString filter() const { return m_filter; }
    [[nodiscard]] RowsModel* volunteers() { return &m_volunteers; }
    [[nodiscard]] RowsModel* services() { return &m_services; }
    [[nodiscard]] RowsModel* going() { return &m_going; }
    [[nodiscard]] RowsModel* families() { return &m_families; }

    void show(RecordId team);
    void setFilter(const QString& filter);
    Q_INVOKABLE void noteService(); // asks first
    Q_INVOKABLE void toggleGoing(const QString& volunteerId);
    Q_INVOKABLE void serveFamily(const QString& familyId);
    Q_INVOKABLE void serveElsewhere(); // at a home, outdoors: no family's
    Q_INVOKABLE void stopAsking();
    Q_INVOKABLE void addVolunteer();
    Q_INVOKABLE void openVolunteer(const QString& volunteerId);
    Q_INVOKABLE void callVolunteer(const QString& volunteerId);
    Q_INVOKABLE void callLeader();
    Q_INVOKABLE void openService(const QString& serviceId) { m_navigator.goEdit(idOf(serviceId)); }
    Q_INVOKABLE void edit();

    void refresh();

signals:
    void changed();

private:
    struct Volunteer {
        RecordId id;
        QString name, line, phone;
        bool there{true}; // with the team now, not paused, not gone
        bool gone{false};
    };
    struct Service {
        RecordId id, household;
        Millis at{0};
        QString what, who, place;
    };
    void clear();
    void readHead(const store::RecordView& view);
    void readVolunteers(const store::RecordView& view);
    void readServices();
    void showVolunteers();
    void showServices();
    void showQuestion();
    void begin(RecordId root, const PartitionId& partition, int place);

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_team;
    PartitionId m_partition;
    QString m_heading, m_line, m_leader, m_phone, m_sum, m_empty, m_volunteersText, m_servicesText, m_filter;
    bool m_canServe{false}, m_canAdd{false}, m_canEdit{false}, m_asking{false};
    std::vector<Volunteer> m_all;
    std::vector<Service> m_served; // the newest first
    std::set<RecordId> m_chosen;   // who goes
    RowsModel m_volunteers, m_services, m_going, m_families;
    QTimer m_later;
};

} // namespace lianxin::ui
