// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::server {

// Folders 0700 and files 0600 of keys. Writing is tmp + fsync + rename + fsync of the folder.
[[nodiscard]] Result<void> makePrivateFolder(const std::string& path);
[[nodiscard]] Result<void> writePrivateFile(const std::string& path, std::string_view bytes);
// notAllowed when group or others may read it: a key that others could have read is no key.
[[nodiscard]] Result<std::string> readPrivateFile(const std::string& path);
[[nodiscard]] Result<void> writePublicFile(const std::string& path, std::string_view bytes);
[[nodiscard]] Result<std::string> readFile(const std::string& path);
[[nodiscard]] bool fileExists(const std::string& path);

// One process per data folder. Held until destruction; the kernel drops it when the process dies.
class FolderLock {
public:
    [[nodiscard]] static Result<FolderLock> take(const std::string& folder); // busy: another process has it
    FolderLock(FolderLock&& other) noexcept : m_descriptor(other.m_descriptor) { other.m_descriptor = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace lianxin::server
