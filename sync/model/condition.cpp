// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/condition.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin {

namespace {

bool contains(const std::vector<Value>& values, const Value& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool hasElement(const Condition& condition, const Value& set)
{
    const auto json = set.json();
    if (!json.is_array())
        return contains(condition.values, set);
    return std::any_of(json.get_array().begin(), json.get_array().end(),
                       [&](const auto& element) { return contains(condition.values, Value::fromJson(element)); });
}

// An empty set, an empty text and null all read as "nothing there".
bool isPresent(const Value* value)
{
    return value != nullptr && !value->isNull() && value->canonical() != "[]" && value->canonical() != "\"\"";
}

} // namespace

bool holds(const Condition& condition, const FieldValues& values)
{
    const auto holdsPart = [&](const Condition& part) { return holds(part, values); };
    switch (condition.op) {
    case Condition::Op::all: return std::all_of(condition.parts.begin(), condition.parts.end(), holdsPart);
    case Condition::Op::any: return std::any_of(condition.parts.begin(), condition.parts.end(), holdsPart);
    case Condition::Op::negated: return std::none_of(condition.parts.begin(), condition.parts.end(), holdsPart);
    default: break;
    }
    const auto found = values.find(condition.field);
    const Value* value = found == values.end() ? nullptr : &found->second;
    const bool present = isPresent(value);
    if (condition.op == Condition::Op::set)
        return present == (condition.bound != 0);
    if (!present)
        return false;
    if (condition.op == Condition::Op::differs) {
        const auto other = values.find(static_cast<std::uint32_t>(condition.bound));
        return other != values.end() && isPresent(&other->second) && other->second != *value;
    }
    if (condition.op == Condition::Op::in)
        return contains(condition.values, *value);
    if (condition.op == Condition::Op::has)
        return hasElement(condition, *value);
    const auto number = value->asInt();
    if (!number)
        return false;
    return condition.op == Condition::Op::min ? *number >= condition.bound : *number <= condition.bound;
}

} // namespace lianxin
