// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_proxy.hpp"

#include <QHostAddress>

#include <algorithm>
#include <memory>

namespace lianxin::e2e {

FaultyProxy::FaultyProxy(quint16 target, QObject* parent) : QObject(parent), m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultyProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void FaultyProxy::cutReplyAfter(qint64 sentBytes, int times)
{
    m_fault = sentBytes > 0 && times > 0 ? Fault::cutReply : Fault::none;
    m_after = sentBytes;
    m_cutsLeft = times;
}

void FaultyProxy::holdReplyAfter(qint64 sentBytes)
{
    m_fault = Fault::holdReply;
    m_after = sentBytes;
}

void FaultyProxy::holdRequestAfter(qint64 sentBytes)
{
    m_fault = Fault::holdRequest;
    m_after = sentBytes;
}

void FaultyProxy::letGo()
{
    m_fault = Fault::none;
    m_holding = false;
    cutAll();
}

void FaultyProxy::setDown(bool down)
{
    m_down = down;
    if (down)
        cutAll();
}

void FaultyProxy::cutAll()
{
    for (auto* tablet : m_server.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly))
        tablet->abort(); // its socket to the server is its child and goes with it
}

void FaultyProxy::accept()
{
    while (auto* tablet = m_server.nextPendingConnection()) {
        connect(tablet, &QTcpSocket::disconnected, tablet, &QObject::deleteLater);
        if (m_down) {
            tablet->abort();
            continue;
        }
        auto* server = new QTcpSocket(tablet);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        auto sent = std::make_shared<qint64>(0);
        connect(tablet, &QTcpSocket::readyRead, server,
                [this, tablet, server, sent] { carryUp(*tablet, *server, *sent); });
        auto received = std::make_shared<qint64>(0);
        connect(server, &QTcpSocket::readyRead, tablet,
                [this, tablet, server, sent, received] { carryDown(*tablet, *server, *sent, *received); });
        connect(server, &QTcpSocket::disconnected, tablet, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, tablet, [tablet] { tablet->disconnectFromHost(); });
    }
}

void FaultyProxy::carryUp(QTcpSocket& tablet, QTcpSocket& server, qint64& sent)
{
    auto bytes = tablet.readAll();
    if (m_mostUp > 0 && sent + bytes.size() > m_mostUp) {
        m_up += m_mostUp - sent;
        ++m_cuts;
        server.write(bytes.first(m_mostUp - sent));
        server.disconnectFromHost(); // what is on its way arrives, its answer does not
        tablet.abort();
        return;
    }
    if (m_fault == Fault::holdRequest && sent + bytes.size() > m_after) {
        m_holding = true;
        bytes.truncate(std::max<qint64>(m_after - sent, 0));
    }
    sent += bytes.size();
    m_up += bytes.size();
    if (server.state() != QAbstractSocket::UnconnectedState) // it may have died a moment ago
        server.write(bytes);
}

void FaultyProxy::carryDown(QTcpSocket& tablet, QTcpSocket& server, qint64 sent, qint64& received)
{
    auto bytes = server.readAll();
    if (m_mostDown > 0 && received + bytes.size() > m_mostDown) {
        bytes.truncate(m_mostDown - received);
        m_downBytes += bytes.size();
        ++m_cuts;
        server.abort();
        tablet.write(bytes);
        tablet.disconnectFromHost();
        return;
    }
    received += bytes.size();
    m_downBytes += bytes.size();
    if (m_fault == Fault::cutReply && m_cutsLeft > 0 && sent > m_after) {
        --m_cutsLeft;
        ++m_cuts;
        server.abort();
        tablet.abort();
        return;
    }
    if (m_fault == Fault::holdReply && sent > m_after) {
        m_holding = true;
        return;
    }
    tablet.write(bytes);
}

} // namespace lianxin::e2e
