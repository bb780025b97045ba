// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablet_process.hpp"

#include "server_process.hpp"

#include <QJsonDocument>
#include <QTest>

#include <cstdio>

namespace lianxin::story {

namespace {
constexpr int kPatience = 90'000; // ms; only a hang reaches it
}

TabletProcess::TabletProcess(QString folder, QString pictures)
    : m_folder(std::move(folder)), m_pictures(std::move(pictures))
{
    e2e::endWithParent(m_process);
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process, [this] { hear(); });
}

TabletProcess::~TabletProcess()
{
    m_process.closeWriteChannel(); // it leaves by itself
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
        (void)killHard();
}

void TabletProcess::hear()
{
    const auto more = m_process.readAllStandardError();
    m_said += more;
    std::fwrite(more.constData(), 1, static_cast<std::size_t>(more.size()), stderr);
}

bool TabletProcess::start()
{
    m_process.start(QStringLiteral(LIANXIN_TABLET), {m_folder, m_pictures});
    return !answer().isEmpty();
}

bool TabletProcess::killHard()
{
    m_process.kill();
    return m_process.waitForFinished(kPatience) && m_process.exitStatus() == QProcess::CrashExit;
}

QJsonObject TabletProcess::ask(const QJsonObject& command)
{
    if (m_process.state() != QProcess::Running)
        return {};
    m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    return answer();
}

QJsonObject TabletProcess::answer()
{
    const auto there = [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor(there, kPatience) || !m_process.canReadLine())
        return {};
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

} // namespace lianxin::story
