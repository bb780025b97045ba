// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/scale_reading.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kTriggerScale = 1; // code list risk_trigger

RecordId idIn(const forms::FormState& form, const char* field)
{
    const auto id =
        RecordId::parse(form.value(form.type().field(std::string_view(field))->number).asText().value_or(""));
    return id ? *id : RecordId{};
}

Value valueOf(std::optional<int> number) { return number ? Value::fromInt(*number) : Value::null(); }

} // namespace

ScaleReading::ScaleReading(const Desk& desk, const scales::Scale& scale, ScaleWish wish, forms::RecordEditor editor)
    : m_desk(&desk), m_scale(&scale), m_wish(std::move(wish)), m_editor(std::move(editor))
{}

Result<ScaleReading> ScaleReading::begin(const Desk& desk, const scales::Scale& scale, const ScaleWish& wish,
                                         bool consent)
{
    const RecordType& type = desk.type("scale_result");
    LIANXIN_TRY(auto editor,
                forms::RecordEditor::openNew(desk.editorPorts(), {type.number, wish.root, wish.partition, {}}));
    ScaleReading reading(desk, scale, wish, std::move(editor));
    const auto given = scale.gated ? ScaleGiven::scoreOnly : ScaleGiven::readAloud;
    reading.set("person", wish.person.isNil() ? Value::null() : Value::fromText(wish.person.text()));
    reading.set("session", wish.session.isNil() ? Value::null() : Value::fromText(wish.session.text()));
    reading.set("scale", Value::fromInt(scale.code));
    reading.set("scale_version", Value::fromText(scale.version));
    reading.set("given_by", Value::fromInt(static_cast<std::int64_t>(given)));
    reading.set("consent", consent ? Value::fromBool(true) : Value::null());
    return reading;
}

Result<ScaleReading> ScaleReading::resume(const Desk& desk, const store::Draft& draft)
{
    LIANXIN_TRY(auto editor, forms::RecordEditor::restore(desk.editorPorts(), draft));
    const auto& form = editor.form();
    const auto code = form.value(form.type().field(std::string_view("scale"))->number).asInt();
    const auto* scale = desk.shelf().scales != nullptr ? desk.shelf().scales->coded(code.value_or(0)) : nullptr;
    if (scale == nullptr)
        return fail(Errc::notFound, "no such scale on this tablet");
    ScaleWish wish{editor.root(), editor.partition(), {}, idIn(form, "person"), idIn(form, "session")};
    const auto text = form.value(form.type().field(std::string_view("answers"))->number).asText().value_or("");
    ScaleReading reading(desk, *scale, std::move(wish), std::move(editor));
    LIANXIN_TRY(reading.m_answers, scales::answersOf(*scale, text));
    reading.m_position = reading.m_answers.size();
    const auto& kept = reading.m_editor.form();
    const auto said = kept.value(kept.type().field(std::string_view("checks"))->number).asText().value_or("");
    LIANXIN_TRY(reading.m_checks, scales::checksOf(*scale, said));
    if (const auto total = kept.value(kept.type().field(std::string_view("total"))->number).asInt();
        scale->gated && total)
        reading.m_entered = static_cast<int>(*total);
    return reading;
}

std::optional<int> ScaleReading::said() const
{
    return m_position < m_answers.size() ? std::optional(m_answers[m_position]) : std::nullopt;
}

void ScaleReading::set(const char* field, const Value& value)
{
    m_editor.edit().set(m_editor.form().type().field(std::string_view(field))->number, value);
}

scales::Outcome ScaleReading::outcome() const
{
    const Day today = m_desk->today();
    return m_scale->gated ? scales::scoreEntered(*m_scale, m_entered, m_checks, today)
                          : scales::score(*m_scale, m_answers, today);
}

Result<void> ScaleReading::store()
{
    const bool owes = outcome().leadsToRisk;
    if (owes && !m_owes) {
        LIANXIN_TRY(const bool open, questionsAreOpen(*m_desk, m_wish.root));
        if (!open) {
            LIANXIN_TRY(auto owed, oweQuestions(*m_desk, safetyQuestions(*m_desk, m_wish.root, m_wish.partition,
                                                                         m_wish.person, kTriggerScale)));
            m_owed = std::move(owed);
        }
    } else if (!owes && m_owed) { // a slip of the finger that was taken back
        LIANXIN_CHECK(m_owed->editor.discard());
        m_owed.reset();
    }
    m_owes = owes;
    set("answers", Value::fromText(scales::answersText(m_answers)));
    return m_editor.saveDraft();
}

Result<void> ScaleReading::answer(int value)
{
    if (atEnd() || (value != scales::kNotAnswered && !item().offers(value)))
        return fail(Errc::invalidInput, "not an answer to this line");
    const auto before = m_answers;
    m_answers.resize(std::max(m_answers.size(), m_position + 1), scales::kNotAnswered);
    m_answers[m_position] = value;
    if (auto stored = store(); !stored) {
        m_answers = before;
        return stored;
    }
    ++m_position;
    return {};
}

void ScaleReading::previous()
{
    if (m_position > 0)
        --m_position;
}

Result<void> ScaleReading::enter(std::optional<int> total, const std::map<std::uint32_t, bool>& checks)
{
    m_entered = total;
    m_checks = checks;
    set("checks", Value::fromText(scales::checksText(m_checks)));
    set("total", valueOf(m_entered));
    return store();
}

Result<forms::Committed> ScaleReading::keep()
{
    if (!m_scale->gated)
        m_answers.resize(m_scale->items.size(), scales::kNotAnswered);
    LIANXIN_CHECK(store());
    const auto result = outcome();
    set("missing", m_scale->gated ? Value::null() : Value::fromInt(result.missing));
    set("total", valueOf(result.total));
    set("band", result.band != nullptr ? Value::fromInt(result.band->number) : Value::null());
    set("threshold_profile", Value::fromText(result.profile->name));
    set("positive", Value::fromBool(result.positive));
    set("safety_item", Value::fromBool(result.safety));
    set("asks_safety", Value::fromBool(result.leadsToRisk));
    return m_editor.commit();
}

Result<void> ScaleReading::discard() { return m_editor.discard(); }

} // namespace lianxin::ui
