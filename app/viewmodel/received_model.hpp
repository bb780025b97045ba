// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/weather_call.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// The township's page: what the villages wrote today and is here by now, and what wants a look. Counts, never a ranking.
class ReceivedModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString lookHeading READ lookHeading NOTIFY changed)
    Q_PROPERTY(QString sentText READ sentText NOTIFY changed)
    Q_PROPERTY(QString weatherText READ weatherText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* weather READ weather CONSTANT)
    Q_PROPERTY(QAbstractItemModel* villages READ villages CONSTANT)
    Q_PROPERTY(QAbstractItemModel* looks READ looks CONSTANT)
    Q_PROPERTY(QAbstractItemModel* quiet READ quiet CONSTANT)
    Q_PROPERTY(QString newcomersHeading READ newcomersHeading NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* newcomers READ newcomers CONSTANT)
public:
    ReceivedModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    // Reads everything the first time; afterwards only what changed is read again.
    void refresh();

    [[nodiscard]] QString heading() const { return tr("Received today"); }
    [[nodiscard]] QString countText() const { return m_countText; }
    [[nodiscard]] QString emptyText() const { return tr("No tablet came in yet today"); }
    [[nodiscard]] QString lookHeading() const { return m_lookHeading; }
    [[nodiscard]] QString sentText() const { return m_sentText; }
    [[nodiscard]] QString weatherText() const { return m_weatherText; } // what holds now; empty: fair weather
    [[nodiscard]] RowsModel* weather() { return &m_weather; }           // what can be called; empty: not by this person
    [[nodiscard]] RowsModel* villages() { return &m_villages; }
    [[nodiscard]] RowsModel* looks() { return &m_looks; }
    // Villages of whose work nothing new came for a week or longer: somebody may ask, nobody is counted.
    [[nodiscard]] RowsModel* quiet() { return &m_quiet; }
    // Families that moved in from elsewhere or were handed over, today; the newest few.
    [[nodiscard]] RowsModel* newcomers() { return &m_newcomers; }
    [[nodiscard]] QString newcomersHeading() const { return m_newcomersHeading; }
    // The page in lines of a table, headings first; empty: nothing came in yet.
    [[nodiscard]] std::vector<QStringList> sheet() const;

    Q_INVOKABLE void callWeather(int kind);
    Q_INVOKABLE void look(const QString& lookId);
    Q_INVOKABLE void putAside(const QString& lookId);
    Q_INVOKABLE void openFamily(const QString& familyId);
    Q_INVOKABLE void askAfter(const QString& colleagueId); // calls who has been quiet

signals:
    void changed();

private:
    // The latest that somebody else wrote into a record. Tablets have no times of contact that others could read.
    struct Arrival {
        PartitionId partition;
        ReplicaId replica;
        UserId user;
        Millis at{0};
        bool isNew{false};
    };
    void readAll();
    void note(const store::RecordView& view);
    void render();
    void renderVillages();
    void renderSent();
    void renderWeather();
    void renderQuiet();
    void renderNewcomers();

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    bool m_read{false};
    Millis m_since{0}; // beginning of the day that was read
    std::map<RecordId, Arrival> m_arrivals;
    std::map<RecordId, Millis> m_lastNote; // colleague -> when they last wrote something that is here
    std::map<QString, std::pair<QString, QString>> m_askable; // colleague -> number, name
    std::vector<OpenLook> m_open;
    std::set<QString> m_aside;
    QString m_countText, m_lookHeading, m_sentText, m_weatherText, m_newcomersHeading;
    WeatherCall m_call;
    RowsModel m_villages, m_looks, m_weather, m_quiet, m_newcomers;
};

} // namespace lianxin::ui
