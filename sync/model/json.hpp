// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace lianxin {

// What a reader accepts from one text. Limits are in bytes of UTF-8; depth counts open objects and arrays (decisions D11).
struct JsonLimits {
    std::size_t maxBytes = 8U * 1024U * 1024U;
    std::size_t maxStringBytes = 8U * 1024U * 1024U;
    std::size_t maxDepth = 32;
};

// The only way JSON from outside comes in. Refuses duplicate keys, bad UTF-8, every number that is not an integer of 64
// signed bits (fraction, exponent), depth, size, trailing bytes. The detail of an error begins with "line L column C: ".
[[nodiscard]] Result<boost::json::value> parseJson(std::string_view text, JsonLimits limits = {});

// The same, with the line of every member and element by JSON pointer ("/fields/3/kind"), for files that people write.
struct JsonDocument {
    boost::json::value root;
    std::map<std::string, unsigned, std::less<>> lines;

    // Line of the value at `pointer`, or of its nearest parent that is there.
    [[nodiscard]] unsigned lineOf(std::string_view pointer) const;
};
[[nodiscard]] Result<JsonDocument> parseJsonDocument(std::string_view text, JsonLimits limits = {});

// Keys sorted bytewise, no white space, escapes only for '"', '\\' and control characters (\b \f \n \r \t or \u00xx in
// lower case); everything else is raw UTF-8. One value has one canonical text. The value must hold no floating point.
[[nodiscard]] std::string canonicalJson(const boost::json::value& value);
void appendCanonicalJson(std::string& out, const boost::json::value& value);
void appendCanonicalString(std::string& out, std::string_view utf8);
[[nodiscard]] bool isCanonicalJson(std::string_view text, JsonLimits limits = {});

[[nodiscard]] bool isValidUtf8(std::string_view text);

} // namespace lianxin
