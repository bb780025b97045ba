// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/recovery_code.hpp"

#include <array>
#include <optional>

namespace lianxin::vault {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr std::size_t kGroups = 8;
constexpr std::size_t kGroupData = 4;
constexpr std::size_t kSymbols = kGroups * (kGroupData + 1);

// GF(32) with x^5 + x^2 + 1. Different multipliers for each place find every single slip and every swap of two.
constexpr unsigned timesX(unsigned a) { return ((a << 1) ^ ((a & 16) ? 0b100101 : 0)) & 31; }

unsigned checkSymbol(const std::array<unsigned, kGroupData>& data, std::size_t group)
{
    unsigned sum = static_cast<unsigned>(group) + 1; // a group in another's place fails
    for (const unsigned symbol : data)
        sum = timesX(sum) ^ timesX(timesX(symbol));
    return sum;
}

std::optional<unsigned> symbolOf(char typed)
{
    char c = typed;
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const auto at = kAlphabet.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

} // namespace

SecretBytes printRecoveryCode(const SecretBytes& code)
{
    SecretBytes text(kSymbols + kGroups - 1);
    std::size_t out = 0;
    for (std::size_t group = 0; group < kGroups; ++group) {
        std::array<unsigned, kGroupData> data{};
        for (std::size_t i = 0; i < kGroupData; ++i) {
            const std::size_t bit = (group * kGroupData + i) * 5;
            unsigned window = static_cast<unsigned>(code.data()[bit / 8]) << 8;
            if (bit / 8 + 1 < kRecoveryCodeBytes)
                window |= code.data()[bit / 8 + 1];
            data[i] = (window >> (11 - bit % 8)) & 31;
        }
        if (group > 0)
            text.data()[out++] = '-';
        for (const unsigned symbol : data)
            text.data()[out++] = static_cast<std::uint8_t>(kAlphabet[symbol]);
        text.data()[out++] = static_cast<std::uint8_t>(kAlphabet[checkSymbol(data, group)]);
    }
    return text;
}

Result<SecretBytes> readRecoveryCode(const SecretBytes& typed)
{
    SecretBytes symbols(kSymbols);
    std::size_t count = 0;
    for (const char c : typed.view()) {
        if (c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '\r')
            continue;
        const auto symbol = symbolOf(c);
        const auto where = "group " + std::to_string(count / (kGroupData + 1) + 1);
        if (count == kSymbols)
            return fail(Errc::invalidInput, "too long");
        if (!symbol)
            return fail(Errc::invalidInput, where);
        symbols.data()[count++] = static_cast<std::uint8_t>(*symbol);
    }
    if (count < kSymbols)
        return fail(Errc::invalidInput, "too short: group " + std::to_string(count / (kGroupData + 1) + 1));
    SecretBytes code(kRecoveryCodeBytes);
    for (std::size_t group = 0; group < kGroups; ++group) {
        std::array<unsigned, kGroupData> data{};
        for (std::size_t i = 0; i < kGroupData; ++i) {
            data[i] = symbols.data()[group * (kGroupData + 1) + i];
            for (unsigned b = 0; b < 5; ++b) {
                const std::size_t bit = (group * kGroupData + i) * 5 + b;
                if (data[i] & (16U >> b))
                    code.data()[bit / 8] = static_cast<std::uint8_t>(code.data()[bit / 8] | (0x80U >> (bit % 8)));
            }
        }
        if (symbols.data()[group * (kGroupData + 1) + kGroupData] != checkSymbol(data, group))
            return fail(Errc::invalidInput, "group " + std::to_string(group + 1));
    }
    return code;
}

} // namespace lianxin::vault
