// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/claim_sum_model.hpp"

#include "app/viewmodel/checklist.hpp"
#include "app/viewmodel/claim_steps.hpp"
#include "app/viewmodel/kept.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kPaid = 5, kClosed = 8; // code list claim_state

bool isOpen(const forms::RecordFields& claim)
{
    const auto state = claim.number("state").value_or(1);
    return state != kPaid && state != kClosed;
}

Roles inputRoles()
{
    return {{"key", 0},     {"label"},       {"value"},        {"unit"},
            {"sourceText"}, {"troubleText"}, {"isDay", false}, {"readOnly", false}};
}

} // namespace

struct ClaimSumModel::Part {
    const char* id;
    QString label;
    std::vector<const char*> fields;
    bool folds{false};
};

ClaimSumModel::ClaimSumModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_groups({{"groupId"}, {"label"}, {"line"}, {"folds", false}, {"open", true}, {"items", {}, inputRoles()}}),
      m_sums(sumRoles()), m_notes(Roles{ui::Role{"line"}}), m_papers(checkRoles())
{
    connect(&m_desk, &Desk::closed, this, &ClaimSumModel::close);
    connect(&m_desk, &Desk::languageChanged, this, &ClaimSumModel::render);
}

void ClaimSumModel::close()
{
    m_editor.reset();
    m_terms = {};
    m_about = {};
    m_typed.clear();
    m_unreadable.clear();
    m_open.clear();
    m_line.clear();
    m_fromDraft = m_mayWrite = false;
    render();
}

void ClaimSumModel::show(RecordId about)
{
    close();
    if (!m_desk.isOpen() || !m_desk.mayRead(m_desk.type("claim")))
        return;
    m_about = about;
    if (const auto opened = open(about); !opened) {
        close();
        return m_navigator.tell(opened.error());
    }
    render();
}

Result<void> ClaimSumModel::open(RecordId about)
{
    const RecordType& type = m_desk.type("claim");
    LIANXIN_TRY(const auto view, m_desk.store().view(about));
    LIANXIN_TRY(const auto family, m_book.load(m_book.kept(view.root)));
    m_mayWrite = m_desk.mayWrite(type);
    m_line = family.summary.callName;
    if (view.type == type.number)
        return openClaim(view, family);
    const store::RecordView* newest = nullptr;
    for (const auto& child : family.children)
        if (child.type == type.number && isOpen(forms::RecordFields(type, child)) &&
            (newest == nullptr || newest->record < child.record))
            newest = &child;
    if (newest != nullptr)
        return openClaim(*newest, family);
    const auto terms =
        claimTerms(m_desk, forms::RecordFields(type, FieldValues{}), {}, family.household, family.children);
    LIANXIN_TRY(auto editor,
                forms::RecordEditor::openNew(m_desk.editorPorts(), {type.number, family.household.record,
                                                                    family.summary.partition, terms.values}));
    m_editor = std::make_unique<forms::RecordEditor>(std::move(editor));
    m_terms = terms;
    return {};
}

Result<void> ClaimSumModel::openClaim(const store::RecordView& claim, const Family& family)
{
    const auto ports = m_desk.editorPorts();
    LIANXIN_TRY(const auto draft, m_desk.store().draft(claim.record));
    m_fromDraft = draft.has_value();
    LIANXIN_TRY(auto editor, draft ? forms::RecordEditor::restore(ports, *draft)
                                   : forms::RecordEditor::openExisting(ports, claim.record));
    m_editor = std::make_unique<forms::RecordEditor>(std::move(editor));
    m_line = dotted({m_line, recordName(m_desk, claim.record)});
    fillIn(claimTerms(m_desk, forms::RecordFields(m_editor->form().type(), m_editor->form().kept()), claim.record,
                      family.household, family.children));
    return {};
}

void ClaimSumModel::fillIn(const ClaimTerms& terms)
{
    m_terms = terms;
    for (const auto& [number, value] : terms.values)
        m_editor->edit().set(number, value);
}

// --- what is shown

