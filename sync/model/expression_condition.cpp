// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue.hpp"
#include "sync/model/expression_scope.hpp"

#include <limits>

namespace lianxin {

namespace {

std::string quoted(std::string_view text)
{
    std::string result(1, '\'');
    for (const char c : text) {
        result += c;
        if (c == '\'')
            result += c;
    }
    return result + '\'';
}

std::string integerText(std::int64_t number)
{
    if (number == std::numeric_limits<std::int64_t>::min())
        return "(-9223372036854775807 - 1)"; // its counterpart has no 64 bits
    return std::to_string(number);
}

// A value of the catalogue as a constant of the field's kind; empty when no such field can ever equal it.
std::string literal(DatumKind kind, const Value& value)
{
    switch (kind) {
    case DatumKind::integer:
    case DatumKind::integerSet: return value.asInt() ? integerText(*value.asInt()) : std::string();
    case DatumKind::timestamp: return value.asInt() ? "timestamp(" + integerText(*value.asInt()) + ")" : std::string();
    case DatumKind::boolean: return value.asBool() ? (*value.asBool() ? "true" : "false") : "";
    case DatumKind::date: {
        const auto text = value.asText();
        return text && PartialDate::parse(*text) ? "date(" + quoted(*text) + ")" : std::string();
    }
    case DatumKind::text:
    case DatumKind::textSet:
        return value.asText() && !value.asText()->empty() ? quoted(*value.asText()) : std::string();
    case DatumKind::none:
    case DatumKind::place: break;
    }
    return {};
}

std::string listText(DatumKind kind, const std::vector<Value>& values)
{
    std::string list;
    for (const auto& value : values)
        if (const auto text = literal(kind, value); !text.empty())
            list += (list.empty() ? "" : ", ") + text;
    return list;
}

Result<std::string> leafText(const Condition& condition, const RecordType& type)
{
    const auto* field = type.field(condition.field);
    if (field == nullptr)
        return fail(Errc::invalidInput, "condition of an unknown field");
    const auto kind = datumKindOf(*field);
    const auto name = "${" + field->name + "}";
    switch (condition.op) {
    case Condition::Op::set: return condition.bound != 0 ? "is_set(" + name + ")" : "not is_set(" + name + ")";
    case Condition::Op::differs: {
        const auto* other = type.field(static_cast<std::uint32_t>(condition.bound));
        if (other == nullptr)
            return fail(Errc::invalidInput, "condition of an unknown field");
        return "coalesce(" + name + " != ${" + other->name + "}, false)";
    }
    case Condition::Op::min:
    case Condition::Op::max: {
        if (kind != DatumKind::integer && kind != DatumKind::timestamp)
            return std::string("false"); // a condition asks the bound of whole numbers only
        const auto bound = literal(kind, Value::fromInt(condition.bound));
        return "coalesce(" + name + (condition.op == Condition::Op::min ? " >= " : " <= ") + bound + ", false)";
    }
    default: break;
    }
    const bool isSet = kind == DatumKind::integerSet || kind == DatumKind::textSet;
    if ((condition.op == Condition::Op::has) != isSet || kind == DatumKind::place)
        return fail(Errc::invalidInput,
                    "a condition \"in\" asks a single value and \"has\" a set; \"" + field->name + "\" is not so");
    const auto list = listText(kind, condition.values);
    if (list.empty())
        return std::string("false");
    return isSet ? name + " has (" + list + ")" : "coalesce(" + name + " in (" + list + "), false)";
}

// Conditions are at most 8 deep; every part is true or false, never null, as a Condition is.
Result<std::string> partText(const Condition& condition, const RecordType& type)
{
    const bool all = condition.op == Condition::Op::all;
    if (!all && condition.op != Condition::Op::any && condition.op != Condition::Op::negated)
        return leafText(condition, type);
    if (condition.parts.empty()) // all of nothing holds, any of nothing does not, none of nothing holds
        return std::string(condition.op == Condition::Op::any ? "false" : "true");
    std::string text;
    for (const auto& part : condition.parts) {
        LIANXIN_TRY(const auto one, partText(part, type));
        text += (text.empty() ? "(" : all ? ") and (" : ") or (") + one;
    }
    text += ')';
    return condition.op == Condition::Op::negated ? "not (" + text + ")" : text;
}

} // namespace

Result<std::string> expressionTextOf(const Condition& condition, const RecordType& type)
{
    LIANXIN_TRY(const auto text, partText(condition, type));
    LIANXIN_TRY(const auto expression, Expression::parse(text));
    return expression.text();
}

Result<BoundExpression> expressionOf(const Condition& condition, const RecordType& type)
{
    LIANXIN_TRY(const auto text, partText(condition, type));
    LIANXIN_TRY(const auto expression, Expression::parse(text));
    return BoundExpression::bind(expression, scopeOf(type, nullptr, {}));
}

} // namespace lianxin
