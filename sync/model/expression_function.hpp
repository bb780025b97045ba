// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/datum.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lianxin {

enum class ExpressionFunction : std::uint8_t {
    choose,
    coalesce,
    isSet,
    count,
    sum,
    least,
    greatest,
    absolute,
    mulDiv,
    roundDiv,
    length,
    substr,
    startsWith,
    endsWith,
    contains,
    like,
    isDigits,
    concat,
    text,
    number,
    today,
    now,
    date,
    timestamp,
    daysBetween,
    addDays,
    addMonths,
    ageInYears,
    year,
    month,
    day,
    selected,
    countSelected,
};

// One letter for each argument: i integer, t text, d date, m date or timestamp, s set, x anything; the last one repeats when variadic.
struct FunctionRow {
    std::string_view name;
    ExpressionFunction function;
    std::string_view parameters;
    std::uint8_t required{0};
    bool variadic{false};
    DatumKind result{DatumKind::none}; // none: follows from the arguments

    [[nodiscard]] bool overRows() const // takes rows.field and `where` when it has one argument
    {
        return function == ExpressionFunction::count || function == ExpressionFunction::sum ||
               function == ExpressionFunction::least || function == ExpressionFunction::greatest;
    }
};

[[nodiscard]] const FunctionRow* functionNamed(std::string_view name);
[[nodiscard]] const FunctionRow& functionRow(ExpressionFunction function);
[[nodiscard]] std::span<const FunctionRow> allFunctions();

// Why an answer is null although its inputs were there; for reports and tests, never shown to a worker.
enum class Trouble : std::uint8_t { none, overflow, divisionByZero, dateOutOfRange, wrongKind, tooLong };
[[nodiscard]] std::string_view troubleName(Trouble trouble);

struct EvaluationMoment {
    std::optional<Millis> now; // without it today() and now() are null
};

// Functions whose arguments are all computed first. `trouble` keeps the first cause.
[[nodiscard]] Datum callFunction(ExpressionFunction function, std::span<const Datum> arguments,
                                 const EvaluationMoment& moment, Trouble& trouble);
// + - * of 64-bit integers, half away from zero for mulDiv; what does not fit is null with its cause.
[[nodiscard]] Datum addChecked(std::int64_t a, std::int64_t b, Trouble& trouble);
[[nodiscard]] Datum subtractChecked(std::int64_t a, std::int64_t b, Trouble& trouble);
[[nodiscard]] Datum multiplyChecked(std::int64_t a, std::int64_t b, Trouble& trouble);
[[nodiscard]] Datum mulDiv(std::int64_t a, std::int64_t b, std::int64_t c, Trouble& trouble);
// Only '#' one digit, '@' one Latin letter, '?' any character, '*' at the end anything more, '\' the next one as it is.
[[nodiscard]] bool likes(std::string_view text, std::string_view pattern);

inline constexpr std::size_t kMaxExpressionText = 65536; // bytes that an expression can make
void noteTrouble(Trouble& trouble, Trouble cause);

} // namespace lianxin
