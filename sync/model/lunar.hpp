// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/code_list.hpp"
#include "sync/model/ids.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

// The Chinese calendar from our own table (lunar years 1930 to 2056): system libraries are wrong about Spring Festival of
// 2027 and 2030. Tablet and server must agree on every day, so nothing here reads a clock, a zone file or a locale.
namespace lianxin {

using Day = std::chrono::year_month_day;

// "2026-11-23" and back; parseDay wants a whole, existing date.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);
[[nodiscard]] std::string dayText(Day day);
[[nodiscard]] Day addDays(Day day, int days);
[[nodiscard]] int daysBetween(Day from, Day to); // to - from
// Civil dates are Asia/Shanghai, which has been UTC+8 without summer time since 1991 (D8).
[[nodiscard]] Day dayInChina(Millis at);
[[nodiscard]] Millis startOfDayInChina(Day day);

struct LunarDate {
    int year{0}; // the civil year in which this lunar year begins
    int month{0};
    int day{0};
    bool leap{false};
    bool operator==(const LunarDate&) const = default;
};

[[nodiscard]] std::optional<LunarDate> lunarOf(Day day); // nullopt outside the table
[[nodiscard]] std::optional<Day> civilOf(const LunarDate& date);
[[nodiscard]] int leapMonthOf(int lunarYear);                            // 0 = none
[[nodiscard]] int lunarMonthLength(int lunarYear, int month, bool leap); // 29, 30; 0 = no such month

// A yearly day of a person. Leap-born: the regular month, unless the family prefers the leap month where there is one;
// the thirtieth in a month of 29 days is the 29th (domain 3.3).
enum class LeapPolicy { regular, preferLeap };
[[nodiscard]] std::optional<Day> lunarOccurrence(int lunarYear, int month, int day, bool leap, LeapPolicy policy);
// 29 February is the 28th in common years.
[[nodiscard]] Day solarOccurrence(int year, unsigned month, unsigned day);
// First occurrence on or after `from`.
[[nodiscard]] std::optional<Day> nextLunarOccurrence(Day from, int month, int day, bool leap, LeapPolicy policy);
[[nodiscard]] Day nextSolarOccurrence(Day from, unsigned month, unsigned day);

// The day of a festival in a civil year, from the date rule in the code's data (SCHEMA.md, "Festivals").
[[nodiscard]] std::optional<Day> festivalDay(const Code& festival, int year);

} // namespace lianxin
