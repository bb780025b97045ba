// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/lunar.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <charconv>
#include <cstdio>

namespace lianxin {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kFirstYear = 1930;
constexpr Day kDayZero{std::chrono::year(1930), std::chrono::January,
                       std::chrono::day(30)}; // 1930, first month, first day

// Computed from new moons (Meeus, chapter 49) and solar longitudes at UTC+8, GB/T 33661-2017; ends where a new moon falls
// within a minute of midnight. Bit 16: the leap month has 30 days; bits 15..4: months 1..12 have 30; bits 3..0: leap month.
constexpr std::array<std::uint32_t, 127> kYears = {
    0x06566, 0x0d4a0, 0x0ea50, 0x16a95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7, 0x0c950, // 1930
    0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2, 0x0a950, 0x0b557, // 1940
    0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573, 0x052b0, 0x0a9a8, 0x0e950, 0x06aa0, // 1950
    0x0aea6, 0x0ab50, 0x04b60, 0x0aae4, 0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57, 0x056a0, // 1960
    0x096d0, 0x04dd5, 0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0, 0x195a6, // 1970
    0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46, 0x0ab60, 0x09570, // 1980
    0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58, 0x05ac0, 0x0ab60, 0x096d5, 0x092e0, // 1990
    0x0c960, 0x0d954, 0x0d4a0, 0x0da50, 0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0, 0x0cab5, // 2000
    0x0a950, 0x0b4a0, 0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0, 0x0a930, // 2010
    0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, // 2020
    0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, // 2030
    0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0, // 2040
    0x14b63, 0x09370, 0x049f8, 0x04970, 0x064b0, 0x168a6, 0x0ea50,                            // 2050
};
constexpr int kLastYear = kFirstYear + static_cast<int>(kYears.size()) - 1;

// 0 outside the table: then no month has a length and every answer is "not known".
std::uint32_t yearBits(int lunarYear)
{
    return lunarYear < kFirstYear || lunarYear > kLastYear ? 0
                                                           : kYears[static_cast<std::size_t>(lunarYear - kFirstYear)];
}

// Visits the months of a year in order until `stop(month, leap, length)` says so.
template <typename Stop> void walkMonths(int lunarYear, Stop stop)
{
    for (int month = 1; month <= 12; ++month) {
        if (stop(month, false, lunarMonthLength(lunarYear, month, false)))
            return;
        if (month == leapMonthOf(lunarYear) && stop(month, true, lunarMonthLength(lunarYear, month, true)))
            return;
    }
}

int yearLength(int lunarYear)
{
    int total = 0;
    walkMonths(lunarYear, [&](int, bool, int length) {
        total += length;
        return false;
    });
    return total;
}

const std::array<sys_days, kYears.size()>& newYears()
{
    static const auto starts = [] {
        std::array<sys_days, kYears.size()> result{};
        sys_days start = kDayZero;
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = start;
            start += days(yearLength(kFirstYear + static_cast<int>(i)));
        }
        return result;
    }();
    return starts;
}

int numberAt(std::string_view text, std::size_t from, std::size_t count)
{
    int number = -1;
    const char* const first = text.data() + from;
    if (first[0] < '0' || first[0] > '9')
        return -1;
    const auto [rest, error] = std::from_chars(first, first + count, number);
    return error == std::errc() && rest == first + count ? number : -1;
}

std::int64_t numberIn(const boost::json::object& data, std::string_view key)
{
    const auto* value = data.if_contains(boost::json::string_view(key.data(), key.size()));
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

std::string_view textIn(const boost::json::object& data, std::string_view key)
{
    const auto* value = data.if_contains(boost::json::string_view(key.data(), key.size()));
    return value != nullptr && value->is_string()
               ? std::string_view(value->get_string().data(), value->get_string().size())
               : std::string_view();
}

std::optional<Day> tableDay(const boost::json::object& data, int year)
{
    const auto* table = data.if_contains("dates");
    if (table == nullptr || !table->is_object())
        return std::nullopt;
    const auto date = textIn(table->get_object(), std::to_string(year));
    return date.empty() ? std::nullopt : parseDay(std::to_string(year) + "-" + std::string(date));
}

} // namespace

std::optional<Day> parseDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int year = numberAt(text, 0, 4);
    const int month = numberAt(text, 5, 2);
    const int day = numberAt(text, 8, 2);
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const Day result{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                     std::chrono::day(static_cast<unsigned>(day))};
    return result.ok() ? std::optional(result) : std::nullopt;
}

