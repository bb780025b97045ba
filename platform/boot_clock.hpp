// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace lianxin::platform {

// A moment since the machine started. Nobody can set this clock, it runs on in sleep, and it means nothing in another
// boot: so the boot's name travels with it.
struct BootTime {
    std::string bootId; // empty where the system has no name for its boots: then nothing can be compared
    std::chrono::milliseconds uptime{0};
};

class BootClock {
public:
    virtual ~BootClock() = default;
    [[nodiscard]] virtual BootTime now() const = 0;
};

} // namespace lianxin::platform
