// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/supervision_model.hpp"

#include "app/viewmodel/kept.hpp"
#include "app/viewmodel/shown_record.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Code lists supervision_state, finding_kind, recheck_result.
constexpr std::int64_t kArranged = 1, kOnSite = 2, kTold = 3, kMending = 4;
constexpr std::int64_t kGood = 4;
constexpr std::int64_t kDone = 1;

QString pointKey(const CheckPoint& point)
{
    return point.code != 0 ? QString::number(point.code) : idText(point.record);
}

Roles findingRoles()
{
    return {{"findingId"},      {"kindText"},
            {"text"},           {"line"},
            {"dueText"},        {"late", false},
            {"canMend", false}, {"canRecheck", false},
            {"accessibleText"}, {"mendings", {}, {{"mendingId"}, {"text"}, {"line"}}}};
}

} // namespace

SupervisionModel::SupervisionModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_answers({{"code", 0}, {"label"}}),
      m_points({{"pointId"}, {"label"}, {"line"}, {"answer", 0}, {"answerText"}}), m_results({{"code", 0}, {"label"}}),
      m_findings(findingRoles()), m_praise(findingRoles()), m_settled(findingRoles()),
      m_others({{"state", 0}, {"label"}})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &SupervisionModel::refresh);
    connect(&desk, &Desk::closed, this, [this] { show({}); });
    connect(&desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void SupervisionModel::show(RecordId supervision)
{
    m_supervision = supervision;
    m_settledShown = false;
    refresh();
}

void SupervisionModel::setSettledShown(bool shown)
{
    m_settledShown = shown;
    refresh();
}

void SupervisionModel::clear()
{
    for (QString* text :
         {&m_heading, &m_line, &m_stateText, &m_pointsText, &m_openText, &m_settledText, &m_empty, &m_stepLabel})
        text->clear();
    m_firstOpen = {};
    m_position = m_count = m_open = 0;
    m_canEdit = m_canLook = m_canFind = m_canMend = false;
    m_next = Next::nothing;
    m_step = 0;
    m_list.clear();
}

void SupervisionModel::refresh()
{
    m_later.stop();
    clear();
    const auto shown = shownRecord(m_desk, m_supervision, "supervision");
    m_empty = shown.emptyText;
    if (shown.view) {
        const auto labels = [&](const char* name) {
            Rows rows;
            for (const auto& code : m_desk.catalogue().codeList(name)->codes)
                rows.push_back({{"code", static_cast<int>(code.number)}, {"label", m_desk.label(code.label)}});
            return rows;
        };
        m_answers.setRows(labels("check_answer"));
        m_results.setRows(labels("recheck_result"));
        readHead(*shown.view);
        readPoints(*shown.view);
        readFindings(*shown.view);
        readNext(*shown.view);
    } else {
        for (RowsModel* rows : {&m_points, &m_findings, &m_praise, &m_settled, &m_others})
            rows->setRows({});
    }
    emit changed();
}

void SupervisionModel::readHead(const store::RecordView& view)
{
    const RecordType& type = m_desk.type("supervision");
    const forms::RecordFields fields(type, view);
    m_partition = view.partition;
    m_heading = qs(fields.text("target_name"));
    for (const char* named : {"home", "provider"})
        if (const auto id = fields.ref(named); id && m_heading.isEmpty())
            m_heading = recordName(m_desk, *id);
    const QString kind = m_desk.codeLabel(fields, "kind");
    if (m_heading.isEmpty())
        m_heading = m_desk.codeLabel(fields, "target");
    const auto day = fields.day("day");
    m_line = dotted({kind, day ? relativeDay(*day, m_desk.today()) : QString(),
                     valueText(m_desk, *type.field(std::string_view("team")), fields.value("team")),
                     qs(fields.text("team_text"))});
    m_stateText = m_desk.codeLabel(fields, "state");
    const CodeList* states = m_desk.catalogue().codeList("supervision_state");
    m_count = static_cast<int>(states->codes.size());
    const auto at = std::ranges::find(states->codes, fields.number("state").value_or(0),
                                      [](const Code& code) { return static_cast<std::int64_t>(code.number); });
    m_listFirst = fields.number("state").value_or(kArranged) <= kOnSite;
    m_position = at == states->codes.end() ? 0 : static_cast<int>(at - states->codes.begin()) + 1;
    m_canEdit = m_desk.mayWrite(type);
    m_canLook = m_desk.mayWrite(m_desk.type("check_item"));
    m_canFind = m_desk.mayWrite(m_desk.type("finding"));
    m_canMend = m_desk.mayWrite(m_desk.type("rectification"));
}

void SupervisionModel::readPoints(const store::RecordView& view)
{
    m_list = pointsOf(m_desk, view);
    Rows rows;
    int looked = 0;
    for (const auto& point : m_list) {
        looked += point.answer != 0 ? 1 : 0;
        rows.push_back({{"pointId", pointKey(point)},
                        {"label", point.label},
                        {"line", point.line},
                        {"answer", static_cast<int>(point.answer)},
                        {"answerText", m_desk.codeLabel("check_answer", point.answer)}});
    }
    m_pointsText = tr("%1 of %n looked at", nullptr, static_cast<int>(rows.size())).arg(looked);
    m_points.setRows(rows);
}

// What is open comes first, the day that comes soonest at the top; what was praised and what is settled stand apart.
void SupervisionModel::readFindings(const store::RecordView& view)
{
    const RecordType& type = m_desk.type("finding");
    std::vector<Finding> found;
    for (auto& row : rowsOf(m_desk, type, view)) {
        const forms::RecordFields fields(type, row);
        const bool good = fields.number("kind") == kGood;
        const auto due = fields.day("due");
        const bool settled = fields.flag("settled");
        found.push_back({std::move(row), due, good, settled});
    }
    const Day never = addDays(m_desk.today(), 36'500);
    std::ranges::stable_sort(found, {}, [&](const Finding& one) { return one.due.value_or(never); });
    Rows open, praise, settled;
    for (const auto& one : found) {
        Row row = findingRow(one);
        if (one.good) {
            praise.push_back(std::move(row));
            continue;
        }
        if (!one.settled && m_firstOpen.isNil())
            m_firstOpen = one.view.record;
        m_open += one.settled ? 0 : 1;
        (one.settled ? settled : open).push_back(std::move(row));
    }
    if (m_open > 0)
        m_openText = tr("%n still open", nullptr, m_open);
    else
        m_openText = found.empty() ? tr("Nothing noted yet") : tr("All settled");
    if (!settled.empty())
        m_settledText = tr("Settled: %n", nullptr, static_cast<int>(settled.size()));
    m_findings.setRows(open);
    m_praise.setRows(praise);
    m_settled.setRows(m_settledShown ? settled : Rows{});
}

QString SupervisionModel::dueText(const Finding& finding) const
{
    if (!finding.due || finding.good || finding.settled)
        return {};
    const int days = daysBetween(m_desk.today(), *finding.due);
    const QString day = dayShort(*finding.due);
    if (days > 0)
        return tr("Agreed for %1, %n day(s) to go", nullptr, days).arg(day);
    // A day that has gone by is no fault: it is a reason to ask how it goes.
    return days == 0 ? tr("Agreed for today") : tr("Agreed for %1; ask how it goes when it suits").arg(day);
}

Row SupervisionModel::findingRow(const Finding& finding) const
{
    const RecordType& type = m_desk.type("finding");
    const RecordType& mendingType = m_desk.type("rectification");
    const forms::RecordFields fields(type, finding.view);
    Rows mendings;
    bool mended = false;
    for (const auto& view : rowsOf(m_desk, mendingType, finding.view)) {
        const forms::RecordFields one(mendingType, view);
        const auto result = one.number("result");
        const auto day = one.day("done_at");
        const auto by = one.ref("rechecked_by");
        mended = mended || result != kDone;
        mendings.push_back({{"mendingId", idText(view.record)},
                            {"text", qs(one.text("action"))},
                            {"line", dotted({day ? relativeDay(*day, m_desk.today()) : QString(),
                                             result ? m_desk.codeLabel(one, "result") : tr("To be looked at again"),
                                             by ? m_desk.userName(userOf(*by)) : QString()})}});
    }
    const QString owner = qs(fields.text("owner"));
    const QString line =
        dotted({finding.settled ? m_desk.label(type.field(std::string_view("settled"))->label) : QString(),
                owner.isEmpty() ? QString() : tr("Seen to by %1").arg(owner), m_desk.codeLabel(fields, "severity")});
    const QString due = dueText(finding);
    const QString kind = m_desk.codeLabel(fields, "kind");
    const QString text = qs(fields.text("text"));
    Row row{{"findingId", idText(finding.view.record)},
            {"kindText", kind},
            {"text", text},
            {"line", line},
            {"dueText", due},
            {"late", finding.due && !due.isEmpty() && *finding.due < m_desk.today()},
            {"canMend", m_canMend && !finding.good && !finding.settled},
            {"canRecheck", m_canFind && mended && !finding.good && !finding.settled},
            {"accessibleText", dotted({kind, text, line, due})}};
    row.list("mendings", std::move(mendings));
    return row;
}

// One action at a time: to go there; there, to note what is seen; later, to mend or to look again, and to go on when nothing is open.
void SupervisionModel::readNext(const store::RecordView& view)
{
    const auto state = forms::RecordFields(m_desk.type("supervision"), view).number("state").value_or(0);
    const auto steps = nextStepsOf(m_desk, view);
    const NextStep* onward = nullptr; // with something open the way leads to the mending, without to the end
    for (const auto& step : steps)
        if (step.mine && (state < kTold || (m_open > 0) == (step.state == kMending)))
            onward = &step;
    if (state == kOnSite && m_canFind)
        m_next = Next::finding;
    else if (onward != nullptr)
        m_next = Next::step;
    else if (m_open > 0 && m_canMend && state > kArranged)
        m_next = Next::mending;
    if (m_next == Next::step) {
        m_step = onward->state;
        m_stepLabel = onward->label;
    }
    Rows others;
    for (const auto& step : steps)
        if (step.mine && step.state != m_step)
            others.push_back({{"state", static_cast<int>(step.state)}, {"label", tr("Next: %1").arg(step.label)}});
    m_others.setRows(others);
}

QString SupervisionModel::actionLabel() const
{
    switch (m_next) {
    case Next::step: return tr("Next: %1").arg(m_stepLabel);
    case Next::finding: return tr("Note what you saw");
    case Next::mending: return tr("Note what was mended");
    case Next::nothing: break;
    }
    return {};
}

void SupervisionModel::act()
{
    switch (m_next) {
    case Next::step: return take(static_cast<int>(m_step));
    case Next::finding: return addFinding();
    case Next::mending: return begin("rectification", m_firstOpen);
    case Next::nothing: break;
    }
}

void SupervisionModel::take(int state)
{
    takeStep(m_desk, m_navigator, m_supervision, state, [this](const forms::Committed& done) {
        emit committed(done.record, done.change.number);
        refresh();
    });
}

void SupervisionModel::answer(const QString& pointId, int code)
{
    const auto point = std::ranges::find(m_list, pointId, pointKey);
    const auto view = m_desk.isOpen() ? m_desk.store().view(m_supervision) : Result<store::RecordView>{};
    if (!view || point == m_list.end() || !m_canLook ||
        m_desk.catalogue().codeList("check_answer")->find(code) == nullptr)
        return;
    const auto done = answerPoint(m_desk, *view, *point, code);
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    refresh();
}

void SupervisionModel::begin(const char* typeName, RecordId parent)
{
    const RecordType& type = m_desk.type(typeName);
    if (!m_desk.isOpen() || parent.isNil() || !m_desk.mayWrite(type))
        return;
    forms::NewRecord wanted{type.number, m_supervision, m_partition, {}};
    wanted.prefill[type.parentField] = Value::fromText(parent.text());
    m_navigator.goForm(std::move(wanted));
}

void SupervisionModel::addPoint() { begin("check_item", m_supervision); }

void SupervisionModel::addFinding() { begin("finding", m_supervision); }

void SupervisionModel::noteMending(const QString& findingId) { begin("rectification", idOf(findingId)); }

void SupervisionModel::openFinding(const QString& findingId)
{
    if (m_canFind)
        m_navigator.goEdit(idOf(findingId));
}

void SupervisionModel::openMending(const QString& mendingId)
{
    if (m_canMend)
        m_navigator.goEdit(idOf(mendingId));
}

std::optional<store::RecordView> SupervisionModel::latestMending(RecordId finding) const
{
    const auto view = m_desk.store().view(finding);
    auto rows = view ? rowsOf(m_desk, m_desk.type("rectification"), *view) : std::vector<store::RecordView>{};
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.back()));
}

