// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intake.hpp"

#include <map>

namespace lianxin::intake {

namespace {

constexpr std::string_view kWhy = "list";

// A family's own fields: the first row that says something counts; nothing of a later row is written over it.
FieldValues familyFields(const std::vector<const ListRow*>& rows)
{
    FieldValues values;
    for (const auto* row : rows)
        values.insert(row->household.begin(), row->household.end());
    return values;
}

} // namespace

Intake::Intake(const forms::EditorPorts& ports, HouseholdList list) : m_ports(ports), m_list(std::move(list))
{
    std::map<std::size_t, std::size_t> places;
    for (std::size_t at = 0; at < m_list.rows.size(); ++at) {
        const auto& row = m_list.rows[at];
        if (row.fate != ListRow::Fate::fresh)
            continue;
        const auto [place, isNew] = places.try_emplace(row.family, m_order.size());
        if (isNew)
            m_order.emplace_back();
        m_order[place->second].push_back(at);
    }
}

Result<std::uint64_t> Intake::next()
{
    if (finished())
        return fail(Errc::notFound, "the list is through");
    std::vector<const ListRow*> rows;
    for (const auto at : m_order[m_done])
        rows.push_back(&m_list.rows[at]);
    LIANXIN_TRY(const auto number, keep(rows));
    ++m_done;
    return number;
}

Result<std::uint64_t> Intake::keep(const std::vector<const ListRow*>& rows)
{
    const auto& household = *m_ports.catalogue->type(std::string_view("household"));
    const auto& person = *m_ports.catalogue->type(std::string_view("person"));
    store::Edit edit;
    edit.why = kWhy;
    edit.auditKind = "list";
    RecordId root = rows.front()->householdKnown;
    LIANXIN_TRY(auto partition, PartitionId::parse("v:" + rows.front()->village));
    if (root.isNil()) {
        auto values = familyFields(rows);
        values[household.field(std::string_view("live_code"))->number] = Value::fromText(rows.front()->village);
        // Who is to be asked for; how people call each other at the door is the worker's to write.
        values.try_emplace(household.field(std::string_view("call_name"))->number, Value::fromText(rows.front()->name));
        LIANXIN_TRY(const auto file,
                    forms::RecordEditor::openNew(m_ports, {household.number, {}, partition, std::move(values)}));
        LIANXIN_TRY(auto written, file.toEdit());
        root = file.record();
        edit.records.push_back(std::move(written));
    } else {
        LIANXIN_TRY(const auto view, m_ports.store->view(root));
        partition = view.partition; // the file may have moved since
    }
    for (const auto* row : rows) {
        LIANXIN_TRY(const auto one,
                    forms::RecordEditor::openNew(m_ports, {person.number, root, partition, row->person}));
        LIANXIN_TRY(auto written, one.toEdit());
        edit.records.push_back(std::move(written));
    }
    LIANXIN_TRY(const auto saved, m_ports.store->save(edit));
    return saved.number;
}

} // namespace lianxin::intake
