// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/repeats.hpp"

#include "app/forms/life_edit.hpp"
#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::forms {
namespace {

// A form and its rows may look at each other by turns; each round settles one step of such a chain, and a catalogue has no circles.
constexpr int kMostRounds = 64;

// Rows of a root lie under it; all others lie under the same root as the form.
RecordId rootOfRows(const RecordType& rowType, const RecordEditor& form)
{
    return rowType.parentField == 0 ? form.record() : form.root();
}

NewRecord newRow(const RecordType& rowType, const RecordEditor& form)
{
    NewRecord wanted{rowType.number, rootOfRows(rowType, form), form.partition(), {}, form.form().kept()};
    if (rowType.parentField != 0)
        wanted.prefill[rowType.parentField] = Value::fromText(form.record().text());
    return wanted;
}

bool isOf(const RecordType& rowType, const FieldValues& values, RecordId form)
{
    if (rowType.parentField == 0)
        return true; // asked for by its root
    const auto found = values.find(rowType.parentField);
    return found != values.end() && found->second.asText() == form.text();
}

store::RecordEdit ending(const RowDraft& row, const PartitionId& partition)
{
    return {row.draft.record, row.draft.root, row.draft.type, partition, {lifeEdit(store::Life::voided)},
            row.draft.past};
}

} // namespace

Repeats Repeats::of(const EditorPorts& ports, RecordEditor& form)
{
    Repeats repeats;
    const auto moment = form.form().surroundings().moment;
    const auto stateOf = [&](const RecordType& type, FieldValues values) {
        return FormState(type, std::move(values), {{}, form.form().kept(), moment});
    };
    for (const auto& section : form.form().type().sections) {
        const RecordType* type = section.rowType != 0 ? ports.catalogue->type(section.rowType) : nullptr;
        if (type == nullptr)
            continue;
        repeats.m_rows[type->number];
        const auto stored =
            form.isNew() ? Result<std::vector<store::RecordView>>{} : ports.store->children(rootOfRows(*type, form));
        for (const auto& view : stored ? *stored : std::vector<store::RecordView>{}) {
            auto values = view.type == type->number ? fieldsOf(*type, view.values()) : FieldValues{};
            if (view.type == type->number && view.life == store::Life::active && isOf(*type, values, form.record()))
                repeats.insert({view.record, type->number, false, stateOf(*type, std::move(values))});
        }
    }
    for (const auto& draft : form.rowDrafts()) {
        const auto known = repeats.m_rows.find(draft.draft.type);
        if (known == repeats.m_rows.end())
            continue;
        std::erase_if(known->second, [&](const Row& row) { return row.record == draft.draft.record; });
        if (draft.removed)
            continue;
        // A sealed row that cannot be opened now stays in the draft and is seen again after the second unlock.
        if (auto editor = RecordEditor::restore(ports, draft.draft)) {
            editor->seeParent(form.form().kept());
            repeats.insert({draft.draft.record, draft.draft.type, editor->isNew(), editor->form()});
        }
    }
    for (const auto& [type, rows] : repeats.m_rows)
        repeats.show(form, type);
    repeats.follow(form);
    return repeats;
}

const std::vector<Repeats::Row>& Repeats::rows(std::uint32_t type) const
{
    static const std::vector<Row> none;
    const auto found = m_rows.find(type);
    return found == m_rows.end() ? none : found->second;
}

const Repeats::Row* Repeats::row(RecordId record) const
{
    for (const auto& [type, rows] : m_rows)
        for (const auto& row : rows)
            if (row.record == record)
                return &row;
    return nullptr;
}

void Repeats::insert(Row row)
{
    auto& rows = m_rows[row.type];
    std::erase_if(rows, [&](const Row& other) { return other.record == row.record; });
    const auto place = std::find_if(rows.begin(), rows.end(), [&](const Row& o) { return row.record < o.record; });
    rows.insert(place, std::move(row));
}

void Repeats::show(RecordEditor& form, std::uint32_t type) const
{
    std::vector<FieldValues> values;
    for (const auto& row : rows(type))
        values.push_back(row.state.kept());
    form.showRows(type, std::move(values));
}

