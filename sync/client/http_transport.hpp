// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_answer.hpp"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <string>
#include <string_view>

namespace lianxin::client {

// The server gives a request 30 s; a link of 32 kbit/s moves a frame of 32 KB in 8 s. Nothing for this long is a dead link.
inline constexpr std::chrono::milliseconds kSilence{40'000};

// Moves bytes to and from one server. TLS to the organisation's own CA; plain HTTP only to a loopback address, for tests.
class HttpTransport : public QObject {
    Q_OBJECT
public:
    // `caPem` may be empty for a loopback http:// address; any other plain address answers protocol.
    HttpTransport(QUrl base, const QByteArray& caPem, std::chrono::milliseconds silence = kSilence,
                  QObject* parent = nullptr);

    using Authorise = client::Authorise;
    using Done = AnswerDone;

    // `done` is called exactly once, later, never from inside this call; not after the transport is gone.
    void post(std::string_view path, std::string body, const Authorise& authorise, Done done);
    void get(std::string_view path, const Authorise& authorise, Done done);
    [[nodiscard]] const QUrl& base() const { return m_base; }

private:
    void send(std::string_view method, std::string_view path, std::string body, const Authorise& authorise, Done done);
    [[nodiscard]] bool mayTalk() const;

    QUrl m_base;
    std::chrono::milliseconds m_silence;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    bool m_readsDictionary{false}; // this server answered with it
};

} // namespace lianxin::client
