// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/server_process.hpp"

#include "sync/wire/paths.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QtTest>

#include <csignal>
#include <sys/prctl.h>

namespace lianxin::server::test {

namespace {
constexpr int kPatience = 20'000; // ms; only ever used up when something is broken
}

HttpReply RawReply::http() const
{
    HttpReply reply;
    reply.status = status;
    reply.body = body.toStdString();
    if (head.contains("Content-Encoding: zstd"))
        reply.encoding = wire::kEncodingZstd;
    return reply;
}

RawClient::RawClient(quint16 port, const QString& caFile, bool plain)
{
    if (plain) {
        m_socket.connectToHost("127.0.0.1", port);
        m_socket.waitForConnected(kPatience);
        return;
    }
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(caFile));
    m_socket.setSslConfiguration(tls);
    m_socket.connectToHostEncrypted("127.0.0.1", port);
    m_socket.waitForEncrypted(kPatience);
}

bool RawClient::isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

void RawClient::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0)
        if (!m_socket.waitForBytesWritten(kPatience))
            return;
}

RawReply RawClient::read(int timeoutMillis)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        m_buffer += m_socket.readAll();
        const auto end = m_buffer.indexOf("\r\n\r\n");
        if (end >= 0) {
            RawReply reply;
            reply.head = m_buffer.left(end + 2);
            reply.status = reply.head.mid(9, 3).toInt();
            const auto at = reply.head.indexOf("Content-Length: ");
            const auto size =
                at < 0 ? 0 : reply.head.mid(at + 16, reply.head.indexOf("\r\n", at) - at - 16).toLongLong();
            if (m_buffer.size() >= end + 4 + size) {
                reply.body = m_buffer.mid(end + 4, size);
                m_buffer.remove(0, end + 4 + size);
                return reply;
            }
        }
        const auto left = timeoutMillis - static_cast<int>(timer.elapsed());
        if (left <= 0 || (!m_socket.waitForReadyRead(left) && m_socket.bytesAvailable() == 0))
            return {};
    }
}

bool RawClient::closedWithin(int millis)
{
    QElapsedTimer timer;
    timer.start();
    while (isOpen() && timer.elapsed() < millis) {
        m_socket.readAll();
        m_socket.waitForDisconnected(std::max(1, millis - static_cast<int>(timer.elapsed())));
    }
    return !isOpen();
}

QByteArray RawClient::bytesOf(const HttpRequest& request)
{
    QByteArray bytes = QByteArray::fromStdString(request.method) + " " + QByteArray::fromStdString(request.path) +
                       " HTTP/1.1\r\nHost: localhost\r\n";
    if (!request.auth.empty())
        bytes += "Lianxin-Replica: " + QByteArray::fromStdString(request.auth) + "\r\n";
    if (!request.encoding.empty())
        bytes += "Content-Encoding: " + QByteArray::fromStdString(request.encoding) + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(static_cast<qulonglong>(request.body.size())) + "\r\n\r\n" +
           QByteArray::fromStdString(request.body);
}

RawReply RawClient::ask(const HttpRequest& request)
{
    send(bytesOf(request));
    return read();
}

ServerProcess::ServerProcess()
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    // A test that is killed takes its server along: an orphan would hold its port, its folder and whatever lock it inherited, for ever.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ServerProcess::~ServerProcess() { kill(); }

int ServerProcess::run(const QStringList& arguments, QByteArray* out, QByteArray* err)
{
    QProcess process;
    process.start(LIANXIN_SERVER_PROGRAM, arguments);
    if (!process.waitForFinished(kPatience))
        return -1;
    if (out)
        *out = process.readAllStandardOutput();
    if (err)
        *err = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

bool ServerProcess::init(const QStringList& more)
{
    return run(QStringList{"init", "--data", data(), "--authority", path("org")} + more) == 0;
}

bool ServerProcess::start(const QStringList& more)
{
    QFile::remove(path("port"));
    m_process.start(LIANXIN_SERVER_PROGRAM,
                    QStringList{"serve", "--data", data(), "--port-file", path("port"), "--log", path("log")} + more);
    const bool ready = QTest::qWaitFor(
        [this] { return QFile::exists(path("port")) || m_process.state() == QProcess::NotRunning; }, kPatience);
    QFile file(path("port"));
    if (!ready || !file.open(QIODevice::ReadOnly)) {
        qWarning() << m_process.readAllStandardError();
        return false;
    }
    m_port = file.readAll().trimmed().toUShort();
    return m_port != 0;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kPatience))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QJsonObject ServerProcess::json(const QStringList& arguments)
{
    QByteArray out;
    QByteArray err;
    if (run(arguments, &out, &err) != 0)
        qWarning() << arguments << err;
    return QJsonDocument::fromJson(out).object();
}

QByteArray ServerProcess::log() const
{
    QFile file(path("log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Tablet ServerProcess::enrol(RandomSource& random, const QString& name, const QString& role, const QString& area,
                            bool plain)
{
    const auto said =
        json({"enrol", "--data", data(), "--json", "user", "--name", name, "--role", role, "--area", area});
    Tablet tablet(random, "tablet");
    HttpRequest http;
    http.method = "POST";
    http.path = wire::kPathEnrol;
    http.body = wire::encodeEnrolRequest(tablet.enrolRequest(said["code"].toString().toStdString()));
    RawClient client(m_port, caFile(), plain);
    const auto reply = client.ask(http);
    const auto enrolled = reply.status == 200
                              ? wire::decodeEnrolReply(unpacked(reply.http()))
                              : Result<wire::EnrolReply>(fail(Errc::internal, reply.body.toStdString()));
    if (!enrolled)
        qFatal("enrol: %s", enrolled.error().detail.c_str());
    tablet.enrolled(*enrolled);
    return tablet;
}

} // namespace lianxin::server::test
