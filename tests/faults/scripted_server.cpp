// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.hpp"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>

#include <utility>

namespace lianxin::test {
namespace {

QByteArray headerOf(const QByteArray& head, const QByteArray& name)
{
    for (const auto& line : head.split('\n'))
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    return {};
}

} // namespace

ScriptedServer::ScriptedServer(Script script) : m_script(std::move(script)), m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::ScriptedServer(Script script, const QByteArray& certificate, const QByteArray& key)
    : m_script(std::move(script))
{
    auto server = std::make_unique<QSslServer>();
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setLocalCertificateChain(QSslCertificate::fromData(certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(key, QSsl::Ec));
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

QUrl ScriptedServer::url(const char* scheme) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(m_server->serverPort()));
}

ScriptedServer::Answer ScriptedServer::reply(int status, const QByteArray& body, const QByteArray& headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " It\r\n" + headers +
                "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body,
            false};
}

void ScriptedServer::accept()
{
    while (auto* socket = m_server->nextPendingConnection()) {
        const auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { read(*socket, *buffer); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(*socket, *buffer);
    }
}

void ScriptedServer::read(QTcpSocket& socket, QByteArray& buffer)
{
    buffer += socket.readAll();
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = buffer.left(end);
        const auto length = headerOf(head, "content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        const auto parts = head.left(head.indexOf('\r')).split(' ');
        const Request request{parts.value(1), headerOf(head, "content-encoding"), buffer.mid(end + 4, length)};
        buffer.remove(0, end + 4 + length);
        ++m_requests;
        const auto answer = m_script(request);
        socket.write(answer.bytes);
        if (answer.thenClose)
            return socket.disconnectFromHost();
        if (!answer.forEver.isEmpty())
            return pour(socket, answer.forEver);
    }
}

// No more is written than is taken: what went is what the other side, or the system between, has room for.
void ScriptedServer::pour(QTcpSocket& socket, const QByteArray& bytes)
{
    const auto more = [this, &socket, bytes] {
        if (socket.bytesToWrite() > 0 || socket.state() != QAbstractSocket::ConnectedState)
            return;
        m_poured += bytes.size();
        socket.write(bytes);
    };
    connect(&socket, &QTcpSocket::bytesWritten, this, more);
    connect(&socket, &QTcpSocket::disconnected, this, [this] { ++m_cutOff; });
    more();
}

} // namespace lianxin::test
