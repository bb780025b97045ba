// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace lianxin::e2e {

// The real lianxin-server in a process of its own, with its own folders.
class ServerProcess {
public:
    explicit ServerProcess(QString program);
    ~ServerProcess();
    [[nodiscard]] bool init();
    [[nodiscard]] bool start(const QStringList& more = {}); // further options of `serve`
    void killHard(); // kill -9
    [[nodiscard]] bool stop(); // SIGTERM; true when it ended well
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray ca() const;
    // {"code", "root", "user"} of a new person; empty object on trouble.
    [[nodiscard]] QJsonObject enrolUser(const QString& name, const QString& role, const QStringList& areas);
    // Another code for somebody who is there already, in the same form.
    [[nodiscard]] QJsonObject anotherCode(const QString& user);
    // The administrator's part: signs the certificates of the people who registered.
    [[nodiscard]] bool confirm();
    // State hash of a partition as `status` prints it.
    [[nodiscard]] QString stateHash(const QString& partition);
    [[nodiscard]] QByteArray log();

private:
    [[nodiscard]] std::optional<QByteArray> command(const QStringList& arguments);
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QString m_program;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port{0};
};

} // namespace lianxin::e2e
