// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/enrol_code.hpp"

#include <array>

namespace lianxin::server {

namespace {
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr std::size_t kLength = 32;
constexpr std::size_t kIdLength = 6;
constexpr std::size_t kGroup = 4;
} // namespace

EnrolCode makeEnrolCode(RandomSource& random)
{
    std::array<std::uint8_t, kLength> bytes{};
    random.fill(bytes);
    std::string plain;
    EnrolCode code;
    for (std::size_t i = 0; i < kLength; ++i) {
        const char c = kAlphabet[bytes[i] % kAlphabet.size()]; // 256 is a multiple of 32: no character is likelier
        plain.push_back(c);
        if (i != 0 && i % kGroup == 0)
            code.text.push_back('-');
        code.text.push_back(c);
    }
    code.id = enrolCodeId(plain);
    return code;
}

std::string plainEnrolCode(std::string_view typed)
{
    std::string plain;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L')
            c = '1';
        if (kAlphabet.find(c) == std::string_view::npos || plain.size() == kLength)
            return {};
        plain.push_back(c);
    }
    return plain.size() == kLength ? plain : std::string{};
}

std::string enrolCodeId(std::string_view plain) { return std::string(plain.substr(0, kIdLength)); }

} // namespace lianxin::server
