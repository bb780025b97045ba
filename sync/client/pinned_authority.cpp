// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/pinned_authority.hpp"

#include "sync/seal/hash.hpp"

#include <QSslConfiguration>

#include <algorithm>
#include <chrono>
#include <utility>

namespace lianxin::client {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kPatience = 30s; // a handshake over a link of 2 kB/s takes two
constexpr int kTlsPort = 443;

} // namespace

PinnedAuthority::PinnedAuthority(const QUrl& server, std::vector<Hash> pins, QObject* parent)
    : QObject(parent), m_server(server), m_pins(std::move(pins))
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setCaCertificates({});
    tls.setPeerVerifyMode(QSslSocket::QueryPeer); // the pin judges, not a list of authorities
    m_socket.setSslConfiguration(tls);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(fail(Errc::offline, "no handshake in time")); });
    connect(&m_socket, &QSslSocket::encrypted, this, &PinnedAuthority::encrypted);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        finish(error == QAbstractSocket::SslHandshakeFailedError
                   ? fail(Errc::notAllowed, "this is no TLS server of ours")
                   : fail(Errc::offline, "no connection"));
    });
}

void PinnedAuthority::fetch(Done done)
{
    m_done = std::move(done);
    m_patience.start(kPatience);
    m_socket.connectToHostEncrypted(m_server.host(), static_cast<quint16>(m_server.port(kTlsPort)));
}

void PinnedAuthority::encrypted()
{
    for (const auto& certificate : m_socket.peerCertificateChain()) {
        const auto der = certificate.toDer();
        if (std::ranges::find(m_pins, seal::blake2b({der.constData(), static_cast<std::size_t>(der.size())})) !=
            m_pins.end())
            return finish(certificate.toPem().toStdString());
    }
    finish(fail(Errc::notAllowed, "the server's authority is not the pinned one"));
}

void PinnedAuthority::finish(Result<std::string> outcome)
{
    m_patience.stop();
    const auto done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    // The socket's own signal is what called us: it goes on to its end first.
    QTimer::singleShot(0, this, [this, done, said = std::move(outcome)] {
        m_socket.abort();
        done(said);
    });
}

} // namespace lianxin::client
