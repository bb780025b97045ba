// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a form is kept: companions that are written with it, and where the person goes next.
#include "app/viewmodel/form_editor.hpp"

#include "app/viewmodel/record_lines.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kTriggerTalk = 2; // code list risk_trigger
constexpr std::int64_t kSigned = 2;      // code list session_state
constexpr Millis kHour = 3600LL * 1000;

} // namespace

// The suggestion follows the answers; the level stays empty until a person decides.
void FormEditor::afterAnswer(const Field& field)
{
    if (type().name != "risk_assessment")
        return;
    auto& form = m_form->editor.edit();
    const auto& rules = m_desk.shelf().riskRules;
    if (const auto suggested = number("suggested_level"))
        form.set(*suggested, Value::fromInt(rules.suggest(type(), form.kept())));
    const auto review = number("review_at");
    const auto level = valueOf("level").asInt();
    if (field.name == "level" && level && review && form.value(*review).isNull())
        if (const auto hours = rules.reviewHours.find(*level); hours != rules.reviewHours.end())
            form.set(*review, Value::fromInt(m_desk.now() - m_desk.now() % 60000 + hours->second * kHour));
}

// What this record owes is a draft before the record itself is kept: whatever happens between the two, nobody forgets to ask.
std::optional<OwedQuestions> FormEditor::owe(Result<void>& outcome) const
{
    const auto* trigger = newlyOwed(m_desk, m_form->editor);
    const bool inVain = trigger == nullptr && reachedNobodyAgain(m_book, m_form->household, m_form->editor);
    if (trigger == nullptr && !inVain)
        return std::nullopt;
    const FamilySummary* family = m_book.summary(m_form->household);
    const auto code = inVain ? m_desk.shelf().riskRules.unreached.code : trigger->code;
    auto questions = oweQuestions(m_desk, safetyQuestions(m_desk, m_form->editor.root(), m_form->editor.partition(),
                                                          family != nullptr ? family->person : RecordId{}, code));
    if (!questions) {
        outcome = questions.error();
        return std::nullopt;
    }
    questions->later = trigger != nullptr && trigger->later;
    return std::move(*questions);
}

bool FormEditor::askSafetyFirst()
{
    if (type().name != "counsel_session" || !valueOf("safety_worry").isTrue() || !valueOf("risk").isNull())
        return false;
    if (const auto saved = saveNow(); !saved) {
        m_navigator.tell(saved.error());
        return true;
    }
    const FamilySummary* family = m_book.summary(m_form->household);
    auto questions =
        oweQuestions(m_desk, safetyQuestions(m_desk, m_form->editor.root(), m_form->editor.partition(),
                                             family != nullptr ? family->person : RecordId{}, kTriggerTalk));
    if (!questions) {
        m_navigator.tell(questions.error());
        return true;
    }
    const RecordId household = m_form->household;
    m_waiting = std::move(m_form);
    m_form = opened(std::move(questions->editor), household);
    refreshReaders();
    refresh();
    return true;
}

// Plain records that are written in the same save: the shared summary of a session, the flag of an assessment (D15).
std::vector<store::RecordEdit> FormEditor::alongside(Result<void>& outcome)
{
    std::vector<store::RecordEdit> records;
    if (m_form->summary != nullptr) {
        auto& summary = *m_form->summary;
        const RecordType& summaryType = summary.form().type();
        const bool written = summary.form().isFilled(*summaryType.field(std::string_view("summary")));
        for (const char* name : {"seq", "at", "minutes"})
            if (const Field* field = summaryType.field(std::string_view(name)))
                summary.edit().set(field->number, valueOf(name));
        if (written) {
            if (auto edit = summary.toEdit(); edit)
                records.push_back(std::move(*edit));
            else
                outcome = edit.error();
        }
    }
    if (type().name == "risk_assessment") {
        const auto& flags = m_desk.shelf().riskRules.flags;
        const auto flag = flags.find(valueOf("level").asInt().value_or(0));
        const FamilySummary* family = m_book.summary(m_form->household);
        if (flag == flags.end() || family == nullptr)
            return records;
        const RecordType& flagType = m_desk.type("risk_flag");
        forms::NewRecord wanted{flagType.number, family->id, family->partition, {}};
        wanted.prefill[flagType.field(std::string_view("flag"))->number] = Value::fromInt(flag->second);
        if (const auto person = valueOf("person"); !person.isNull())
            wanted.prefill[flagType.field(std::string_view("person"))->number] = person;
        auto editor = forms::RecordEditor::openNew(m_desk.editorPorts(), wanted);
        auto edit = editor ? editor->toEdit() : Result<store::RecordEdit>(editor.error());
        if (edit)
            records.push_back(std::move(*edit));
        else
            outcome = edit.error();
    }
    return records;
}

