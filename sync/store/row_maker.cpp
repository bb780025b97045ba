// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/row_maker.hpp"

#include "sync/store/schema.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
bool isElement(const RegisterKey& key) { return !key.element.empty(); }
} // namespace

Value RowMaker::shownValue(const core::RegisterState& reg)
{
    if (isElement(reg.key))
        return Value::fromBool(core::isPresent(reg.heads));
    const auto* head = core::provisional(reg.heads);
    return head == nullptr ? Value::null() : head->value;
}

bool RowMaker::inConflict(const core::RegisterState& reg)
{
    return !isElement(reg.key) && reg.key.number != kLifeRegister && core::differ(reg.heads);
}

RegisterValues RowMaker::valuesOf(const std::vector<core::RegisterState>& registers)
{
    RegisterValues values;
    for (const auto& reg : registers)
        if (!reg.heads.empty())
            values.emplace_hint(values.end(), reg.key, shownValue(reg));
    return values;
}

LifeReading RowMaker::lifeOf(const StoredRecord& record) const
{
    return readLifeOf(m_catalogue.type(record.state.type), record.shown());
}

std::int64_t RowMaker::flagsOf(const StoredRecord& record) const
{
    const auto& shown = record.shown();
    const auto life = lifeOf(record);
    std::int64_t flags = record.flags & (kFlagAway | kFlagStale);
    if (life.open || std::any_of(shown.begin(), shown.end(), inConflict))
        flags |= kFlagConflict;
    if (record.view)
        flags |= kFlagOverlay;
    if (life.life != Life::active)
        flags |= kFlagEnded;
    return flags;
}

bool RowMaker::isFound(const StoredRecord& record, const RecordType* type) const
{
    if (type == nullptr || (record.flags & kFlagAway) != 0 || !isSearchable(*type))
        return false;
    // What was joined with another record is found by its own words too, and leads to that one; what was put away is not found.
    return (record.flags & kFlagEnded) == 0 || lifeOf(record).life != Life::voided;
}

std::vector<Term> RowMaker::termsOf(const StoredRecord& record) const
{
    const auto* type = m_catalogue.type(record.state.type);
    if (!isFound(record, type))
        return {};
    return store::termsOf(*type, valuesOf(record.shown()), m_folder, SearchGroups::mark(m_groups.of(type->number)));
}

std::string RowMaker::sortKeyOf(const StoredRecord& record) const
{
    const auto* type = m_catalogue.type(record.state.type);
    return type == nullptr ? std::string() : store::sortKeyOf(*type, valuesOf(record.shown()), m_folder);
}

RegisterValues RowMaker::indexedValues(const StoredRecord& record, const RecordType& type)
{
    auto [indexed, isNew] = m_indexed.try_emplace(type.number);
    if (isNew) {
        for (const auto& field : type.fields)
            if (field.search != SearchKind::none || (type.timeline && field.number == type.timeline->at) ||
                std::ranges::find(type.title, field.number) != type.title.end())
                indexed->second.push_back(field.registerNumber());
        std::ranges::sort(indexed->second);
    }
    RegisterValues values;
    for (const auto& reg : record.state.registers)
        if (!reg.heads.empty() && reg.key.element.empty() &&
            std::ranges::binary_search(indexed->second, reg.key.number))
            values.emplace_hint(values.end(), reg.key, shownValue(reg));
    return values;
}

NewRow RowMaker::make(StoredRecord& record, std::vector<Term>& terms)
{
    record.flags = flagsOf(record);
    NewRow row;
    row.partition = record.partition;
    row.root = record.state.root;
    row.record = record.state.record;
    row.type = record.state.type;
    row.registers = core::encodeRegisters(record.state.registers);
    row.flags = record.flags;
    row.since = record.since;
    row.arrived = record.arrived;
    terms.clear();
    const auto* type = m_catalogue.type(record.state.type);
    if (type == nullptr)
        return row;
    const auto values = indexedValues(record, *type);
    row.sort = store::sortKeyOf(*type, values, m_folder);
    if (isFound(record, type))
        terms = store::termsOf(*type, values, m_folder, SearchGroups::mark(m_groups.of(type->number)));
    return row;
}

} // namespace lianxin::store
