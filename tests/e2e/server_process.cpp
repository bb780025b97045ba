// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace lianxin::e2e {

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
}

void endWithParent(QProcess& process)
{
    process.setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) // it went before this was said
            ::_exit(1);
        // Files of whoever runs the test (a lock, a log) are none of its business.
        ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    });
}

ServerProcess::ServerProcess(QString program) : m_program(std::move(program)) { endWithParent(m_process); }

ServerProcess::~ServerProcess()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

std::optional<QByteArray> ServerProcess::command(const QStringList& arguments)
{
    QProcess process;
    process.start(m_program, arguments);
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0) {
        qWarning("server command: %s", process.readAllStandardError().constData());
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

bool ServerProcess::init(const QStringList& more)
{
    return command(QStringList{QStringLiteral("init"), QStringLiteral("--data"), data(), QStringLiteral("--authority"),
                               m_folder.filePath(QStringLiteral("authority"))} +
                   more)
        .has_value();
}

bool ServerProcess::backup(const QString& folder)
{
    return command({QStringLiteral("backup"), QStringLiteral("--data"), data(), folder}).has_value();
}

bool ServerProcess::restore(const QString& folder)
{
    return command({QStringLiteral("restore"), QStringLiteral("--data"), data(), folder}).has_value();
}

std::optional<QByteArray> ServerProcess::enrol(const QStringList& arguments)
{
    return command(QStringList{QStringLiteral("enrol"), QStringLiteral("--data"), data()} + arguments);
}

QString ServerProcess::invite(const QString& name, const QString& role, const QString& area, const QString& address)
{
    const auto said =
        enrol({QStringLiteral("--address"), address, QStringLiteral("--invitation"), QStringLiteral("user"),
               QStringLiteral("--name"), name, QStringLiteral("--role"), role, QStringLiteral("--area"), area});
    return QString::fromUtf8(said.value_or(QByteArray())).trimmed();
}

QString ServerProcess::inviteAgain(const QString& user, const QString& address)
{
    const auto said = enrol({QStringLiteral("--address"), address, QStringLiteral("--invitation"),
                             QStringLiteral("code"), QStringLiteral("--user"), user});
    return QString::fromUtf8(said.value_or(QByteArray())).trimmed();
}

QJsonArray ServerProcess::waiting()
{
    const auto said = enrol({QStringLiteral("--json"), QStringLiteral("waiting")});
    return QJsonDocument::fromJson(said.value_or(QByteArray())).object().value(QStringLiteral("waiting")).toArray();
}

bool ServerProcess::start(const QStringList& more)
{
    const auto portFile = m_folder.filePath(QStringLiteral("port"));
    QFile::remove(portFile);
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_process.start(m_program,
                    QStringList{QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0"), QStringLiteral("--port-file"), portFile} +
                        more);
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kPatience) {
        QFile file(portFile);
        if (file.open(QIODevice::ReadOnly))
            m_port = file.readAll().trimmed().toUShort();
        if (m_port != 0 && file.isOpen())
            return true;
        if (m_process.waitForFinished(10))
            return false;
    }
    return false;
}

void ServerProcess::killHard()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
    m_port = 0;
}

bool ServerProcess::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(kPatience) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

QByteArray ServerProcess::ca() const
{
    QFile file(data() + QStringLiteral("/tls-ca.pem"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject ServerProcess::enrolUser(const QString& name, const QString& role, const QStringList& areas)
{
    QStringList arguments{QStringLiteral("enrol"),
                          QStringLiteral("--data"),
                          data(),
                          QStringLiteral("--json"),
                          QStringLiteral("user"),
                          QStringLiteral("--name"),
                          name,
                          QStringLiteral("--role"),
                          role};
    for (const auto& area : areas)
        arguments << QStringLiteral("--area") << area;
    return QJsonDocument::fromJson(command(arguments).value_or(QByteArray())).object();
}

bool ServerProcess::addUnit(const QString& code, const QString& name, const QString& dutyPhone)
{
    QStringList arguments{QStringLiteral("enrol"),
                          QStringLiteral("--data"),
                          data(),
                          QStringLiteral("org-unit"),
                          QStringLiteral("--code"),
                          code,
                          QStringLiteral("--name"),
                          name};
    if (!dutyPhone.isEmpty())
        arguments << QStringLiteral("--duty-phone") << dutyPhone;
    return command(arguments).has_value();
}

QJsonObject ServerProcess::anotherCode(const QString& user)
{
    return QJsonDocument::fromJson(
               command({QStringLiteral("enrol"), QStringLiteral("--data"), data(), QStringLiteral("--json"),
                        QStringLiteral("code"), QStringLiteral("--user"), user})
                   .value_or(QByteArray()))
        .object();
}

bool ServerProcess::confirm()
{
    return command({QStringLiteral("enrol"), QStringLiteral("--data"), data(), QStringLiteral("--authority"),
                    m_folder.filePath(QStringLiteral("authority")), QStringLiteral("confirm")})
        .has_value();
}

int ServerProcess::exitOf(const QStringList& arguments)
{
    QProcess process;
    process.start(m_program, arguments);
    return process.waitForFinished(kPatience) ? process.exitCode() : -1;
}

int ServerProcess::signForms(const QString& folder, const QString& current, const QString& out)
{
    QStringList arguments{QStringLiteral("catalogue"),
                          QStringLiteral("sign"),
                          folder,
                          QStringLiteral("--authority"),
                          m_folder.filePath(QStringLiteral("authority")),
                          QStringLiteral("--out"),
                          out};
    if (!current.isEmpty())
        arguments << QStringLiteral("--current") << current;
    return exitOf(arguments);
}

int ServerProcess::publishForms(const QString& file)
{
    return exitOf({QStringLiteral("catalogue"), QStringLiteral("publish"), file, QStringLiteral("--data"), data()});
}

QJsonObject ServerProcess::status(bool withHashes)
{
    QStringList ask{QStringLiteral("status"), QStringLiteral("--data"), data(), QStringLiteral("--json")};
    if (withHashes)
        ask << QStringLiteral("--hashes");
    const auto said = command(ask);
    return QJsonDocument::fromJson(said.value_or(QByteArray())).object();
}

int ServerProcess::decide(const QString& what, const QString& changeset)
{
    return exitOf({QStringLiteral("quarantine"), QStringLiteral("--data"), data(), what, changeset});
}

bool ServerProcess::revokeTablet(const QString& replica)
{
    return enrol({QStringLiteral("revoke-tablet"), QStringLiteral("--replica"), replica}).has_value();
}

QByteArray ServerProcess::support()
{
    const QString path = m_folder.filePath(QStringLiteral("support.txt"));
    if (exitOf({QStringLiteral("support"), path, QStringLiteral("--data"), data()}) != 0)
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ServerProcess::stateHash(const QString& partition)
{
    const auto lines = command({QStringLiteral("status"), QStringLiteral("--hashes"), QStringLiteral("--data"), data()})
                           .value_or(QByteArray())
                           .split('\n');
    for (const auto& line : lines) {
        const auto words = QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const auto at = words.indexOf(QStringLiteral("partition"));
        if (at >= 0 && words.value(at + 1) == partition)
            return words.value(words.indexOf(QStringLiteral("hash")) + 1);
    }
    return {};
}

QByteArray ServerProcess::log()
{
    QFile file(m_folder.filePath(QStringLiteral("server.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace lianxin::e2e
