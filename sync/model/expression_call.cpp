// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_function.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace lianxin {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int64_t kFirstDay = -719162; // 0001-01-01
constexpr std::int64_t kLastDay = 2932896;  // 9999-12-31
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

Day dayAt(std::int64_t number) { return Day(sys_days(days(static_cast<int>(number)))); }

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

// The arguments of one call, as their kinds; what is missing or of another kind reads as nullopt.
class Arguments {
public:
    Arguments(std::span<const Datum> data, Trouble& trouble) : m_data(data), m_trouble(trouble) {}

    [[nodiscard]] bool has(std::size_t index) const { return index < m_data.size() && !isNull(m_data[index]); }
    [[nodiscard]] const Datum& at(std::size_t index) const { return m_data[index]; }

    std::optional<std::int64_t> integer(std::size_t index) { return get<std::int64_t>(index); }
    std::optional<PartialDate> date(std::size_t index) { return get<PartialDate>(index); }

    // Days since 1970 of a date (its first day) or of a timestamp in China.
    std::optional<PartialDate> anyDate(std::size_t index)
    {
        if (!has(index))
            return std::nullopt;
        const auto* moment = std::get_if<Moment>(&m_data[index]);
        if (moment == nullptr)
            return date(index);
        if (moment->ms / kDayMs > kFirstDay && moment->ms / kDayMs < kLastDay)
            return PartialDate::of(dayInChina(moment->ms));
        noteTrouble(m_trouble, Trouble::dateOutOfRange);
        return std::nullopt;
    }

    const std::string* text(std::size_t index)
    {
        if (!has(index))
            return nullptr;
        const auto* text = std::get_if<std::string>(&m_data[index]);
        if (text == nullptr)
            noteTrouble(m_trouble, Trouble::wrongKind);
        return text;
    }

private:
    template <typename T> std::optional<T> get(std::size_t index)
    {
        if (!has(index))
            return std::nullopt;
        if (const auto* found = std::get_if<T>(&m_data[index]))
            return *found;
        noteTrouble(m_trouble, Trouble::wrongKind);
        return std::nullopt;
    }

    std::span<const Datum> m_data;
    Trouble& m_trouble;
};

Datum dateAt(std::int64_t number, Trouble& trouble)
{
    if (number >= kFirstDay && number <= kLastDay)
        return PartialDate{number, PartialDate::Precision::day};
    noteTrouble(trouble, Trouble::dateOutOfRange);
    return {};
}

Datum addMonthsTo(std::int64_t first, std::int64_t count, Trouble& trouble)
{
    constexpr std::int64_t kMost = 12LL * 10000;
    if (count < -kMost || count > kMost)
        return dateAt(kLastDay + 1, trouble);
    const Day from = dayAt(first);
    const auto months =
        static_cast<std::int64_t>(static_cast<int>(from.year())) * 12 + static_cast<unsigned>(from.month()) - 1 + count;
    if (months < 12 || months >= 12LL * 10000)
        return dateAt(kLastDay + 1, trouble);
    const auto target =
        std::chrono::year(static_cast<int>(months / 12)) / std::chrono::month(static_cast<unsigned>(months % 12) + 1);
    const Day last(sys_days(target / std::chrono::last));
    const Day result = target / std::min(from.day(), last.day()); // 31 January and a month: the last of February
    return PartialDate::of(result);
}

// Whole years between two days; somebody born on 29 February is a year older on 1 March of a common year.
Datum ageOf(std::int64_t birth, std::int64_t on)
{
    if (on < birth)
        return {};
    const Day from = dayAt(birth);
    const Day to = dayAt(on);
    const auto years = static_cast<std::int64_t>(static_cast<int>(to.year()) - static_cast<int>(from.year()));
    const bool before = to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return years - (before ? 1 : 0);
}

std::string plainText(const Datum& datum)
{
    switch (kindOf(datum)) {
    case DatumKind::text: return std::get<std::string>(datum);
    case DatumKind::date: return std::get<PartialDate>(datum).text();
    case DatumKind::none:
    case DatumKind::place: return {};
    default: return valueOf(datum).canonical();
    }
}

Datum concatenated(std::span<const Datum> arguments, Trouble& trouble)
{
    std::string all;
    for (const auto& part : arguments)
        if (all.size() <= kMaxExpressionText)
            all += plainText(part);
    if (all.size() > kMaxExpressionText) {
        noteTrouble(trouble, Trouble::tooLong);
        return {};
    }
    return all.empty() ? Datum{} : Datum{std::move(all)};
}

// Characters from the 1-based position `from`, at most `count`.
Datum substrOf(const std::string& text, std::int64_t from, std::int64_t count)
{
    std::string part;
    std::int64_t position = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        position += isContinuation(text[i]) ? 0 : 1;
        if (position >= from && (position - from < count))
            part += text[i];
    }
    return part.empty() ? Datum{} : Datum{std::move(part)};
}

Datum numberOf(const Datum& datum)
{
    if (std::holds_alternative<std::int64_t>(datum))
        return datum;
    if (const auto* flag = std::get_if<bool>(&datum))
        return std::int64_t{*flag ? 1 : 0};
    const auto* text = std::get_if<std::string>(&datum);
    if (text == nullptr)
        return {};
    std::int64_t number = 0;
    const auto* const end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, number);
    return error == std::errc() && rest == end ? Datum{number} : Datum{};
}

Datum isSetOf(const Datum& datum)
{
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&datum))
        return !numbers->empty();
    if (const auto* texts = std::get_if<std::vector<std::string>>(&datum))
        return !texts->empty();
    return !isNull(datum);
}

