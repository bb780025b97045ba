// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace lianxin::e2e {

// A test that crashes must not leave its processes behind, holding what they inherited.
void endWithParent(QProcess& process);

// The real lianxin-server in a process of its own, with its own folders.
class ServerProcess {
public:
    explicit ServerProcess(QString program);
    ~ServerProcess();
    [[nodiscard]] bool init(const QStringList& more = {});  // further options of `init`; a demo server without any
    [[nodiscard]] bool start(const QStringList& more = {}); // further options of `serve`
    void killHard();                                        // kill -9
    [[nodiscard]] bool stop();                              // SIGTERM; true when it ended well
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QByteArray ca() const;
    // {"code", "root", "user"} of a new person; empty object on trouble.
    [[nodiscard]] bool addUnit(const QString& code, const QString& name, const QString& dutyPhone); // 12 digits
    [[nodiscard]] QJsonObject enrolUser(const QString& name, const QString& role, const QStringList& areas);
    // The one text for a new person, and another one for a person who is there; empty on trouble.
    [[nodiscard]] QString invite(const QString& name, const QString& role, const QString& area, const QString& address);
    [[nodiscard]] QString inviteAgain(const QString& user, const QString& address);
    // What waits for the administrator: [{"name", "zh": the six words, …}].
    [[nodiscard]] QJsonArray waiting();
    // Another code for somebody who is there already, in the same form.
    [[nodiscard]] QJsonObject anotherCode(const QString& user);
    // The administrator's part: signs the certificates of the people who registered.
    [[nodiscard]] bool confirm();
    // The province publishes forms: signed where the organisation's keys are, then taken by the server that runs. The exit codes.
    [[nodiscard]] int signForms(const QString& folder, const QString& current, const QString& out);
    [[nodiscard]] int publishForms(const QString& file);
    [[nodiscard]] bool backup(const QString& folder);  // of the server that runs
    [[nodiscard]] bool restore(const QString& folder); // of the server that was stopped
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    // What `status` says: records, changesets, replicas, partitions, with their state hashes where asked. Empty object on trouble.
    [[nodiscard]] QJsonObject status(bool withHashes = false);
    // `quarantine release` or `withdraw` of what `status` names; 0: done.
    [[nodiscard]] int decide(const QString& what, const QString& changeset);
    [[nodiscard]] bool revokeTablet(const QString& replica); // lost, or handed in
    // What `support FILE` wrote; empty on trouble.
    [[nodiscard]] QByteArray support();
    // State hash of a partition as `status` prints it.
    [[nodiscard]] QString stateHash(const QString& partition);
    [[nodiscard]] QByteArray log();
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

private:
    [[nodiscard]] std::optional<QByteArray> command(const QStringList& arguments);
    [[nodiscard]] int exitOf(const QStringList& arguments);
    [[nodiscard]] std::optional<QByteArray> enrol(const QStringList& arguments);

    QString m_program;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port{0};
};

} // namespace lianxin::e2e
