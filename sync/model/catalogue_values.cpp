// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace lianxin {

namespace {

// Codes sort by number, ids bytewise: one set has one array.
bool elementLess(const Value& a, const Value& b)
{
    const auto left = a.asInt();
    const auto right = b.asInt();
    return left && right ? *left < *right : a < b;
}

Value elementValue(const Field& field, const std::string& element)
{
    return field.kind == FieldKind::codeSet ? Value::fromTrusted(element) : Value::fromText(element);
}

std::set<std::string> elementsOf(const FieldValues& values, const Field& field)
{
    std::set<std::string> elements;
    const auto found = values.find(field.number);
    if (found == values.end())
        return elements;
    const auto json = found->second.json();
    if (!json.is_array())
        return elements;
    for (const auto& element : json.get_array()) {
        const auto value = Value::fromJson(element);
        elements.insert(value.asText().value_or(value.canonical()));
    }
    return elements;
}

std::optional<std::uint32_t> fieldNumber(boost::json::string_view key)
{
    std::uint32_t number = 0;
    const auto [rest, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc() || rest != key.data() + key.size())
        return std::nullopt;
    return number;
}

Value valueOr(const FieldValues& values, std::uint32_t number)
{
    const auto found = values.find(number);
    return found == values.end() ? Value::null() : found->second;
}

Value groupValue(const Group& group, const FieldValues& values)
{
    boost::json::object object;
    for (const auto number : group.fields)
        if (const auto value = valueOr(values, number); !value.isNull())
            object.emplace(std::to_string(number), value.json());
    return object.empty() ? Value::null() : Value::fromJson(object);
}

bool knows(const Group& group, std::optional<std::uint32_t> number)
{
    return number && std::find(group.fields.begin(), group.fields.end(), *number) != group.fields.end();
}

void openGroup(const Group& group, const Value& value, FieldValues& into)
{
    const auto json = value.json();
    if (!json.is_object())
        return;
    for (const auto& member : json.get_object()) {
        const auto number = fieldNumber(member.key());
        if (knows(group, number) && !member.value().is_null())
            into.emplace(*number, Value::fromJson(member.value()));
    }
}

} // namespace

FieldValues fieldsOf(const RecordType& type, const RegisterValues& registers)
{
    FieldValues result;
    std::map<std::uint32_t, std::vector<Value>> sets;
    for (const auto& [key, value] : registers) {
        if (value.isNull())
            continue;
        if (const auto* group = type.group(key.number)) {
            openGroup(*group, value, result);
            continue;
        }
        const auto* field = type.field(key.number);
        if (field == nullptr || field->registerNumber() != key.number || field->isSet() == key.element.empty())
            continue;
        if (!field->isSet())
            result.emplace(key.number, value);
        else if (value.isTrue())
            sets[key.number].push_back(elementValue(*field, key.element));
    }
    for (auto& [number, elements] : sets) {
        std::sort(elements.begin(), elements.end(), elementLess);
        boost::json::array array;
        for (const auto& element : elements)
            array.push_back(element.json());
        result.emplace(number, Value::fromJson(array));
    }
    return result;
}

std::set<std::uint32_t> groupsBeyond(const RecordType& type, const RegisterValues& registers)
{
    std::set<std::uint32_t> beyond;
    for (const auto& [key, value] : registers) {
        const auto* group = type.group(key.number);
        const auto json = group != nullptr ? value.json() : boost::json::value();
        if (const auto* members = json.if_object())
            for (const auto& member : *members)
                if (!knows(*group, fieldNumber(member.key())))
                    beyond.insert(group->number);
    }
    return beyond;
}

RegisterValues registerChanges(const RecordType& type, const FieldValues& before, const FieldValues& after)
{
    RegisterValues changes;
    for (const auto& group : type.groups)
        if (auto value = groupValue(group, after); value != groupValue(group, before))
            changes.emplace(RegisterKey{group.number, {}}, std::move(value));
    for (const auto& field : type.fields) {
        if (field.registerNumber() != field.number)
            continue;
        if (!field.isSet()) {
            if (auto value = valueOr(after, field.number); value != valueOr(before, field.number))
                changes.emplace(RegisterKey{field.number, {}}, std::move(value));
            continue;
        }
        const auto had = elementsOf(before, field);
        const auto has = elementsOf(after, field);
        for (const auto& element : has)
            if (!had.contains(element))
                changes.emplace(RegisterKey{field.number, element}, Value::fromBool(true));
        for (const auto& element : had)
            if (!has.contains(element))
                changes.emplace(RegisterKey{field.number, element}, Value::fromBool(false));
    }
    return changes;
}

Value sealedContent(const RecordType& type, const FieldValues& values)
{
    boost::json::object object;
    for (const auto& field : type.fields)
        if (field.sealed)
            if (const auto value = valueOr(values, field.number); !value.isNull())
                object.emplace(std::to_string(field.number), value.json());
    return Value::fromJson(object);
}

Result<FieldValues> openedFields(const RecordType& type, const Value& content)
{
    const auto json = content.json();
    if (!json.is_object())
        return fail(Errc::damaged, "an envelope of " + type.name + " holds no object");
    FieldValues result;
    for (const auto& member : json.get_object()) {
        const auto number = fieldNumber(member.key());
        const auto* field = number ? type.field(*number) : nullptr;
        if (field == nullptr || !field->sealed)
            return fail(Errc::upgradeNeeded, "an envelope of " + type.name + " holds an unknown field");
        result.emplace(*number, Value::fromJson(member.value()));
    }
    return result;
}

} // namespace lianxin
