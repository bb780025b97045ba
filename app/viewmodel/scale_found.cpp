// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the counsellor's eyes: a score that was taken elsewhere, and what a result means.
#include "app/viewmodel/scale_model.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

std::optional<std::int64_t> numberIn(const forms::FormState& form, const char* field)
{
    return form.value(form.type().field(std::string_view(field))->number).asInt();
}

std::string textIn(const forms::FormState& form, const char* field)
{
    return form.value(form.type().field(std::string_view(field))->number).asText().value_or("");
}

bool flagIn(const forms::FormState& form, const char* field)
{
    return form.value(form.type().field(std::string_view(field))->number).isTrue();
}

// Questions that were open before the scale count when they were answered after it began.
Millis writtenAt(const store::RecordView& view)
{
    Millis latest = 0;
    for (const auto& reg : view.registers)
        for (const auto& head : reg.heads)
            latest = std::max(latest, core::hlcMillis(head.hlc));
    return latest;
}

} // namespace

QString ScaleModel::familyName() const
{
    const FamilySummary* family = m_book.summary(m_wish.household);
    return family != nullptr ? family->callName : QString();
}

QString ScaleModel::heading() const
{
    if (m_step == Choose)
        return familyName();
    const auto* scale = m_reading ? &m_reading->scale() : nullptr;
    if (scale == nullptr && m_desk.shelf().scales != nullptr)
        scale = m_desk.shelf().scales->named(m_officialName.toStdString());
    return dotted({familyName(), scale != nullptr ? m_desk.label(scale->label) : QString()});
}

QString ScaleModel::subheading() const { return m_whenText; }

// --- the score alone

std::optional<int> ScaleModel::typedScore() const
{
    bool read = false;
    const int score = m_score.trimmed().toInt(&read);
    const bool inRange = read && m_reading && score >= m_reading->scale().least && score <= m_reading->scale().greatest;
    return inRange ? std::optional(score) : std::nullopt;
}

QString ScaleModel::scoreNote() const
{
    if (!m_reading)
        return {};
    const auto& scale = m_reading->scale();
    return dotted({tr("from %1 to %2").arg(scale.least).arg(scale.greatest), m_desk.label(scale.entryNote)});
}

QString ScaleModel::scoreTrouble() const
{
    return m_score.trimmed().isEmpty() || typedScore() ? QString() : tr("Look at the number again");
}

QString ScaleModel::licenceText() const { return m_reading ? m_desk.label(m_reading->scale().licence) : QString(); }

bool ScaleModel::canKeepScore() const
{
    return m_step == Score && typedScore() && m_reading && m_said.size() == m_reading->scale().checks.size();
}

void ScaleModel::showScore()
{
    if (!m_reading)
        return;
    const auto& scale = m_reading->scale();
    Rows bands;
    if (scale.enteredByBand)
        for (const auto& band : scale.on(m_desk.today()).bands)
            bands.push_back({{"value", band.from},
                             {"label", m_desk.label(band.label)},
                             {"chosen", m_score == QString::number(band.from)}});
    m_bands.setRows(bands);
    Rows checks;
    for (const auto& check : scale.checks) {
        const auto said = m_said.find(check.number);
        checks.push_back({{"number", static_cast<int>(check.number)},
                          {"label", m_desk.label(check.text)},
                          {"yes", said != m_said.end() && said->second},
                          {"no", said != m_said.end() && !said->second}});
    }
    m_checks.setRows(checks);
}

void ScaleModel::typeScore(const QString& text)
{
    if (m_step != Score || !m_reading)
        return;
    m_score = text;
    if (const auto stored = m_reading->enter(typedScore(), m_said); !stored)
        m_navigator.tell(stored.error());
    refresh();
}

void ScaleModel::chooseBand(int value) { typeScore(QString::number(value)); }

void ScaleModel::check(int number, bool yes)
{
    if (m_step != Score || !m_reading)
        return;
    m_said[static_cast<std::uint32_t>(number)] = yes;
    if (const auto stored = m_reading->enter(typedScore(), m_said); !stored)
        m_navigator.tell(stored.error());
    refresh();
}

void ScaleModel::keepScore()
{
    if (!canKeepScore())
        return;
    const auto done = m_reading->keep();
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    if (const auto shown = showResult(done->record); !shown)
        m_navigator.tell(shown.error());
}

// --- what was found

Result<void> ScaleModel::showResult(RecordId record)
{
    if (!m_desk.opensScales())
        return fail(Errc::notAllowed, "results are for those who are qualified");
    LIANXIN_TRY(const auto editor, forms::RecordEditor::openExisting(m_desk.editorPorts(), record));
    const auto session = m_wish.session; // of this reading: where to go back to, not what the record says
    close();
    m_wish = {editor.root(), editor.partition(), m_book.familyOf(editor.root()), {}, session};
    m_record = record;
    readResult(editor);
    setStep(Found);
    return {};
}

