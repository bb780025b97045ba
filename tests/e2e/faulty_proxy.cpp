// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_proxy.hpp"

#include <QHostAddress>

#include <memory>

namespace lianxin::e2e {

FaultyProxy::FaultyProxy(quint16 target, QObject* parent) : QObject(parent), m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultyProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void FaultyProxy::cutReplyAfter(qint64 sentBytes, int times)
{
    m_cutAfter = sentBytes;
    m_cutsLeft = sentBytes > 0 ? times : 0;
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
        connect(tablet, &QTcpSocket::readyRead, server, [this, tablet, server, sent] {
            const auto bytes = tablet->readAll();
            *sent += bytes.size();
            m_up += bytes.size();
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, tablet, [this, tablet, server, sent] {
            const auto bytes = server->readAll();
            m_downBytes += bytes.size();
            if (m_cutsLeft > 0 && *sent > m_cutAfter) {
                --m_cutsLeft;
                ++m_cuts;
                server->abort();
                tablet->abort();
                return;
            }
            tablet->write(bytes);
        });
        connect(server, &QTcpSocket::disconnected, tablet, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, tablet, [tablet] { tablet->disconnectFromHost(); });
    }
}

} // namespace lianxin::e2e
