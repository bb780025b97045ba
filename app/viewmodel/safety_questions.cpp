// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/safety_questions.hpp"

#include "app/forms/draft_body.hpp"
#include "sync/model/catalogue_values.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

bool isOneOf(const std::vector<std::int64_t>& codes, std::int64_t code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::int64_t codeOf(const forms::RecordEditor& editor, const char* field)
{
    const Field* known = editor.form().type().field(std::string_view(field));
    return known != nullptr ? editor.form().value(known->number).asInt().value_or(0) : 0;
}

} // namespace

forms::NewRecord safetyQuestions(const Desk& desk, RecordId root, const PartitionId& partition, RecordId person,
                                 std::int64_t trigger)
{
    const RecordType& risk = desk.type("risk_assessment");
    forms::NewRecord wanted{risk.number, root, partition, {}};
    if (const Field* field = risk.field(std::string_view("trigger")))
        wanted.prefill[field->number] = Value::fromInt(trigger);
    if (const Field* field = risk.field(std::string_view("person")); field != nullptr && !person.isNil())
        wanted.prefill[field->number] = Value::fromText(person.text());
    return wanted;
}

Result<OwedQuestions> oweQuestions(const Desk& desk, const forms::NewRecord& wanted)
{
    LIANXIN_TRY(const auto drafts, desk.store().drafts());
    for (const auto& draft : drafts)
        if (draft.type == wanted.type && draft.root == wanted.root)
            if (auto editor = forms::RecordEditor::restore(desk.editorPorts(), draft); editor && editor->isNew())
                return OwedQuestions{std::move(*editor), false, false};
    LIANXIN_TRY(auto editor, forms::RecordEditor::openNew(desk.editorPorts(), wanted));
    (void)editor.edit(); // nothing is answered yet, and it is a draft all the same
    LIANXIN_CHECK(editor.saveDraft());
    return OwedQuestions{std::move(editor), true, false};
}

Result<bool> questionsAreOpen(const Desk& desk, RecordId root)
{
    const auto type = desk.type("risk_assessment").number;
    LIANXIN_TRY(const auto drafts, desk.store().drafts());
    return std::any_of(drafts.begin(), drafts.end(), [&](const store::Draft& draft) {
        if (draft.type != type || draft.root != root)
            return false;
        const auto body = forms::DraftBody::decode(draft.body);
        return body && body->isNew; // a change of one that is kept is no answer to these
    });
}

const forms::RiskRules::Trigger* newlyOwed(const Desk& desk, const forms::RecordEditor& editor)
{
    const RecordType& type = editor.form().type();
    const auto& rules = desk.shelf().riskRules;
    const auto* trigger = rules.triggerOf(type, editor.form().kept());
    if (trigger == nullptr || editor.isNew())
        return trigger;
    const auto before = desk.store().view(editor.record());
    const bool hadIt = before && rules.triggerOf(type, fieldsOf(type, before->values())) != nullptr;
    return hadIt ? nullptr : trigger;
}

bool reachedNobodyAgain(const FamilyBook& book, RecordId household, const forms::RecordEditor& visit)
{
    const Desk& desk = book.desk();
    const auto& rule = desk.shelf().riskRules.unreached;
    const FamilySummary* summary = book.summary(household);
    if (summary == nullptr || !visit.isNew() || visit.form().type().name != "visit" ||
        !isOneOf(rule.careLevels, summary->careLevel) || !isOneOf(rule.outcomes, codeOf(visit, "outcome")))
        return false;
    const auto family = book.load(household);
    if (!family)
        return false;
    struct Tried {
        Millis at;
        bool reached;
    };
    std::vector<Tried> tries;
    constexpr Millis kDay = 24LL * 3600 * 1000;
    for (const auto& child : family->children) {
        if (child.type != visit.form().type().number)
            continue;
        const forms::RecordFields fields(visit.form().type(), child);
        const Millis at = fields.number("occurred_at").value_or(forms::createdAt(child.record));
        if (at >= desk.now() - rule.days * kDay)
            tries.push_back({at, !isOneOf(rule.outcomes, fields.number("outcome").value_or(0))});
    }
    std::sort(tries.begin(), tries.end(), [](const Tried& a, const Tried& b) { return a.at > b.at; });
    const auto reached = std::find_if(tries.begin(), tries.end(), [](const Tried& one) { return one.reached; });
    const auto inVain = static_cast<int>(reached - tries.begin()) + 1; // this visit included
    return inVain % rule.times == 0;
}

} // namespace lianxin::ui
