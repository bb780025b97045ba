// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_scope.hpp"

#include "sync/model/catalogue.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin {

namespace {

std::string nameOf(const boost::json::key_value_pair& entry) { return {entry.key().data(), entry.key().size()}; }

DatumKind kindOfMember(const boost::json::value& value)
{
    return value.is_int64()    ? DatumKind::integer
           : value.is_string() ? DatumKind::text
           : value.is_bool()   ? DatumKind::boolean
                               : DatumKind::none;
}

std::map<std::string, DatumKind> membersOf(const CodeList& list)
{
    std::map<std::string, DatumKind> members;
    for (const auto& code : list.codes)
        for (const auto& entry : code.data) {
            const auto kind = kindOfMember(entry.value());
            const auto [known, fresh] = members.emplace(nameOf(entry), kind);
            if (!fresh && known->second != kind)
                known->second = DatumKind::none;
        }
    return members;
}

Datum valueIn(const FieldValues& values, const BoundReference& reference)
{
    const auto found = values.find(reference.number);
    return datumOf(reference.kind, found == values.end() ? Value::null() : found->second);
}

} // namespace

DatumKind datumKindOf(const Field& field)
{
    switch (field.kind) {
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::code: return DatumKind::integer;
    case FieldKind::boolean: return DatumKind::boolean;
    case FieldKind::date: return DatumKind::date;
    case FieldKind::timestamp: return DatumKind::timestamp;
    case FieldKind::codeSet: return DatumKind::integerSet;
    case FieldKind::refSet: return DatumKind::textSet;
    case FieldKind::place: return DatumKind::place;
    case FieldKind::text:
    case FieldKind::ref:
    case FieldKind::envelope: break;
    }
    return DatumKind::text;
}

FieldScope::Entries fieldEntries(const RecordType& type)
{
    FieldScope::Entries entries;
    for (const auto& field : type.fields)
        entries.emplace(field.name, FieldScope::Entry{field.number, datumKindOf(field)});
    return entries;
}

FieldScope scopeOf(const RecordType& type, const RecordType* parent, const std::vector<const RecordType*>& rows)
{
    FieldScope scope;
    scope.fields = fieldEntries(type);
    if (parent != nullptr)
        scope.parent = fieldEntries(*parent);
    for (const auto* row : rows)
        scope.rows.emplace(row->name, FieldScope::Rows{row->number, fieldEntries(*row)});
    return scope;
}

FieldScope::Entries codeEntries(const CodeList& list)
{
    FieldScope::Entries entries;
    std::uint32_t number = 0;
    for (const auto& [name, kind] : membersOf(list)) {
        ++number;
        if (kind != DatumKind::none)
            entries.emplace(name, FieldScope::Entry{number, kind});
    }
    entries["number"] = {0, DatumKind::integer};
    return entries;
}

std::vector<std::string> codeMembers(const CodeList& list)
{
    std::vector<std::string> names;
    for (const auto& [name, kind] : membersOf(list))
        names.push_back(name);
    return names;
}

Datum RecordSource::field(const BoundReference& reference) const
{
    if (reference.scope == FieldScopeKind::own)
        return valueIn(m_own, reference);
    if (reference.scope == FieldScopeKind::parent && m_parent != nullptr)
        return valueIn(*m_parent, reference);
    return reference.scope == FieldScopeKind::code && m_code != nullptr ? codeMember(reference)
                                                                        : datumOf(reference.kind, Value::null());
}

Datum RecordSource::codeMember(const BoundReference& reference) const
{
    if (reference.number == 0)
        return static_cast<std::int64_t>(m_code->number);
    const auto index = static_cast<std::size_t>(reference.number) - 1;
    const auto* value = index < m_members->size() ? m_code->data.if_contains((*m_members)[index]) : nullptr;
    return value == nullptr ? Datum{} : datumOf(reference.kind, Value::fromJson(*value));
}

std::size_t RecordSource::rowCount(std::uint32_t rows) const
{
    const auto found = m_rows != nullptr ? m_rows->find(rows) : RowValues::const_iterator{};
    return m_rows == nullptr || found == m_rows->end() ? 0 : found->second.size();
}

Datum RecordSource::rowField(const BoundReference& reference, std::size_t row) const
{
    return valueIn(m_rows->at(reference.rows)[row], reference);
}

} // namespace lianxin