void FormEditor::commit()
{
    if (m_form == nullptr)
        return;
    if (isListOpen())
        return addRow(m_form->listed);
    for (auto& [key, text] : std::map<int, QString>(m_form->typed))
        leave(key); // a field that still has the cursor
    refresh();
    if (!m_missing.isEmpty() && openIncompleteRow())
        return;
    if (!m_missing.isEmpty()) {
        const auto missing = m_form->editor.form().missing();
        // A missing field inside a folded section must be seen to be filled.
        for (const auto& section : type().sections)
            if (section.folded && std::any_of(section.fields.begin(), section.fields.end(), [&](std::uint32_t field) {
                    return std::find(missing.begin(), missing.end(), field) != missing.end();
                }))
                m_form->openSections.insert(section.name);
        refresh();
        emit focusRequested(static_cast<int>(missing.front()));
        return;
    }
    if (isRow())
        return leaveRow();
    if (askSafetyFirst())
        return;
    if (isSigned() && number("state"))
        m_form->editor.edit().set(*number("state"), Value::fromInt(kSigned));
    Result<void> ready;
    auto companions = alongside(ready);
    auto owed = ready ? owe(ready) : std::nullopt;
    auto written = m_form->repeats.edits(m_desk.editorPorts(), m_form->editor);
    if (written)
        std::move(written->begin(), written->end(), std::back_inserter(companions));
    else
        ready = written.error();
    auto done = ready ? m_form->editor.commit({}, std::move(companions)) : Result<forms::Committed>(ready.error());
    if (!done) {
        if (owed && owed->fresh)
            (void)owed->editor.discard();
        if (const auto saved = saveNow(); !saved)
            m_navigator.tell(saved.error());
        m_navigator.tell(done.error());
        return;
    }
    if (m_form->summary != nullptr)
        (void)m_desk.store().dropDraft(
            m_form->summary->record()); // its words are in the save; a draft too many does no harm
    m_save.stop();
    const RecordType& committedType = type();
    const FieldValues kept = m_form->editor.form().kept();
    emit committed(done->record, done->change.number);
    whatNext(*done, kept, committedType, std::move(owed));
}

