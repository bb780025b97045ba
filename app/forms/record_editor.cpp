// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_editor.hpp"

#include "app/forms/form_defaults.hpp"
#include "app/forms/form_surroundings.hpp"
#include "app/forms/held_back.hpp"
#include "app/forms/life_edit.hpp"
#include "app/forms/neighbour_hints.hpp"
#include "app/forms/repeats.hpp"
#include "sync/model/catalogue_values.hpp"

#include <algorithm>

namespace lianxin::forms {
namespace {

// An envelope's text is the object {"<field>": value}; the texts of two moments are compared, never their ciphertexts.
Result<FieldValues> openContent(Sealer& sealer, const RecordType& type, const std::string& envelope,
                                const SealTarget& target)
{
    LIANXIN_TRY(const auto text, sealer.open(envelope, target));
    LIANXIN_TRY(const auto content, Value::fromCanonical(text));
    return openedFields(type, content);
}

store::RegisterEdit single(std::uint32_t number, Value value)
{
    store::RegisterEdit edit;
    edit.key.number = number;
    edit.value = std::move(value);
    return edit;
}

std::string adviceCode(StateAdvice advice)
{
    return advice == StateAdvice::unusualStart  ? "state_start"
           : advice == StateAdvice::unusualStep ? "state_step"
                                                : "state_others";
}

store::RecordEdit voiding(RecordId record, RecordId root, std::uint32_t type, const PartitionId& partition)
{
    store::RecordEdit edit{record, root, type, partition, {}, {}};
    edit.writes.push_back(lifeEdit(store::Life::voided));
    return edit;
}

} // namespace

RecordEditor::RecordEditor(const EditorPorts& ports, FormState form) : m_ports(ports), m_form(std::move(form)) {}

Result<RecordEditor> RecordEditor::openNew(const EditorPorts& ports, const NewRecord& wanted)
{
    const RecordType* type = ports.catalogue->type(wanted.type);
    if (type == nullptr)
        return fail(Errc::invalidInput, "no record type " + std::to_string(wanted.type));
    // Filed under the wrong root it would be held back at the province for ever (reason 5): better no form than such a form.
    if (!type->isRoot)
        if (const auto root = ports.store->view(wanted.root))
            if (const RecordType* rootType = ports.catalogue->type(root->type);
                rootType != nullptr && !type->hasRoot(rootType->name))
                return fail(Errc::internal, "a " + type->name + " cannot hang on a " + rootType->name);
    if (isBoard(wanted.partition) && !isForBoards(*type))
        return fail(Errc::notAllowed, "a " + type->name + " does not lie on a board");
    auto values = startValues(ports, *type, wanted);
    auto around = surroundingsOf(ports, *type, {}, wanted.root, values);
    if (wanted.parent)
        around.parent = *wanted.parent;
    RecordEditor editor(ports, FormState(*type, std::move(values), std::move(around)));
    editor.m_record = wanted.id.isNil() ? makeRecordId(ports.clock->now(), *ports.random) : wanted.id;
    editor.m_root = wanted.root.isNil() ? editor.m_record : wanted.root;
    editor.m_partition = type->isRoot && type->scope == RecordScope::counselCase ? PartitionId::forCase(editor.m_record)
                                                                                 : wanted.partition;
    return editor;
}

Result<RecordEditor> RecordEditor::openExisting(const EditorPorts& ports, RecordId record)
{
    LIANXIN_TRY(auto opened, ports.store->openForEdit(record));
    const RecordType* type = ports.catalogue->type(opened.view.type);
    if (type == nullptr)
        return fail(Errc::upgradeNeeded, "record of an unknown type");
    const RegisterValues registers = opened.view.values();
    FieldValues stored = fieldsOf(*type, registers);
    auto around = surroundingsOf(ports, *type, record, opened.view.root, stored);
    RecordEditor editor(ports, FormState(*type, {}));
    editor.m_record = record;
    editor.m_root = opened.view.root;
    editor.m_partition = opened.view.partition;
    editor.m_past = std::move(opened.past);
    editor.m_isNew = false;
    editor.m_putAway = opened.view.life == store::Life::voided;
    if (type->envelope) {
        const auto envelope = registers.find({type->envelope->number, {}});
        if (envelope != registers.end() && !envelope->second.isNull()) {
            LIANXIN_TRY(auto sealed, openContent(*ports.sealer, *type, envelope->second.asText().value_or(""),
                                                 editor.target(type->envelope->number)));
            stored.merge(sealed);
        }
    }
    editor.m_before = stored;
    editor.m_beyond = groupsBeyond(*type, registers);
    editor.m_form = FormState(*type, std::move(stored), std::move(around));
    return editor;
}

Result<RecordEditor> RecordEditor::restore(const EditorPorts& ports, const store::Draft& draft)
{
    const RecordType* type = ports.catalogue->type(draft.type);
    if (type == nullptr)
        return fail(Errc::upgradeNeeded, "draft of an unknown type");
    LIANXIN_TRY(auto body, DraftBody::decode(draft.body));
    RecordEditor editor(ports, FormState(*type, {}));
    editor.m_record = draft.record;
    editor.m_root = draft.root;
    editor.m_partition = body.partition;
    editor.m_past = draft.past;
    editor.m_isNew = body.isNew;
    if (!body.envelope.empty()) {
        SealTarget place = editor.target(0);
        LIANXIN_TRY(const auto text, ports.sealer->open(body.envelope, place));
        LIANXIN_CHECK(body.addSealed(*type, text));
    }
    auto around = surroundingsOf(ports, *type, draft.record, draft.root, body.values);
    editor.m_form = FormState(*type, std::move(body.values), std::move(around));
    editor.m_before = std::move(body.before);
    editor.m_rows = std::move(body.rows);
    if (!editor.m_isNew)
        if (const auto now = ports.store->view(draft.record)) // it may have come since the draft was begun
            editor.m_beyond = groupsBeyond(*type, now->values());
    return editor;
}

void RecordEditor::putRow(RowDraft row)
{
    m_dirty = true;
    const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                   [&](const RowDraft& other) { return other.draft.record == row.draft.record; });
    if (same == m_rows.end())
        m_rows.push_back(std::move(row));
    else
        *same = std::move(row);
}

