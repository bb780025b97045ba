// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/program/program.hpp"

#include <QDir>
#include <QJsonObject>

#include <functional>

namespace lianxin::story {

// The whole tablet app as a process of its own that does what it is told, one JSON object after the other. Pages are used as a page uses the
// session (page_reach.hpp); what nobody sees on a page (counts, hashes) is read from the open store.
class TabletProgram {
public:
    TabletProgram(QString folder, QString pictures);
    [[nodiscard]] bool open(); // the window is there
    // {"do": …} in, {"ok": …} out; `reply` may be called later.
    using Reply = std::function<void(const QJsonObject&)>;
    void obey(const QJsonObject& command, const Reply& reply);

private:
    [[nodiscard]] QJsonObject page(const QString& what, const QJsonObject& command);
    [[nodiscard]] QJsonObject store(const QString& what, const QJsonObject& command);
    [[nodiscard]] QJsonObject storeState();
    [[nodiscard]] QJsonObject partitions();
    [[nodiscard]] QJsonObject conflicts();
    [[nodiscard]] QJsonObject value(const QJsonObject& command);
    [[nodiscard]] QJsonObject draftHolds(const QString& text);
    [[nodiscard]] QJsonObject databaseKey(); // so that the story can look for it where it must not lie
    [[nodiscard]] bool picture(const QString& name);
    void registerPeople(const QJsonObject& command, const Reply& reply);
    void touch(); // hands that press keys keep the tablet from locking itself

    QString m_folder;
    QDir m_pictures;
    std::unique_ptr<program::Program> m_program;
};

} // namespace lianxin::story
