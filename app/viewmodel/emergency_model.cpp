// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/emergency_model.hpp"

#include "app/viewmodel/kept.hpp"
#include "app/viewmodel/value_text.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <chrono>

namespace lianxin::ui {
namespace {

// Fields that are points on the line of time, in order.
constexpr const char* kPoints[] = {"known_at", "first_contact_at", "on_site_at", "stable_at"};
constexpr int kRevisits[] = {3, 7, 30};                // days, domain 3.3
constexpr std::int64_t kStateOfPoint[] = {1, 2, 3, 4}; // code list emergency_state: reported, under way, on site, calm

} // namespace

EmergencyModel::EmergencyModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_points({{"pointId"}, {"label"}, {"line"}, {"done", false}, {"accessibleText"}}),
      m_checks({{"checkId"}, {"label"}, {"timeText"}, {"done", false}}),
      m_steps({{"stepId"}, {"timeText"}, {"line"}, {"byline"}}), m_aidSteps({{"label"}, {"timeText"}, {"done", false}}),
      m_pictures(attachmentRoles())
{
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &EmergencyModel::changed);
    connect(&m_desk, &Desk::changed, this, &EmergencyModel::refresh);
    connect(&m_desk, &Desk::languageChanged, this, &EmergencyModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
}

void EmergencyModel::show(RecordId emergency)
{
    m_id = emergency;
    refresh();
}

QString EmergencyModel::elapsedText() const
{
    return m_known == 0 ? QString() : ui::elapsedText(m_desk.now() - m_known);
}

void EmergencyModel::refresh()
{
    const RecordType& type = m_desk.type("emergency_case");
    const auto view = m_desk.isOpen() && !m_id.isNil()
                          ? m_desk.store().view(m_id)
                          : Result<store::RecordView>(fail(Errc::notFound, "nothing is shown"));
    if (!view || view->type != type.number || view->life != store::Life::active) {
        m_minute.stop();
        m_known = 0;
        m_canWrite = false;
        m_heading.clear();
        for (RowsModel* model : {&m_points, &m_checks, &m_steps, &m_aidSteps, &m_pictures})
            model->setRows({});
        emit changed();
        return;
    }
    const forms::RecordFields fields(type, *view);
    m_household = view->root;
    m_partition = view->partition;
    m_known = fields.number("known_at").value_or(forms::createdAt(m_id));
    m_canWrite = m_desk.mayWrite(type);
    const FamilySummary* family = m_book.summary(m_household);
    m_heading = dotted({family != nullptr ? family->callName : QString(), m_desk.codeLabel(fields, "kind")});
    const auto place = m_desk.store().recordPlace(m_id);
    const bool atProvince = place && place->place == store::Place::received;
    m_line = dotted(
        {relativeDay(dayInChina(m_known), m_desk.today()), m_desk.codeLabel(fields, "severity"),
         m_desk.codeLabel(fields, "state"),
         atProvince ? tr("The province has it") : tr("Safe on the tablet; goes by itself when there is a network")});
    m_initial = family != nullptr ? family->initial : QString();
    m_tint = family != nullptr ? family->tint : 0;
    m_dutyPhone = phoneGrouped(m_desk.dutyPhone(m_partition).toStdString());

    refreshPoints(fields);
    const auto aid = fields.number("aid_money");
    m_aidAmount = aid ? moneyText(*aid) : QString();
    m_aidLine = dotted(
        {m_desk.codeLabel(fields, "fund_source"), qs(fields.text("payee")), m_desk.codeLabel(fields, "aid_method")});

    m_checks.setRows(todoRows(fields, *view));
    refreshPictures(*view);
    if (!m_minute.isActive())
        m_minute.start();
    emit changed();
}

void EmergencyModel::refreshPoints(const forms::RecordFields& fields)
{
    Rows points;
    for (const char* name : kPoints) {
        const Field* field = fields.type().field(std::string_view(name));
        const auto at = fields.number(name);
        const QString label = m_desk.label(field->label);
        QString line;
        if (at && *at > m_known)
            line = tr("%1, %2 later").arg(clockTime(*at), ui::elapsedText(*at - m_known));
        else if (at)
            line = momentText(*at, m_desk.today());
        else if (m_canWrite)
            line = tr("Touch to note the time");
        points.push_back({{"pointId", name},
                          {"label", label},
                          {"line", line},
                          {"done", at.has_value()},
                          {"accessibleText", dotted({label, line})}});
    }
    QStringList dates;
    QStringList days;
    for (const int after : kRevisits) {
        dates << dayShort(addDays(dayInChina(m_known), after));
        days << QString::number(after);
    }
    const QString line = tr("after %1 days").arg(days.join(tr(", ", "between numbers")));
    points.push_back({{"pointId", "revisit"},
                      {"label", tr("Visit again")},
                      {"line", line},
                      {"accessibleText", dotted({tr("Visit again"), line})}});
    m_points.setRows(points);
    m_revisit = dates.join(QLatin1Char('\n'));
}

// What this kind of emergency asks for; a tick keeps the moment it was set.
Rows EmergencyModel::todoRows(const forms::RecordFields& fields, const store::RecordView& view) const
{
    Rows rows;
    const CodeList* todo = m_desk.catalogue().codeList("emergency_todo");
    const Field* field = fields.type().field(std::string_view("todo"));
    const auto kind = fields.number("kind").value_or(0);
    if (todo == nullptr || field == nullptr)
        return rows;
    for (const auto& code : todo->codes) {
        const auto* kinds = code.data.if_contains("kinds");
        const auto* list = kinds != nullptr ? kinds->if_array() : nullptr;
        const bool done = fields.has("todo", code.number);
        if (!done && (code.retired || list == nullptr ||
                      std::find(list->begin(), list->end(), boost::json::value(kind)) == list->end()))
            continue;
        const auto* reg = view.find({field->number, std::to_string(code.number)});
        const core::Head* head = reg != nullptr ? core::provisional(reg->heads) : nullptr;
        rows.push_back({{"checkId", QString::number(code.number)},
                        {"label", m_desk.label(code.label)},
                        {"timeText", done && head != nullptr ? clockTime(m_desk.writtenAt(head->hlc)) : QString()},
                        {"done", done}});
    }
    return rows;
}

// What was taken for the matter and for its steps, as they came.
void EmergencyModel::refreshPictures(const store::RecordView& view)
{
    Rows pictures = attachmentsOf(m_desk, view);
    const auto children = m_desk.store().children(m_household);
    if (!children)
        return m_pictures.setRows(pictures);
    refreshSteps(*children);
    const RecordType& action = m_desk.type("emergency_action");
    for (const auto& child : *children)
        if (child.type == action.number && child.life == store::Life::active &&
            forms::RecordFields(action, child).ref("case") == m_id)
            std::ranges::move(attachmentsOf(m_desk, child), std::back_inserter(pictures));
    m_pictures.setRows(pictures);
}

void EmergencyModel::refreshSteps(const std::vector<store::RecordView>& children)
{
    const RecordType& action = m_desk.type("emergency_action");
    const RecordType& approval = m_desk.type("approval");
    std::vector<std::pair<Millis, Row>> steps;
    Rows aid;
    for (const auto& child : children) {
        if (child.life != store::Life::active)
            continue;
        if (child.type == action.number) {
            const forms::RecordFields fields(action, child);
            if (fields.ref("case") != m_id)
                continue;
            const auto at = fields.number("at").value_or(forms::createdAt(child.record));
            const auto by = fields.ref("by");
            steps.emplace_back(at, Row{{"stepId", idText(child.record)},
                                       {"timeText", momentText(at, m_desk.today())},
                                       {"line", dotted({m_desk.codeLabel(fields, "action"), qs(fields.text("text"))})},
                                       {"byline", by ? m_desk.userName(userOf(*by)) : QString()}});
        } else if (child.type == approval.number) {
            const forms::RecordFields fields(approval, child);
            if (fields.ref("subject") == m_id)
                aid.push_back(
                    {{"label", dotted({m_desk.codeLabel(fields, "level"), m_desk.codeLabel(fields, "decision")})},
                     {"timeText", momentText(fields.number("at").value_or(0), m_desk.today())},
                     {"done", true}});
        }
    }
    std::sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    Rows rows;
    for (auto& step : steps)
        rows.push_back(std::move(step.second));
    m_steps.setRows(rows);
    m_aidSteps.setRows(aid);
}

void EmergencyModel::commit(forms::RecordEditor& editor, const QString& said)
{
    auto done = editor.commit();
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    sayKept(m_desk, m_navigator, said, std::move(*done));
}

void EmergencyModel::tapPoint(const QString& pointId)
{
    const RecordType& type = m_desk.type("emergency_case");
    const Field* field = type.field(std::string_view(pointId.toStdString()));
    if (field == nullptr || !m_canWrite)
        return;
    auto editor = forms::RecordEditor::openExisting(m_desk.editorPorts(), m_id);
    if (!editor)
        return m_navigator.tell(editor.error());
    if (editor->form().isFilled(*field))
        return edit();
    editor->edit().set(field->number, Value::fromInt(m_desk.now() - m_desk.now() % 60000));
    // Reaching a point moves the state on, never back.
    const Field* state = type.field(std::string_view("state"));
    for (std::size_t i = 0; i < std::size(kPoints); ++i)
        if (pointId == QLatin1String(kPoints[i]) &&
            editor->form().value(state->number).asInt().value_or(0) < kStateOfPoint[i])
            editor->edit().set(state->number, Value::fromInt(kStateOfPoint[i]));
    commit(*editor, tr("Noted: %1").arg(m_desk.label(field->label)));
}

void EmergencyModel::toggleCheck(const QString& checkId)
{
    if (!m_canWrite)
        return;
    auto editor = forms::RecordEditor::openExisting(m_desk.editorPorts(), m_id);
    if (!editor)
        return m_navigator.tell(editor.error());
    editor->edit().toggle(m_desk.type("emergency_case").field(std::string_view("todo"))->number,
                          Value::fromInt(checkId.toInt()));
    commit(*editor, tr("Noted"));
}

void EmergencyModel::addCheck(const QString& text)
{
    // A thing to do in one's own words is a step that is written down.
    const RecordType& action = m_desk.type("emergency_action");
    if (text.trimmed().isEmpty() || !m_canWrite)
        return;
    m_navigator.goForm(
        {action.number,
         m_household,
         m_partition,
         {{action.field(std::string_view("case"))->number, Value::fromText(m_id.text())},
          {action.field(std::string_view("text"))->number, Value::fromText(text.trimmed().toStdString())}}});
}

void EmergencyModel::noteStep()
{
    const RecordType& action = m_desk.type("emergency_action");
    if (m_canWrite)
        m_navigator.goForm({action.number,
                            m_household,
                            m_partition,
                            {{action.field(std::string_view("case"))->number, Value::fromText(m_id.text())}}});
}

bool EmergencyModel::canApprove() const
{
    return m_desk.isOpen() && !m_id.isNil() && !m_aidAmount.isEmpty() && m_desk.mayWrite(m_desk.type("approval"));
}

void EmergencyModel::noteApproval()
{
    const RecordType& approval = m_desk.type("approval");
    if (canApprove())
        m_navigator.goForm({approval.number,
                            m_household,
                            m_partition,
                            {{approval.field(std::string_view("subject"))->number, Value::fromText(m_id.text())}}});
}

void EmergencyModel::callDuty()
{
    if (!m_dutyPhone.isEmpty())
        m_navigator.dialNumber(m_dutyPhone, tr("Township duty"));
}

void EmergencyModel::edit() { m_navigator.goEdit(m_id); }

} // namespace lianxin::ui
