// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/server/province_fixture.hpp"

#include <QJsonObject>
#include <QProcess>
#include <QSslSocket>
#include <QStringList>
#include <QTemporaryDir>

namespace lianxin::server::test {

struct RawReply {
    int status{0}; // 0: the connection ended without an answer
    QByteArray head;
    QByteArray body;
    [[nodiscard]] HttpReply http() const;
};

// One connection, byte by byte as the test wants it; TLS to the server's own authority unless `plain`.
class RawClient {
public:
    RawClient(quint16 port, const QString& caFile, bool plain = false);
    [[nodiscard]] bool isOpen() const;
    void send(const QByteArray& bytes);
    [[nodiscard]] RawReply read(int timeoutMillis = 20'000);
    [[nodiscard]] bool closedWithin(int millis);
    [[nodiscard]] RawReply ask(const HttpRequest& request);
    [[nodiscard]] QSslSocket& socket() { return m_socket; }
    [[nodiscard]] static QByteArray bytesOf(const HttpRequest& request);

private:
    QSslSocket m_socket;
    QByteArray m_buffer;
};

// The program that ships, in its own process and folder.
class ServerProcess {
public:
    ServerProcess();
    ~ServerProcess();

    // Runs to its end; answers the exit code.
    int run(const QStringList& arguments, QByteArray* out = nullptr, QByteArray* err = nullptr);
    [[nodiscard]] bool init(const QStringList& more = {});
    [[nodiscard]] bool start(const QStringList& more = {});       // waits for the port file
    void kill();                                                  // SIGKILL
    [[nodiscard]] int stop();                                     // SIGTERM; the exit code, -1 if it had to be killed
    [[nodiscard]] QJsonObject json(const QStringList& arguments); // one line of --json

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString data() const { return path("data"); }
    [[nodiscard]] QString caFile() const { return path("data/tls-ca.pem"); }
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] QByteArray said() { return m_process.readAllStandardError(); } // since it was asked last
    // A user and a tablet of it, through the command line and the network.
    [[nodiscard]] Tablet enrol(RandomSource& random, const QString& name, const QString& role, const QString& area,
                               bool plain = false);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port{0};
};

} // namespace lianxin::server::test
