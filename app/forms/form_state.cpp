// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/form_state.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::forms {
namespace {

// Sets are sorted arrays: codes by number, ids by text.
std::vector<Value> elementsOf(const Value& set)
{
    std::vector<Value> elements;
    const auto json = set.json();
    if (const auto* array = json.if_array())
        for (const auto& element : *array)
            elements.push_back(Value::fromJson(element));
    return elements;
}

Value setOf(std::vector<Value> elements)
{
    std::sort(elements.begin(), elements.end(), [](const Value& a, const Value& b) {
        const auto left = a.asInt();
        const auto right = b.asInt();
        return left && right ? *left < *right : a < b;
    });
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    if (elements.empty())
        return Value::null();
    boost::json::array array;
    for (const auto& element : elements)
        array.push_back(element.json());
    return Value::fromJson(array);
}

} // namespace

FormState::FormState(const RecordType& type, FieldValues values) : m_type(&type), m_values(std::move(values))
{
    recompute();
}

Value FormState::value(std::uint32_t field) const
{
    const auto found = m_values.find(field);
    return found == m_values.end() ? Value::null() : found->second;
}

void FormState::set(std::uint32_t field, const Value& value)
{
    if (value.isNull() || value.canonical() == "\"\"" || value.canonical() == "[]")
        m_values.erase(field);
    else
        m_values[field] = value;
    recompute();
}

void FormState::setElement(std::uint32_t field, const Value& element, bool present)
{
    auto elements = elementsOf(value(field));
    std::erase(elements, element);
    if (present)
        elements.push_back(element);
    set(field, setOf(std::move(elements)));
}

void FormState::toggle(std::uint32_t field, const Value& codeOrId)
{
    const Field* known = m_type->field(field);
    if (known == nullptr)
        return;
    if (known->isSet())
        setElement(field, codeOrId, !isChosen(field, codeOrId));
    else
        set(field, isChosen(field, codeOrId) ? Value::null() : codeOrId);
}

bool FormState::isChosen(std::uint32_t field, const Value& codeOrId) const
{
    const Value now = value(field);
    if (now == codeOrId)
        return true;
    const Field* known = m_type->field(field);
    if (known == nullptr || !known->isSet())
        return false;
    const auto elements = elementsOf(now);
    return std::find(elements.begin(), elements.end(), codeOrId) != elements.end();
}

bool FormState::isRelevant(const Field& field) const
{
    if (field.relevantWhen && !holds(*field.relevantWhen, m_kept))
        return false;
    return !field.retired || m_values.contains(field.number);
}

bool FormState::isNeeded(const Field& field) const
{
    if (field.readOnly || field.kind == FieldKind::envelope)
        return false;
    return field.required != Required::never || (field.requiredWhen && holds(*field.requiredWhen, m_kept));
}

bool FormState::isFilled(const Field& field) const { return m_values.contains(field.number); }

std::vector<std::uint32_t> FormState::missing() const
{
    std::vector<std::uint32_t> numbers;
    const auto look = [&](const Field& field) {
        if (isRelevant(field) && isNeeded(field) && !isFilled(field) &&
            std::find(numbers.begin(), numbers.end(), field.number) == numbers.end())
            numbers.push_back(field.number);
    };
    for (const auto& section : m_type->sections)
        for (const auto number : section.fields)
            if (const Field* field = m_type->field(number))
                look(*field);
    for (const auto& field : m_type->fields)
        look(field);
    return numbers;
}

std::vector<const Code*> FormState::offered(const Field& field, const CodeList& list) const
{
    const Choice* choice = nullptr;
    for (const auto& candidate : field.choices)
        if (!candidate.when || holds(*candidate.when, m_kept)) {
            choice = &candidate;
            break;
        }
    std::vector<const Code*> codes;
    const auto add = [&](const Code* code) {
        if (code != nullptr && (!code->retired || isChosen(field.number, Value::fromInt(code->number))))
            codes.push_back(code);
    };
    if (choice == nullptr) {
        for (const auto& code : list.codes)
            add(&code);
        return codes;
    }
    for (const auto number : choice->codes)
        add(list.find(number));
    // What was chosen before the choice narrowed stays visible, so that it can be taken back.
    for (const auto& code : list.codes)
        if (isChosen(field.number, Value::fromInt(code.number)) &&
            std::find(codes.begin(), codes.end(), &code) == codes.end())
            codes.push_back(&code);
    return codes;
}

void FormState::recompute()
{
    // A condition may look at a field that is itself not relevant: drop until nothing changes (each round drops at least one).
    m_kept = m_values;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& field : m_type->fields)
            if (field.relevantWhen && m_kept.contains(field.number) && !holds(*field.relevantWhen, m_kept)) {
                m_kept.erase(field.number);
                changed = true;
            }
    }
}

} // namespace lianxin::forms
