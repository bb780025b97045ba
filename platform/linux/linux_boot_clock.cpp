// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_boot_clock.hpp"

#include <ctime>
#include <fstream>

namespace lianxin::platform {

LinuxBootClock::LinuxBootClock()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::getline(file, m_bootId);
}

BootTime LinuxBootClock::now() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return {m_bootId, std::chrono::seconds(time.tv_sec) + std::chrono::milliseconds(time.tv_nsec / 1'000'000)};
}

} // namespace lianxin::platform
