// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lianxin::wire {

// Refuses to give another id (PROTOCOL.md 9.1) for a key under which another body got one: the asker makes a new key.
inline constexpr std::string_view kCodeKeyTaken = "key-taken";

} // namespace lianxin::wire
