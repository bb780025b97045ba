// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_scope.hpp"
#include "tests/fuzz/fuzz_target.hpp"

namespace {

using namespace lianxin;

FieldScope scope()
{
    using K = DatumKind;
    FieldScope scope;
    scope.fields = {{"a", {1, K::integer}}, {"b", {2, K::boolean}},    {"t", {3, K::text}},
                    {"d", {4, K::date}},    {"s", {5, K::integerSet}}, {"m", {6, K::timestamp}}};
    scope.rows.emplace("r", FieldScope::Rows{9, {{"a", {1, K::integer}}, {"t", {3, K::text}}}});
    return scope;
}

const FieldValues kValues{{1, Value::fromInt(9223372036854775807)}, {2, Value::fromBool(true)},
                          {3, Value::fromText("你好 42")},          {4, Value::fromText("2026-02")},
                          {5, Value::fromTrusted("[1,2]")},         {6, Value::fromInt(-9223372036854775807 - 1)}};
const RowValues kRows{{9, {kValues, kValues, {}}}};

} // namespace

// What parses has one canonical text, which parses to itself; what binds gives an answer of the kind it promised, or null.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto parsed = Expression::parse(bytes);
    if (!parsed) {
        promise(parsed.error().detail.starts_with("at "), "a refusal says where");
        return false;
    }
    const auto text = parsed->text();
    const auto again = Expression::parse(text);
    // Quotes, brackets and ${} can make the canonical text longer than the limit.
    promise(again.has_value() || text.size() > kMaxExpressionBytes, "canonical text parses");
    promise(!again || again->text() == text, "canonical text is canonical");
    const auto bound = BoundExpression::bind(*parsed, scope());
    if (!bound)
        return true;
    for (const auto* values : {&kValues, &kRows.at(9)[2]}) {
        const auto answer = bound->evaluate(RecordSource(*values, &kRows), {1'795'752'000'000});
        promise(isNull(answer.value) || kindOf(answer.value) == bound->kind(),
                "the answer is of the kind that binding promised");
    }
    return true;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {"a >= 3 and (b or not is_set(t)) or a in (1, 2, -3)",
            "(s has (1, 2)) = (count_selected(s) > 1)",
            "sum(r.a * 2 where r.t = 'it''s') - mul_div(a, 40, 100) div 7 mod 3",
            "if(b, add_months(d, -13), coalesce(date(m), today(), null))",
            "concat(substr(t, 1, 2), text(days_between(d, m)), ${and}) = \"x\"",
            "like(t, '##-@?*') and starts_with(t, '') or length(t) < 500",
            "--a + abs(-a) * min(a, 2) + max(r.a) + age_in_years(d) + count(r)"};
}
