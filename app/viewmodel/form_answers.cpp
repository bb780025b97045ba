// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does to a row of the open form.
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/model/number_facts.hpp"

namespace lianxin::ui {
namespace {

constexpr Millis kDayMillis = 24LL * 3600 * 1000;

// What a whole number says is not asked again. While it is being typed nobody knows yet how long it will be.
void takeFacts(forms::RecordEditor& editor, const Field& field, std::string_view typed, Day today)
{
    const auto facts = numberFacts(editor.form().type(), field, typed, today);
    for (const auto& [number, value] : facts.marks)
        if (editor.form().value(number) != value)
            editor.edit().set(number, value);
    for (const auto& [number, value] : facts.hints)
        if (editor.form().value(number).isNull())
            editor.edit().set(number, value);
}

bool isReference(const Field& field) { return field.kind == FieldKind::ref || field.kind == FieldKind::refSet; }

} // namespace

void FormEditor::edit(int key, const QString& text)
{
    const auto [editor, field] = target(key);
    if (field == nullptr)
        return;
    m_form->typed[key] = text;
    m_form->unreadable.erase(key);
    if (isReference(*field)) // these words look for something, they are no answer
        return refresh();
    if (const auto value = typedValue(m_desk, *field, text))
        editor->edit().set(field->number, *value);
    touched();
}

void FormEditor::leave(int key)
{
    const auto [editor, field] = target(key);
    const auto typed = field != nullptr ? m_form->typed.find(key) : decltype(m_form->typed.end()){};
    if (field == nullptr || typed == m_form->typed.end() || isReference(*field))
        return;
    if (!typedValue(m_desk, *field, typed->second))
        m_form->unreadable[key] = typed->second;
    else
        takeFacts(*editor, *field, typed->second.toStdString(), m_desk.today());
    m_form->typed.erase(typed);
    afterAnswer(*field);
    if (const auto saved = saveNow(); !saved)
        m_navigator.tell(saved.error());
    refresh();
}

void FormEditor::toggle(int key, int code)
{
    const auto [editor, field] = target(key);
    if (field == nullptr)
        return;
    auto& form = editor->edit();
    switch (field->kind) {
    case FieldKind::boolean: form.toggle(field->number, Value::fromBool(code != 0)); break;
    case FieldKind::date: form.set(field->number, Value::fromText(dayText(addDays(m_desk.today(), code)))); break;
    case FieldKind::timestamp: {
        const auto now = form.value(field->number).asInt().value_or(m_desk.now());
        const auto ofDay = now - startOfDayInChina(dayInChina(now));
        form.set(field->number, Value::fromInt(startOfDayInChina(addDays(m_desk.today(), code)) + ofDay));
        break;
    }
    case FieldKind::ref:
    case FieldKind::refSet: {
        const auto& candidates = m_form->candidates[field->number];
        if (code >= 0 && code < static_cast<int>(candidates.size()))
            form.toggle(field->number, Value::fromText(candidates[static_cast<std::size_t>(code)].text()));
        break;
    }
    case FieldKind::text: {
        const auto& places = m_form->places[field->number];
        if (code >= 0 && code < static_cast<int>(places.size()))
            form.set(field->number, Value::fromText(places[static_cast<std::size_t>(code)]));
        break;
    }
    default: form.toggle(field->number, Value::fromInt(code)); break;
    }
    m_form->typed.erase(key);
    m_form->unreadable.erase(key);
    afterAnswer(*field);
    touched();
}

void FormEditor::setChecked(int key, bool checked)
{
    if (const auto [editor, field] = target(key); field != nullptr) {
        editor->edit().set(field->number, Value::fromBool(checked));
        touched();
    }
}

void FormEditor::append(int key, const QString& words)
{
    const auto [editor, field] = target(key);
    if (field == nullptr)
        return;
    const QString before = m_form->typed.contains(key) ? m_form->typed[key]
                                                       : qs(editor->form().value(field->number).asText().value_or(""));
    const bool pause = !before.isEmpty() && !before.back().isPunct() && !before.back().isSpace();
    edit(key, before + (pause ? tr(", ", "between the items of a list") : QString()) + words);
}

void FormEditor::step(int key, int delta)
{
    const auto [editor, field] = target(key);
    if (field == nullptr)
        return;
    auto& form = editor->edit();
    const Value now = form.value(field->number);
    if (field->kind == FieldKind::date) {
        const auto day = parseDay(now.asText().value_or("")).value_or(m_desk.today());
        form.set(field->number, Value::fromText(dayText(addDays(day, delta))));
    } else if (field->kind == FieldKind::timestamp) {
        form.set(field->number, Value::fromInt(now.asInt().value_or(m_desk.now()) + delta * kDayMillis));
    } else if (field->kind == FieldKind::integer) {
        form.set(field->number, Value::fromInt(now.asInt().value_or(field->min.value_or(0)) + delta));
    }
    m_form->typed.erase(key);
    m_form->unreadable.erase(key);
    touched();
}

void FormEditor::clear(int key)
{
    if (const auto [editor, field] = target(key); field != nullptr) {
        editor->edit().set(field->number, Value::null());
        m_form->typed.erase(key);
        m_form->unreadable.erase(key);
        touched();
    }
}

void FormEditor::toggleSection(int key)
{
    if (m_form == nullptr)
        return;
    const auto index = static_cast<std::size_t>(key - kSectionKey - 1);
    if (key <= kSectionKey || index >= type().sections.size())
        return;
    const std::string& name = type().sections[index].name;
    if (!m_form->openSections.insert(name).second)
        m_form->openSections.erase(name);
    refresh();
}

void FormEditor::toggleWhen()
{
    if (m_form == nullptr)
        return;
    m_form->whenOpen = !m_form->whenOpen;
    refresh();
}

} // namespace lianxin::ui