void ClaimSumModel::render()
{
    Rows sums;
    Rows notes;
    if (m_editor != nullptr) {
        const forms::RecordFields claim(m_editor->form().type(), m_editor->form().kept());
        sums.push_back(careSum(m_desk, claim));
        if (hasSupplement())
            sums.push_back(supplementSum(m_desk, claim));
        for (const auto& asked : claimQuestions(m_desk, claim, m_terms))
            notes.push_back({{"line", asked}});
    }
    m_sums.setRows(sums);
    m_notes.setRows(notes);
    renderGroups();
    renderPapers();
    emit changed();
}

// Where nobody gives a supplement, nobody is asked for bills.
bool ClaimSumModel::hasSupplement() const
{
    const forms::RecordFields claim(m_editor->form().type(), m_editor->form().kept());
    const auto key = static_cast<int>(claim.type().field(std::string_view("reimbursed"))->number);
    return claim.number("supplement_percent") || claim.number("reimbursed") || m_typed.contains(key);
}

void ClaimSumModel::renderGroups()
{
    Rows groups;
    if (m_editor != nullptr) {
        std::vector<Part> parts{{"stay", tr("The stay"), {"admit_date", "discharge_date", "icu_days"}, false},
                                {"terms",
                                 tr("What the policy says"),
                                 {"daily_subsidy", "icu_daily", "deductible_days", "max_days", "days_paid"},
                                 true}};
        if (hasSupplement())
            parts.push_back({"bills",
                             tr("Beside medical insurance"),
                             {"reimbursed", "out_of_pocket", "supplement_percent"},
                             false});
        const forms::RecordFields claim(m_editor->form().type(), m_editor->form().kept());
        for (const auto& part : parts) {
            // What the policy said already needs no look; without it the page cannot answer, so it stands open.
            const bool open = !part.folds || !claim.number("daily_subsidy") || m_open.contains(QLatin1String(part.id));
            Row row{{"groupId", part.id},
                    {"label", part.label},
                    {"line", open ? QString() : contents(part)},
                    {"folds", part.folds && claim.number("daily_subsidy").has_value()},
                    {"open", open}};
            Rows items;
            for (const char* name : part.fields)
                if (const Field* known = m_editor->form().type().field(std::string_view(name)))
                    items.push_back(inputRow(*known));
            row.list("items", std::move(items));
            groups.push_back(std::move(row));
        }
    }
    m_groups.setRows(groups);
}

Row ClaimSumModel::inputRow(const Field& field) const
{
    const int key = static_cast<int>(field.number);
    const auto typed = m_typed.find(key);
    return {{"key", key},
            {"label", m_desk.label(field.label)},
            {"value",
             typed != m_typed.end() ? typed->second : editText(m_desk, field, m_editor->form().value(field.number))},
            {"unit", field.kind == FieldKind::money ? tr("yuan") : m_desk.label(field.unit)},
            {"sourceText", sourceOf(field)},
            {"troubleText", m_unreadable.contains(key) ? tr("This cannot be read yet; look again") : QString()},
            {"isDay", field.kind == FieldKind::date},
            {"readOnly", false}};
}

QString ClaimSumModel::sourceOf(const Field& field) const
{
    const auto found = m_terms.sources.find(field.number);
    if (found == m_terms.sources.end() || m_editor->form().value(field.number).isNull())
        return {};
    switch (found->second) {
    case TermSource::policy: return tr("from the policy");
    case TermSource::parameter: return tr("holds here");
    case TermSource::earlierClaims: return tr("added up from earlier claims");
    case TermSource::claim:
    case TermSource::typed: break;
    }
    return {};
}

QString ClaimSumModel::contents(const Part& part) const
{
    QStringList told;
    for (const char* name : part.fields)
        if (const Field* known = m_editor->form().type().field(std::string_view(name)))
            if (const QString text = valueText(m_desk, *known, m_editor->form().value(known->number)); !text.isEmpty())
                told << tr("%1 %2", "label and value").arg(m_desk.label(known->label), text);
    return dotted(told);
}