void FormEditor::whatNext(const forms::Committed& done, const FieldValues& kept, const RecordType& committedType,
                          std::optional<OwedQuestions> owed)
{
    const auto codeOf = [&](const char* name) {
        const Field* field = committedType.field(std::string_view(name));
        const auto found = field != nullptr ? kept.find(field->number) : kept.end();
        return found == kept.end() ? std::nullopt : found->second.asInt();
    };
    const auto partition = m_form->editor.partition();
    if (m_waiting != nullptr) { // the safety questions of a session are answered: back to the session
        m_form = std::move(m_waiting);
        if (const auto risk = number("risk"))
            m_form->editor.edit().set(*risk, Value::fromText(done.record.text()));
        touched();
        refreshReaders();
        refresh();
        if (codeOf("level").value_or(0) >= m_desk.shelf().riskRules.crisisFrom)
            m_navigator.goCrisis();
        return;
    }
    auto* book = &m_book;
    auto* navigator = &m_navigator;
    const auto takeBack = [book, navigator, done] {
        if (!book->desk().isOpen())
            return;
        if (const auto undone = forms::undo(book->desk().editorPorts(), done); !undone)
            navigator->tell(undone.error());
    };
    const bool canUndo = !committedType.finalWhen.has_value() && !done.inverse.empty();
    m_form.reset();
    m_rows.setRows({});
    m_missing.clear();
    emit changed();

    const std::string& name = committedType.name;
    if (name == "visit")
        m_navigator.goSaved(done.record);
    else if (name == "emergency_case")
        m_navigator.goEmergency(done.record);
    else if (name == "household")
        m_navigator.goFamily(done.record);
    else if (name == "counsel_case")
        m_navigator.goForm({m_desk.type("counsel_session").number, done.record, partition, {}});
    else if (done.created && rowsComeLater(m_desk.catalogue(), committedType))
        m_navigator.goRecord(done.record); // its rows come next
    else
        m_navigator.goBack();
    m_navigator.say(tr("Kept. (Safe on the tablet)"),
                    canUndo ? std::function<void()>(takeBack) : std::function<void()>());
    if (owed && !owed->later) {
        forms::NewRecord questions{
            owed->editor.form().type().number, owed->editor.root(), owed->editor.partition(), {}};
        m_begun = std::move(owed->editor);
        m_navigator.goForm(std::move(questions));
    }
    if (name == "risk_assessment" && codeOf("level").value_or(0) >= m_desk.shelf().riskRules.crisisFrom)
        m_navigator.goCrisis();
}

void FormEditor::putAside()
{
    if (isRow())
        return leaveRow();
    if (isListOpen()) {
        m_form->listed = 0;
        return refresh();
    }
    const bool hadWords = m_form != nullptr && m_form->editor.changed();
    if (m_waiting != nullptr) {
        (void)saveNow();
        m_form = std::move(m_waiting);
        refreshReaders();
        refresh();
        return;
    }
    const bool sealed = isSealed();
    close();
    if (sealed)
        m_navigator.dropStepUp(); // what was unlocked for this form is closed with it
    m_navigator.goBack();
    if (hadWords)
        m_navigator.say(tr("Put aside; it is on today's page when you want it"));
}

bool FormEditor::canReadScale() const
{
    return m_form != nullptr && type().name == "counsel_session" && m_desk.opensScales();
}

void FormEditor::readScale()
{
    if (!canReadScale())
        return;
    (void)m_form->editor.edit(); // a draft to come back to, even when nothing is written yet
    if (const auto saved = saveNow(); !saved)
        return m_navigator.tell(saved.error());
    const FamilySummary* family = m_book.summary(m_form->household);
    m_navigator.goScales({m_form->editor.root(), m_form->editor.partition(), m_form->household,
                          family != nullptr ? family->person : RecordId{}, m_form->editor.record()});
}

void FormEditor::addResult(RecordId scaleResult)
{
    const auto scales = m_form != nullptr ? number("scales") : std::nullopt;
    if (!scales)
        return;
    m_form->editor.edit().setElement(*scales, Value::fromText(scaleResult.text()), true);
    touched();
}

void FormEditor::call(int key)
{
    const int row = m_rows.find(key);
    if (row >= 0)
        m_navigator.dialNumber(m_rows.value(row, "value").toString(), m_rows.value(row, "label").toString());
}

void FormEditor::lockStepUp()
{
    close();
    m_navigator.dropStepUp();
    m_navigator.goBack();
}

void FormEditor::discard()
{
    if (m_form == nullptr)
        return;
    m_save.stop();
    if (isRow())
        m_form = std::move(m_above);
    const auto dropped = m_form->editor.discard();
    if (m_form->summary != nullptr)
        (void)m_form->summary->discard();
    m_form.reset();
    close();
    if (!dropped)
        m_navigator.tell(dropped.error());
}

} // namespace lianxin::ui
