// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settle/answer.hpp"

#include "app/forms/life_edit.hpp"
#include "app/forms/record_editor.hpp"
#include "app/forms/record_fields.hpp"
#include "sync/model/catalogue_values.hpp"
#include "sync/seal/named_id.hpp"

#include <utility>

namespace lianxin::settle {

namespace {

store::RecordEdit editOf(const store::OpenedRecord& opened, std::vector<store::RegisterEdit> writes)
{
    const auto& view = opened.view;
    return {view.record, view.root, view.type, view.partition, std::move(writes), opened.past};
}

// The whole register that holds this field, with this value in it.
Result<store::RegisterEdit> fieldEdit(const RecordType& type, const store::RecordView& view, const Field& field,
                                      const Value& value)
{
    if (field.group != 0 && groupsBeyond(type, view.values()).contains(field.group))
        return fail(Errc::upgradeNeeded, type.name + "." + field.name + " stands with what a newer version wrote");
    const FieldValues before = fieldsOf(type, view.values());
    FieldValues after = before;
    if (value.isNull())
        after.erase(field.number);
    else
        after[field.number] = value;
    for (auto& [key, changed] : registerChanges(type, before, after))
        return store::RegisterEdit{key, changed};
    // Nothing differs: it is said again all the same.
    const RegisterKey key{field.registerNumber(), {}};
    const auto* there = view.find(key);
    return store::RegisterEdit{key, there != nullptr ? there->value : Value::null()};
}

Result<const Field*> named(const RecordType& type, std::string_view name)
{
    const auto* field = type.field(name);
    if (field == nullptr)
        return fail(Errc::upgradeNeeded, type.name + " has no " + std::string(name));
    return field;
}

// What the other visit said goes along: its author and its moment, so that two tablets that answer alike write the same record.
Result<void> addWords(const store::ReplicaStore& store, const Catalogue& catalogue, const RecordType& visit,
                      const store::OpenedRecord& kept, const store::OpenedRecord& other, store::Edit& edit)
{
    const forms::RecordFields words(visit, other.view);
    const auto* type = catalogue.type(std::string_view(visit.amendmentType));
    const auto text = words.text("quick_note");
    if (type == nullptr || text.empty() || text == forms::RecordFields(visit, kept.view).text("quick_note"))
        return {};
    const auto id = seal::namedId("amendment\n" + kept.view.record.text() + '\n' + other.view.record.text());
    LIANXIN_TRY(const bool isThere, store.contains(id));
    if (isThere) { // from an answer that was taken back
        LIANXIN_TRY(const auto opened, store.openForEdit(id));
        if (opened.view.life != store::Life::active)
            edit.records.push_back(editOf(opened, {forms::lifeEdit(store::Life::active)}));
        return {};
    }
    store::RecordEdit amendment{id, kept.view.root, type->number, kept.view.partition, {}, {}};
    const auto author = forms::authorOf(other.view);
    for (const auto& [name, value] :
         {std::pair{"target", Value::fromText(kept.view.record.text())}, std::pair{"text", Value::fromText(text)},
          std::pair{"at", words.value("occurred_at")}, std::pair{"by", Value::fromText(recordOf(author).text())}}) {
        LIANXIN_TRY(const auto* field, named(*type, name));
        if (!value.isNull())
            amendment.writes.push_back({RegisterKey{field->number, {}}, value});
    }
    edit.records.push_back(std::move(amendment));
    return {};
}

// Additions to the other visit belong to the one that is kept from now on.
Result<void> moveAdditions(const store::ReplicaStore& store, const Catalogue& catalogue, RecordId kept, RecordId other,
                           RecordId root, store::Edit& edit)
{
    LIANXIN_TRY(const auto children, store.children(root));
    for (const auto& view : children) {
        if (view.life != store::Life::active || addsTo(catalogue, view) != other)
            continue;
        LIANXIN_TRY(const auto* target, named(*catalogue.type(view.type), "target"));
        LIANXIN_TRY(const auto opened, store.openForEdit(view.record));
        edit.records.push_back(editOf(opened, {{RegisterKey{target->number, {}}, Value::fromText(kept.text())}}));
    }
    return {};
}

} // namespace

Result<Seen> look(const store::ReplicaStore& store, const Matter& matter)
{
    Seen seen;
    seen.matter = matter;
    LIANXIN_TRY(seen.first, store.openForEdit(matter.first));
    LIANXIN_TRY(seen.second, store.openForEdit(matter.second));
    return seen;
}

Result<store::Edit> keepEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const Seen& seen,
                             RecordId kept, std::string why)
{
    if (kept != seen.matter.first && kept != seen.matter.second)
        return fail(Errc::invalidInput, "neither of the two");
    const auto* type = catalogue.type(seen.matter.type);
    if (type == nullptr)
        return fail(Errc::upgradeNeeded, "a type that the catalogue does not know");
    const auto& stays = seen.of(kept);
    const auto& other = seen.of(kept == seen.matter.first ? seen.matter.second : seen.matter.first);
    store::Edit edit;
    edit.auditKind = "settle";
    edit.why = std::move(why);
    if (seen.matter.question == Question::primaries) {
        LIANXIN_TRY(const auto* main, named(*type, "is_primary"));
        LIANXIN_TRY(auto yes, fieldEdit(*type, stays.view, *main, Value::fromBool(true)));
        LIANXIN_TRY(auto no, fieldEdit(*type, other.view, *main, Value::fromBool(false)));
        edit.records = {editOf(stays, {std::move(yes)}), editOf(other, {std::move(no)})};
        return edit;
    }
    if (seen.matter.question == Question::payments && !isLedgerRow(*type)) {
        const auto* amount = amountField(*type);
        if (amount == nullptr)
            return fail(Errc::upgradeNeeded, type->name + " is no payment");
        const forms::RecordFields fields(*type, stays.view);
        LIANXIN_TRY(auto paid, fieldEdit(*type, stays.view, *amount, fields.value(amount->name)));
        LIANXIN_TRY(auto none, fieldEdit(*type, other.view, *amount, Value::null()));
        edit.records = {editOf(stays, {std::move(paid)}), editOf(other, {std::move(none)})};
        return edit;
    }
    if (seen.matter.question == Question::additions) {
        const auto life = kept == seen.matter.first ? store::Life::active : store::Life::voided;
        edit.records = {editOf(seen.first, {forms::lifeEdit(life)}), editOf(seen.second, {forms::lifeEdit(life)})};
        return edit;
    }
    edit.records = {editOf(stays, {forms::lifeEdit(store::Life::active)}),
                    editOf(other, {forms::lifeEdit(store::Life::voided)})};
    if (seen.matter.question == Question::visits) {
        LIANXIN_CHECK(moveAdditions(store, catalogue, kept, other.view.record, other.view.root, edit));
        LIANXIN_CHECK(addWords(store, catalogue, *type, stays, other, edit));
    }
    return edit;
}