void ClaimSumModel::renderPapers()
{
    Rows papers;
    m_papersLine.clear();
    const RecordType& paper = m_desk.type("claim_document");
    if (m_editor != nullptr && m_desk.isOpen()) {
        const auto view = m_editor->isNew() ? Result<store::RecordView>(fail(Errc::notFound, "not noted yet"))
                                            : m_desk.store().view(m_editor->record());
        papers = checkRows(m_desk, paper, view ? rowsOf(m_desk, paper, *view) : std::vector<store::RecordView>{});
        const int missing = missingOf(papers);
        m_papersLine = papers.empty()      ? QString()
                       : m_editor->isNew() ? tr("Once the claim is noted they can be ticked")
                       : missing == 0      ? tr("All there")
                                           : tr("%n still missing", nullptr, missing);
    }
    m_papers.setRows(papers);
}

// --- what a person does

const Field* ClaimSumModel::field(int key) const
{
    const Field* known =
        m_editor != nullptr && key > 0 ? m_editor->form().type().field(static_cast<std::uint32_t>(key)) : nullptr;
    return known != nullptr && !known->computed ? known : nullptr;
}

void ClaimSumModel::edit(int key, const QString& text)
{
    const Field* known = field(key);
    if (known == nullptr)
        return;
    m_typed[key] = text;
    m_terms.sources[known->number] = TermSource::typed;
    const auto value = typedValue(m_desk, *known, text);
    m_editor->edit().set(known->number, value.value_or(Value::null()));
    m_unreadable.erase(key);
    render();
}

void ClaimSumModel::leave(int key)
{
    const auto typed = m_typed.find(key);
    const Field* known = field(key);
    if (typed == m_typed.end() || known == nullptr)
        return;
    if (typedValue(m_desk, *known, typed->second))
        m_typed.erase(typed);
    else
        m_unreadable.insert(key);
    render();
}

void ClaimSumModel::step(int key, int delta)
{
    const Field* known = field(key);
    if (known == nullptr || known->kind != FieldKind::date)
        return;
    const auto day = parseDay(m_editor->form().value(known->number).asText().value_or("")).value_or(m_desk.today());
    m_typed.erase(key);
    m_unreadable.erase(key);
    m_terms.sources[known->number] = TermSource::typed;
    m_editor->edit().set(known->number, Value::fromText(dayText(addDays(day, delta))));
    render();
}

void ClaimSumModel::toggleGroup(const QString& groupId)
{
    if (m_open.erase(groupId) == 0)
        m_open.insert(groupId);
    render();
}

void ClaimSumModel::tick(int code)
{
    if (!canTick())
        return;
    const auto view = m_desk.store().view(m_editor->record());
    const auto done = view ? ui::tick(m_desk, m_desk.type("claim_document"), *view, code) : Result<void>(view.error());
    if (!done)
        return m_navigator.tell(done.error());
    render();
}

bool ClaimSumModel::canKeep() const
{
    return m_editor != nullptr && m_mayWrite && (m_editor->isNew() || m_editor->changed());
}

QString ClaimSumModel::keepLabel() const
{
    return m_editor == nullptr || m_editor->isNew() ? tr("Note a claim") : tr("Keep with the claim");
}

void ClaimSumModel::keep()
{
    if (!canKeep())
        return;
    if (m_editor->isNew()) {
        forms::NewRecord wanted{m_editor->form().type().number, m_editor->root(), m_editor->partition(), {}};
        for (const auto& [number, value] : m_editor->form().kept())
            if (const Field* known = m_editor->form().type().field(number); known != nullptr && !known->computed)
                wanted.prefill[number] = value;
        return m_navigator.goForm(std::move(wanted));
    }
    if (m_fromDraft) { // the form that waits half written takes it in
        const auto draft = m_editor->draftOf();
        const auto saved = draft ? m_editor->saveDraft() : Result<void>(draft.error());
        return saved ? m_navigator.goDraft(*draft) : m_navigator.tell(saved.error());
    }
    auto done = m_editor->commit();
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    const RecordId about = m_about;
    show(about); // opened anew: a second save has what was seen now
    sayKept(m_desk, m_navigator, tr("Kept with the claim"), std::move(*done), [this, about] { show(about); });
}

} // namespace lianxin::ui
