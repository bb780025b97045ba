// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/program/program.hpp"

#include <QDir>

#include <functional>

namespace lianxin::story {

// A tablet in somebody's hands: the whole app, driven through what its pages call, with pictures of what they show.
class Hands {
public:
    Hands(const QString& folder, QDir pictures);

    [[nodiscard]] bool start(const std::vector<tablet::Invitation>& invitations); // registers, opens the window
    [[nodiscard]] bool restart(); // as after a kill: everything anew from the disk
    [[nodiscard]] bool unlock(const QString& name);
    [[nodiscard]] bool typeCode(ui::SecretEntry* entry, const std::function<bool()>& until);
    void lock() { session().lock(); }
    [[nodiscard]] bool sync(); // online until everything is sent and fetched, then offline again
    void picture(const QString& name);
    void resize(int width, int height);

    // The open form: answers by catalogue names; what is still needed gets its first offered answer. False when it cannot be kept.
    void answer(const char* field, std::int64_t code);
    void write(const char* field, const QString& text);
    [[nodiscard]] bool answerRest();

    [[nodiscard]] ui::Session& session() { return m_program->session(); }
    [[nodiscard]] store::ReplicaStore& store() { return m_program->tablet().desk()->store(); }
    [[nodiscard]] std::size_t countOf(const char* type);
    [[nodiscard]] QByteArray databaseKey(); // of the vault that is open
    [[nodiscard]] QString stateHash(const PartitionId& partition);

private:
    [[nodiscard]] int key(const char* field);

    QString m_folder;
    QDir m_pictures;
    std::unique_ptr<program::Program> m_program;
};

} // namespace lianxin::story
