// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Ids, hashes and signatures of a JSON text apart from the rest of it (PROTOCOL.md 2.1): they are random bytes in base64url, which no compression
// makes shorter than they are and which spoil it for their neighbours.
namespace lianxin::wire {

struct SplitText {
    std::string skeleton; // the text with a mark for each of them
    std::string raw;      // their bytes, each once, in the order of the marks
};

// Nothing when the text has characters below 0x20, which the marks need.
[[nodiscard]] std::optional<SplitText> splitIds(std::string_view text);
// invalidInput when marks and bytes do not fit each other, or more than `limit` comes out.
[[nodiscard]] Result<std::string> joinIds(std::string_view skeleton, std::string_view raw, std::size_t limit);

} // namespace lianxin::wire
