// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin {

enum class TokenKind : std::uint8_t { end, integer, text, word, quotedName, sign };

struct Token {
    TokenKind kind{TokenKind::end};
    std::string text; // word, name without ${}, sign as written, text without quotes
    std::int64_t number{0};
    std::uint32_t offset{0};
};

// The last token is `end`. Errors: "at <byte offset>: ...".
[[nodiscard]] Result<std::vector<Token>> expressionTokens(std::string_view text);
[[nodiscard]] Error expressionError(std::size_t offset, const std::string& what);

} // namespace lianxin
