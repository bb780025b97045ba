// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/stream.hpp"
#include "sync/model/lunar.hpp"

#include <optional>

namespace lianxin::data {

// Days and hours at which things happen (domain.md 8.4): months have weights, the weeks around Spring Festival follow the moon, weekends
// are quiet, nobody is visited at noon.
class Season {
public:
    Season(Day from, Day to) : m_from(from), m_days(daysBetween(from, to)) {} // the last day is not part of it
    [[nodiscard]] bool isEmpty() const { return m_days <= 0; }
    [[nodiscard]] double years() const { return m_days <= 0 ? 0.0 : m_days / 365.25; }

    [[nodiscard]] Day contactDay(Stream& stream) const;
    struct Festival {
        int code{0}; // code list festival
        Day day;     // of the visit, inside the festival's window
    };
    [[nodiscard]] std::optional<Festival> festivalVisit(Stream& stream) const; // none: this year's lies outside
    // More often around festivals and `anniversary`, in the typhoon months, and for illness in winter.
    [[nodiscard]] Day emergencyDay(Stream& stream, bool illness, std::optional<Day> anniversary) const;

    [[nodiscard]] static Millis officeHour(Stream& stream, Day day);
    // When it is written down: 70 % the same day, 25 % within three days, the rest later; never at or after `end`.
    [[nodiscard]] static Millis writtenAt(Stream& stream, Millis happened, Millis end);

private:
    [[nodiscard]] Day anyDay(Stream& stream) const
    {
        return addDays(m_from, static_cast<int>(stream.below(static_cast<std::uint64_t>(m_days))));
    }
    [[nodiscard]] bool holds(Day day) const;

    Day m_from;
    int m_days;
};

} // namespace lianxin::data
