// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a scale: chosen, asked, thanked for. What it means is in scale_found.cpp.
#include "app/viewmodel/scale_model.hpp"

#include "app/viewmodel/sentences.hpp"

#include <utility>

namespace lianxin::ui {

ScaleModel::ScaleModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_choices({{"code", 0}, {"name"}, {"line"}, {"gated", false}, {"first", false}}),
      m_answers({{"value", 0}, {"label"}, {"chosen", false}}), m_bands({{"value", 0}, {"label"}, {"chosen", false}}),
      m_checks({{"number", 0}, {"label"}, {"yes", false}, {"no", false}}),
      m_resultRows({{"number", 0}, {"line"}, {"answerText"}, {"strong", false}})
{
    connect(&m_desk, &Desk::closed, this, &ScaleModel::close);
    connect(&m_desk, &Desk::changed, this, [this] { refreshSafety(); });
    connect(&m_desk, &Desk::languageChanged, this, &ScaleModel::refresh);
}

void ScaleModel::setStep(Step step)
{
    m_step = step;
    refresh();
}

void ScaleModel::refresh()
{
    switch (m_step) {
    case Choose: showChoices(); break;
    case Item: showItem(); break;
    case Score: showScore(); break;
    case Found: refreshSafety(); break;
    default: break;
    }
    emit changed();
}

void ScaleModel::close()
{
    m_step = Closed;
    m_wish = {};
    m_reading.reset();
    m_record = {};
    m_staysToTalk = m_asksSafety = m_safetyDue = false;
    m_questions.reset();
    m_said.clear();
    for (QString* text : {&m_score, &m_officialName, &m_totalText, &m_totalLine, &m_bandText, &m_nextText,
                          &m_safetyText, &m_profileText, &m_whenText})
        text->clear();
    for (RowsModel* rows : {&m_choices, &m_answers, &m_bands, &m_checks, &m_resultRows})
        rows->setRows({});
    emit changed();
}

// --- which one

Result<void> ScaleModel::choose(const ScaleWish& wish)
{
    const auto* set = m_desk.shelf().scales;
    const scales::Scale* spoken = set != nullptr ? set->spoken() : nullptr;
    close();
    m_wish = wish;
    if (m_desk.opensScales()) {
        setStep(Choose);
        return {};
    }
    if (spoken == nullptr || m_desk.worksWithSealed())
        return fail(Errc::notAllowed, "no scale for this person to read");
    auto reading = ScaleReading::begin(m_desk, *spoken, m_wish, true);
    if (!reading)
        return reading.error();
    m_reading = std::move(*reading);
    setStep(Consent);
    return {};
}

void ScaleModel::showChoices()
{
    Rows rows;
    for (const bool gated : {false, true}) {
        bool first = true;
        for (const auto& scale : m_desk.shelf().scales->scales) {
            if (scale.gated != gated)
                continue;
            const auto lines = static_cast<int>(scale.items.size());
            rows.push_back(
                {{"code", static_cast<int>(scale.code)},
                 {"name", m_desk.label(scale.label)},
                 {"line", dotted({qs(scale.official), gated ? QString() : tr("%n line(s)", nullptr, lines)})},
                 {"gated", gated},
                 {"first", std::exchange(first, false)}});
        }
    }
    m_choices.setRows(rows);
}

void ScaleModel::take(int code)
{
    const auto* scale = m_step == Choose ? m_desk.shelf().scales->coded(code) : nullptr;
    if (scale == nullptr)
        return;
    auto reading = ScaleReading::begin(m_desk, *scale, m_wish, false);
    if (!reading)
        return m_navigator.tell(reading.error());
    m_reading = std::move(*reading);
    if (scale->gated)
        return m_navigator.withStepUp([this] { setStep(Score); });
    m_navigator.dropStepUp(); // from here on the tablet is in the person's hands
    setStep(Item);
}

Result<void> ScaleModel::resume(const store::Draft& draft)
{
    auto reading = ScaleReading::resume(m_desk, draft);
    if (!reading)
        return reading.error();
    if (!m_desk.opensScales() && !reading->scale().spoken)
        return fail(Errc::notAllowed, "not for this person to read");
    close();
    m_reading = std::move(*reading);
    m_wish = m_reading->wish();
    m_wish.household = m_book.familyOf(draft.root);
    m_said = m_reading->checks();
    m_score = m_reading->entered() ? QString::number(*m_reading->entered()) : QString();
    if (m_reading->scale().gated) {
        setStep(Score);
        return {};
    }
    m_navigator.dropStepUp();
    if (m_reading->atEnd()) // everything was said, only the last save was missing
        finish();
    else
        setStep(Item);
    return {};
}

// --- asking

void ScaleModel::consent(bool willing)
{
    if (m_step != Consent)
        return;
    if (willing)
        return setStep(Item);
    sayNo();
}

void ScaleModel::sayNo()
{
    if (m_reading)
        if (const auto gone = m_reading->discard(); !gone)
            m_navigator.tell(gone.error());
    m_navigator.goBack();
    m_navigator.say(tr("All right, we will leave it"));
}

QString ScaleModel::stemText() const
{
    return m_reading && !m_reading->atEnd() ? m_desk.label(m_reading->item().stem) : QString();
}

QString ScaleModel::itemText() const
{
    return m_reading && !m_reading->atEnd() ? m_desk.label(m_reading->item().text) : QString();
}

void ScaleModel::showItem()
{
    Rows rows;
    if (m_reading && !m_reading->atEnd())
        for (const auto& option : m_reading->item().options)
            rows.push_back({{"value", option.value},
                            {"label", m_desk.label(option.label)},
                            {"chosen", m_reading->said() == option.value}});
    m_answers.setRows(rows);
}

void ScaleModel::answer(int value)
{
    if (m_step != Item || !m_reading)
        return;
    if (const auto stored = m_reading->answer(value); !stored)
        return m_navigator.tell(stored.error());
    if (m_reading->atEnd())
        return finish();
    refresh();
}

void ScaleModel::previous()
{
    if (m_step != Item || !canGoBack())
        return;
    m_reading->previous();
    refresh();
}

void ScaleModel::stopHere()
{
    if (m_step != Item || !m_reading)
        return;
    if (!m_reading->anythingSaid())
        return sayNo();
    finish();
}

void ScaleModel::finish()
{
    const auto done = m_reading->keep();
    if (!done) { // every answer is a draft; the last line stays where it can be answered once more
        m_reading->previous();
        setStep(Item);
        return m_navigator.tell(done.error());
    }
    m_record = done->record;
    m_staysToTalk = m_reading->owesQuestions() && m_desk.opensScales();
    emit committed(done->record, done->change.number);
    setStep(Thanks);
}

QString ScaleModel::handBackText() const
{
    const QString name = m_desk.isOpen() ? m_desk.userName(m_desk.work().user) : QString();
    return name.isEmpty() ? tr("Done, back to the counsellor") : tr("Done, back to %1").arg(name);
}

void ScaleModel::handBack()
{
    if (m_step != Thanks)
        return;
    if (!m_desk.opensScales()) {
        m_navigator.goBack();
        return m_navigator.say(tr("Kept. (Safe on the tablet)"));
    }
    m_navigator.withStepUp([this, record = m_record] {
        if (const auto shown = showResult(record); !shown)
            m_navigator.tell(shown.error());
    });
}

void ScaleModel::back()
{
    switch (m_step) {
    case Item: canGoBack() ? previous() : stopHere(); break;
    case Consent: m_navigator.goBack(); break;
    case Choose:
    case Score:
    case Found: leave(); break;
    case Thanks: // only whoever owns the tablet goes on from here
    case Closed: break;
    }
}

void ScaleModel::leave()
{
    const RecordId session = m_wish.session;
    const RecordId record = m_step == Found ? m_record : RecordId{};
    if (!session.isNil())
        return m_navigator.goSession(session, record);
    m_navigator.dropStepUp();
    m_navigator.goBack();
}

} // namespace lianxin::ui
