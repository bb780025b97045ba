// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hands put into an open form: pictures, voices, signatures, a place, the number of a scanned card.
#include "app/viewmodel/form_editor.hpp"

#include "app/viewmodel/attachment_rows.hpp"

#include <QPointer>

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::ui {

void FormEditor::attach(int key, int kind)
{
    const auto [editor, field] = target(key);
    if (field == nullptr || !hands::holdsAttachments(*field))
        return;
    HandWish wish;
    wish.kind = static_cast<hands::AttachmentKind>(kind);
    wish.what = wish.kind == hands::AttachmentKind::voice       ? HandWish::What::voice
                : wish.kind == hands::AttachmentKind::signature ? HandWish::What::signature
                                                                : HandWish::What::picture;
    wish.root = editor->root();
    wish.forWhat = m_desk.label(type().label);
    m_navigator.goHands(wish, [self = QPointer(this), key, record = editor->record()](const HandResult& result) {
        if (self != nullptr)
            self->takeIn(key, record, result);
    });
}

// From here on it is part of the draft: stored at once, kept and taken back with the record.
void FormEditor::takeIn(int key, RecordId record, const HandResult& result)
{
    const auto [editor, field] = target(key);
    auto* blobs = m_desk.isOpen() ? m_desk.work().blobs : nullptr;
    if (field == nullptr || editor->record() != record)
        return;
    if (result.made && blobs != nullptr) {
        const auto attached = hands::attach(m_desk.editorPorts(), *blobs, *editor, *field, *result.made, result.yes);
        if (!attached && attached.error().code == Errc::diskFull)
            return m_navigator.say(tr("The tablet is nearly full; text still saves, this one does not fit"));
        if (!attached)
            return m_navigator.tell(attached.error());
    }
    if (result.place)
        editor->edit().set(field->number,
                           Value::fromJson(boost::json::array{result.place->latitude, result.place->longitude}));
    if (result.code) {
        if (result.code->kind != hands::CodeText::Kind::cardNumber)
            return m_navigator.say(tr("This code registers a tablet; a card has another one"));
        editor->edit().set(field->number, Value::fromText(result.code->text));
        m_form->typed.erase(key);
        m_form->unreadable.erase(key);
    }
    touched();
    if (const auto saved = saveNow(); !saved)
        m_navigator.tell(saved.error());
}

void FormEditor::openAttachment(const QString& attachmentId)
{
    if (m_form == nullptr)
        return;
    const RecordId id = idOf(attachmentId);
    for (const auto& field : type().fields)
        if (hands::holdsAttachments(field))
            for (const auto& attached : hands::attachedTo(m_desk.editorPorts(), m_form->editor, field))
                if (attached.record == id)
                    return m_navigator.goAttachment(id, attached.values, attached.isNew);
}

void FormEditor::removeAttachment(int key, const QString& attachmentId)
{
    const auto [editor, field] = target(key);
    if (field == nullptr)
        return;
    const RecordId id = idOf(attachmentId);
    std::optional<forms::RowDraft> before;
    for (const auto& row : editor->rowDrafts())
        if (row.draft.record == id)
            before = row;
    if (const auto gone = hands::detach(m_desk.editorPorts(), *editor, *field, id); !gone)
        return m_navigator.tell(gone.error());
    touched();
    m_navigator.say(tr("Taken out"),
                    [self = QPointer(this), form = editor->record(), number = field->number, id, before] {
                        OpenForm* found = self != nullptr ? self->formOf(form) : nullptr;
                        if (found == nullptr)
                            return;
                        if (before)
                            found->editor.putRow(*before);
                        else
                            found->editor.forgetRow(id);
                        found->editor.edit().setElement(number, Value::fromText(id.text()), true);
                        self->touched();
                    });
}

void FormEditor::speak(int key)
{
    Q_UNUSED(key) // wherever the microphone stands, the memo belongs to the record
    if (const Field* field = m_form != nullptr ? voiceField(m_desk, m_form->editor) : nullptr)
        attach(static_cast<int>(field->number), static_cast<int>(hands::AttachmentKind::voice));
}

void FormEditor::notePlace(int key)
{
    const auto [editor, field] = target(key);
    if (field == nullptr || field->kind != FieldKind::place)
        return;
    HandWish wish;
    wish.what = HandWish::What::place;
    m_navigator.goHands(wish, [self = QPointer(this), key, record = editor->record()](const HandResult& result) {
        if (self != nullptr)
            self->takeIn(key, record, result);
    });
}

void FormEditor::scan(int key)
{
    const auto [editor, field] = target(key);
    if (field == nullptr || field->kind != FieldKind::text)
        return;
    HandWish wish;
    wish.what = HandWish::What::code;
    m_navigator.goHands(wish, [self = QPointer(this), key, record = editor->record()](const HandResult& result) {
        if (self != nullptr)
            self->takeIn(key, record, result);
    });
}

} // namespace lianxin::ui
