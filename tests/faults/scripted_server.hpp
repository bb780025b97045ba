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
        QByteArray forEver{}; // and then this again and again, as fast as it is taken
    };
    using Script = std::function<Answer(const Request&)>;

    explicit ScriptedServer(Script script);
    ScriptedServer(Script script, const QByteArray& certificate, const QByteArray& key); // PEM
    [[nodiscard]] QUrl url(const char* scheme) const;
    [[nodiscard]] int requests() const { return m_requests; }
    // Of answers without an end: bytes that went, and how many of them the other side has ended.
    [[nodiscard]] qint64 poured() const { return m_poured; }
    [[nodiscard]] int cutOff() const { return m_cutOff; }

    [[nodiscard]] static Answer reply(int status, const QByteArray& body, const QByteArray& headers = {});
    // A machine in between, or a house's Wi-Fi that wants a login.
    [[nodiscard]] static Answer stranger(int status, const QByteArray& headers = {})
    {
        return reply(status, "<html>something in between</html>", headers);
    }

private:
    void accept();
    void read(QTcpSocket& socket, QByteArray& buffer);
    void pour(QTcpSocket& socket, const QByteArray& bytes);

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    int m_requests{0};
    qint64 m_poured{0};
    int m_cutOff{0};
};

} // namespace lianxin::test