void RecordEditor::forgetRow(RecordId record)
{
    m_dirty = true;
    std::erase_if(m_rows, [&](const RowDraft& row) { return row.draft.record == record; });
}

SealTarget RecordEditor::target(std::uint32_t field) const
{
    SealTarget target{m_record, m_root, m_form.type().number, field, {"author"}, {}};
    const auto& rule = m_form.type().envelope;
    if (field == 0 || !rule)
        return target;
    // The readers depend on what the record hangs on; a root stands for itself.
    std::string rootType = m_form.type().name;
    if (m_root != m_record)
        if (const auto root = m_ports.store->view(m_root))
            if (const RecordType* type = m_ports.catalogue->type(root->type))
                rootType = type->name;
    if (const auto found = rule->recipients.find(rootType); found != rule->recipients.end())
        target.recipients = found->second;
    if (m_root == m_record) // whom the case names in this very save must be able to open it
        for (const auto& word : target.recipients)
            if (const Field* naming = m_form.type().field(fieldOfRecipient(word)))
                if (const auto id = RecordId::parse(m_form.value(naming->number).asText().value_or("")))
                    target.named[word] = userOf(*id);
    return target;
}

bool RecordEditor::changed() const
{
    if (m_isNew || !m_rows.empty())
        return !m_rows.empty() || !m_form.values().empty();
    // An age that grew by a year since the last visit is nobody's edit.
    const auto typed = [this](FieldValues values) {
        for (const auto& field : m_form.type().fields)
            if (field.computed)
                values.erase(field.number);
        return values;
    };
    return typed(m_form.kept()) != typed(m_before);
}

