// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/datum.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace lianxin {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::int64_t dayNumber(Day date) { return sys_days(date).time_since_epoch().count(); }
Day dayAt(std::int64_t number) { return Day(sys_days(days(static_cast<int>(number)))); }

template <typename Element> void tidy(std::vector<Element>& elements)
{
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
}

// "[1,4,11]" as it is stored, without building a tree; nullopt for anything else.
std::optional<std::vector<std::int64_t>> numbersIn(std::string_view canonical)
{
    std::vector<std::int64_t> numbers;
    if (canonical.size() < 3 || canonical.front() != '[' || canonical.back() != ']')
        return std::nullopt;
    const char* at = canonical.data() + 1;
    const char* const end = canonical.data() + canonical.size() - 1;
    for (;; ++at) {
        std::int64_t number = 0;
        const auto [rest, error] = std::from_chars(at, end, number);
        if (error != std::errc() || (rest != end && *rest != ','))
            return std::nullopt;
        numbers.push_back(number);
        at = rest;
        if (at == end)
            return numbers;
    }
}

Datum setOf(DatumKind kind, const Value& value)
{
    if (auto numbers = numbersIn(value.canonical()); numbers && kind == DatumKind::integerSet) {
        tidy(*numbers);
        return std::move(*numbers);
    }
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;
    const auto json = value.json();
    if (const auto* array = json.if_array())
        for (const auto& element : *array) {
            if (element.is_int64())
                numbers.push_back(element.get_int64());
            else if (element.is_string())
                texts.emplace_back(element.get_string().data(), element.get_string().size());
        }
    if (kind == DatumKind::integerSet) {
        tidy(numbers);
        return numbers;
    }
    tidy(texts);
    return texts;
}

} // namespace

std::string_view datumKindName(DatumKind kind)
{
    constexpr std::array<std::string_view, 9> kNames = {"null",      "boolean",         "integer",      "text", "date",
                                                        "timestamp", "set of integers", "set of texts", "place"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::int64_t PartialDate::last() const
{
    const Day date = dayAt(first);
    if (precision == Precision::year)
        return dayNumber(date.year() / std::chrono::December / 31);
    if (precision == Precision::month)
        return dayNumber(Day(sys_days(date.year() / date.month() / std::chrono::last)));
    return first;
}

std::string PartialDate::text() const
{
    auto text = dayText(dayAt(first));
    text.resize(precision == Precision::year ? 4 : precision == Precision::month ? 7 : 10);
    return text;
}

std::optional<PartialDate> PartialDate::parse(std::string_view text)
{
    std::string whole(text);
    auto precision = Precision::day;
    if (text.size() == 4) {
        whole += "-01-01";
        precision = Precision::year;
    } else if (text.size() == 7) {
        whole += "-01";
        precision = Precision::month;
    }
    const auto date = parseDay(whole);
    if (!date || static_cast<int>(date->year()) < 1)
        return std::nullopt;
    return PartialDate{dayNumber(*date), precision};
}

PartialDate PartialDate::of(Day date) { return {dayNumber(date), Precision::day}; }

DatumKind kindOf(const Datum& datum)
{
    constexpr std::array<DatumKind, 9> kKinds = {DatumKind::none,       DatumKind::boolean, DatumKind::integer,
                                                 DatumKind::text,       DatumKind::date,    DatumKind::timestamp,
                                                 DatumKind::integerSet, DatumKind::textSet, DatumKind::place};
    return kKinds.at(datum.index());
}

Datum datumOf(DatumKind kind, const Value& value)
{
    switch (kind) {
    case DatumKind::boolean:
        if (const auto flag = value.asBool())
            return *flag;
        return {};
    case DatumKind::integer:
        if (const auto number = value.asInt())
            return *number;
        return {};
    case DatumKind::timestamp:
        if (const auto number = value.asInt())
            return Moment{*number};
        return {};
    case DatumKind::text:
        if (auto text = value.asText(); text && !text->empty())
            return std::move(*text);
        return {};
    case DatumKind::date:
        if (const auto text = value.asText())
            if (const auto date = PartialDate::parse(*text))
                return *date;
        return {};
    case DatumKind::integerSet:
    case DatumKind::textSet: return setOf(kind, value);
    case DatumKind::place: return value.isNull() ? Datum{} : Datum{PlaceMark{}};
    case DatumKind::none: break;
    }
    return {};
}

Value valueOf(const Datum& datum)
{
    switch (kindOf(datum)) {
    case DatumKind::boolean: return Value::fromBool(std::get<bool>(datum));
    case DatumKind::integer: return Value::fromInt(std::get<std::int64_t>(datum));
    case DatumKind::timestamp: return Value::fromInt(std::get<Moment>(datum).ms);
    case DatumKind::text:
        return std::get<std::string>(datum).empty() ? Value::null() : Value::fromText(std::get<std::string>(datum));
    case DatumKind::date: return Value::fromText(std::get<PartialDate>(datum).text());
    case DatumKind::integerSet:
    case DatumKind::textSet: {
        boost::json::array array;
        if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&datum))
            for (const auto number : *numbers)
                array.emplace_back(number);
        else
            for (const auto& text : std::get<std::vector<std::string>>(datum))
                array.emplace_back(text);
        return array.empty() ? Value::null() : Value::fromJson(array);
    }
    case DatumKind::place:
    case DatumKind::none: break;
    }
    return Value::null();
}

} // namespace lianxin
