// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/disk.hpp"

namespace lianxin::platform {

class PosixDisk final : public Disk {
public:
    [[nodiscard]] Result<std::uint64_t> freeBytes(const Path& folder) override;
    [[nodiscard]] Result<void> createReserve(const Path& file, std::uint64_t bytes) override;
    [[nodiscard]] Result<bool> releaseReserve(const Path& file) override;
};

} // namespace lianxin::platform
