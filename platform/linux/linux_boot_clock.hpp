// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/boot_clock.hpp"

namespace lianxin::platform {

// CLOCK_BOOTTIME and /proc/sys/kernel/random/boot_id.
class LinuxBootClock final : public BootClock {
public:
    LinuxBootClock();
    [[nodiscard]] BootTime now() const override;

private:
    std::string m_bootId;
};

} // namespace lianxin::platform
