// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/project_ladder.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProjectLadder)
};

constexpr std::int64_t kAgreed = 1, kMorePapers = 2; // code list approval_decision

std::int64_t numberIn(const Code& code, std::string_view member)
{
    const auto* value = code.data.if_contains(member);
    return value != nullptr && value->is_int64() ? value->as_int64() : 0;
}

struct Opinion {
    std::int64_t level{0}, decision{0};
    Millis at{0};
    QString line, words;
};

std::vector<Opinion> opinionsOf(const Desk& desk, const std::vector<store::RecordView>& approvals)
{
    std::vector<Opinion> found;
    const RecordType& type = desk.type("project_approval");
    for (const auto& view : approvals) {
        const forms::RecordFields fields(type, view);
        Opinion one;
        one.level = fields.number("level").value_or(0);
        one.decision = fields.number("decision").value_or(0);
        one.at = fields.number("at").value_or(0);
        const auto by = fields.ref("by");
        one.line = dotted({desk.codeLabel(fields, "decision"), relativeDay(dayInChina(one.at), desk.today()),
                           by ? desk.userName(userOf(*by)) : QString()});
        one.words = qs(fields.text("opinion"));
        found.push_back(std::move(one));
    }
    std::ranges::stable_sort(found, {}, &Opinion::at);
    return found;
}

QString dayLine(const Desk& desk, const forms::RecordFields& fields, const Code& code)
{
    const auto day = [&](std::string_view member) {
        const auto known = fields.day(codeData(code, member).toStdString());
        return known ? relativeDay(*known, desk.today()) : QString();
    };
    const QString from = day("day"), until = day("until");
    return until.isEmpty() ? from : Words::tr("%1 to %2", "days").arg(from, until);
}

} // namespace

int Ladder::find(std::int64_t state) const
{
    const auto found = std::ranges::find(steps, state, &LadderStep::state);
    return found == steps.end() ? -1 : static_cast<int>(found - steps.begin());
}

Ladder ladderOf(const Desk& desk, const forms::FormState& form, const std::vector<store::RecordView>& approvals)
{
    Ladder ladder;
    const RecordType& type = form.type();
    const Field* field = type.states ? type.field(type.states->field) : nullptr;
    const CodeList* list = field != nullptr ? desk.catalogue().codeList(field->codeList) : nullptr;
    if (list == nullptr)
        return ladder;
    const forms::RecordFields fields(type, form.kept());
    const auto opinions = opinionsOf(desk, approvals);
    const auto state = form.value(field->number).asInt().value_or(0);
    const Code* now = list->find(state);
    std::int64_t stands = now != nullptr ? numberIn(*now, "stands") : 0;
    const bool aside = stands != 0;
    // Sent back for papers: it waits with whoever asked for them.
    if (aside && !opinions.empty() && opinions.back().decision == kMorePapers)
        for (const auto& code : list->codes)
            if (numberIn(code, "approval") == opinions.back().level)
                stands = code.number;
    stands = aside ? stands : state;
    for (const auto& code : list->codes) {
        const Field* only = type.field(std::string_view(codeData(code, "for").toStdString()));
        if (numberIn(code, "stands") != 0)
            ladder.aside.push_back(code.number);
        if (numberIn(code, "stands") != 0 || (only != nullptr && !form.isRelevant(*only) && stands != code.number))
            continue;
        LadderStep step{code.number, desk.label(code.label), dayLine(desk, fields, code), {}};
        step.here = stands == code.number;
        step.approval = numberIn(code, "approval");
        bool agreed = step.approval == 0;
        for (const auto& one : opinions)
            if (step.approval != 0 && one.level == step.approval) { // the newest stays
                step.line = one.line;
                step.opinion = one.words;
                agreed = one.decision == kAgreed;
            }
        step.wantsOpinion = !agreed;
        if (step.here) {
            ladder.here = static_cast<int>(ladder.steps.size());
            ladder.repays = only != nullptr;
            if (aside)
                step.line = dotted({desk.label(now->label), step.line});
        }
        ladder.steps.push_back(std::move(step));
    }
    if (type.states && nextStates(*type.states, Value::fromInt(state)).empty())
        ladder.here = -1; // the end of the way: nothing is to come
    for (int i = 0; i < static_cast<int>(ladder.steps.size()); ++i) {
        auto& step = ladder.steps[static_cast<std::size_t>(i)];
        step.here = i == ladder.here;
        step.done = ladder.here < 0 || i < ladder.here;
    }
    return ladder;
}

} // namespace lianxin::ui
