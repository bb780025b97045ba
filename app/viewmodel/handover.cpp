// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/handover.hpp"

#include <algorithm>

namespace lianxin::ui {

namespace {

constexpr std::int64_t kRuns = 1; // code list contact_state
constexpr std::int64_t kEnded = 3;
constexpr int kFresh = 60; // days in which the words of the one before stand on the family's page

Result<forms::RecordEditor> ended(const forms::EditorPorts& ports, const RecordType& type, RecordId assignment,
                                  Day today)
{
    LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(ports, assignment));
    editor.edit().set(type.field(std::string_view("to_date"))->number, Value::fromText(dayText(today)));
    editor.edit().set(type.field(std::string_view("state"))->number, Value::fromInt(kEnded));
    return editor;
}

} // namespace

std::vector<Carer> carersNow(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    const RecordType& type = desk.type("contact_assignment");
    std::vector<Carer> carers;
    const auto views = desk.store().ofType(type.number);
    if (!views)
        return carers;
    for (const auto& view : *views) {
        const forms::RecordFields fields(type, view);
        const auto user = fields.ref("user");
        const auto until = fields.day("to_date");
        if (view.life != store::Life::active || !user || fields.number("state").value_or(kRuns) == kEnded ||
            (until && *until < desk.today()) || book.summary(view.root) == nullptr)
            continue;
        carers.push_back(
            {view.record, view.root, userOf(*user), fields.number("post").value_or(0), fields.flag("is_primary")});
    }
    return carers;
}

bool mayHandOver(const Desk& desk)
{
    return desk.isOpen() && desk.work().role == lianxin::Role::TO && desk.mayWrite(desk.type("contact_assignment"));
}

QString handoverWords(const Desk& desk, const Family& family)
{
    const RecordType& type = desk.type("contact_assignment");
    for (const auto& view : family.children) {
        if (view.type != type.number)
            continue;
        const forms::RecordFields fields(type, view);
        const auto user = fields.ref("user");
        const auto from = fields.day("from_date");
        if (user && userOf(*user) == desk.work().user && fields.number("state").value_or(kRuns) != kEnded && from &&
            daysBetween(*from, desk.today()) <= kFresh)
            return qs(fields.text("handover_note"));
    }
    return {};
}

Handover::Handover(const FamilyBook& book, UserId from, UserId to, std::string note)
    : m_book(book), m_from(from), m_to(to), m_note(std::move(note))
{}

Result<void> Handover::hand(RecordId household)
{
    const Desk& desk = m_book.desk();
    const RecordType& type = desk.type("contact_assignment");
    const auto ports = desk.editorPorts();
    const auto carers = carersNow(m_book);
    const auto held = [&](UserId user, std::int64_t post) {
        return std::ranges::find_if(carers, [&](const Carer& carer) {
            return carer.household == household && carer.user == user && (post == 0 || carer.post == post);
        });
    };
    const auto old = held(m_from, 0);
    const auto* summary = m_book.summary(household);
    if (old == carers.end() || summary == nullptr)
        return fail(Errc::notFound, "this colleague has no post at this family");
    std::vector<store::RecordEdit> alongside;
    for (const auto& carer : carers) { // every post of the one who goes
        if (carer.household != household || carer.user != m_from || carer.assignment == old->assignment)
            continue;
        LIANXIN_TRY(const auto other, ended(ports, type, carer.assignment, desk.today()));
        LIANXIN_TRY(auto edit, other.toEdit());
        alongside.push_back(std::move(edit));
    }
    const auto field = [&](std::string_view name) { return type.field(name)->number; };
    if (const auto present = held(m_to, old->post); present != carers.end()) {
        LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(ports, present->assignment));
        if (old->isPrimary)
            editor.edit().set(field("is_primary"), Value::fromBool(true));
        if (!m_note.empty())
            editor.edit().set(field("handover_note"), Value::fromText(m_note));
        LIANXIN_TRY(auto edit, editor.toEdit());
        if (!edit.writes.empty())
            alongside.push_back(std::move(edit));
    } else {
        FieldValues values{{field("user"), Value::fromText(recordOf(m_to).text())},
                           {field("post"), Value::fromInt(old->post)},
                           {field("is_primary"), Value::fromBool(old->isPrimary)},
                           {field("from_date"), Value::fromText(dayText(desk.today()))},
                           {field("state"), Value::fromInt(kRuns)}};
        if (!m_note.empty())
            values[field("handover_note")] = Value::fromText(m_note);
        LIANXIN_TRY(const auto fresh, forms::RecordEditor::openNew(
                                          ports, {type.number, household, summary->partition, std::move(values)}));
        LIANXIN_TRY(auto edit, fresh.toEdit());
        alongside.push_back(std::move(edit));
    }
    LIANXIN_TRY(auto leaving, ended(ports, type, old->assignment, desk.today()));
    LIANXIN_TRY(auto done, leaving.commit("handover", std::move(alongside)));
    m_done.push_back(std::move(done));
    return {};
}

Result<void> Handover::takeBack()
{
    for (; !m_done.empty(); m_done.pop_back())
        LIANXIN_CHECK(forms::undo(m_book.desk().editorPorts(), m_done.back()));
    return {};
}

} // namespace lianxin::ui
