// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::formimport {

struct XPathToken {
    enum class Kind : std::uint8_t { end, number, text, name, field, sign };
    Kind kind{Kind::end};
    std::string text; // number: as written, with its point
};

inline constexpr std::size_t kMaxXPathBytes = 4096;

[[nodiscard]] Result<std::vector<XPathToken>> xpathTokens(std::string_view xpath);

} // namespace lianxin::formimport
