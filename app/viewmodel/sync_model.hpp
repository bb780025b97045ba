// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/asked_model.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "sync/client/sync_driver.hpp"

#include <QPointer>
#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Where each record is, why it waits and the one thing that helps: what the table of faults says (fault.hpp). Only a receipt moves a record to
// the province.
class SyncModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString lastText READ lastText NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed)
    Q_PROPERTY(bool canConnect READ canConnect NOTIFY changed)
    Q_PROPERTY(QString stuckHeading READ stuckHeading NOTIFY changed)
    Q_PROPERTY(QString stuckLine READ stuckLine NOTIFY changed)
    Q_PROPERTY(QString stuckAction READ stuckAction NOTIFY changed)
    Q_PROPERTY(QString stuckIcon READ stuckIcon NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(QString dataText READ dataText NOTIFY changed)
    Q_PROPERTY(QString lookText READ lookText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT)
    Q_PROPERTY(QAbstractItemModel* records READ records CONSTANT)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(lianxin::ui::AskedModel* setAside READ setAside CONSTANT)
public:
    SyncModel(Desk& desk, FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    void setDriver(client::SyncDriver* driver); // nullptr while locked
    void setOnline(bool online);

    [[nodiscard]] QString lastText() const { return m_last; }
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool heals() const; // the server was put back to a backup, and what is here is given to it
    [[nodiscard]] QString busyText() const
    {
        if (heals())
            return tr("The province has another computer; what is here is being put back there");
        return m_waiting > 0 ? tr("Sending, %n to go", nullptr, m_waiting) : tr("Fetching what is new");
    }
    [[nodiscard]] bool canConnect() const { return m_driver != nullptr && m_online; }
    [[nodiscard]] QString stuckHeading() const { return m_stuckHeading; }
    [[nodiscard]] QString stuckLine() const { return m_stuckLine; }
    [[nodiscard]] QString stuckAction() const { return m_stuckAction; } // empty: nothing to press
    [[nodiscard]] QString stuckIcon() const { return m_stuckHeading.isEmpty() ? QString() : QStringLiteral("info"); }
    // What the strip speaks of.
    [[nodiscard]] std::optional<Fault> fault() const { return m_fault; }
    [[nodiscard]] const client::SyncDriver* driver() const { return m_driver; }
    [[nodiscard]] bool online() const { return m_online; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    // Kilobytes that went over the line since the unlock.
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QString lookText() const { return m_look; }
    [[nodiscard]] RowsModel* places() { return &m_places; }
    [[nodiscard]] RowsModel* records() { return &m_records; } // the last that the province received
    [[nodiscard]] QString waitingText() const { return m_waitingText; }
    [[nodiscard]] QString moreText() const { return m_moreText; } // families that wait and are not on the page
    [[nodiscard]] RowsModel* waiting() { return &m_families; }
    [[nodiscard]] AskedModel* setAside() { return &m_asked; } // by the province
    void setFormsRefused(bool refused);                       // what the province sent last did not pass the check

    Q_INVOKABLE void connectNow();
    Q_INVOKABLE void resolveStuck();
    Q_INVOKABLE void open(const QString& recordId);
    Q_INVOKABLE void openFamily(const QString& familyId);
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void showMoreWaiting();

    void refresh();

signals:
    void changed();

private:
    void clear();
    [[nodiscard]] std::optional<Fault> findFault() const;
    [[nodiscard]] bool hasNoGrant() const;
    [[nodiscard]] bool isRevoked() const;
    [[nodiscard]] bool hasSealed() const;
    [[nodiscard]] Millis clockOffset() const;
    void refreshStuck();
    void refreshPlaces(std::uint64_t received, const store::CarriedState& carried);
    void refreshWaiting(const store::CarriedState& carried);
    void refreshRecords();

    Desk& m_desk;
    FamilyBook& m_book;
    Navigator& m_navigator;
    QPointer<client::SyncDriver> m_driver;
    AskedModel m_asked;
    RowsModel m_places, m_records, m_families;
    QString m_last, m_stuckHeading, m_stuckLine, m_stuckAction, m_look, m_waitingText, m_moreText;
    std::optional<Fault> m_fault;
    std::size_t m_limit{12};
    std::size_t m_mostFamilies{8};
    int m_waiting{0};    // changesets without a receipt
    int m_neighbours{0}; // records, as are these
    int m_township{0};
    bool m_formsRefused{false};
    bool m_online{false};
    bool m_hasMore{false};
    QTimer m_later;
};

} // namespace lianxin::ui
