// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lianxin-server backup` and `restore`.
#include "sync/server/backup.hpp"
#include "sync/server/command_line.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/system_sources.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>

namespace lianxin::server {

namespace {
struct Chosen {
    std::string data;
    std::string folder;
};

Result<void> runBackup(const Chosen& chosen)
{
    // A running server makes it itself: there is never a second reader of its file.
    const auto folder = std::filesystem::absolute(chosen.folder).string();
    const HomePaths paths{chosen.data};
    LIANXIN_TRY(const auto said, runAdmin(paths, {{"do", "backup"}, {"folder", folder}}));
    LIANXIN_TRY(const auto identity, loadIdentity(paths));
    LIANXIN_TRY(const auto held, verifyBackup(folder, identity.databaseKey));
    // Only now may a tablet rely on it (PROTOCOL.md 9.2).
    LIANXIN_TRY(const auto told, runAdmin(paths, {{"do", "backup-verified"}, {"folder", folder}, {"held", held}}));
    std::cout << "backup made in " << folder << ", " << said.at("changesets").as_int64() << " changesets\n"
              << "tablets may now let go of what it holds: keep it until the next one is made, and on another disk\n"
              << "the keys (*.key, *.pem of " << chosen.data << ") are not in it: keep a copy of them somewhere else\n";
    return {};
}

Result<void> runRestore(const Chosen& chosen)
{
    const HomePaths paths{chosen.data};
    SystemRandom random;
    const SystemClock clock;
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto identity, loadIdentity(paths));
    LIANXIN_TRY(const auto aside, restoreBackup(paths, identity.databaseKey, chosen.folder, clock.now(), random));
    std::cout << "restored from " << chosen.folder << "; what was here is kept as " << aside << "\n"
              << "start the server: each tablet gives back by itself what it holds, with its next connection;\n"
              << "  lianxin-server status tells which ones have\n"
              << "enter again: people, areas and organisations that were added after this backup\n";
    return {};
}
} // namespace

void addBackupCommands(CLI::App& app, std::function<Result<void>()>& action)
{
    auto chosen = std::make_shared<Chosen>();
    auto* backup = app.add_subcommand("backup", "Copy the database into FOLDER, of one moment, while the server runs");
    backup->add_option("FOLDER", chosen->folder, "To be made")->required();
    auto* restore = app.add_subcommand(
        "restore", "Put a backup in place of the database and begin a new epoch; the server is stopped");
    restore->add_option("FOLDER", chosen->folder, "What `backup` made")->required();
    for (auto* sub : {backup, restore})
        sub->add_option("--data", chosen->data, "Data folder")->required();
    backup->callback([chosen, &action] { action = [chosen] { return runBackup(*chosen); }; });
    restore->callback([chosen, &action] { action = [chosen] { return runRestore(*chosen); }; });
}

} // namespace lianxin::server
