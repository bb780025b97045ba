// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets.hpp"

#include "sync/model/expression_scope.hpp"

// The record of which EXPRESSIONS.md speaks.
namespace lianxin::test {

inline constexpr Millis kNoon = 1'795'752'000'000; // 2026-11-27 12:00 in China

inline EvaluationMoment worldMoment() { return {kNoon}; }

inline FieldScope worldScope()
{
    using K = DatumKind;
    FieldScope scope;
    std::uint32_t number = 10;
    for (const auto& [name, kind] : std::initializer_list<std::pair<const char*, K>>{{"mood", K::integer},
                                                                                     {"amount", K::integer},
                                                                                     {"nights", K::integer},
                                                                                     {"nothing", K::integer},
                                                                                     {"note", K::text},
                                                                                     {"phone", K::text},
                                                                                     {"blank", K::text},
                                                                                     {"helped", K::boolean},
                                                                                     {"asked", K::boolean},
                                                                                     {"birth", K::date},
                                                                                     {"lost", K::date},
                                                                                     {"since", K::date},
                                                                                     {"visited", K::timestamp},
                                                                                     {"wishes", K::integerSet},
                                                                                     {"none_yet", K::integerSet},
                                                                                     {"where_at", K::place},
                                                                                     {"in", K::integer}})
        scope.fields.emplace(name, FieldScope::Entry{number++, kind});
    scope.parent.emplace("town", FieldScope::Entry{10, K::integer});
    scope.rows.emplace("gift", FieldScope::Rows{90, {{"kind", {10, K::integer}}, {"price", {11, K::integer}}}});
    scope.rows.emplace("pill", FieldScope::Rows{91, {{"dose", {10, K::integer}}}});
    return scope;
}

inline FieldValues worldValues()
{
    FieldValues values;
    const auto scope = worldScope();
    const auto put = [&](const char* name, const char* canonical) {
        values[scope.fields.at(name).number] = Value::fromTrusted(canonical);
    };
    put("mood", "3");
    put("amount", "12345");
    put("nights", "7");
    put("note", "\"你好 ok\"");
    put("phone", "\"19900001234\"");
    put("helped", "true");
    put("birth", "\"1960-05-20\"");
    put("lost", "\"2003\"");
    put("since", "\"2026-11\"");
    put("visited", "1795743000000");
    put("wishes", "[1,4]");
    put("where_at", "[2608,11930]");
    return values;
}

inline RecordSource worldSource()
{
    static const FieldValues own = worldValues();
    static const FieldValues parent{{10, Value::fromInt(5)}};
    static const RowValues rows{{90,
                                 {{{10, Value::fromInt(1)}, {11, Value::fromInt(1000)}},
                                  {{10, Value::fromInt(2)}, {11, Value::fromInt(250)}},
                                  {{10, Value::fromInt(1)}}}}};
    return RecordSource(own, &rows, &parent);
}

inline Result<BoundExpression> bindText(const std::string& text)
{
    LIANXIN_TRY(const auto expression, Expression::parse(text));
    return BoundExpression::bind(expression, worldScope());
}

inline Evaluation evaluate(const BoundExpression& bound) { return bound.evaluate(worldSource(), worldMoment()); }

// As the document writes answers.
inline std::string answerText(const Datum& datum)
{
    switch (kindOf(datum)) {
    case DatumKind::none: return "null";
    case DatumKind::place: return "place";
    case DatumKind::text: return "'" + std::get<std::string>(datum) + "'";
    case DatumKind::date: return "date('" + std::get<PartialDate>(datum).text() + "')";
    case DatumKind::integerSet: {
        std::string text;
        for (const auto number : std::get<std::vector<std::int64_t>>(datum))
            text += (text.empty() ? "" : ", ") + std::to_string(number);
        return "{" + text + "}";
    }
    default: return valueOf(datum).canonical();
    }
}

inline std::string answerOf(const std::string& text)
{
    const auto bound = bindText(text);
    return bound ? answerText(evaluate(*bound).value) : "REFUSED";
}

} // namespace lianxin::test
