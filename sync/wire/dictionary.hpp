// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace lianxin::wire {

// The first shared zstd dictionary (PROTOCOL.md 2.1): bytes that most small messages have in common, so that they need not travel. They are
// permanent: every peer that names `lianxin-zstd-1` has exactly these. Another dictionary gets another id, another file and another name.
inline constexpr std::uint32_t kSharedDictionaryId = 0x8001; // in the dictionary itself; frames leave it out
[[nodiscard]] std::string_view sharedDictionary();

} // namespace lianxin::wire
