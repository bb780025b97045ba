// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>

namespace lianxin::story {

// One tablet as an operating system process, at the other end of a pipe.
class TabletProcess {
public:
    TabletProcess(QString folder, QString pictures);
    ~TabletProcess();
    [[nodiscard]] bool start();    // until its window is there
    [[nodiscard]] bool killHard(); // kill -9; true when that is what it died of
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    // The event loop runs meanwhile (the links live in it). Empty when it died or never answers.
    [[nodiscard]] QJsonObject ask(const QJsonObject& command);
    // Everything that the app said on its standard error, which goes on to the story's.
    [[nodiscard]] const QByteArray& said() const { return m_said; }

private:
    [[nodiscard]] QJsonObject answer();
    void hear();

    QString m_folder;
    QString m_pictures;
    QByteArray m_said;
    QProcess m_process;
};

} // namespace lianxin::story
