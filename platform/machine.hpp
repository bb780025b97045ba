// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lianxin::platform {

// Physical memory in bytes, 0 when the system does not say: the key derivation then takes the small setting (D17).
[[nodiscard]] std::uint64_t physicalMemory();

} // namespace lianxin::platform
