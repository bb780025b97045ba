// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/form_state.hpp"

#include "sync/model/validate.hpp"

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

FormState::FormState(const RecordType& type, FieldValues values, Surroundings surroundings)
    : m_type(&type), m_surroundings(std::move(surroundings)), m_values(std::move(values)), m_kept(m_values)
{
    // What is needed comes before what needs it: one round settles everything. A loaded catalogue has no circle.
    for (const auto node : m_type->dependencies.order())
        refresh(node);
}

Value FormState::value(std::uint32_t field) const
{
    const auto found = m_values.find(field);
    return found == m_values.end() ? Value::null() : found->second;
}

void FormState::put(std::uint32_t field, const Value& value)
{
    if (value.isNull() || value.canonical() == "\"\"" || value.canonical() == "[]")
        m_values.erase(field);
    else
        m_values[field] = value;
}

void FormState::set(std::uint32_t field, const Value& value)
{
    const Field* known = m_type->field(field);
    if (known != nullptr && known->computed)
        return;
    put(field, value);
    if (refresh(field))
        spread(field);
}

void FormState::setRows(std::uint32_t rowType, std::vector<FieldValues> rows)
{
    m_surroundings.rows[rowType] = std::move(rows);
    spread(rowsNode(rowType));
}

void FormState::setRow(std::uint32_t rowType, std::size_t row, FieldValues values)
{
    auto& rows = m_surroundings.rows[rowType];
    if (row >= rows.size())
        return;
    rows[row] = std::move(values);
    spread(rowsNode(rowType));
}

bool FormState::setParent(FieldValues parent)
{
    m_surroundings.parent = std::move(parent);
    return spread(kParentNode);
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
    if (field.relevantWhen && !holds(*field.relevantWhen))
        return false;
    return !field.retired || m_values.contains(field.number);
}

bool FormState::isNeeded(const Field& field) const
{
    if (field.readOnly || field.kind == FieldKind::envelope)
        return false;
    return field.required != Required::never || (field.requiredWhen && holds(*field.requiredWhen));
}

bool FormState::isFilled(const Field& field) const { return m_values.contains(field.number); }

bool FormState::isTooLarge(const Field& field) const
{
    const auto text = field.kind == FieldKind::text ? value(field.number).asText() : std::nullopt;
    return text && text->size() > kMostTextBytes;
}

std::vector<std::uint32_t> FormState::missing() const
{
    std::vector<std::uint32_t> numbers;
    const auto look = [&](const Field& field) {
        const bool wanting = (isNeeded(field) && !isFilled(field)) || isTooLarge(field);
        if (isRelevant(field) && wanting && std::find(numbers.begin(), numbers.end(), field.number) == numbers.end())
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
        if (!candidate.when || holds(*candidate.when)) {
            choice = &candidate;
            break;
        }
    std::vector<const Code*> codes;
    const auto add = [&](const Code* code) {
        if (code != nullptr && (!code->retired || isChosen(field.number, Value::fromInt(code->number))))
            codes.push_back(code);
    };
    if (choice != nullptr) {
        for (const auto number : choice->codes)
            add(list.find(number));
    } else {
        const auto members = codeMembers(list);
        auto judge = source();
        for (const auto& code : list.codes) {
            judge.judge(members, code);
            if (!field.choiceFilter || field.choiceFilter->holds(judge, m_surroundings.moment))
                add(&code);
        }
    }
    // What was chosen before the offer narrowed stays visible, so that it can be taken back.
    for (const auto& code : list.codes)
        if (isChosen(field.number, Value::fromInt(code.number)) &&
            std::find(codes.begin(), codes.end(), &code) == codes.end())
            codes.push_back(&code);
    return codes;
}

bool FormState::refresh(std::uint32_t field)
{
    const Field* known = m_type->field(field);
    const bool relevant = known == nullptr || !known->relevantWhen || holds(*known->relevantWhen);
    if (known != nullptr && known->computed)
        put(field,
            relevant ? valueOf(known->computed->evaluate(source(), m_surroundings.moment).value) : Value::null());
    const auto now = m_values.find(field);
    const auto was = m_kept.find(field);
    if (!relevant || now == m_values.end()) {
        if (was == m_kept.end())
            return false;
        m_kept.erase(was);
        return true;
    }
    if (was != m_kept.end() && was->second == now->second)
        return false;
    m_kept[field] = now->second;
    return true;
}

bool FormState::spread(std::uint32_t node)
{
    const std::uint32_t changed[] = {node};
    bool any = false;
    m_type->dependencies.spread(changed, [&](std::uint32_t dependent) {
        const bool differs = refresh(dependent);
        any = any || differs;
        return differs;
    });
    return any;
}

} // namespace lianxin::forms
