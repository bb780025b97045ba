// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

namespace lianxin::platform {

// The operating system's generator; the only source of keys outside tests.
class SystemRandom final : public RandomSource {
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace lianxin::platform