std::string dayText(Day day)
{
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

Day addDays(Day day, int count) { return sys_days(day) + days(count); }

int daysBetween(Day from, Day to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

Day dayInChina(Millis at)
{
    const auto local =
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(at)) + std::chrono::hours(8);
    return std::chrono::floor<days>(local);
}

Millis startOfDayInChina(Day day)
{
    const auto utc = sys_days(day) - std::chrono::hours(8);
    return std::chrono::duration_cast<std::chrono::milliseconds>(utc.time_since_epoch()).count();
}

int leapMonthOf(int lunarYear) { return static_cast<int>(yearBits(lunarYear) & 15U); }

int lunarMonthLength(int lunarYear, int month, bool leap)
{
    const auto bits = yearBits(lunarYear);
    if (bits == 0 || month < 1 || month > 12 || (leap && leapMonthOf(lunarYear) != month))
        return 0;
    const unsigned bit = leap ? 16U : 16U - static_cast<unsigned>(month);
    return (bits >> bit & 1U) != 0 ? 30 : 29;
}

std::optional<LunarDate> lunarOf(Day day)
{
    const auto& starts = newYears();
    const sys_days wanted = day;
    if (!day.ok() || wanted < starts.front())
        return std::nullopt;
    std::size_t index = starts.size() - 1;
    while (starts[index] > wanted)
        --index;
    const int year = kFirstYear + static_cast<int>(index);
    auto left = static_cast<int>((wanted - starts[index]).count());
    std::optional<LunarDate> result;
    walkMonths(year, [&](int month, bool leap, int length) {
        if (left < length) {
            result = LunarDate{year, month, left + 1, leap};
            return true;
        }
        left -= length;
        return false;
    });
    return result;
}

std::optional<Day> civilOf(const LunarDate& date)
{
    const int length = lunarMonthLength(date.year, date.month, date.leap);
    if (date.day < 1 || date.day > length)
        return std::nullopt;
    int before = date.day - 1;
    walkMonths(date.year, [&](int month, bool leap, int monthLength) {
        if (month == date.month && leap == date.leap)
            return true;
        before += monthLength;
        return false;
    });
    return Day(newYears()[static_cast<std::size_t>(date.year - kFirstYear)] + days(before));
}

std::optional<Day> lunarOccurrence(int lunarYear, int month, int day, bool leap, LeapPolicy policy)
{
    const bool useLeap = leap && policy == LeapPolicy::preferLeap && leapMonthOf(lunarYear) == month;
    const int length = lunarMonthLength(lunarYear, month, useLeap);
    return civilOf({lunarYear, month, std::min(day, length), useLeap});
}

Day solarOccurrence(int year, unsigned month, unsigned day)
{
    const Day wanted{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return wanted.ok() ? wanted : Day(wanted.year() / wanted.month() / std::chrono::last);
}

std::optional<Day> nextLunarOccurrence(Day from, int month, int day, bool leap, LeapPolicy policy)
{
    // The lunar year in force may have begun in the civil year before.
    for (int year = static_cast<int>(from.year()) - 1; year <= static_cast<int>(from.year()) + 1; ++year)
        if (const auto found = lunarOccurrence(year, month, day, leap, policy); found && *found >= from)
            return found;
    return std::nullopt;
}

Day nextSolarOccurrence(Day from, unsigned month, unsigned day)
{
    const auto here = solarOccurrence(static_cast<int>(from.year()), month, day);
    return here >= from ? here : solarOccurrence(static_cast<int>(from.year()) + 1, month, day);
}

std::optional<Day> festivalDay(const Code& festival, int year)
{
    const auto& data = festival.data;
    const auto rule = textIn(data, "rule");
    const auto month = static_cast<int>(numberIn(data, "month"));
    const auto day = static_cast<int>(numberIn(data, "day"));
    if (rule == "solar")
        return solarOccurrence(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (rule == "table")
        return tableDay(data, year);
    if (rule == "weekday") {
        const std::chrono::weekday weekday(static_cast<unsigned>(numberIn(data, "weekday")));
        return Day(std::chrono::year(year) / month / weekday[static_cast<unsigned>(numberIn(data, "week"))]);
    }
    if (rule != "lunar")
        return std::nullopt;
    const auto offset = static_cast<int>(numberIn(data, "offset"));
    // Days near the end of a lunar year lie in the civil year that follows it.
    for (int lunarYear = year - 1; lunarYear <= year; ++lunarYear)
        if (auto found = lunarOccurrence(lunarYear, month, day, false, LeapPolicy::regular); found) {
            const auto shifted = addDays(*found, offset);
            if (static_cast<int>(shifted.year()) == year)
                return shifted;
        }
    return std::nullopt;
}

} // namespace lianxin