Datum countOf(const Datum& datum)
{
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&datum))
        return static_cast<std::int64_t>(numbers->size());
    if (const auto* texts = std::get_if<std::vector<std::string>>(&datum))
        return static_cast<std::int64_t>(texts->size());
    return {};
}

Datum callText(ExpressionFunction function, Arguments& given)
{
    const auto* text = given.text(0);
    if (text == nullptr)
        return {};
    if (function == ExpressionFunction::length)
        return static_cast<std::int64_t>(
            std::count_if(text->begin(), text->end(), [](char c) { return !isContinuation(c); }));
    if (function == ExpressionFunction::isDigits)
        return std::all_of(text->begin(), text->end(), [](char c) { return c >= '0' && c <= '9'; });
    if (function == ExpressionFunction::substr) {
        const auto from = given.integer(1);
        const auto count =
            given.has(2) ? given.integer(2) : std::optional<std::int64_t>(static_cast<std::int64_t>(text->size()));
        return from && count ? substrOf(*text, std::max<std::int64_t>(*from, 1), *count) : Datum{};
    }
    const auto* other = given.text(1);
    if (other == nullptr)
        return {};
    if (function == ExpressionFunction::startsWith)
        return text->starts_with(*other);
    if (function == ExpressionFunction::endsWith)
        return text->ends_with(*other);
    if (function == ExpressionFunction::contains)
        return text->find(*other) != std::string::npos;
    return likes(*text, *other);
}

Datum callDate(ExpressionFunction function, Arguments& given, const EvaluationMoment& moment, Trouble& trouble)
{
    if (function == ExpressionFunction::daysBetween) {
        const auto from = given.anyDate(0);
        const auto to = given.anyDate(1);
        return from && to ? Datum{to->first - from->first} : Datum{};
    }
    const auto date = given.anyDate(0);
    if (!date)
        return {};
    const Day day = dayAt(date->first);
    switch (function) {
    case ExpressionFunction::year: return static_cast<std::int64_t>(static_cast<int>(day.year()));
    case ExpressionFunction::month:
        return date->precision == PartialDate::Precision::year
                   ? Datum{}
                   : Datum{static_cast<std::int64_t>(static_cast<unsigned>(day.month()))};
    case ExpressionFunction::day:
        return date->precision != PartialDate::Precision::day
                   ? Datum{}
                   : Datum{static_cast<std::int64_t>(static_cast<unsigned>(day.day()))};
    case ExpressionFunction::ageInYears: {
        const auto on = given.has(1) ? given.date(1)
                        : moment.now ? std::optional(PartialDate::of(dayInChina(*moment.now)))
                                     : std::nullopt;
        return on ? ageOf(date->first, on->first) : Datum{};
    }
    default: break;
    }
    const auto count = given.integer(1);
    if (!count)
        return {};
    if (function == ExpressionFunction::addMonths)
        return addMonthsTo(date->first, *count, trouble);
    std::int64_t sum = 0;
    return dateAt(__builtin_add_overflow(date->first, *count, &sum) ? kLastDay + 1 : sum, trouble);
}

Datum callNumber(ExpressionFunction function, Arguments& given, Trouble& trouble)
{
    const auto first = given.integer(0);
    if (!first)
        return {};
    if (function == ExpressionFunction::absolute)
        return *first < 0 ? subtractChecked(0, *first, trouble) : Datum{*first};
    const auto second = given.integer(1);
    if (!second)
        return {};
    if (function == ExpressionFunction::roundDiv)
        return mulDiv(*first, 1, *second, trouble);
    const auto third = given.integer(2);
    return third ? mulDiv(*first, *second, *third, trouble) : Datum{};
}

Datum dateFrom(Arguments& given)
{
    if (!given.has(0))
        return {};
    if (const auto* text = std::get_if<std::string>(&given.at(0))) {
        const auto date = PartialDate::parse(*text);
        return date ? Datum{*date} : Datum{};
    }
    const auto date = given.anyDate(0);
    return date ? Datum{*date} : Datum{};
}

} // namespace

Datum callFunction(ExpressionFunction function, std::span<const Datum> arguments, const EvaluationMoment& moment,
                   Trouble& trouble)
{
    using F = ExpressionFunction;
    Arguments given(arguments, trouble);
    switch (function) {
    case F::isSet: return isSetOf(arguments[0]);
    case F::countSelected: return countOf(arguments[0]);
    case F::concat: return concatenated(arguments, trouble);
    case F::text: {
        auto text = plainText(arguments[0]);
        return text.empty() ? Datum{} : Datum{std::move(text)};
    }
    case F::number: return numberOf(arguments[0]);
    case F::today: return moment.now ? Datum{PartialDate::of(dayInChina(*moment.now))} : Datum{};
    case F::now: return moment.now ? Datum{Moment{*moment.now}} : Datum{};
    case F::date: return dateFrom(given);
    case F::timestamp: {
        const auto ms = given.integer(0);
        return ms ? Datum{Moment{*ms}} : Datum{};
    }
    case F::absolute:
    case F::mulDiv:
    case F::roundDiv: return callNumber(function, given, trouble);
    case F::length:
    case F::substr:
    case F::startsWith:
    case F::endsWith:
    case F::contains:
    case F::like:
    case F::isDigits: return callText(function, given);
    case F::daysBetween:
    case F::addDays:
    case F::addMonths:
    case F::ageInYears:
    case F::year:
    case F::month:
    case F::day: return callDate(function, given, moment, trouble);
    default: return {}; // those over rows and those that choose are the evaluator's
    }
}

} // namespace lianxin
