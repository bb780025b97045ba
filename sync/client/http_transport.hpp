// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace lianxin::client {

// What came back from one request. `status` 0: nothing came back, see `failure` (offline, protocol, io).
struct HttpAnswer {
    int status{0};
    std::string body; // unpacked
    std::chrono::milliseconds took{0};
    std::chrono::milliseconds retryAfter{0};
    Errc failure{Errc::offline};
    std::size_t sentBytes{0};     // bodies as sent, packed
    std::size_t receivedBytes{0};
};

// Moves bytes to and from one server. TLS to the organisation's own CA; plain HTTP only to a loopback address, for tests.
class HttpTransport : public QObject {
    Q_OBJECT
public:
    // `caPem` may be empty for a loopback http:// address; any other plain address answers protocol.
    HttpTransport(QUrl base, const QByteArray& caPem, QObject* parent = nullptr);

    // Gives the value of the header Lianxin-Replica for the packed bytes, or fails.
    using Authorise = std::function<Result<std::string>(std::string_view method, std::string_view path, std::string_view packed)>;
    using Done = std::function<void(const HttpAnswer&)>;

    // `done` is called exactly once, later, never from inside this call; not after the transport is gone.
    void post(std::string_view path, std::string body, const Authorise& authorise, Done done);
    [[nodiscard]] const QUrl& base() const { return m_base; }

private:
    [[nodiscard]] bool mayTalk() const;

    QUrl m_base;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace lianxin::client
