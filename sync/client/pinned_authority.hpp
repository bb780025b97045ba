// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <string>
#include <vector>

namespace lianxin::client {

// Fetches the organisation's TLS authority by its pin. An invitation has no room for a certificate, so the server shows its authority in the
// handshake; it is believed when its hash is pinned, and nothing else is sent or read on this connection. Whether the server is one of
// that authority's is judged afterwards, by every connection that HttpTransport makes.
class PinnedAuthority : public QObject {
    Q_OBJECT
public:
    PinnedAuthority(const QUrl& server, std::vector<Hash> pins, QObject* parent = nullptr);

    // The authority as PEM. offline: nobody answers; notAllowed: somebody answers, and none of the certificates is pinned. Once, never from
    // inside this call, and not after this object is gone.
    using Done = std::function<void(Result<std::string>)>;
    void fetch(Done done);

private:
    void encrypted();
    void finish(Result<std::string> outcome);

    QUrl m_server;
    std::vector<Hash> m_pins;
    QSslSocket m_socket;
    QTimer m_patience;
    Done m_done;
};

} // namespace lianxin::client
