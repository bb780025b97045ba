// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay_process.hpp"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <QUrl>

namespace lianxin::e2e {

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it

// Known before the relay runs: it stands in its certificate.
quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}
} // namespace

RelayProcess::RelayProcess(QString program) : m_program(std::move(program)), m_port(freePort())
{
    endWithParent(m_process);
}

RelayProcess::~RelayProcess() { killHard(); }

int RelayProcess::run(const QStringList& arguments, QByteArray* out)
{
    QProcess process;
    process.start(m_program, QStringList{QStringLiteral("relay")} + arguments);
    if (!process.waitForFinished(kPatience))
        return -1;
    if (process.exitCode() != 0)
        qInfo("relay: %s", process.readAllStandardError().constData());
    if (out != nullptr)
        *out = process.readAllStandardOutput();
    return process.exitCode();
}

int RelayProcess::init(const QStringList& more)
{
    return run(QStringList{QStringLiteral("init"), QStringLiteral("--home"), home(), QStringLiteral("--host"),
                           QStringLiteral("127.0.0.1")} +
               more);
}

int RelayProcess::registerAt(const ServerProcess& server, const QString& area, const QString& province)
{
    return run({QStringLiteral("register"), QStringLiteral("--data"), server.data(), QStringLiteral("--authority"),
                server.path(QStringLiteral("authority")), QStringLiteral("--request"),
                home() + QStringLiteral("/request.json"), QStringLiteral("--address"), address().toString(),
                QStringLiteral("--area"), area, QStringLiteral("--province"), province, QStringLiteral("--out"),
                m_folder.filePath(QStringLiteral("invitation.json"))});
}

int RelayProcess::accept()
{
    return run({QStringLiteral("accept"), QStringLiteral("--home"), home(), QStringLiteral("--invitation"),
                m_folder.filePath(QStringLiteral("invitation.json"))});
}

bool RelayProcess::join(const ServerProcess& server, const QString& area, const QString& province)
{
    return init() == 0 && registerAt(server, area, province) == 0 && accept() == 0;
}

bool RelayProcess::start(const QStringList& more)
{
    const auto portFile = m_folder.filePath(QStringLiteral("port"));
    QFile::remove(portFile);
    const auto log = m_folder.filePath(QStringLiteral("relay.log"));
    m_process.setStandardErrorFile(log, QIODevice::Append);
    m_process.setStandardOutputFile(log, QIODevice::Append);
    m_process.start(m_program, QStringList{QStringLiteral("relay"), QStringLiteral("serve"), QStringLiteral("--home"),
                                           home(), QStringLiteral("--listen"),
                                           QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--port-file"),
                                           portFile, QStringLiteral("--most-pause-seconds"), QStringLiteral("1"),
                                           QStringLiteral("--requests-per-minute"), QStringLiteral("100000")} +
                                   more);
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kPatience) {
        if (QFile::exists(portFile))
            return true;
        if (m_process.waitForFinished(10))
            return false;
    }
    return false;
}

void RelayProcess::killHard()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

bool RelayProcess::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(kPatience) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

QJsonObject RelayProcess::status()
{
    QByteArray said;
    const int code = run({QStringLiteral("status"), QStringLiteral("--home"), home(), QStringLiteral("--json")}, &said);
    return code == 0 ? QJsonDocument::fromJson(said).object() : QJsonObject();
}

QByteArray RelayProcess::log()
{
    QFile file(m_folder.filePath(QStringLiteral("relay.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

namespace {
bool copyAll(const QString& from, const QString& to)
{
    bool good = QDir().mkpath(to);
    for (const auto& file : QDir(from).entryInfoList(QDir::Files)) {
        const auto there = to + QLatin1Char('/') + file.fileName();
        good = good && (!QFile::exists(there) || QFile::remove(there)) && QFile::copy(file.filePath(), there);
    }
    return good;
}
} // namespace

bool RelayProcess::copyHome(const QString& image) const { return copyAll(home(), image); }
bool RelayProcess::putBack(const QString& image) const { return copyAll(image, home()); }

} // namespace lianxin::e2e