void Repeats::follow(RecordEditor& form)
{
    for (int round = 0; round < kMostRounds; ++round) {
        bool any = false;
        for (auto& [type, rows] : m_rows) {
            bool changed = false;
            for (auto& row : rows)
                changed = (row.state.type().looksAtParent && row.state.setParent(form.form().kept())) || changed;
            if (changed)
                show(form, type);
            any = any || changed;
        }
        if (!any)
            return;
    }
}

Result<RecordEditor> Repeats::openNew(const EditorPorts& ports, const RecordEditor& form, std::uint32_t type) const
{
    const RecordType* rowType = ports.catalogue->type(type);
    if (rowType == nullptr || !m_rows.contains(type))
        return fail(Errc::invalidInput, "no rows of type " + std::to_string(type) + " in this form");
    NewRecord wanted = newRow(*rowType, form);
    // "The next number" of a row counts the rows of this form, those that are not stored yet too.
    for (const auto& field : rowType->fields)
        if (field.defaultFrom == DefaultFrom::next) {
            std::int64_t greatest = 0;
            for (const auto& row : rows(type))
                greatest = std::max(greatest, row.state.value(field.number).asInt().value_or(0));
            wanted.prefill[field.number] = Value::fromInt(greatest + 1);
        }
    return RecordEditor::openNew(ports, wanted);
}

Result<RecordEditor> Repeats::open(const EditorPorts& ports, const RecordEditor& form, RecordId record) const
{
    const auto& drafts = form.rowDrafts();
    const auto draft = std::find_if(drafts.begin(), drafts.end(),
                                    [&](const RowDraft& row) { return row.draft.record == record && !row.removed; });
    LIANXIN_TRY(auto editor, draft != drafts.end() ? RecordEditor::restore(ports, draft->draft)
                                                   : RecordEditor::openExisting(ports, record));
    editor.seeParent(form.form().kept());
    return editor;
}

Result<void> Repeats::put(RecordEditor& form, const RecordEditor& row)
{
    if (row.isNew() || row.changed()) {
        LIANXIN_TRY(auto draft, row.draftOf());
        form.putRow({std::move(draft), false});
    } else {
        form.forgetRow(row.record());
    }
    const auto type = row.form().type().number;
    insert({row.record(), type, row.isNew(), row.form()});
    show(form, type);
    follow(form);
    return {};
}

Result<Repeats::Removed> Repeats::remove(const EditorPorts& ports, RecordEditor& form, RecordId record)
{
    const Row* known = row(record);
    if (known == nullptr)
        return fail(Errc::notFound, "no such row in this form");
    Removed removed{*known, std::nullopt};
    for (const auto& draft : form.rowDrafts())
        if (draft.draft.record == record)
            removed.draft = draft;
    if (known->isNew) {
        form.forgetRow(record);
    } else {
        LIANXIN_TRY(auto opened, ports.store->openForEdit(record));
        RowDraft gone;
        gone.draft.id = gone.draft.record = record;
        gone.draft.root = opened.view.root;
        gone.draft.type = opened.view.type;
        gone.draft.past = removed.draft ? removed.draft->draft.past : std::move(opened.past);
        gone.draft.updated = ports.clock->now();
        gone.removed = true;
        form.putRow(std::move(gone));
    }
    const auto type = known->type;
    std::erase_if(m_rows[type], [&](const Row& other) { return other.record == record; });
    show(form, type);
    follow(form);
    return removed;
}

void Repeats::bringBack(RecordEditor& form, Removed removed)
{
    if (removed.draft)
        form.putRow(std::move(*removed.draft));
    else
        form.forgetRow(removed.row.record);
    const auto type = removed.row.type;
    removed.row.state.setParent(form.form().kept());
    insert(std::move(removed.row));
    show(form, type);
    follow(form);
}

