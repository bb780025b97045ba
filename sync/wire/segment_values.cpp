// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/segment_values.hpp"

#include "sync/model/lunar.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace lianxin::wire {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 1440 * kMinute;
constexpr std::int64_t kMostMinutes = 5'000'000; // nine years either way; what is farther is as short in digits
constexpr std::int64_t kMostDays = 9'999;
constexpr std::size_t kIdText = 22;

// Strictly the text that std::to_string gives.
std::optional<std::int64_t> readNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || std::to_string(number) != text)
        return std::nullopt;
    return number;
}

// `"2026-03-09"` with its quotes, as days since 1970.
std::optional<std::int64_t> dayOf(std::string_view text)
{
    if (text.size() != 12 || text.front() != '"')
        return std::nullopt;
    const auto day = parseDay(text.substr(1, 10));
    return day ? std::optional(std::int64_t{std::chrono::sys_days(*day).time_since_epoch().count()}) : std::nullopt;
}

Error damaged(const char* what) { return fail(Errc::invalidInput, std::string("segment: ") + what); }

// Empty for a year without four digits.
std::string textOfDay(std::int64_t number)
{
    const Day day{std::chrono::sys_days(std::chrono::days(number))};
    const auto year = static_cast<int>(day.year());
    return year < 1 || year > 9999 ? std::string() : "\"" + dayText(day) + "\"";
}

} // namespace

void RowWords::nameFamily()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_family.size(); ++i)
        m_places.emplace(m_family[i].text(), i + 1);
}

std::int64_t RowWords::today() const { return static_cast<std::int64_t>(m_millis) / kDay; }

std::string RowWords::shorter(const std::string& canonical) const
{
    if (canonical.size() == kIdText + 2 && canonical.front() == '"') {
        const auto id = std::string_view(canonical).substr(1, kIdText);
        if (const auto place = m_places.find(id); place != m_places.end())
            return "@" + std::to_string(place->second);
        if (const auto user = UserId::parse(id)) {
            const auto found = std::lower_bound(m_users.begin(), m_users.end(), *user);
            if (found != m_users.end() && *found == *user)
                return "&" + std::to_string(found - m_users.begin());
        }
        return canonical;
    }
    if (const auto day = dayOf(canonical)) {
        const auto by = *day - today();
        return by < -kMostDays || by > kMostDays ? canonical : "^" + std::to_string(by);
    }
    if (canonical.size() < 12 || canonical.size() > 13)
        return canonical;
    const auto time = readNumber(canonical);
    if (!time || *time % kMinute != 0)
        return canonical;
    const auto by = *time / kMinute - static_cast<std::int64_t>(m_millis) / kMinute;
    return by < -kMostMinutes || by > kMostMinutes ? canonical : "~" + std::to_string(by);
}

std::string RowWords::shorterElement(const std::string& element) const
{
    const auto place = element.size() == kIdText ? m_places.find(element) : m_places.end();
    return place == m_places.end() ? element : "@" + std::to_string(place->second);
}

bool RowWords::isElement(std::string_view text)
{
    const auto place = readNumber(text.substr(1));
    return text == "@" || (text.starts_with('@') && place && *place >= 1 && *place <= 99'999);
}

Result<std::string> RowWords::element(std::string_view text) const
{
    const auto place = readNumber(text.substr(1));
    if (text.front() != '@' || !place || *place < 1 || *place > static_cast<std::int64_t>(m_family.size()))
        return damaged("a place outside the family");
    return m_family[static_cast<std::size_t>(*place) - 1].text();
}

Result<std::string> RowWords::value(std::string_view text) const
{
    if (text.front() == '@') {
        LIANXIN_TRY(const auto id, element(text));
        return "\"" + id + "\"";
    }
    const auto number = readNumber(text.substr(1));
    if (!number)
        return damaged("a short value that is none");
    if (text.front() == '&') {
        if (*number < 0 || *number >= static_cast<std::int64_t>(m_users.size()))
            return damaged("a user that is not there");
        return "\"" + m_users[static_cast<std::size_t>(*number)].text() + "\"";
    }
    if (text.front() == '~') {
        if (*number < -kMostMinutes || *number > kMostMinutes)
            return damaged("a time too far away");
        return std::to_string((static_cast<std::int64_t>(m_millis) / kMinute + *number) * kMinute);
    }
    if (*number < -kMostDays || *number > kMostDays)
        return damaged("a day too far away");
    auto day = textOfDay(today() + *number);
    return day.empty() ? damaged("a day of no year") : Result<std::string>(std::move(day));
}

} // namespace lianxin::wire
