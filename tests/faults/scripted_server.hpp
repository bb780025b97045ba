// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace lianxin::test {

// Answers each request with the bytes that a test wants, whatever they are. Plain, or over TLS.
class ScriptedServer : public QObject {
    Q_OBJECT
public:
    struct Request {
        QByteArray path;
        QByteArray encoding;
        QByteArray body;
    };
    struct Answer {
        QByteArray bytes;
        bool thenClose{false};
    };
    using Script = std::function<Answer(const Request&)>;

    explicit ScriptedServer(Script script);
    ScriptedServer(Script script, const QByteArray& certificate, const QByteArray& key); // PEM
    [[nodiscard]] QUrl url(const char* scheme) const;
    [[nodiscard]] int requests() const { return m_requests; }

    [[nodiscard]] static Answer reply(int status, const QByteArray& body, const QByteArray& headers = {});

private:
    void accept();
    void read(QTcpSocket& socket, QByteArray& buffer);

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    int m_requests{0};
};

} // namespace lianxin::test
