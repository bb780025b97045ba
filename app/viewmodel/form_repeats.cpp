// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a repeat: one of them stands in the place of the form while it is written, and goes back into it.
#include "app/viewmodel/form_editor.hpp"

#include <QPointer>

#include <algorithm>

namespace lianxin::ui {

std::uint32_t FormEditor::rowTypeOf(int key) const
{
    const auto index = static_cast<std::size_t>(key - kRowsKey - 1);
    return m_form == nullptr || key <= kRowsKey || index >= type().sections.size() ? 0 : type().sections[index].rowType;
}

OpenForm* FormEditor::formOf(RecordId record)
{
    for (auto* form : {m_form.get(), m_above.get()})
        if (form != nullptr && form->editor.record() == record)
            return form;
    return nullptr;
}

void FormEditor::openRow(Result<forms::RecordEditor> row, int ordinal)
{
    if (!row)
        return m_navigator.tell(row.error());
    if (const auto saved = saveNow(); !saved)
        m_navigator.tell(saved.error());
    auto form = opened(std::move(*row), m_form->household);
    form->ordinal = ordinal;
    m_form->place = ordinal - 1;
    form->start = form->editor.form().values();
    m_above = std::move(m_form);
    m_form = std::move(form);
    refreshReaders();
    refresh();
}

void FormEditor::addRow(std::uint32_t type)
{
    if (m_form == nullptr || isRow())
        return;
    const auto ordinal = static_cast<int>(m_form->repeats.rows(type).size()) + 1;
    openRow(m_form->repeats.openNew(m_desk.editorPorts(), m_form->editor, type), ordinal);
}

bool FormEditor::mayChangeRow(const forms::Repeats::Row& row)
{
    if (row.isNew)
        return true;
    const auto view = m_desk.store().view(row.record);
    const auto& work = m_desk.work();
    if (view && forms::editingOf(row.state.type(), *view, work.user, work.role, m_desk.now()) == forms::Editing::edit)
        return true;
    m_navigator.say(tr("This one is settled; what is new goes into another one"));
    return false;
}

void FormEditor::addItem(int key)
{
    if (const auto type = rowTypeOf(key); type != 0)
        addRow(type);
}

void FormEditor::openItem(const QString& itemId)
{
    const auto* row = m_form != nullptr && !isRow() ? m_form->repeats.row(idOf(itemId)) : nullptr;
    if (row == nullptr || !mayChangeRow(*row))
        return;
    const auto& rows = m_form->repeats.rows(row->type);
    const auto ordinal = static_cast<int>(row - rows.data()) + 1;
    openRow(m_form->repeats.open(m_desk.editorPorts(), m_form->editor, row->record), ordinal);
}

void FormEditor::removeItem(const QString& itemId)
{
    const auto* row = m_form != nullptr && !isRow() ? m_form->repeats.row(idOf(itemId)) : nullptr;
    if (row == nullptr || !mayChangeRow(*row))
        return;
    auto removed = m_form->repeats.remove(m_desk.editorPorts(), m_form->editor, idOf(itemId));
    if (!removed)
        return m_navigator.tell(removed.error());
    touched();
    const QPointer<FormEditor> self(this);
    const auto back = [self, form = m_form->editor.record(), gone = *removed] {
        OpenForm* found = self != nullptr ? self->formOf(form) : nullptr;
        if (found == nullptr)
            return;
        found->repeats.bringBack(found->editor, gone);
        self->touched();
    };
    m_navigator.say(tr("Taken out"), back);
}

// A new row that was never put into the form simply is not there.
void FormEditor::removeOpenItem()
{
    if (!isRow())
        return;
    const RecordId row = m_form->editor.record();
    m_form = std::move(m_above);
    refreshReaders();
    if (m_form->repeats.row(row) != nullptr)
        removeItem(qs(row.text()));
    refresh();
}

void FormEditor::listItems(int key)
{
    if (const auto type = rowTypeOf(key); type != 0) {
        m_form->listed = type;
        m_form->place = static_cast<int>(m_form->repeats.rows(type).size()) - 1; // the newest
        refresh();
    }
}

bool FormEditor::isRowWritten() const
{
    return !m_form->editor.isNew() || m_form->editor.form().values() != m_form->start;
}

Result<void> FormEditor::putRow()
{
    if (!isRowWritten() && m_above->repeats.row(m_form->editor.record()) == nullptr)
        return {};
    return m_above->repeats.put(m_above->editor, m_form->editor);
}

void FormEditor::leaveRow()
{
    if (const auto saved = saveNow(); !saved)
        m_navigator.tell(saved.error());
    m_form = std::move(m_above);
    refreshReaders();
    refresh();
}

// Where only a row holds the form up, it is opened: what is missing is seen at once.
bool FormEditor::openIncompleteRow()
{
    if (isRow() || !m_form->editor.form().missing().empty())
        return false;
    for (const auto& section : type().sections)
        for (const auto& row : m_form->repeats.rows(section.rowType))
            if (const auto missing = row.state.missing(); !missing.empty()) {
                openItem(qs(row.record.text()));
                emit focusRequested(static_cast<int>(missing.front()));
                return true;
            }
    return false;
}

} // namespace lianxin::ui
