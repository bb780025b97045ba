// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lianxin-server backup` and `restore`.
#include "sync/server/backup.hpp"
#include "sync/server/command_line.hpp"
#include "sync/server/picture_backup.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/system_sources.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>

namespace lianxin::server {

namespace json = boost::json;

namespace {
struct Chosen {
    std::string data;
    std::string folder;
    std::string pictures; // empty: `pictures` beside the folder
    [[nodiscard]] std::string pictureFolder() const
    {
        const auto path = std::filesystem::absolute(pictures.empty() ? folder : pictures).lexically_normal();
        return pictures.empty() ? (path.parent_path() / "pictures").string() : path.string();
    }
};

// Step by step, each as short as a push: the server goes on with its work. Then everything is read, here and not by the server.
Result<void> backUpPictures(const HomePaths& paths, const ServerIdentity& identity, const std::string& folder)
{
    std::int64_t copied = 0, damaged = 0;
    json::object ask{{"do", "backup-pictures"}, {"folder", folder}};
    json::object said;
    do {
        LIANXIN_TRY(said, runAdmin(paths, ask));
        copied += said.at("pictures").as_int64();
        damaged += said.at("damaged").as_int64();
        if (const auto* after = said.if_contains("after"))
            ask["after"] = *after;
    } while (said.contains("after"));
    if (damaged > 0)
        return fail(Errc::damaged, std::to_string(damaged) +
                                       " pictures of this server are not what their names say; the " +
                                       std::to_string(copied) + " new ones are in " + folder +
                                       ", and no tablet is told so: each keeps what it has");
    std::uint64_t count = 0;
    if (hasPictures(folder)) {
        const SystemClock clock;
        LIANXIN_TRY(const auto shelf, openPictures(folder, identity.databaseKey, clock));
        LIANXIN_TRY(count, verifyPictures(*shelf));
    }
    LIANXIN_TRY(const auto told, runAdmin(paths, {{"do", "pictures-verified"}, {"begun", said.at("begun")}}));
    if (count > 0)
        std::cout << "pictures: " << copied << " new of " << count << " in " << folder << "\n";
    return {};
}

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
    return backUpPictures(paths, identity, chosen.pictureFolder());
}

Result<void> runRestore(const Chosen& chosen)
{
    const HomePaths paths{chosen.data};
    SystemRandom random;
    const SystemClock clock;
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto identity, loadIdentity(paths));
    // First: without them nothing is promised that they would have to keep, and a copy that was cut off goes on next time.
    PictureStep put;
    if (const auto folder = chosen.pictureFolder(); hasPictures(folder)) {
        LIANXIN_TRY(const auto from, openPictures(folder, identity.databaseKey, clock));
        LIANXIN_TRY(const auto to, openPictures(paths.folder, identity.databaseKey, clock));
        LIANXIN_TRY(put, copyPictures(*from, *to, {}, std::numeric_limits<std::uint64_t>::max()));
    }
    LIANXIN_TRY(const auto aside, restoreBackup(paths, identity.databaseKey, chosen.folder, clock.now(), random));
    std::cout << "restored from " << chosen.folder << "; what was here is kept as " << aside << "\n"
              << "start the server: each tablet gives back by itself what it holds, with its next connection;\n"
              << "  lianxin-server status tells which ones have\n"
              << "pictures put back: " << put.pictures << (put.damaged == 0 ? "" : "; some of the copy are damaged")
              << "\n"
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
    for (auto* sub : {backup, restore}) {
        sub->add_option("--data", chosen->data, "Data folder")->required();
        sub->add_option("--pictures", chosen->pictures,
                        "Second place of all pictures, which grows by what is new [`pictures` beside FOLDER]");
    }
    backup->callback([chosen, &action] { action = [chosen] { return runBackup(*chosen); }; });
    restore->callback([chosen, &action] { action = [chosen] { return runRestore(*chosen); }; });
}

} // namespace lianxin::server
