// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

namespace lianxin::server {

// The kernel's random source; aborts when there is none, since every key of the province comes from here.
class SystemRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override;
};

// Calendar year in Asia/Shanghai (UTC+8, no summer time since 1992).
[[nodiscard]] int civilYear(Millis time);

} // namespace lianxin::server
