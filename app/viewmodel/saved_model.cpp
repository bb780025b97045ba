// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/saved_model.hpp"

#include "app/viewmodel/kept.hpp"
#include "app/viewmodel/timeline.hpp"
#include "app/viewmodel/value_text.hpp"

namespace lianxin::ui {
namespace {

constexpr std::size_t kEarlier = 2;
constexpr std::int64_t kClearlyLow = 3; // code list mood
constexpr int kRemindDays = 7;

} // namespace

SavedModel::SavedModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_tags({Role("label")}),
      m_earlier(timelineRoles()),
      m_suggestions({{"suggestionId"}, {"heading"}, {"line"}, {"iconName"}, {"actionLabel"}})
{
    connect(&m_desk, &Desk::changed, this, &SavedModel::refresh);
    connect(&m_desk, &Desk::languageChanged, this, &SavedModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
}

void SavedModel::show(RecordId record)
{
    m_record = record;
    m_dismissed.clear();
    refresh();
}

void SavedModel::refresh()
{
    const auto view = m_desk.isOpen() && !m_record.isNil()
                          ? m_desk.store().view(m_record)
                          : Result<store::RecordView>(fail(Errc::notFound, "nothing is shown"));
    const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
    const auto family = type != nullptr ? m_book.load(m_book.familyOf(m_record))
                                        : Result<Family>(fail(Errc::notFound, "nothing is shown"));
    if (type == nullptr || !type->timeline || !family) {
        for (RowsModel* model : {&m_tags, &m_earlier, &m_suggestions})
            model->setRows({});
        emit changed();
        return;
    }
    m_household = family->summary.id;
    const forms::RecordFields fields(*type, *view);
    const auto at = fields.number(type->field(type->timeline->at)->name).value_or(forms::createdAt(m_record));
    m_when = momentText(at, m_desk.today()) + QLatin1Char(' ') + m_desk.codeLabel(fields, "mode");
    const auto editing = forms::editingOf(*type, *view, m_desk.work().user, m_desk.work().role, m_desk.now());
    m_canEdit = editing != forms::Editing::none;
    m_byline = dotted({m_desk.userName(forms::authorOf(*view)), m_desk.codeLabel(fields, "outcome"),
                       editing == forms::Editing::edit ? tr("can be changed for %n day(s)", nullptr, type->editableDays)
                                                       : QString()});
    m_body = qs(fields.text("quick_note"));
    m_icon = qs(type->icon);
    Rows tags;
    const auto tag = [&](const QString& label) {
        if (!label.isEmpty())
            tags.push_back({{"label", label}});
    };
    tag(m_desk.codeLabel(fields, "mood"));
    tag(m_desk.codeLabel(fields, "body"));
    for (const auto code : fields.codes("help"))
        tag(m_desk.codeLabel("help_wish", code));
    m_tags.setRows(tags);

    const auto where = m_desk.store().recordPlace(m_record);
    m_place = where && where->place == store::Place::received ? 2 : 0;
    m_placeText = m_place == 2 ? tr("The province has it") : tr("Goes by itself when there is a network");

    Rows earlier;
    for (auto& entry : timelineOf(m_book, *family))
        if (entry.record != m_record && !entry.isDraft && earlier.size() < kEarlier)
            earlier.push_back(std::move(entry.row));
    m_earlier.setRows(earlier);
    suggest(fields, *family);
    emit changed();
}

void SavedModel::suggest(const forms::RecordFields& visit, const Family& family)
{
    Rows rows;
    const auto offer = [&](const QString& id, const QString& heading, const QString& line, const char* icon,
                           const QString& action) {
        if (!m_dismissed.contains(id) && rows.size() < 3)
            rows.push_back({{"suggestionId", id},
                            {"heading", heading},
                            {"line", line},
                            {"iconName", icon},
                            {"actionLabel", action}});
    };
    if (const auto next = visit.day("next_at"))
        offer(QStringLiteral("next"), tr("See you on %1").arg(dayShort(*next)),
              tr("It will be on the page of that day"), "clock", tr("Change it"));
    else if (visit.number("mood").value_or(0) >= kClearlyLow)
        offer(QStringLiteral("remind"), tr("Ask again in %n day(s)", nullptr, kRemindDays),
              tr("Low spirits pass more easily in company"), "clock", tr("Put in the diary"));
    std::set<std::int64_t> noted;
    for (const auto& child : family.children)
        if (child.type == m_desk.type("care_need").number)
            if (const auto kind = forms::RecordFields(m_desk.type("care_need"), child).ref("visit"); kind == m_record)
                noted.insert(-1);
    if (noted.empty() && !visit.codes("help").empty())
        offer(QStringLiteral("need"), tr("They asked for help"),
              m_desk.codeLabel("help_wish", visit.codes("help").front()), "transfer", tr("Pass to the township"));
    m_suggestions.setRows(rows);
}

void SavedModel::accept(const QString& suggestionId)
{
    if (suggestionId == QLatin1String("next"))
        return edit();
    const FamilySummary* family = m_book.summary(m_household);
    if (family == nullptr)
        return;
    if (suggestionId == QLatin1String("need")) {
        const RecordType& need = m_desk.type("care_need");
        m_navigator.goForm({need.number,
                            m_household,
                            family->partition,
                            {{need.field(std::string_view("visit"))->number, Value::fromText(m_record.text())}}});
        return;
    }
    // "Put in the diary" is an ordinary change of the visit: the agreed date.
    auto editor = forms::RecordEditor::openExisting(m_desk.editorPorts(), m_record);
    if (!editor)
        return m_navigator.tell(editor.error());
    const Field* next = editor->form().type().field(std::string_view("next_at"));
    editor->edit().set(next->number, Value::fromText(dayText(addDays(m_desk.today(), kRemindDays))));
    auto done = editor->commit();
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    sayKept(m_desk, m_navigator, tr("It is in the diary"), std::move(*done));
}

void SavedModel::dismiss(const QString& suggestionId)
{
    m_dismissed.insert(suggestionId);
    refresh();
}

void SavedModel::edit() { m_navigator.goEdit(m_record); }

} // namespace lianxin::ui
