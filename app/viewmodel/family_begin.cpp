// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be begun for a family beside a visit: counselling, a scale, the safety questions.
#include "app/viewmodel/family_model.hpp"

#include "app/viewmodel/safety_questions.hpp"

namespace lianxin::ui {
namespace {

constexpr std::int64_t kCaseClosed = 6;  // code list case_stage: closed, referred, stopped
constexpr std::int64_t kTriggerTalk = 2; // code list risk_trigger

} // namespace

Result<std::optional<store::RecordView>> FamilyModel::openCase() const
{
    const RecordType& caseType = m_desk.type("counsel_case");
    LIANXIN_TRY(const auto cases, m_desk.store().ofType(caseType.number));
    for (const auto& view : cases) {
        const forms::RecordFields fields(caseType, view);
        if (fields.ref("household") == m_id && view.life == store::Life::active &&
            fields.number("stage").value_or(1) < kCaseClosed)
            return std::optional(view);
    }
    return std::optional<store::RecordView>();
}

// Sessions hang on the family's open case, which lies in a partition of its own (D15); the first one opens it.
void FamilyModel::startSession()
{
    if (!may("counsel_session"))
        return;
    const auto found = openCase();
    if (!found)
        return m_navigator.tell(found.error());
    if (*found)
        return m_navigator.goForm({m_desk.type("counsel_session").number, (*found)->record, (*found)->partition, {}});
    const RecordType& caseType = m_desk.type("counsel_case");
    FieldValues prefill{{caseType.field(std::string_view("household"))->number, Value::fromText(m_id.text())}};
    if (!m_summary.person.isNil())
        prefill[caseType.field(std::string_view("person"))->number] = Value::fromText(m_summary.person.text());
    m_navigator.goForm({caseType.number, {}, {}, std::move(prefill)});
}

// A counsellor has all of them, sealed within the case; a village worker the two spoken questions, sealed for the counsellor.
bool FamilyModel::canReadScale() const
{
    const auto* set = m_desk.isOpen() ? m_desk.shelf().scales : nullptr;
    if (set == nullptr || !may("scale_result"))
        return false;
    return m_desk.opensScales() || (!m_desk.worksWithSealed() && set->spoken() != nullptr);
}

QString FamilyModel::scaleLabel() const
{
    return m_desk.isOpen() && m_desk.worksWithSealed() ? tr("Read a scale") : tr("Ask two questions about mood");
}

void FamilyModel::readScale()
{
    if (!canReadScale())
        return;
    ScaleWish wish{m_id, m_summary.partition, m_id, m_summary.person, {}};
    if (m_desk.worksWithSealed()) {
        const auto found = openCase();
        if (!found)
            return m_navigator.tell(found.error());
        if (!*found) {
            startSession();
            return m_navigator.say(tr("The case comes first, then the scale"));
        }
        wish.root = (*found)->record;
        wish.partition = (*found)->partition;
    }
    m_navigator.goScales(wish);
}

bool FamilyModel::canAskSafety() const { return may("risk_assessment"); }

// Something was said or seen that no form asked for: the questions are open to everybody who may write them (domain 3.5).
void FamilyModel::askSafety()
{
    if (canAskSafety())
        m_navigator.goForm(safetyQuestions(m_desk, m_id, m_summary.partition, m_summary.person, kTriggerTalk));
}

} // namespace lianxin::ui