Result<std::vector<store::RecordEdit>> Repeats::edits(const EditorPorts& ports, const RecordEditor& form) const
{
    std::vector<store::RecordEdit> edits;
    std::vector<RecordId> done;
    const auto add = [&](RecordEditor row) -> Result<void> {
        row.seeParent(form.form().kept());
        LIANXIN_TRY(auto edit, row.toEdit());
        if (!edit.writes.empty())
            edits.push_back(std::move(edit));
        // What hands put into the row's own form.
        for (const auto& inner : row.rowDrafts()) {
            if (inner.removed) {
                edits.push_back(ending(inner, row.partition()));
                continue;
            }
            LIANXIN_TRY(const auto attached, RecordEditor::restore(ports, inner.draft));
            LIANXIN_TRY(auto more, attached.toEdit());
            edits.push_back(std::move(more));
        }
        return {};
    };
    for (const auto& draft : form.rowDrafts()) {
        done.push_back(draft.draft.record);
        if (draft.removed) {
            edits.push_back(ending(draft, form.partition()));
            continue;
        }
        LIANXIN_TRY(auto row, RecordEditor::restore(ports, draft.draft));
        LIANXIN_CHECK(add(std::move(row)));
    }
    // Rows that nobody touched follow when they look at what was changed.
    for (const auto& [type, rows] : m_rows)
        for (const auto& row : rows) {
            if (!row.state.type().looksAtParent || std::find(done.begin(), done.end(), row.record) != done.end())
                continue;
            LIANXIN_TRY(auto editor, RecordEditor::openExisting(ports, row.record));
            LIANXIN_CHECK(add(std::move(editor)));
        }
    return edits;
}

namespace {

// Rows that are no repeat of the form but are named by it or by each other: attachments and the yes that was given to them.
bool isNamed(const Catalogue& catalogue, const RecordEditor& form, const RowDraft& row)
{
    const RecordType* type = catalogue.type(row.draft.type);
    const auto& sections = form.form().type().sections;
    return type != nullptr && !row.removed && std::none_of(sections.begin(), sections.end(), [&](const Section& part) {
               return part.rowType == type->number;
           });
}

using Renamed = std::map<std::string, std::string>; // id texts

Value renamed(const Value& value, const Renamed& names)
{
    auto json = value.json();
    const auto swap = [&](boost::json::value& at) {
        const auto found = at.is_string() ? names.find(std::string(at.as_string())) : names.end();
        if (found != names.end())
            at = boost::json::string(found->second);
    };
    if (auto* list = json.if_array())
        for (auto& element : *list)
            swap(element);
    else
        swap(json);
    return Value::fromJson(json);
}

// Named rows of `from` under new ids, for `into` and all that names them there.
Result<void> copyNamed(const EditorPorts& ports, const RecordEditor& from, RecordEditor& into)
{
    std::vector<const RowDraft*> rows;
    Renamed names{{from.record().text(), into.record().text()}};
    for (const auto& draft : from.rowDrafts())
        if (isNamed(*ports.catalogue, from, draft)) {
            rows.push_back(&draft);
            names[draft.draft.record.text()] = makeRecordId(ports.clock->now(), *ports.random).text();
        }
    if (rows.empty())
        return {};
    for (const auto* draft : rows) {
        LIANXIN_TRY(const auto row, RecordEditor::restore(ports, draft->draft));
        LIANXIN_TRY(const auto fresh, RecordId::parse(names.at(draft->draft.record.text())));
        NewRecord again{draft->draft.type, draft->draft.root, row.partition(), {}, std::nullopt, fresh};
        for (const auto& [field, value] : row.form().values())
            again.prefill[field] = renamed(value, names);
        LIANXIN_TRY(const auto copy, RecordEditor::openNew(ports, again));
        LIANXIN_TRY(auto copied, copy.draftOf());
        into.putRow({std::move(copied), false});
    }
    const auto values = into.form().values();
    for (const auto& [field, value] : values)
        if (const auto changed = renamed(value, names); changed != value)
            into.edit().set(field, changed);
    return {};
}

} // namespace

Result<void> copyRows(const EditorPorts& ports, const RecordEditor& from, RecordEditor& into)
{
    for (const auto& draft : from.rowDrafts()) {
        const RecordType* type = ports.catalogue->type(draft.draft.type);
        if (draft.removed || type == nullptr || isNamed(*ports.catalogue, from, draft))
            continue;
        LIANXIN_TRY(const auto row, RecordEditor::restore(ports, draft.draft));
        if (!row.isNew())
            continue;
        NewRecord again = newRow(*type, into);
        again.prefill.insert(row.form().values().begin(), row.form().values().end()); // the new parent stays
        LIANXIN_TRY(auto fresh, RecordEditor::openNew(ports, again));
        LIANXIN_CHECK(copyNamed(ports, row, fresh));
        LIANXIN_TRY(auto copy, fresh.draftOf());
        into.putRow({std::move(copy), false});
    }
    return copyNamed(ports, from, into);
}

} // namespace lianxin::forms
