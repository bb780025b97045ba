// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <string>
#include <string_view>

// Segments of the first sync as an office keeps them for its tablets (PROTOCOL.md 15.6): under a name and a key that both follow from the segment's
// hash. Who has the province's manifest knows the hash; the office knows the name only and cannot open what it keeps.
namespace lianxin::seal {

inline constexpr std::size_t kSealedSegmentOverhead = 16;

[[nodiscard]] Hash sealedSegmentName(const Hash& segment);
[[nodiscard]] std::string sealSegment(const Hash& segment, std::string_view bytes);
// damaged: not what was sealed for this hash.
[[nodiscard]] Result<std::string> openSegment(const Hash& segment, std::string_view sealed);

} // namespace lianxin::seal
