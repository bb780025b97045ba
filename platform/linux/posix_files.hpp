// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"

namespace lianxin::platform {

class PosixFiles final : public Files {
public:
    [[nodiscard]] Result<std::string> read(const Path& path, std::size_t atMost) override;
    [[nodiscard]] Result<void> write(const Path& path, std::string_view bytes) override;
    [[nodiscard]] Result<void> overwrite(const Path& path, std::string_view bytes) override;
    [[nodiscard]] Result<void> syncFile(const Path& path) override;
    [[nodiscard]] Result<void> syncFolder(const Path& path) override;
    [[nodiscard]] Result<void> rename(const Path& from, const Path& to) override;
    [[nodiscard]] Result<void> remove(const Path& path) override;
    [[nodiscard]] Result<void> makeFolder(const Path& path) override;
    [[nodiscard]] bool exists(const Path& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& folder) override;
};

} // namespace lianxin::platform
