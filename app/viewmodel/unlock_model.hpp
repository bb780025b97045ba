// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/tablet.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/secret_entry.hpp"

#include <QTimer>

namespace lianxin::ui {

// The door: who uses this tablet, and the way in. It opens no vault; it says which one was chosen.
class UnlockModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString clockText READ clockText NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString dutyText READ dutyText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY changed)
    Q_PROPERTY(lianxin::ui::SecretEntry* entry READ entry CONSTANT)
    Q_PROPERTY(QAbstractItemModel* users READ users CONSTANT)
public:
    UnlockModel(tablet::Tablet& tablet, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString clockText() const;
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString dutyText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString noticeText() const { return m_notice; }
    [[nodiscard]] SecretEntry* entry() { return &m_entry; }
    [[nodiscard]] RowsModel* users() { return &m_users; }
    [[nodiscard]] UserId chosen() const { return m_chosen; }
    [[nodiscard]] bool hasUsers() const { return m_users.count() > 0; }
    [[nodiscard]] vault::UserTile tileOf(UserId user) const;

    void setNotice(const QString& notice);
    void setChosen(UserId user); // who is in already: stays chosen at the next lock
    void refresh();              // reads the tiles again; the last one who used the tablet stays chosen

    Q_INVOKABLE void choose(const QString& userId);

signals:
    void changed();
    void userChosen(lianxin::UserId user);

private:
    void show();

    tablet::Tablet& m_tablet;
    const Clock& m_clock;
    SecretEntry m_entry;
    RowsModel m_users;
    std::vector<vault::UserTile> m_tiles;
    UserId m_chosen;
    QString m_notice;
    QTimer m_minute;
};

} // namespace lianxin::ui
