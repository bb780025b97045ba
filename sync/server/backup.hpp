// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_home.hpp"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace lianxin::server {

// A copy of an open province's database as of one moment, under the same key, and the public files that belong to it. Keys are not in it: they
// never change and are kept apart. Whole or not there: it is made beside `folder` and renamed. On the thread that owns the database.
[[nodiscard]] Result<void> makeBackup(const HomePaths& paths, store::Database& database, const store::RawKey& key,
                                      const std::string& folder);

// Every page and index of it. A backup that cannot be read is found today, and not by the server's one thread. Answers what it holds (heldIn).
[[nodiscard]] Result<std::uint64_t> verifyBackup(const std::string& folder, const store::RawKey& key);

// While no server runs: puts the copy in place of the database, which is kept beside it under another name, and draws a new epoch in it, all
// before the rename that makes it the server's. Answers where the old database is.
[[nodiscard]] Result<std::string> restoreBackup(const HomePaths& paths, const store::RawKey& key,
                                                const std::string& folder, Millis now, RandomSource& random);

// `backup` and `restore` of the command line; what they chose is put into `action`.
void addBackupCommands(CLI::App& app, std::function<Result<void>()>& action);

} // namespace lianxin::server
