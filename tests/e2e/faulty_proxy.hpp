// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdint>

namespace lianxin::e2e {

// A link as it is in the hills: a TCP proxy on loopback that can be cut in the middle of a message. It cannot read what it carries (TLS).
class FaultyProxy : public QObject {
    Q_OBJECT
public:
    explicit FaultyProxy(quint16 target, QObject* parent = nullptr);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setTarget(quint16 port) { m_target = port; } // after a restart of the server
    // Connections die with the first answer that comes after this many bytes from the tablet (0: never): the request arrived, its reply is
    // lost. Each cut uses one of `times`.
    void cutReplyAfter(qint64 sentBytes, int times);
    void setDown(bool down) { m_down = down; } // refuse everybody
    [[nodiscard]] int cuts() const { return m_cuts; }
    [[nodiscard]] qint64 bytesUp() const { return m_up; }
    [[nodiscard]] qint64 bytesDown() const { return m_downBytes; }

private:
    void accept();
    QTcpServer m_server;
    quint16 m_target;
    qint64 m_cutAfter{0};
    int m_cutsLeft{0};
    int m_cuts{0};
    bool m_down{false};
    qint64 m_up{0};
    qint64 m_downBytes{0};
};

} // namespace lianxin::e2e
