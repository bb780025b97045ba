// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a form is kept: companions that are written with it, and where the person goes next.
#include "app/viewmodel/form_editor.hpp"

#include "app/viewmodel/record_lines.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kNeedsProfessional = 4;              // code list mood
constexpr std::int64_t kTriggerTalk = 2, kTriggerVisit = 5; // code list risk_trigger
constexpr std::int64_t kSigned = 2;                         // code list session_state
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

forms::NewRecord FormEditor::riskQuestions(RecordId root, const PartitionId& partition, std::int64_t trigger) const
{
    const RecordType& risk = m_desk.type("risk_assessment");
    forms::NewRecord wanted{risk.number, root, partition, {}};
    if (const Field* field = risk.field(std::string_view("trigger")))
        wanted.prefill[field->number] = Value::fromInt(trigger);
    const FamilySummary* family = m_form != nullptr ? m_book.summary(m_form->household) : nullptr;
    if (const Field* person = risk.field(std::string_view("person"));
        person != nullptr && family != nullptr && !family->person.isNil())
        wanted.prefill[person->number] = Value::fromText(family->person.text());
    return wanted;
}

bool FormEditor::askSafetyFirst()
{
    if (type().name != "counsel_session" || !valueOf("safety_worry").isTrue() || !valueOf("risk").isNull())
        return false;
    if (const auto saved = saveNow(); !saved) {
        m_navigator.tell(saved.error());
        return true;
    }
    auto questions = forms::RecordEditor::openNew(
        m_desk.editorPorts(), riskQuestions(m_form->editor.root(), m_form->editor.partition(), kTriggerTalk));
    if (!questions) {
        m_navigator.tell(questions.error());
        return true;
    }
    const RecordId household = m_form->household;
    m_waiting = std::move(m_form);
    m_form = std::make_unique<OpenForm>(OpenForm{std::move(*questions), nullptr, household, {}, {}, {}, false, {}});
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
    for (auto& [key, text] : std::map<int, QString>(m_form->typed))
        leave(key); // a field that still has the cursor
    refresh();
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
    if (askSafetyFirst())
        return;
    if (isSigned() && number("state"))
        m_form->editor.edit().set(*number("state"), Value::fromInt(kSigned));
    Result<void> ready;
    auto companions = alongside(ready);
    auto done = ready ? m_form->editor.commit({}, std::move(companions)) : Result<forms::Committed>(ready.error());
    if (!done) {
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
    const RecordId household = m_form->household;
    emit committed(done->record, done->change.number);
    whatNext(*done, kept, committedType, household);
}

void FormEditor::whatNext(const forms::Committed& done, const FieldValues& kept, const RecordType& committedType,
                          RecordId household)
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
    const auto questions = riskQuestions(household, partition, kTriggerVisit);
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
    else if (done.created && hasRecordPage(m_desk.catalogue(), committedType))
        m_navigator.goRecord(done.record); // its rows come next
    else
        m_navigator.goBack();
    m_navigator.say(tr("Kept. (Safe on the tablet)"),
                    canUndo ? std::function<void()>(takeBack) : std::function<void()>());
    if (name == "visit" && codeOf("mood") == kNeedsProfessional)
        m_navigator.goForm(questions);
    if (name == "risk_assessment" && codeOf("level").value_or(0) >= m_desk.shelf().riskRules.crisisFrom)
        m_navigator.goCrisis();
}

void FormEditor::putAside()
{
    const bool hadWords = m_form != nullptr && m_form->editor.changed();
    if (m_waiting != nullptr) {
        (void)saveNow();
        m_form = std::move(m_waiting);
        refreshReaders();
        refresh();
        return;
    }
    close();
    m_navigator.goBack();
    if (hadWords)
        m_navigator.say(tr("Put aside; it is on today's page when you want it"));
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
    const auto dropped = m_form->editor.discard();
    if (m_form->summary != nullptr)
        (void)m_form->summary->discard();
    m_form.reset();
    close();
    if (!dropped)
        m_navigator.tell(dropped.error());
}

} // namespace lianxin::ui
