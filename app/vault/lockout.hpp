// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/boot_clock.hpp"

#include <array>
#include <chrono>
#include <cstdint>

namespace lianxin::vault {

// Wrong tries since the last right one, and when the present wait began. Three tries are free, then one must wait
// before each; after the tenth the passphrase slot is closed and only recovery opens the vault. Nothing is ever
// destroyed.
//
// A try is counted and made durable *before* it is judged, so that pulling the battery buys no guess. The wait runs
// on the boot clock; in another boot it starts again in full, from the moment of the boot.
struct Lockout {
    std::uint8_t failures{0};
    std::string bootId;
    std::chrono::milliseconds since{0};
    bool operator==(const Lockout&) const = default;

    [[nodiscard]] bool closed() const;
    [[nodiscard]] std::chrono::milliseconds waitLeft(const platform::BootTime& now) const;
    [[nodiscard]] Lockout afterTry(const platform::BootTime& now) const;
};

inline constexpr std::uint8_t kFreeTries = 3;
inline constexpr std::uint8_t kMostTries = 10;
// Before try 4, 5, …; the last one also before the tries after it.
inline constexpr std::array<std::chrono::seconds, 6> kWaits{
    std::chrono::seconds(5),  std::chrono::seconds(30), std::chrono::minutes(2),
    std::chrono::minutes(10), std::chrono::minutes(30), std::chrono::hours(1),
};

} // namespace lianxin::vault