std::vector<Hint> RecordEditor::hints() const
{
    const auto& around = m_form.surroundings();
    auto hints = validate(m_form.type(), m_form.kept(),
                          {m_ports.catalogue, m_ports.divisions, m_ports.clock->now(), &around.rows, &around.parent});
    if (const auto& course = m_form.type().states) {
        const auto was = m_before.find(course->field);
        const bool stored = !m_isNew && was != m_before.end();
        const auto advice =
            adviceOn(*course, stored ? was->second : Value::null(), m_form.value(course->field), m_ports.role);
        if (advice != StateAdvice::fits)
            hints.push_back({course->field, adviceCode(advice), Severity::hint, 0});
    }
    for (auto& hint : neighbourHints(m_ports, m_form.type(), m_record, m_root, m_form.kept()))
        hints.push_back(std::move(hint));
    return hints;
}

Result<FieldValues> RecordEditor::writable() const
{
    FieldValues values = m_form.kept();
    for (const auto& field : m_form.type().fields) {
        if (!isBeyond(field))
            continue;
        const auto was = m_before.find(field.number);
        const Value before = was == m_before.end() ? Value::null() : was->second;
        if (!field.computed && m_form.value(field.number) != before)
            return fail(Errc::upgradeNeeded,
                        m_form.type().name + "." + field.name + " stands with what a newer version wrote");
        values.erase(field.number);
        if (was != m_before.end())
            values.insert(*was);
    }
    return values;
}

Result<std::vector<store::RegisterEdit>> RecordEditor::writes() const
{
    const RecordType& type = m_form.type();
    // Words of a question that this catalogue does not have: the draft keeps them until it is known again. Kept now, they would be lost.
    for (const auto& [field, value] : m_form.values())
        if (type.field(field) == nullptr)
            return fail(Errc::upgradeNeeded, type.name + " has no field " + std::to_string(field));
    std::vector<store::RegisterEdit> writes;
    LIANXIN_TRY(const auto values, writable());
    for (auto& [key, value] : registerChanges(type, m_isNew ? FieldValues{} : m_before, values))
        writes.push_back({key, value});
    if (type.envelope) {
        const Value now = sealedContent(type, m_form.kept());
        if (m_isNew || now != sealedContent(type, m_before)) {
            LIANXIN_TRY(const auto envelope, m_ports.sealer->seal(now.canonical(), target(type.envelope->number)));
            writes.push_back(single(type.envelope->number, Value::fromText(envelope)));
        }
    }
    if (m_isNew && type.isRoot) {
        writes.push_back(single(kLocationRegister, Value::fromText(m_partition.text())));
        writes.push_back(lifeEdit(store::Life::active));
    }
    if (m_home && !m_isNew && *m_home != m_partition)
        writes.push_back(single(kLocationRegister, Value::fromText(m_home->text())));
    if (m_putAway)
        writes.push_back(lifeEdit(store::Life::active));
    return writes;
}

Result<store::Draft> RecordEditor::draftOf() const
{
    DraftBody body{m_isNew, m_partition, m_form.values(), m_isNew ? FieldValues{} : m_before, {}, m_rows};
    if (isSealed()) {
        const std::string text = body.takeSealed(m_form.type());
        LIANXIN_TRY(body.envelope, m_ports.sealer->seal(text, target(0)));
    }
    store::Draft draft;
    draft.id = m_record;
    draft.type = m_form.type().number;
    draft.record = m_record;
    draft.root = m_root;
    draft.past = m_past;
    draft.body = body.encode();
    draft.updated = m_ports.clock->now();
    return draft;
}

Result<void> RecordEditor::saveDraft()
{
    if (!m_dirty)
        return {};
    LIANXIN_TRY(const auto draft, draftOf());
    LIANXIN_CHECK(m_ports.store->putDraft(draft));
    m_dirty = false;
    return {};
}

