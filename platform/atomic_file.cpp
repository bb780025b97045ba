// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/atomic_file.hpp"

namespace lianxin::platform {

namespace {

Result<void> writeAndRename(Files& files, const Path& temporary, const Path& path, std::string_view bytes)
{
    LIANXIN_CHECK(files.write(temporary, bytes));
    LIANXIN_CHECK(files.syncFile(temporary)); // before the rename, or the name could point at an empty file
    LIANXIN_CHECK(files.rename(temporary, path));
    return {};
}

} // namespace

Result<void> writeAtomically(Files& files, const Path& path, std::string_view bytes)
{
    Path temporary = path;
    temporary += ".tmp";
    if (auto done = writeAndRename(files, temporary, path, bytes); !done) {
        // Gives back the blocks of a half-written file on a full disk; the first error is the one to tell.
        [[maybe_unused]] auto ignored = files.remove(temporary);
        return done.error();
    }
    return files.syncFolder(path.parent_path());
}

} // namespace lianxin::platform
