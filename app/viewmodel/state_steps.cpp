// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/state_steps.hpp"

#include "app/viewmodel/kept.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateSteps)
};

// Who usually takes the step: as the course says, else whoever writes such records.
std::vector<lianxin::Role> postsOf(const RecordType& type, std::int64_t from, std::uint32_t to)
{
    std::vector<lianxin::Role> posts;
    bool anybody = false;
    for (const auto& step : type.states->steps)
        if (static_cast<std::int64_t>(step.from) == from && std::ranges::find(step.to, to) != step.to.end()) {
            anybody = anybody || step.by.empty();
            posts.insert(posts.end(), step.by.begin(), step.by.end());
        }
    if (anybody || posts.empty()) {
        posts.clear();
        for (const auto& writer : type.writers)
            posts.push_back(writer.role);
    }
    return posts;
}

Result<forms::RecordEditor> stepped(const Desk& desk, const RecordType& type, RecordId record, std::int64_t state)
{
    LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(desk.editorPorts(), record));
    editor.edit().set(type.states->field, Value::fromInt(state));
    return editor;
}

} // namespace

std::vector<NextStep> nextStepsOf(const Desk& desk, const store::RecordView& view)
{
    std::vector<NextStep> steps;
    const RecordType* type = desk.catalogue().type(view.type);
    if (type == nullptr || !type->states)
        return steps;
    const Field* field = type->field(type->states->field);
    const Value now = forms::RecordFields(*type, view).value(field->name);
    for (const auto state : nextStates(*type->states, now)) {
        NextStep step;
        step.state = state;
        step.label = desk.codeLabel(field->codeList, state);
        for (const auto post : postsOf(*type, now.asInt().value_or(0), state)) {
            step.mine = step.mine || (post == desk.work().role && desk.mayWrite(*type));
            step.whose << desk.codeLabel("role", codeOfRole(post));
        }
        if (const auto editor = stepped(desk, *type, view.record, state))
            for (const auto number : editor->form().missing())
                step.missing << desk.label(type->field(number)->label);
        steps.push_back(std::move(step));
    }
    return steps;
}

void takeStep(const Desk& desk, Navigator& navigator, RecordId record, std::int64_t state,
              const std::function<void(const forms::Committed&)>& written)
{
    const auto view = desk.isOpen() ? desk.store().view(record) : Result<store::RecordView>(fail(Errc::notFound, ""));
    const RecordType* type = view ? desk.catalogue().type(view->type) : nullptr;
    if (type == nullptr || !type->states || !desk.mayWrite(*type))
        return;
    // Somebody was writing in it already: those words come first.
    if (const auto draft = desk.store().draft(record); draft && *draft)
        return navigator.goDraft(**draft);
    auto editor = stepped(desk, *type, record, state);
    if (!editor)
        return navigator.tell(editor.error());
    if (!editor->form().missing().empty()) {
        const auto draft = editor->draftOf();
        if (const auto kept = draft ? editor->saveDraft() : Result<void>(draft.error()); !kept)
            return navigator.tell(kept.error());
        return navigator.goDraft(*draft);
    }
    const auto done = editor->commit();
    if (!done)
        return navigator.tell(done.error());
    written(*done);
    const QString label = desk.codeLabel(type->field(type->states->field)->codeList, state);
    sayKept(desk, navigator, Words::tr("Noted: %1").arg(label), *done);
}

} // namespace lianxin::ui