Result<store::Edit> bothRightEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const Seen& seen)
{
    const auto* type = catalogue.type(std::string_view("settle_note"));
    if (type == nullptr)
        return fail(Errc::upgradeNeeded, "the catalogue has no notes on what was looked at");
    const auto& matter = seen.matter;
    const auto id = noteId(matter);
    store::RecordEdit note{id, matter.root, type->number, matter.partition, {}, {}};
    LIANXIN_TRY(const bool isThere, store.contains(id));
    if (isThere) {
        LIANXIN_TRY(auto opened, store.openForEdit(id));
        note.root = opened.view.root;
        note.partition = opened.view.partition;
        note.past = std::move(opened.past);
    }
    for (const auto& [name, value] : {std::pair{"question", Value::fromInt(static_cast<std::int64_t>(matter.question))},
                                      std::pair{"one", Value::fromText(matter.first.text())},
                                      std::pair{"other", Value::fromText(matter.second.text())},
                                      std::pair{"decision", Value::fromInt(kBothRight)}}) {
        LIANXIN_TRY(const auto* field, named(*type, name));
        note.writes.push_back({RegisterKey{field->number, {}}, value});
    }
    store::Edit edit;
    edit.auditKind = "settle";
    edit.records.push_back(std::move(note));
    return edit;
}

namespace {

// Which of the two an answer about visits left standing.
RecordId kept(const store::Edit& answer, const Seen& seen)
{
    return answer.records.empty() ? seen.matter.first : answer.records.front().record;
}

} // namespace

store::Edit takenBack(const Catalogue& catalogue, const Seen& seen, const store::Edit& answer, const Dot& saved)
{
    const auto* note = catalogue.type(std::string_view("settle_note"));
    const auto* decision = note == nullptr ? nullptr : note->field(std::string_view("decision"));
    store::Edit edit;
    edit.auditKind = "undo";
    for (const auto& done : answer.records) {
        const bool isSeen = done.record == seen.matter.first || done.record == seen.matter.second;
        store::RecordEdit back{done.record, done.root, done.type, done.partition, {}, {}};
        const auto add = [&](const RegisterKey& key, Value value) {
            // Replaces what was on the page and the answer itself, nothing that came in besides.
            auto past = done.past.of(key);
            past.add(saved);
            back.past.set(key, past);
            back.writes.push_back({key, std::move(value)});
        };
        if (isSeen) {
            for (const auto& write : done.writes) {
                const auto* was = seen.of(done.record).view.find(write.key);
                if (was != nullptr)
                    add(write.key, was->value);
                else
                    add(write.key,
                        write.key.number == kLifeRegister ? forms::lifeEdit(store::Life::active).value : Value::null());
            }
        } else if (note != nullptr && done.type == note->number) {
            if (decision != nullptr)
                add({decision->number, {}}, Value::null());
        } else if (done.writes.size() == 1 && done.writes.front().key.number != kLifeRegister) { // one that was moved
            const auto from = kept(answer, seen) == seen.matter.first ? seen.matter.second : seen.matter.first;
            add(done.writes.front().key, Value::fromText(from.text()));
        } else { // an addition that the answer made
            for (const auto& write : done.writes) {
                auto past = done.past.of(write.key);
                past.add(saved);
                back.past.set(write.key, past);
            }
            add({kLifeRegister, {}}, forms::lifeEdit(store::Life::voided).value);
        }
        if (!back.writes.empty())
            edit.records.push_back(std::move(back));
    }
    return edit;
}

} // namespace lianxin::settle
