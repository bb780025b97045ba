// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_process.hpp"

namespace lianxin::e2e {

// The real `lianxin-server relay` in a process of its own, in an office of its own.
class RelayProcess {
public:
    explicit RelayProcess(QString program);
    ~RelayProcess();
    // Keys here, certificate and invitation by the province's operator, and back. `province`: where it forwards to.
    [[nodiscard]] bool join(const ServerProcess& server, const QString& area, const QString& province);
    [[nodiscard]] int init(const QStringList& more = {});
    [[nodiscard]] int registerAt(const ServerProcess& server, const QString& area, const QString& province);
    [[nodiscard]] int accept();
    [[nodiscard]] bool start(const QStringList& more = {});
    void killHard();
    [[nodiscard]] bool stop();
    [[nodiscard]] QJsonObject status(); // of the running or the resting one
    [[nodiscard]] QUrl address() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)); }
    [[nodiscard]] QString home() const { return m_folder.filePath(QStringLiteral("office")); }
    // While it is stopped: everything that an image of the machine would hold, and back.
    [[nodiscard]] bool copyHome(const QString& image) const;
    [[nodiscard]] bool putBack(const QString& image) const;
    [[nodiscard]] QByteArray log();

private:
    [[nodiscard]] int run(const QStringList& arguments, QByteArray* out = nullptr);

    QString m_program;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port{0};
};

} // namespace lianxin::e2e