// Who looked again and how it is stands with the mending; what is well is settled in the same save.
void SupervisionModel::recheck(const QString& findingId, int result)
{
    const RecordId id = idOf(findingId);
    const auto mending = m_desk.isOpen() && m_canFind ? latestMending(id) : std::nullopt;
    if (!mending)
        return;
    const auto written = [&]() -> Result<forms::Committed> {
        const RecordType& type = m_desk.type("rectification");
        const RecordType& findingType = m_desk.type("finding");
        LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(m_desk.editorPorts(), mending->record));
        editor.edit().set(type.field(std::string_view("rechecked_by"))->number,
                          Value::fromText(recordOf(m_desk.work().user).text()));
        editor.edit().set(type.field(std::string_view("result"))->number, Value::fromInt(result));
        LIANXIN_TRY(auto finding, forms::RecordEditor::openExisting(m_desk.editorPorts(), id));
        finding.edit().set(findingType.field(std::string_view("settled"))->number, Value::fromBool(result == kDone));
        LIANXIN_TRY(auto edit, finding.toEdit());
        std::vector<store::RecordEdit> alongside;
        if (!edit.writes.empty())
            alongside.push_back(std::move(edit));
        return editor.commit({}, std::move(alongside));
    }();
    if (!written)
        return m_navigator.tell(written.error());
    emit committed(written->record, written->change.number);
    refresh();
    sayKept(m_desk, m_navigator, tr("Noted: %1").arg(m_desk.codeLabel("recheck_result", result)), *written);
}

void SupervisionModel::edit()
{
    if (m_canEdit)
        m_navigator.goEdit(m_supervision);
}

} // namespace lianxin::ui
