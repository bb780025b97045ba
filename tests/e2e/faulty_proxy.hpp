// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdint>

namespace lianxin::e2e {

// A link as it is in the hills: a TCP proxy on loopback that can be cut, or stand still, in the middle of a message. It cannot read what it
// carries (TLS).
class FaultyProxy : public QObject {
    Q_OBJECT
public:
    explicit FaultyProxy(quint16 target, QObject* parent = nullptr);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setTarget(quint16 port) { m_target = port; } // after a restart of the server
    // Connections die with the first answer that comes after this many bytes from the tablet (0: never): the request arrived, its reply is
    // lost. Each cut uses one of `times`.
    void cutReplyAfter(qint64 sentBytes, int times);
    // No connection carries more than this many bytes to the tablet (0: any number): then it dies.
    void cutDownAfter(qint64 bytes) { m_mostDown = bytes; }
    void cutUpAfter(qint64 bytes) { m_mostUp = bytes; } // the same for what comes from the tablet
    // The same, but nothing dies: the tablet goes on waiting for its reply.
    void holdReplyAfter(qint64 sentBytes);
    // So many bytes of a connection reach the server, the rest of the request stays behind.
    void holdRequestAfter(qint64 sentBytes);
    [[nodiscard]] bool holding() const { return m_holding; } // something was kept back
    void letGo();                                            // cuts what is open; from then on a good link
    void setDown(bool down);                                 // cuts what is open and refuses everybody
    [[nodiscard]] int cuts() const { return m_cuts; }
    [[nodiscard]] qint64 bytesUp() const { return m_up; }
    [[nodiscard]] qint64 bytesDown() const { return m_downBytes; }

private:
    enum class Fault { none, cutReply, holdReply, holdRequest };
    void accept();
    void carryUp(QTcpSocket& tablet, QTcpSocket& server, qint64& sent);
    void carryDown(QTcpSocket& tablet, QTcpSocket& server, qint64 sent, qint64& received);
    void cutAll();
    QTcpServer m_server;
    quint16 m_target;
    Fault m_fault{Fault::none};
    qint64 m_after{0};
    qint64 m_mostDown{0};
    qint64 m_mostUp{0};
    int m_cutsLeft{0};
    int m_cuts{0};
    bool m_holding{false};
    bool m_down{false};
    qint64 m_up{0};
    qint64 m_downBytes{0};
};

} // namespace lianxin::e2e
