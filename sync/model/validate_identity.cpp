// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/validate.hpp"

#include <algorithm>
#include <array>

namespace lianxin {

namespace {

constexpr int kOldestAge = 120;

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Full-width ASCII (U+FF01..FF5E) becomes half width, white space goes, letters become capitals. Other characters stay,
// so that look-alikes of other alphabets are seen and refused.
std::string halfWidth(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        char c = text[i];
        if (byte == 0xefU && i + 2 < text.size()) {
            const auto code = (0xfU << 12U) | ((static_cast<unsigned char>(text[i + 1]) & 0x3fU) << 6U) |
                              (static_cast<unsigned char>(text[i + 2]) & 0x3fU);
            if (code < 0xff01U || code > 0xff5eU) {
                out.append(text.substr(i, 3));
                i += 2;
                continue;
            }
            c = static_cast<char>(code - 0xfee0U);
            i += 2;
        } else if (text.substr(i, 3) == "\xe3\x80\x80") {
            i += 2;
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;
        out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return out;
}

char idCheckDigit(std::string_view first17)
{
    constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (first17[i] - '0') * kWeights[i];
    return "10X98765432"[static_cast<std::size_t>(sum % 11)];
}

} // namespace

IdNumberCheck checkIdNumber(std::string_view text, Day today)
{
    const auto folded = halfWidth(text);
    const bool old = folded.size() == 15;
    const auto number = normalIdNumber(text);
    IdNumberCheck check;
    const auto problem = [&](const char* why) {
        check.problem = why;
        return check;
    };
    // Counted in characters: a look-alike of another alphabet is a wrong character, not a wrong length.
    const auto characters = std::count_if(folded.begin(), folded.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    if (characters != 15 && characters != 18)
        return problem("id_length");
    if (number.size() != 18 || !allDigits(number.substr(0, 17)) || (number[17] != 'X' && !allDigits(number.substr(17))))
        return problem("id_character");
    if (number[17] != idCheckDigit(number))
        return problem("id_check");
    const auto birthText = number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2);
    const auto birth = parseDay(birthText);
    if (!birth || *birth > today)
        return problem("id_birth");
    if (birth->year() + std::chrono::years(kOldestAge) < today.year())
        return problem("id_age");
    check.id = {number, birthText, (number[16] - '0') % 2 == 1 ? 1 : 2, number.substr(0, 6), old};
    return check;
}

std::string normalIdNumber(std::string_view text)
{
    auto number = halfWidth(text);
    if (number.size() == 15 && allDigits(number)) {
        number.insert(6, "19");
        number.push_back(idCheckDigit(number));
    }
    return number;
}

std::string maskedIdNumber(std::string_view number)
{
    if (number.size() < 9)
        return std::string(number.size(), '*');
    return std::string(number.substr(0, 4)) + std::string(number.size() - 8, '*') +
           std::string(number.substr(number.size() - 4));
}

std::string normalPhone(std::string_view text)
{
    auto folded = halfWidth(text);
    std::erase_if(folded, [](char c) { return c == '-' || c == '(' || c == ')'; });
    for (const std::string_view country : {"+86", "0086", "86"})
        if (folded.starts_with(country) && folded.size() > country.size() + 9) {
            folded.erase(0, country.size());
            break;
        }
    return folded;
}

PhoneKind phoneKind(std::string_view number)
{
    if (!allDigits(number))
        return PhoneKind::unknown;
    constexpr std::array<std::string_view, 6> kService = {"110", "119", "120", "12345", "12356", "12320"};
    if (std::find(kService.begin(), kService.end(), number) != kService.end())
        return PhoneKind::service;
    if (number.size() == 11 && number[0] == '1' && number[1] >= '3')
        return PhoneKind::mobile;
    // Fujian: eight digits after 0591 Fuzhou and 0595 Quanzhou, seven after the others.
    if (number.starts_with("059") && number.size() > 4 && number[3] >= '1') {
        const std::size_t digits = number[3] == '1' || number[3] == '5' ? 8 : 7;
        return number.size() == 4 + digits ? PhoneKind::landline : PhoneKind::unknown;
    }
    return number.size() >= 3 && number.size() <= 6 ? PhoneKind::villageShort : PhoneKind::unknown;
}

bool isDisabilityCard(std::string_view text, Day today)
{
    const auto number = halfWidth(text);
    if (number.size() < 20 || number.size() > 22)
        return false;
    const bool suffix =
        number.size() == 20 || (number.size() == 22 && number[20] == 'B' && number[21] >= '0' && number[21] <= '9');
    return suffix && checkIdNumber(number.substr(0, 18), today).problem.empty() && number[18] >= '1' &&
           number[18] <= '7' && number[19] >= '1' && number[19] <= '4';
}

bool isCreditCode(std::string_view text)
{
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::array<std::size_t, 17> kWeights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    const auto code = halfWidth(text);
    if (code.size() != 18)
        return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        const auto digit = kAlphabet.find(code[i]);
        if (digit == std::string_view::npos)
            return false;
        sum += digit * kWeights[i];
    }
    return code[17] == kAlphabet[(31 - sum % 31) % 31];
}

char mod11_10Digit(std::string_view digits)
{
    int product = 10;
    for (const char c : digits) {
        int sum = (product + (c - '0')) % 10;
        if (sum == 0)
            sum = 10;
        product = sum * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

bool isHouseholdNumber(std::string_view text)
{
    return text.size() == 19 && allDigits(text) && mod11_10Digit(text.substr(0, 18)) == text[18];
}

} // namespace lianxin
