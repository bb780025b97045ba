// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/project_model.hpp"

#include "app/viewmodel/shown_record.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>
#include <array>

namespace lianxin::ui {
namespace {

constexpr auto kOpinion = "opinion"; // the row of `missing` that is no field

// In the order in which one asks for them; an empty one says nothing.
constexpr std::array kFacts{"person",       "fund_source", "own_funds",   "bank",    "rate_bp",     "term_months",
                            "from_date",    "to_date",     "extended_to", "batch",   "birth_stage", "child_count",
                            "notice_words", "before",      "after",       "outcome", "outcome_note"};

} // namespace

ProjectModel::ProjectModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_figures({{"name"}, {"label"}, {"amount"}}),
      m_ladder({{"state", 0}, {"label"}, {"line"}, {"opinion"}, {"done", false}, {"here", false}, {"accessibleText"}}),
      m_missing({{"what"}, {"label"}}), m_others({{"state", 0}, {"label"}}), m_facts({{"label"}, {"line"}}),
      m_repayments({{"recordId"}, {"dayText"}, {"amount"}, {"line"}, {"accessibleText"}})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ProjectModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&m_desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void ProjectModel::show(RecordId project)
{
    m_project = project;
    refresh();
}

void ProjectModel::clear()
{
    for (QString* text : {&m_initial, &m_heading, &m_line, &m_purpose, &m_who, &m_empty, &m_repaidText, &m_stepLabel})
        text->clear();
    m_household = {};
    m_tint = 0;
    m_canEdit = m_canRepay = m_repayIsNext = false;
    m_step = m_opinion = m_left = 0;
}

void ProjectModel::refresh()
{
    m_later.stop();
    clear();
    const auto shown = shownRecord(m_desk, m_project, "project_aid");
    m_empty = shown.emptyText;
    auto editor = shown.view ? forms::RecordEditor::openExisting(m_desk.editorPorts(), m_project)
                             : Result<forms::RecordEditor>(fail(Errc::notFound, "no project"));
    if (editor) {
        const forms::RecordFields fields(m_desk.type("project_aid"), editor->form().kept());
        readHead(*shown.view, fields);
        const auto ladder =
            ladderOf(m_desk, editor->form(), rowsOf(m_desk, m_desk.type("project_approval"), *shown.view));
        readMoney(*shown.view, editor->form(), ladder.repays);
        readWay(*shown.view, ladder);
        readFacts(fields);
    } else {
        for (RowsModel* rows : {&m_figures, &m_ladder, &m_missing, &m_others, &m_facts, &m_repayments})
            rows->setRows({});
    }
    emit changed();
}

void ProjectModel::readHead(const store::RecordView& view, const forms::RecordFields& fields)
{
    m_root = view.root;
    m_partition = view.partition;
    m_household = m_book.familyOf(view.root);
    const QString kind = m_desk.codeLabel(fields, "kind");
    const FamilySummary* family = m_book.summary(m_household);
    m_heading = family != nullptr ? dotted({family->callName, kind}) : kind;
    m_initial = family != nullptr ? family->initial : QString();
    m_tint = family != nullptr ? family->tint : 0;
    const auto year = fields.number("year");
    m_line = dotted({year ? tr("Year %1").arg(*year) : QString(), family != nullptr ? family->place : QString()});
    m_purpose = qs(fields.text("purpose"));
    m_canEdit = forms::editingOf(fields.type(), view, m_desk.work().user, m_desk.work().role, m_desk.now()) !=
                forms::Editing::none;
}

// Sums are the form's own expressions (paid back, interest); here they only get their words.
void ProjectModel::readMoney(const store::RecordView& view, const forms::FormState& form, bool paysNow)
{
    const RecordType& type = form.type();
    const forms::RecordFields fields(type, form.kept());
    const auto money = [&](const char* name) { return fields.number(name).value_or(0); };
    const bool repays = paysNow || money("repaid") > 0; // before the money is there nobody speaks of giving it back
    Rows figures;
    const auto add = [&](const char* name, const QString& label, std::int64_t fen) {
        figures.push_back({{"name", name}, {"label", label}, {"amount", moneyText(fen)}});
    };
    if (money("principal") > 0)
        add("principal", tr("Loan"), money("principal"));
    if (money("interest_subsidised") > 0)
        add("interest", tr("Interest paid for them"), money("interest_subsidised"));
    if (money("amount") > 0)
        add("amount", tr("Support"), money("amount"));
    if (repays && money("amount") > 0) {
        m_left = std::max<std::int64_t>(0, money("amount") - money("repaid"));
        add("repaid", tr("Paid back"), money("repaid"));
        add("left", tr("Still to pay back"), m_left);
    }
    m_figures.setRows(figures);

    const RecordType& repayment = m_desk.type("repayment");
    Rows rows;
    for (const auto& row : rowsOf(m_desk, repayment, view)) {
        const forms::RecordFields paid(repayment, row);
        const auto day = paid.day("at");
        const QString dayText = day ? relativeDay(*day, m_desk.today()) : QString();
        const QString amount = tr("%1 yuan").arg(moneyText(paid.number("amount").value_or(0)));
        rows.push_back({{"recordId", idText(row.record)},
                        {"dayText", dayText},
                        {"amount", amount},
                        {"line", qs(paid.text("note"))},
                        {"accessibleText", dotted({dayText, amount, qs(paid.text("note"))})}});
    }
    std::ranges::reverse(rows); // the last one first
    m_repaidText = !repays        ? QString()
                   : rows.empty() ? tr("Nothing was paid back yet")
                                  : tr("%n time(s)", nullptr, static_cast<int>(rows.size()));
    m_repayments.setRows(rows);
    m_canRepay = repays && m_left > 0 && m_desk.mayWrite(repayment);
}

void ProjectModel::readWay(const store::RecordView& view, const Ladder& ladder)
{
    showLadder(ladder);
    m_repayIsNext = m_canRepay && ladder.repays;
    Rows missing, others;
    bool found = false;
    for (const auto& step : nextStepsOf(m_desk, view)) {
        // The way goes on with the first step that stands on the ladder further down; what leads aside or back is offered beside it.
        const int at = ladder.find(step.state);
        const bool ahead = !found && at >= 0 && at >= ladder.here;
        if (ahead) {
            found = true;
            m_stepLabel = step.label;
            m_who = step.mine ? tr("Your side goes on: %1").arg(step.label)
                              : tr("Waiting for: %1").arg(step.whose.join(tr(" or ", "between posts")));
            m_step = step.mine ? step.state : 0;
            for (const auto& label : m_canEdit ? step.missing : QStringList())
                missing.push_back({{"what", label}, {"label", label}});
        }
        const bool fits = at >= 0 || std::ranges::find(ladder.aside, step.state) != ladder.aside.end();
        if (step.mine && fits && (!ahead || m_repayIsNext))
            others.push_back({{"state", static_cast<int>(step.state)}, {"label", step.label}});
    }
    if (!found)
        m_who = tr("All is done");
    else if (m_repayIsNext)
        m_who = tr("Being paid back, little by little");
    if (ladder.here >= 0) {
        const auto& here = ladder.steps[static_cast<std::size_t>(ladder.here)];
        if (here.wantsOpinion && m_desk.mayWrite(m_desk.type("project_approval"))) {
            m_opinion = here.approval;
            missing.insert(missing.begin(), {{"what", kOpinion}, {"label", tr("What was said: %1").arg(here.label)}});
        }
    }
    m_missing.setRows(missing);
    m_others.setRows(others);
}

void ProjectModel::showLadder(const Ladder& ladder)
{
    Rows rows;
    for (const auto& step : ladder.steps) {
        QStringList read{step.label,
                         step.done   ? tr("done")
                         : step.here ? tr("here now")
                                     : tr("to come"),
                         step.line, step.opinion};
        read.removeAll(QString());
        rows.push_back({{"state", static_cast<int>(step.state)},
                        {"label", step.label},
                        {"line", step.line},
                        {"opinion", step.opinion},
                        {"done", step.done},
                        {"here", step.here},
                        {"accessibleText", read.join(tr(", ", "between parts"))}});
    }
    m_ladder.setRows(rows);
}

void ProjectModel::readFacts(const forms::RecordFields& fields)
{
    Rows rows;
    for (const char* name : kFacts) {
        const Field* field = fields.type().field(std::string_view(name));
        if (field == nullptr || field->sealed)
            continue;
        QString text = valueText(m_desk, *field, fields.value(name));
        // Stored in ten thousandths, read by everybody in hundredths.
        if (const auto rate = fields.number(name); rate && field->name == "rate_bp")
            text = tr("%1%", "interest").arg(moneyText(*rate));
        if (!text.isEmpty())
            rows.push_back({{"label", m_desk.label(field->label)}, {"line", text}});
    }
    m_facts.setRows(rows);
}

QString ProjectModel::actionLabel() const
{
    if (m_repayIsNext)
        return tr("Note a repayment");
    return m_step == 0 ? QString() : tr("Next: %1").arg(m_stepLabel);
}

void ProjectModel::act()
{
    if (m_repayIsNext)
        noteRepayment();
    else if (m_step != 0)
        take(static_cast<int>(m_step));
}

void ProjectModel::take(int state)
{
    takeStep(m_desk, m_navigator, m_project, state, [this](const forms::Committed& done) {
        emit committed(done.record, done.change.number);
        refresh();
    });
}

void ProjectModel::fill(const QString& what)
{
    if (what != QLatin1String(kOpinion))
        return edit();
    const RecordType& type = m_desk.type("project_approval");
    if (m_opinion == 0 || !m_desk.mayWrite(type))
        return;
    forms::NewRecord wanted{type.number, m_root, m_partition, {}};
    wanted.prefill[type.parentField] = Value::fromText(m_project.text());
    wanted.prefill[type.field(std::string_view("level"))->number] = Value::fromInt(m_opinion);
    m_navigator.goForm(std::move(wanted));
}

void ProjectModel::noteRepayment()
{
    if (!m_canRepay)
        return;
    const RecordType& type = m_desk.type("repayment");
    forms::NewRecord wanted{type.number, m_root, m_partition, {}};
    wanted.prefill[type.parentField] = Value::fromText(m_project.text());
    m_navigator.goForm(std::move(wanted));
}

void ProjectModel::edit()
{
    if (m_canEdit)
        m_navigator.goEdit(m_project);
}

} // namespace lianxin::ui
