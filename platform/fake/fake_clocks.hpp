// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/boot_clock.hpp"
#include "sync/model/ids.hpp"

namespace lianxin::platform {

class FakeClock final : public Clock {
public:
    explicit FakeClock(Millis start) : m_now(start) {}
    [[nodiscard]] Millis now() const override { return m_now; }
    void set(Millis now) { m_now = now; }

private:
    Millis m_now;
};

class FakeBootClock final : public BootClock {
public:
    [[nodiscard]] BootTime now() const override { return {"boot-" + std::to_string(m_boot), m_uptime}; }
    void advance(std::chrono::milliseconds by) { m_uptime += by; }
    void reboot(std::chrono::milliseconds uptime = std::chrono::seconds(20))
    {
        ++m_boot;
        m_uptime = uptime;
    }

private:
    int m_boot{1};
    std::chrono::milliseconds m_uptime{std::chrono::hours(2)};
};

} // namespace lianxin::platform
