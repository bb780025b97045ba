// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_line.hpp"

#include <utility>

namespace lianxin::client {

HttpLine::HttpLine(const QUrl& base, const QSslConfiguration& tls, std::chrono::milliseconds silence, QObject* parent)
    : QObject(parent), m_base(base)
{
    m_socket.setSslConfiguration(tls);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silence);
    connect(&m_silence, &QTimer::timeout, this, &HttpLine::broken);
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpLine::received);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, [this] {
        if (m_read)
            m_silence.start();
    });
    connect(&m_socket, &QSslSocket::connected, this,
            [this] { m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    connect(&m_socket, &QSslSocket::disconnected, this, &HttpLine::broken);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HttpLine::broken);
}

HttpLine::~HttpLine()
{
    m_socket.disconnect(this); // it says goodbye while it goes
}

void HttpLine::exchange(QByteArray request, std::size_t maxBody, Done done)
{
    m_request = std::move(request);
    m_read.emplace(maxBody);
    m_done = std::move(done);
    QTimer::singleShot(0, this, &HttpLine::begin); // an error may be there at once; `done` is for later
}

void HttpLine::begin()
{
    if (!m_read)
        return; // broken meanwhile
    m_silence.start();
    if (m_socket.state() == QAbstractSocket::UnconnectedState) {
        const bool secret = m_base.scheme() == QLatin1String("https");
        const auto port = static_cast<quint16>(m_base.port(secret ? 443 : 80));
        if (secret)
            m_socket.connectToHostEncrypted(m_base.host(), port);
        else
            m_socket.connectToHost(m_base.host(), port);
    }
    m_socket.write(std::exchange(m_request, {})); // waits in there for the handshake
}

void HttpLine::received()
{
    const auto bytes = m_socket.readAll();
    if (!m_read) {
        m_socket.abort(); // nobody asked
        return;
    }
    m_silence.start();
    const auto state = m_read->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (state == HttpReader::State::done || state == HttpReader::State::bad)
        finish();
}

// Closed, refused, silent, or not who it should be.
void HttpLine::broken()
{
    if (m_socket.bytesAvailable() > 0 && m_read) {
        received(); // the last words
        if (!m_read)
            return;
    }
    if (m_read)
        finish();
    else
        emit closed();
}

void HttpLine::finish()
{
    m_silence.stop();
    Outcome outcome{*std::exchange(m_read, std::nullopt), m_socket.error() == QAbstractSocket::SslHandshakeFailedError};
    const auto done = std::exchange(m_done, nullptr);
    if (!outcome.read.mayGoOn()) {
        m_socket.disconnect(this);
        m_socket.abort();
        emit closed();
    }
    done(outcome); // whoever hears it may put this line away
}

} // namespace lianxin::client
