// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::forms {

// A stretch of text and who brought it. `removed` stands in a side's own text only, never in a proposal.
enum class TextMark { plain = 0, first = 1, second = 2, removed = 3 };
struct TextPiece {
    std::string text;
    TextMark mark{TextMark::plain};
    bool operator==(const TextPiece&) const = default;
};
using TextPieces = std::vector<TextPiece>;

// Words of Latin letters and digits stay whole, everything else goes character by character (code points of UTF-8).
[[nodiscard]] std::vector<std::string_view> textTokens(std::string_view utf8);

// What `changed` did to `before`: plain, added (marked `added`) and removed pieces in reading order.
[[nodiscard]] TextPieces textDifference(std::string_view before, std::string_view changed, TextMark added);

// Three-way merge that a person confirms (sync.md 3). Nothing when the two changed the same place in different ways, or when
// the texts are too long to compare; two additions at one place stand one after the other, the first writer's first.
[[nodiscard]] std::optional<TextPieces> mergeTexts(std::string_view before, std::string_view first,
                                                   std::string_view second);

[[nodiscard]] std::string joined(const TextPieces& pieces);

} // namespace lianxin::forms
