// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/command_words.hpp"

#include <algorithm>
#include <string_view>

namespace lianxin::server {

namespace {

constexpr std::size_t kIdLength = 11; // 8 bytes in base64url

bool isDashedId(std::string_view word)
{
    if (word.size() < kIdLength || word.front() != '-')
        return false;
    const auto isLetter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (!std::ranges::all_of(word.substr(0, kIdLength), isLetter))
        return false;
    const auto rest = word.substr(kIdLength);
    if (rest.empty())
        return word[1] != '-'; // a long option has as many letters
    return rest.size() > 1 && rest.front() == '.' &&
           std::ranges::all_of(rest.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::vector<std::string> commandWords(int argc, const char* const* argv)
{
    std::vector<std::string> words;
    std::vector<std::string> ids;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (!isDashedId(word))
            words.emplace_back(word);
        else if (!words.empty() && words.back().starts_with("--") && words.back().find('=') == std::string::npos)
            words.back().append("=").append(word);
        else
            ids.emplace_back(word);
    }
    if (!ids.empty())
        words.emplace_back("--");
    words.insert(words.end(), ids.begin(), ids.end());
    return words;
}

} // namespace lianxin::server