Result<void> RecordEditor::discard()
{
    m_dirty = false;
    return m_ports.store->dropDraft(m_record);
}

Result<store::RecordEdit> RecordEditor::toEdit() const
{
    LIANXIN_TRY(auto changes, writes());
    return store::RecordEdit{m_record, m_root, m_form.type().number, m_partition, std::move(changes), m_past};
}

// What takes a write back: the values that are there now; of a record that is not there yet, its end.
store::RecordEdit RecordEditor::inverseOf(const store::RecordEdit& extra) const
{
    const auto now = m_ports.store->view(extra.record);
    if (!now)
        return voiding(extra.record, extra.root, extra.type, extra.partition);
    store::RecordEdit back{extra.record, extra.root, extra.type, extra.partition, {}, {}};
    for (const auto& write : extra.writes) {
        const auto* was = now->find(write.key);
        if (was != nullptr)
            back.writes.push_back({write.key, was->value});
        else if (write.key.number == kLifeRegister)
            back.writes.push_back(lifeEdit(store::Life::active));
        else
            back.writes.push_back({write.key, write.key.element.empty() ? Value::null() : Value::fromBool(false)});
    }
    return back;
}

Result<Committed> RecordEditor::commit(std::string why, std::vector<store::RecordEdit> alongside)
{
    Committed done;
    done.record = m_record;
    done.created = m_isNew;
    LIANXIN_TRY(auto changes, writes());
    store::Edit edit;
    edit.why = std::move(why);
    edit.draft = m_record;
    if (m_isNew) {
        done.inverse.push_back(voiding(m_record, m_root, m_form.type().number, m_partition));
        // The way back keeps the words: the same content as a draft that will become another record.
        LIANXIN_TRY(auto draft, draftOf());
        done.draft = std::move(draft);
    } else {
        done.inverse.push_back(inverseOf({m_record, m_root, m_form.type().number, m_partition, changes, {}}));
    }
    for (const auto& extra : alongside)
        done.inverse.push_back(inverseOf(extra));
    if (!changes.empty())
        edit.records.push_back({m_record, m_root, m_form.type().number, m_partition, std::move(changes), m_past});
    std::move(alongside.begin(), alongside.end(), std::back_inserter(edit.records));
    if (!m_isNew)
        LIANXIN_CHECK(answerHeldBack(*m_ports.store, m_record, m_past, edit));
    if (edit.records.empty()) { // nothing to say: the form closes all the same
        LIANXIN_CHECK(m_ports.store->dropDraft(m_record));
        done.inverse.clear();
        return done;
    }
    LIANXIN_TRY(done.change, m_ports.store->save(edit));
    m_dirty = false;
    return done;
}

Result<void> undo(const EditorPorts& ports, const Committed& committed)
{
    store::Edit edit;
    edit.auditKind = "undo";
    for (auto record : committed.inverse) {
        if (record.writes.empty())
            continue;
        LIANXIN_TRY(auto opened, ports.store->openForEdit(record.record));
        record.past = std::move(opened.past);
        edit.records.push_back(std::move(record));
    }
    if (edit.records.empty())
        return {};
    // The words first: a draft too many does no harm, words lost do. A record whose id its makers share (D4) comes back under that id
    // only: whoever explains the task again opens it.
    if (committed.draft && !isShared(committed.record)) {
        LIANXIN_TRY(auto editor, RecordEditor::restore(ports, *committed.draft));
        const bool isRoot = committed.draft->root == committed.draft->record;
        NewRecord again{committed.draft->type, isRoot ? RecordId{} : committed.draft->root, editor.partition(),
                        editor.form().values()};
        LIANXIN_TRY(auto fresh, RecordEditor::openNew(ports, again));
        LIANXIN_CHECK(copyRows(ports, editor, fresh));
        (void)fresh.edit();
        LIANXIN_CHECK(fresh.saveDraft());
    }
    LIANXIN_CHECK(ports.store->save(edit));
    return {};
}

} // namespace lianxin::forms
