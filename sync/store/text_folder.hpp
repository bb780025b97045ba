// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

inline constexpr std::size_t kMostReadings = 6;

// How texts are made comparable for search and order. A port: the platform's library stands behind it (decisions D21).
// Changing what it answers changes stored terms: raise kSearchTermsVersion.
class TextFolder {
public:
    virtual ~TextFolder() = default;
    // Full width to half width, traditional and variant characters to simplified, accents off, lower case, no white space.
    [[nodiscard]] virtual std::string fold(std::string_view text) const = 0;
    // Syllables of a name or place with one space between them, the first read as a family name: "lin xiu ying".
    // What has no reading stays as it is, folded.
    [[nodiscard]] virtual std::string pinyin(std::string_view text) const = 0;
    // All spellings that people type for it, the one of pinyin() first: 曾 is zeng and ceng, 长乐 chang le. At most kMostReadings.
    [[nodiscard]] virtual std::vector<std::string> readings(std::string_view text) const = 0;
    // First characters of the syllables: "lxy".
    [[nodiscard]] virtual std::string initials(std::string_view text) const = 0;
};

[[nodiscard]] std::unique_ptr<TextFolder> makeTextFolder();

} // namespace lianxin::store
