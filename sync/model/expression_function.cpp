// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_function.hpp"

#include <algorithm>
#include <array>

namespace lianxin {

namespace {

using F = ExpressionFunction;
using K = DatumKind;

// In the order of the enumeration.
constexpr std::array<FunctionRow, 33> kFunctions = {{
    {"if", F::choose, "xxx", 3, false, K::none},
    {"coalesce", F::coalesce, "x", 1, true, K::none},
    {"is_set", F::isSet, "x", 1, false, K::boolean},
    {"count", F::count, "x", 1, false, K::integer},
    {"sum", F::sum, "x", 1, false, K::integer},
    {"min", F::least, "x", 1, true, K::none},
    {"max", F::greatest, "x", 1, true, K::none},
    {"abs", F::absolute, "i", 1, false, K::integer},
    {"mul_div", F::mulDiv, "iii", 3, false, K::integer},
    {"round_div", F::roundDiv, "ii", 2, false, K::integer},
    {"length", F::length, "t", 1, false, K::integer},
    {"substr", F::substr, "tii", 2, false, K::text},
    {"starts_with", F::startsWith, "tt", 2, false, K::boolean},
    {"ends_with", F::endsWith, "tt", 2, false, K::boolean},
    {"contains", F::contains, "tt", 2, false, K::boolean},
    {"like", F::like, "tt", 2, false, K::boolean},
    {"is_digits", F::isDigits, "t", 1, false, K::boolean},
    {"concat", F::concat, "x", 1, true, K::text},
    {"text", F::text, "x", 1, false, K::text},
    {"number", F::number, "x", 1, false, K::integer},
    {"today", F::today, "", 0, false, K::date},
    {"now", F::now, "", 0, false, K::timestamp},
    {"date", F::date, "x", 1, false, K::date},
    {"timestamp", F::timestamp, "i", 1, false, K::timestamp},
    {"days_between", F::daysBetween, "mm", 2, false, K::integer},
    {"add_days", F::addDays, "di", 2, false, K::date},
    {"add_months", F::addMonths, "di", 2, false, K::date},
    {"age_in_years", F::ageInYears, "dd", 1, false, K::integer},
    {"year", F::year, "m", 1, false, K::integer},
    {"month", F::month, "m", 1, false, K::integer},
    {"day", F::day, "m", 1, false, K::integer},
    {"selected", F::selected, "xx", 2, false, K::boolean},
    {"count_selected", F::countSelected, "s", 1, false, K::integer},
}};

__extension__ typedef __int128 Wide; // a product of two 64-bit numbers, for one step

Wide absoluteOf(Wide number) { return number < 0 ? -number : number; }

} // namespace

const FunctionRow* functionNamed(std::string_view name)
{
    const auto* found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [&](const FunctionRow& row) { return row.name == name; });
    return found == kFunctions.end() ? nullptr : found;
}

const FunctionRow& functionRow(ExpressionFunction function)
{
    return kFunctions.at(static_cast<std::size_t>(function));
}

std::span<const FunctionRow> allFunctions() { return kFunctions; }

std::string_view troubleName(Trouble trouble)
{
    constexpr std::array<std::string_view, 6> kNames = {
        "none", "overflow", "division by zero", "date out of range", "wrong kind", "too long"};
    return kNames.at(static_cast<std::size_t>(trouble));
}

void noteTrouble(Trouble& trouble, Trouble cause)
{
    if (trouble == Trouble::none)
        trouble = cause;
}

Datum addChecked(std::int64_t a, std::int64_t b, Trouble& trouble)
{
    std::int64_t result = 0;
    if (!__builtin_add_overflow(a, b, &result))
        return result;
    noteTrouble(trouble, Trouble::overflow);
    return {};
}

Datum subtractChecked(std::int64_t a, std::int64_t b, Trouble& trouble)
{
    std::int64_t result = 0;
    if (!__builtin_sub_overflow(a, b, &result))
        return result;
    noteTrouble(trouble, Trouble::overflow);
    return {};
}

Datum multiplyChecked(std::int64_t a, std::int64_t b, Trouble& trouble)
{
    std::int64_t result = 0;
    if (!__builtin_mul_overflow(a, b, &result))
        return result;
    noteTrouble(trouble, Trouble::overflow);
    return {};
}

Datum mulDiv(std::int64_t a, std::int64_t b, std::int64_t c, Trouble& trouble)
{
    if (c == 0) {
        noteTrouble(trouble, Trouble::divisionByZero);
        return {};
    }
    const Wide product = static_cast<Wide>(a) * b;
    Wide quotient = product / c;
    const Wide rest = absoluteOf(product % c);
    if (rest >= absoluteOf(c) - rest)
        quotient += (product < 0) == (c < 0) ? 1 : -1;
    const auto result = static_cast<std::int64_t>(quotient);
    if (static_cast<Wide>(result) == quotient)
        return result;
    noteTrouble(trouble, Trouble::overflow);
    return {};
}

bool likes(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '*' && i + 1 == pattern.size())
            return true;
        if (at == text.size())
            return false;
        const char c = text[at];
        bool fits = false;
        switch (pattern[i]) {
        case '#': fits = c >= '0' && c <= '9'; break;
        case '@': fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); break;
        case '?':
            fits = true;
            while (at + 1 < text.size() &&
                   (static_cast<unsigned char>(text[at + 1]) & 0xc0U) == 0x80U) // the rest of one character
                ++at;
            break;
        case '\\':
            if (i + 1 < pattern.size())
                ++i;
            [[fallthrough]];
        default: fits = c == pattern[i];
        }
        if (!fits)
            return false;
        ++at;
    }
    return at == text.size();
}

} // namespace lianxin
