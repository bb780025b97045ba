// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_reader.hpp"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace lianxin::client {

// One connection to the server and one exchange on it at a time. Nothing is ever sent twice here: what is sent again, and when, is for the
// engine, which knows what a cut link costs.
class HttpLine : public QObject {
    Q_OBJECT
public:
    struct Outcome {
        HttpReader read;
        bool stranger{false}; // whoever is there does not prove to be the server
    };
    using Done = std::function<void(const Outcome&)>;

    // Gives up when for `silence` no byte moves.
    HttpLine(const QUrl& base, const QSslConfiguration& tls, std::chrono::milliseconds silence, QObject* parent);
    ~HttpLine() override;
    Q_DISABLE_COPY_MOVE(HttpLine)

    [[nodiscard]] bool isFree() const { return !m_read && m_socket.state() == QAbstractSocket::ConnectedState; }
    // Not while one is under way. `done` comes once, later.
    void exchange(QByteArray request, std::size_t maxBody, Done done);

signals:
    void closed(); // it takes no further request

private:
    void begin();
    void received();
    void broken();
    void finish();

    QUrl m_base;
    QSslSocket m_socket;
    QTimer m_silence;
    QByteArray m_request;
    std::optional<HttpReader> m_read; // of the exchange that is under way
    Done m_done;
};

} // namespace lianxin::client
