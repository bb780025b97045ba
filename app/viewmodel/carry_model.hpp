// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "sync/client/sync_driver.hpp"

#include <QPointer>
#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Pictures and recordings on their way, and what that may cost in a day. Kept in the vault with the person's other wishes.
class CarryModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool here READ isHere NOTIFY changed) // there is a place for pictures on this tablet
    Q_PROPERTY(QString todayText READ todayText NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString lineText READ lineText NOTIFY changed)
    Q_PROPERTY(bool canSendAll READ canSendAll NOTIFY changed)
    Q_PROPERTY(bool sendingAll READ isSendingAll NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* limits READ limits CONSTANT)
public:
    explicit CarryModel(Desk& desk, QObject* parent = nullptr);

    void setDriver(client::SyncDriver* driver); // nullptr while locked

    [[nodiscard]] bool isHere() const { return m_here; }
    [[nodiscard]] QString todayText() const { return m_today; }
    [[nodiscard]] QString waitingText() const { return m_waiting; }
    [[nodiscard]] QString lineText() const { return m_line; }
    [[nodiscard]] bool canSendAll() const { return m_canSendAll; }
    [[nodiscard]] bool isSendingAll() const { return m_sendingAll; }
    [[nodiscard]] RowsModel* limits() { return &m_limits; }

    // Megabytes a day, one of those offered; -1: as many as it takes.
    Q_INVOKABLE void setLimit(int megabytes);
    // Somebody sits at the office's network.
    Q_INVOKABLE void sendAllNow();

    void refresh();

signals:
    void changed();

private:
    void readLimit();
    void showLimits();

    Desk& m_desk;
    QPointer<client::SyncDriver> m_driver;
    RowsModel m_limits;
    QString m_today, m_waiting, m_line;
    int m_limit;
    bool m_here{false}, m_canSendAll{false}, m_sendingAll{false};
    QTimer m_later;
};

// 3.2 MB; small ones in KB.
[[nodiscard]] QString dataAmount(std::uint64_t bytes);

} // namespace lianxin::ui
