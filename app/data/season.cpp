// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/season.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lianxin::data {

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kDay = 86'400'000;
// Ordinary days: the weeks of Spring Festival and the visits before other festivals come on top.
constexpr std::array<double, 12> kMonths = {1.2, 1.2, 0.7, 1.0, 0.8, 1.0, 0.8, 0.8, 1.2, 1.0, 0.6, 1.1};
constexpr double kSpring = 2.6;
constexpr double kWeekend = 0.2175; // of a weekday, so that 92 % of all contacts fall on weekdays

int yearOf(Day day) { return static_cast<int>(day.year()); }
unsigned monthOf(Day day) { return static_cast<unsigned>(day.month()); }

bool isWeekend(Day day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

// Days from a feast of that civil year to the day; far away when the table does not know it.
int daysAfterFeast(Day day, int month, int monthDay)
{
    const auto feast = civilOf({yearOf(day), month, monthDay, false});
    return feast ? daysBetween(*feast, day) : 10'000;
}

double weightOf(Day day)
{
    const int afterSpring = monthOf(day) <= 3 ? daysAfterFeast(day, 1, 1) : 10'000;
    const double month = afterSpring >= -21 && afterSpring <= 7 ? kSpring : kMonths.at(monthOf(day) - 1);
    return isWeekend(day) ? month * kWeekend : month;
}

bool nearFeast(Day day)
{
    constexpr int kNear = 10;
    const Day qingming{day.year(), std::chrono::April, std::chrono::day{5}};
    return std::abs(daysBetween(qingming, day)) <= kNear || std::abs(daysAfterFeast(day, 1, 1)) <= kNear ||
           std::abs(daysAfterFeast(day, 8, 15)) <= kNear;
}

bool nearAnniversary(Day day, const std::optional<Day>& anniversary)
{
    return anniversary && std::abs(daysBetween(solarOccurrence(yearOf(day), static_cast<unsigned>(anniversary->month()),
                                                               static_cast<unsigned>(anniversary->day())),
                                               day)) <= 10;
}

struct Window {
    int code, month, day, before, after;
};
// Visits before a festival: Spring Festival, Dragon Boat, Mid-Autumn, Double Ninth (domain.md 3.2).
constexpr std::array<Window, 4> kWindows{{{2, 1, 1, 21, 15}, {6, 5, 5, 7, 0}, {8, 8, 15, 10, 0}, {10, 9, 9, 7, 3}}};

} // namespace

bool Season::holds(Day day) const
{
    const int at = daysBetween(m_from, day);
    return at >= 0 && at < m_days;
}

Day Season::contactDay(Stream& stream) const
{
    for (;;)
        if (const auto day = anyDay(stream); stream.unit() * kSpring < weightOf(day))
            return day;
}

std::optional<Season::Festival> Season::festivalVisit(Stream& stream) const
{
    const auto& window = kWindows.at(stream.weighted({0.4, 0.15, 0.3, 0.15}));
    const auto near = anyDay(stream); // the festival of the year around any day, so that each year has its share
    const auto feast = civilOf({yearOf(near), window.month, window.day, false});
    if (!feast)
        return std::nullopt;
    for (int tries = 0; tries < 40; ++tries)
        if (const auto day = addDays(*feast, stream.range(-window.before, window.after));
            !isWeekend(day) || stream.chance(kWeekend))
            return holds(day) ? std::optional(Festival{window.code, day}) : std::nullopt;
    return std::nullopt;
}

Day Season::emergencyDay(Stream& stream, bool illness, std::optional<Day> anniversary) const
{
    constexpr double kMost = 1.6 * 1.5;
    for (;;) {
        const auto day = anyDay(stream);
        double weight = nearFeast(day) || nearAnniversary(day, anniversary) ? 1.6 : 1.0;
        if (monthOf(day) >= 7 && monthOf(day) <= 9)
            weight *= 1.5;
        else if (illness && (monthOf(day) == 12 || monthOf(day) <= 2))
            weight *= 1.3;
        if (stream.unit() * kMost < weight)
            return day;
    }
}

Millis Season::officeHour(Stream& stream, Day day)
{
    constexpr std::array<int, 3> kStart = {510, 870, 1110}; // 08:30, 14:30, 18:30
    constexpr std::array<std::uint64_t, 3> kLong = {180, 180, 120};
    const auto part = stream.weighted({0.60, 0.35, 0.05});
    return startOfDayInChina(day) + (kStart.at(part) + static_cast<Millis>(stream.below(kLong.at(part)))) * kMinute;
}

Millis Season::writtenAt(Stream& stream, Millis happened, Millis end)
{
    const auto midnight = startOfDayInChina(addDays(dayInChina(happened), 1));
    const auto part = stream.weighted({0.70, 0.25, 0.05});
    const auto sameDay = std::min(happened + static_cast<Millis>(10 + stream.below(200)) * kMinute, midnight - kMinute);
    const auto days = part == 1 ? stream.range(0, 2) : stream.range(3, 44);
    const auto later = midnight + days * kDay + static_cast<Millis>(480 + stream.below(600)) * kMinute;
    return std::min(part == 0 ? sameDay : later < end ? later : sameDay, end - kMinute);
}

} // namespace lianxin::data
