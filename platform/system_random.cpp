// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system_random.hpp"

#include <sodium.h>

#include <cstdlib>

namespace lianxin::platform {

SystemRandom::SystemRandom()
{
    if (sodium_init() < 0)
        std::abort(); // no randomness, no keys
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

} // namespace lianxin::platform
