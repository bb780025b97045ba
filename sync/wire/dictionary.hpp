// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace lianxin::wire {

// The first shared zstd dictionary (PROTOCOL section 2): bytes that most small messages have in common, so that they need not travel. Its bytes
// are permanent: every peer of version 1 has exactly these. A further dictionary gets another id and another file.
inline constexpr std::uint32_t kFirstDictionaryId = 0x8001; // 2 bytes in a frame; below 0x8000 is the format's own
[[nodiscard]] const std::string& firstDictionary();

} // namespace lianxin::wire
