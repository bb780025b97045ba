// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_fields.hpp"

#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::forms {

RecordFields::RecordFields(const RecordType& type, const store::RecordView& view)
    : m_type(&type), m_values(fieldsOf(type, view.values()))
{}

Value RecordFields::value(std::string_view field) const
{
    const Field* known = m_type->field(field);
    const auto found = known != nullptr ? m_values.find(known->number) : m_values.end();
    return found == m_values.end() ? Value::null() : found->second;
}

std::string RecordFields::text(std::string_view field) const { return value(field).asText().value_or(""); }

std::optional<std::int64_t> RecordFields::number(std::string_view field) const { return value(field).asInt(); }

bool RecordFields::flag(std::string_view field, bool otherwise) const
{
    return value(field).asBool().value_or(otherwise);
}

std::optional<Day> RecordFields::day(std::string_view field) const
{
    const Value found = value(field);
    if (const auto at = found.asInt())
        return dayInChina(*at);
    return parseDay(found.asText().value_or(""));
}

std::optional<RecordId> RecordFields::ref(std::string_view field) const
{
    const auto id = RecordId::parse(text(field));
    return id ? std::optional(*id) : std::nullopt;
}

std::vector<std::int64_t> RecordFields::codes(std::string_view field) const
{
    std::vector<std::int64_t> codes;
    const auto json = value(field).json();
    if (const auto* array = json.if_array())
        for (const auto& code : *array)
            if (code.is_int64())
                codes.push_back(code.as_int64());
    return codes;
}

std::vector<RecordId> RecordFields::refs(std::string_view field) const
{
    std::vector<RecordId> ids;
    const auto json = value(field).json();
    if (const auto* array = json.if_array())
        for (const auto& entry : *array)
            if (const auto* text = entry.if_string())
                if (const auto id = RecordId::parse(std::string_view(*text)))
                    ids.push_back(*id);
    return ids;
}

bool RecordFields::has(std::string_view field, std::int64_t code) const
{
    const auto all = codes(field);
    return std::find(all.begin(), all.end(), code) != all.end();
}

} // namespace lianxin::forms
