// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::platform {

using Path = std::filesystem::path;

// The few file calls that decide whether a file survives a power cut, one by one, so that a test can stop between
// any two. Errors: notFound, diskFull, io.
class Files {
public:
    virtual ~Files() = default;
    [[nodiscard]] virtual Result<std::string> read(const Path& path, std::size_t atMost) = 0; // longer: invalidInput
    [[nodiscard]] virtual Result<void> write(const Path& path, std::string_view bytes) = 0;   // made anew, owner only
    // Same blocks, no truncation: works when the disk is full. invalidInput unless the file has exactly this size.
    [[nodiscard]] virtual Result<void> overwrite(const Path& path, std::string_view bytes) = 0;
    [[nodiscard]] virtual Result<void> syncFile(const Path& path) = 0;
    [[nodiscard]] virtual Result<void> syncFolder(const Path& path) = 0;
    [[nodiscard]] virtual Result<void> rename(const Path& from, const Path& to) = 0; // replaces
    [[nodiscard]] virtual Result<void> remove(const Path& path) = 0;
    [[nodiscard]] virtual Result<void> makeFolder(const Path& path) = 0; // with its parents, owner only; may be there
    [[nodiscard]] virtual bool exists(const Path& path) = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const Path& folder) = 0; // names, sorted
};

} // namespace lianxin::platform
