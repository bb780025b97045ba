// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/lockout.hpp"

#include <algorithm>

namespace lianxin::vault {

using std::chrono::milliseconds;

bool Lockout::closed() const { return failures >= kMostTries; }

milliseconds Lockout::waitLeft(const platform::BootTime& now) const
{
    if (failures < kFreeTries)
        return milliseconds(0);
    const auto index = std::min<std::size_t>(failures - kFreeTries, kWaits.size() - 1);
    const milliseconds wait = kWaits[index];
    const bool sameBoot = bootId == now.bootId && now.uptime >= since;
    const milliseconds passed = now.uptime - (sameBoot ? since : milliseconds(0));
    return std::max(milliseconds(0), wait - passed);
}

Lockout Lockout::afterTry(const platform::BootTime& now) const
{
    Lockout next;
    next.failures = static_cast<std::uint8_t>(std::min<int>(failures + 1, kMostTries));
    next.bootId = now.bootId;
    next.since = now.uptime;
    return next;
}

} // namespace lianxin::vault