void ScaleModel::readResult(const forms::RecordEditor& editor)
{
    const auto& form = editor.form();
    const auto* scale = m_desk.shelf().scales->coded(numberIn(form, "scale").value_or(0));
    m_asksSafety = flagIn(form, "asks_safety");
    m_officialName = scale != nullptr ? qs(scale->name) : QString();
    m_whenText = dotted({scale != nullptr ? qs(scale->official) : QString(),
                         m_desk.codeLabel("scale_given", numberIn(form, "given_by").value_or(0)),
                         momentText(numberIn(form, "at").value_or(0), m_desk.today())});
    const auto total = numberIn(form, "total");
    const auto missing = static_cast<int>(numberIn(form, "missing").value_or(0));
    const auto* profile = scale != nullptr ? scale->profile(textIn(form, "threshold_profile")) : nullptr;
    const auto* band = profile != nullptr
                           ? profile->numbered(static_cast<std::uint32_t>(numberIn(form, "band").value_or(0)))
                           : nullptr;
    m_totalText = total ? QString::number(*total) : tr("Not finished");
    m_totalLine = dotted({scale != nullptr && total ? tr("of %1").arg(scale->greatest) : QString(),
                          missing > 0 ? tr("%n line(s) not answered", nullptr, missing) : QString()});
    m_bandText = band != nullptr ? m_desk.label(band->label) : QString();
    if (band != nullptr && band->positive && !flagIn(form, "positive"))
        m_bandText = tr("The total reaches the threshold, the conditions beside it do not");
    m_nextText = band != nullptr
                     ? m_desk.label(band->next)
                     : tr("Too few answers for a total. What was said counts all the same; ask another time.");
    m_profileText = profile != nullptr ? tr("Thresholds of %1: %2").arg(dayWithYear(profile->from), qs(profile->source))
                                       : QString();
    if (scale != nullptr)
        readAnswers(*scale, form);
    refreshSafety();
}

void ScaleModel::readAnswers(const scales::Scale& scale, const forms::FormState& form)
{
    Rows rows;
    if (const auto answers = scales::answersOf(scale, textIn(form, "answers")))
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const auto& item = scale.items[i];
            const int said = (*answers)[i];
            QString label = tr("Rather not say");
            for (const auto& option : item.options)
                if (option.value == said)
                    label = m_desk.label(option.label);
            rows.push_back({{"number", static_cast<int>(item.number)},
                            {"line", m_desk.label(item.text)},
                            {"answerText", label},
                            {"strong", item.safetyFrom.has_value() && said >= *item.safetyFrom}});
        }
    if (const auto checks = scales::checksOf(scale, textIn(form, "checks")))
        for (const auto& check : scale.checks)
            if (const auto said = checks->find(check.number); said != checks->end())
                rows.push_back({{"number", static_cast<int>(check.number)},
                                {"line", m_desk.label(check.text)},
                                {"answerText", said->second ? tr("Yes", "an answer") : tr("No", "an answer")},
                                {"strong", check.safety && said->second}});
    m_resultRows.setRows(rows);
}

// Due until somebody answered: a draft that is open, or none that was kept since.
void ScaleModel::refreshSafety()
{
    if (m_record.isNil() || !m_desk.isOpen() || (m_step != Found && !m_asksSafety))
        return;
    m_questions.reset();
    m_safetyDue = false;
    m_safetyText.clear();
    if (m_asksSafety) {
        const RecordType& risk = m_desk.type("risk_assessment");
        if (const auto drafts = m_desk.store().drafts())
            for (const auto& draft : *drafts)
                if (draft.type == risk.number && draft.root == m_wish.root)
                    m_questions = draft;
        const auto children = m_desk.store().children(m_wish.root);
        const bool answered =
            children && std::any_of(children->begin(), children->end(), [&](const store::RecordView& child) {
                return child.type == risk.number && child.life == store::Life::active &&
                       writtenAt(child) >= forms::createdAt(m_record);
            });
        const bool open = m_questions.has_value() || !answered;
        m_safetyDue = open && m_desk.mayWrite(risk);
        m_safetyText = open ? tr("Please ask three more questions now") : tr("The safety questions are answered");
    }
    emit changed();
}

void ScaleModel::askSafety()
{
    if (!m_safetyDue)
        return;
    if (m_questions)
        return m_navigator.goDraft(*m_questions);
    constexpr std::int64_t kTriggerScale = 1; // code list risk_trigger
    const FamilySummary* family = m_book.summary(m_wish.household);
    m_navigator.goForm(safetyQuestions(m_desk, m_wish.root, m_wish.partition,
                                       family != nullptr ? family->person : RecordId{}, kTriggerScale));
}

} // namespace lianxin::ui
