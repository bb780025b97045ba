// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/household_numbers.hpp"

#include "sync/server/epoch.hpp"
#include "sync/server/system_sources.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {
constexpr std::size_t kVillageDigits = 12;
constexpr std::size_t kNumberDigits = 19;
constexpr std::int64_t kMostPerYear = 9999;

std::string padded(std::int64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}
} // namespace

char checkDigit(std::string_view digits)
{
    int product = 10;
    for (const char c : digits) {
        int sum = (product + (c - '0')) % 10;
        if (sum == 0)
            sum = 10;
        product = (sum * 2) % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

bool isHouseholdNumber(std::string_view text)
{
    return text.size() == kNumberDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           checkDigit(text.substr(0, kNumberDigits - 1)) == text.back();
}

Result<std::string> HouseholdNumbers::next(const PartitionId& village, Millis now)
{
    const auto area = village.area();
    if (area.size() != kVillageDigits)
        return std::string{};
    const auto year = civilYear(now) % 100;
    LIANXIN_TRY(const auto floor, householdNumberFloor(m_database, now));
    LIANXIN_TRY(auto query,
                m_database.statement("INSERT INTO household_number(village, year, last) VALUES(?1, ?2, ?3 + 1)"
                                     " ON CONFLICT(village, year) DO UPDATE SET last = last + 1 RETURNING last"));
    query.bindText(1, area).bindInt(2, year).bindInt(3, floor);
    LIANXIN_TRY(const auto there, query.step());
    const auto number = there ? query.intAt(0) : kMostPerYear + 1;
    LIANXIN_CHECK(query.run());
    if (number > kMostPerYear)
        return std::string{};
    auto text = std::string(area) + padded(year, 2) + padded(number, 4);
    text.push_back(checkDigit(text));
    return text;
}

const Field* numberField(const RecordType& type)
{
    const auto given = std::ranges::find_if(type.fields, [](const Field& field) {
        return field.readOnly && field.format == TextFormat::householdNumber && field.group == 0;
    });
    return given == type.fields.end() ? nullptr : &*given;
}

} // namespace lianxin::server
