// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"

#include <cstdint>

namespace lianxin::platform {

// 32 MB held back while there is room and given up when there is none, so that text saves still finish (security.md 3).
inline constexpr std::uint64_t kReserveBytes = 32ULL * 1024 * 1024;

class Disk {
public:
    virtual ~Disk() = default;
    [[nodiscard]] virtual Result<std::uint64_t> freeBytes(const Path& folder) = 0;
    // Real blocks, not a sparse file. Does nothing when the file already has this size; diskFull leaves nothing behind.
    [[nodiscard]] virtual Result<void> createReserve(const Path& file, std::uint64_t bytes) = 0;
    // True when there was something to give up.
    [[nodiscard]] virtual Result<bool> releaseReserve(const Path& file) = 0;
};

} // namespace lianxin::platform
