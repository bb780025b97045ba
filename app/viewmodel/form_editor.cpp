// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_editor.hpp"

#include "app/forms/held_back.hpp"
#include "app/viewmodel/asked.hpp"
#include "app/viewmodel/repeat_rows.hpp"
#include "app/viewmodel/value_text.hpp"

#include <chrono>
#include <utility>

namespace lianxin::ui {
namespace {

// D19: durable at most 500 ms after the last committed text. The timer runs from the first of a burst, the rest is the store's fsync.
constexpr std::chrono::milliseconds kSaveDelay{400};

} // namespace

FormEditor::FormEditor(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_rows(formRoles()),
      m_items(itemRoles())
{
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveDelay);
    connect(&m_save, &QTimer::timeout, this, [this] {
        if (const auto saved = saveNow(); !saved && saved.error().code == Errc::diskFull)
            m_navigator.tellFault(Fault::draftNoRoom);
        else if (!saved)
            m_navigator.tell(saved.error());
    });
    connect(&m_desk, &Desk::closed, this, [this] { close(); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { refresh(); });
}

RecordId FormEditor::familyOfForm(const forms::RecordEditor& editor) const
{
    if (editor.form().type().name == "household")
        return editor.isNew() ? RecordId{} : editor.record();
    if (const auto family = m_book.familyOf(editor.root()); !family.isNil())
        return family;
    const Field* field = editor.form().type().field(std::string_view("household")); // a case that is not saved yet
    const auto id = field != nullptr ? RecordId::parse(editor.form().value(field->number).asText().value_or(""))
                                     : Result<RecordId>{};
    return id ? *id : RecordId{};
}

void FormEditor::adopt(forms::RecordEditor editor, RecordId household)
{
    if (m_form != nullptr)
        close();
    m_form = opened(std::move(editor), household);
}

std::unique_ptr<OpenForm> FormEditor::opened(forms::RecordEditor editor, RecordId household) const
{
    auto form = std::make_unique<OpenForm>(
        OpenForm{std::move(editor), nullptr, household, {}, {}, {}, false, {}, {}, {}, 0, 0, {}, 0});
    form->repeats = forms::Repeats::of(m_desk.editorPorts(), form->editor);
    return form;
}

Result<void> FormEditor::begin(const forms::NewRecord& wanted)
{
    auto begun = std::exchange(m_begun, std::nullopt);
    const bool goesOn = begun && begun->form().type().number == wanted.type && begun->root() == wanted.root;
    auto opened = goesOn ? Result<forms::RecordEditor>(std::move(*begun))
                         : forms::RecordEditor::openNew(m_desk.editorPorts(), wanted);
    LIANXIN_TRY(auto editor, std::move(opened));
    const RecordId household = familyOfForm(editor);
    adopt(std::move(editor), household);
    addSummary(false);
    refreshReaders();
    refresh();
    return {};
}

Result<void> FormEditor::beginEdit(RecordId record)
{
    if (const auto draft = m_desk.store().draft(record); draft && *draft)
        return resume(**draft); // somebody was at it already
    LIANXIN_TRY(const auto view, m_desk.store().view(record));
    const RecordType* found = m_desk.catalogue().type(view.type);
    if (found == nullptr)
        return fail(Errc::upgradeNeeded, "record of an unknown type");
    auto editing = forms::editingOf(*found, view, m_desk.work().user, m_desk.work().role, m_desk.now());
    // What the province set aside is mended in its own form, however late: there is nothing yet that an addition could add to.
    if (editing == forms::Editing::amend && forms::waitsForAnswer(m_desk.store(), m_desk.catalogue(), record))
        editing = forms::Editing::edit;
    switch (editing) {
    case forms::Editing::none: return fail(Errc::notAllowed, "not for this person");
    case forms::Editing::amend: {
        const RecordType& later = m_desk.type(found->amendmentType);
        // The addition names what it adds to: by its parent field, else by the reference that it must have.
        forms::NewRecord wanted{later.number, view.root, view.partition, {}};
        for (const auto& field : later.fields)
            if (field.kind == FieldKind::ref &&
                (field.number == later.parentField || field.refType == "*" || field.refType == found->name)) {
                wanted.prefill[field.number] = Value::fromText(record.text());
                break;
            }
        return begin(wanted);
    }
    case forms::Editing::edit: break;
    }
    LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(m_desk.editorPorts(), record));
    const RecordId household = familyOfForm(editor);
    adopt(std::move(editor), household);
    addSummary(true);
    refreshReaders();
    refresh();
    return {};
}

Result<void> FormEditor::resume(const store::Draft& draft)
{
    LIANXIN_TRY(auto editor, forms::RecordEditor::restore(m_desk.editorPorts(), draft));
    const RecordId household = familyOfForm(editor);
    adopt(std::move(editor), household);
    addSummary(true);
    refreshReaders();
    refresh();
    return {};
}

// The summary that the contact person may see is a plain record of the village, written in the same save (D15).
void FormEditor::addSummary(bool restore)
{
    if (type().name != "counsel_session" || m_form->household.isNil())
        return;
    const RecordType& summaryType = m_desk.type("shared_summary");
    const Field* session = summaryType.field(std::string_view("session"));
    const auto forSession = [&](const Value& value) { return value.asText() == m_form->editor.record().text(); };
    if (restore)
        if (const auto drafts = m_desk.store().drafts())
            for (const auto& draft : *drafts)
                if (draft.type == summaryType.number)
                    if (auto editor = forms::RecordEditor::restore(m_desk.editorPorts(), draft);
                        editor && forSession(editor->form().value(session->number))) {
                        m_form->summary = std::make_unique<forms::RecordEditor>(std::move(*editor));
                        return;
                    }
    const FamilySummary* family = m_book.summary(m_form->household);
    if (family == nullptr)
        return;
    auto editor = forms::RecordEditor::openNew(m_desk.editorPorts(),
                                               {summaryType.number,
                                                m_form->household,
                                                family->partition,
                                                {{session->number, Value::fromText(m_form->editor.record().text())}}});
    if (editor)
        m_form->summary = std::make_unique<forms::RecordEditor>(std::move(*editor));
}

Result<void> FormEditor::saveNow()
{
    m_save.stop();
    if (m_form == nullptr)
        return {};
    if (isRow()) {
        LIANXIN_CHECK(putRow());
        return m_above->editor.saveDraft();
    }
    LIANXIN_CHECK(m_form->editor.saveDraft());
    if (m_form->summary != nullptr) {
        LIANXIN_CHECK(m_form->summary->saveDraft());
    }
    return {};
}

void FormEditor::close()
{
    if (m_form != nullptr)
        if (const auto saved = saveNow(); !saved)
            m_navigator.tell(saved.error());
    m_form.reset();
    m_above.reset();
    m_waiting.reset();
    m_rows.setRows({});
    m_items.setRows({});
    m_missing.clear();
    emit changed();
}

void FormEditor::refreshReaders()
{
    m_readers.clear();
    m_asked = m_form->editor.isNew() ? QString() : askedSentence(m_desk, m_form->editor.record());
    if (!isSealed())
        return;
    const auto target = m_form->editor.target(type().envelope->number);
    QStringList names{tr("you")};
    if (const auto readers = m_desk.work().sealer->readers(target))
        for (const auto& user : *readers)
            if (user != m_desk.work().user)
                if (const QString name = m_desk.userName(user); !name.isEmpty()) // escrow is no member of staff
                    names << name;
    m_readers = tr("Readers: %1").arg(names.join(tr(", ", "between the items of a list")));
}

void FormEditor::refresh()
{
    if (m_form == nullptr)
        return;
    m_missing = missingLabels(m_desk, *m_form);
    // The safety questions are asked when the session is kept; they hold nothing up before.
    if (type().name == "counsel_session")
        if (const auto risk = number("risk"))
            m_missing.removeAll(m_desk.label(type().field(*risk)->label));
    m_rows.setRows(formRows(m_book, *m_form));
    m_items.setRows(isListOpen() ? itemRows(m_desk, *m_form, m_form->listed) : Rows{});
    emit changed();
}

std::optional<std::uint32_t> FormEditor::number(const char* field) const
{
    const Field* found = type().field(std::string_view(field));
    return found != nullptr ? std::optional(found->number) : std::nullopt;
}

Value FormEditor::valueOf(const char* field) const
{
    const auto found = number(field);
    return found ? m_form->editor.form().value(*found) : Value::null();
}

bool FormEditor::isSigned() const { return m_form != nullptr && !isRow() && type().finalWhen.has_value(); }

QString FormEditor::heading() const
{
    if (m_form == nullptr)
        return {};
    if (isRow())
        return ordinalText(m_desk, type(), m_form->ordinal);
    if (const RecordType* rows = m_desk.catalogue().type(m_form->listed); isListOpen() && rows != nullptr)
        return m_desk.label(rows->label);
    const FamilySummary* family = m_book.summary(m_form->household);
    return dotted({m_desk.label(type().label), family != nullptr ? family->callName : QString()});
}

QString FormEditor::subheading() const
{
    if (isInside()) { // where it belongs
        const OpenForm& form = isRow() ? *m_above : *m_form;
        const FamilySummary* family = m_book.summary(form.household);
        return dotted(
            {m_desk.label(form.editor.form().type().label), family != nullptr ? family->callName : QString()});
    }
    if (m_form == nullptr || type().name != "counsel_session")
        return {};
    QStringList parts{whenText()};
    for (const char* name : {"minutes", "place"})
        if (const Field* field = type().field(std::string_view(name)))
            parts << valueText(m_desk, *field, m_form->editor.form().value(field->number));
    return dotted(parts);
}

QString FormEditor::initial() const
{
    const FamilySummary* family = m_form != nullptr ? m_book.summary(m_form->household) : nullptr;
    return family != nullptr ? family->initial : QString();
}

int FormEditor::tint() const
{
    const FamilySummary* family = m_form != nullptr ? m_book.summary(m_form->household) : nullptr;
    return family != nullptr ? family->tint : 0;
}

QString FormEditor::whenText() const
{
    const Field* when = m_form != nullptr ? whenField(type()) : nullptr;
    const auto at = when != nullptr ? m_form->editor.form().value(when->number).asInt() : std::nullopt;
    return at ? momentText(*at, m_desk.today()) : QString();
}

QString FormEditor::savedText() const
{
    return m_form == nullptr ? QString() : isSealed() ? tr("The draft is kept under lock") : tr("Kept as you type");
}

QString FormEditor::footText() const
{
    if (m_form == nullptr)
        return {};
    if (isListOpen())
        return countText(static_cast<int>(m_form->repeats.rows(m_form->listed).size()));
    return m_missing.isEmpty() ? tr("All that is needed")
                               : tr("Still to come: %1").arg(m_missing.join(tr(", ", "between the items of a list")));
}

QString FormEditor::footLine() const
{
    return isSigned() && !isInside() ? tr("Signed is final, add later") : QString();
}

QString FormEditor::commitLabel() const
{
    return isListOpen() ? tr("Add one") : isRow() ? tr("Done") : isSigned() ? tr("Sign and keep") : tr("Keep");
}

FormEditor::Target FormEditor::target(int key) const
{
    if (m_form == nullptr || key < 0)
        return {};
    forms::RecordEditor* editor = &m_form->editor;
    if (key >= kSummaryKey) {
        editor = m_form->summary.get();
        key -= kSummaryKey;
    }
    const Field* field =
        editor != nullptr && key < kSectionKey ? editor->form().type().field(static_cast<std::uint32_t>(key)) : nullptr;
    return field != nullptr && !field->readOnly ? Target{editor, field} : Target{};
}

void FormEditor::touched()
{
    if (m_form == nullptr)
        return;
    if (!m_save.isActive())
        m_save.start();
    m_form->repeats.follow(m_form->editor);
    refresh();
}

} // namespace lianxin::ui
