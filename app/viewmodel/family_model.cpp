// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/family_model.hpp"

#include "app/viewmodel/family_facts.hpp"
#include "app/viewmodel/four_haves.hpp"
#include "app/viewmodel/handover.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr int kTimelinePage = 20;
constexpr std::size_t kRecent = 4;
constexpr std::int64_t kEndedAssignment = 3; // code list contact_state
constexpr std::int64_t kNeedDone = 4;        // code list need_state
constexpr std::int64_t kEmergencyDone = 7;   // code list emergency_state
constexpr std::int64_t kProjectClosed = 9;   // code list project_state
constexpr std::int64_t kSpecialCare = 2;     // code list care_level: 1 and 2 are said in words

} // namespace

FamilyModel::FamilyModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_limit(kTimelinePage),
      m_tags({{"label"}, {"strong", false}}), m_carers({{"name"}, {"line"}, {"initial"}, {"tint", 0}}),
      m_infoRows({{"label"}, {"line"}}), m_closePeople({{"name"}, {"line"}, {"phoneText"}, {"accessibleText"}}),
      m_people({{"personId"}, {"name"}, {"line"}, {"initial"}, {"tint", 0}, {"canEdit", false}}),
      m_openMatters({{"matterId"}, {"heading"}, {"line"}, {"iconName"}}), m_workInfo({{"label"}, {"line"}}),
      m_filters({{"filterId"}, {"label"}, {"chosen", false}}), m_timeline(timelineRoles()),
      m_recent({{"whenText"}, {"line"}, {"locked", false}}), m_careReasons(Roles{ui::Role{"line"}}),
      m_duties({{"taskId"}, {"heading"}, {"line"}, {"iconName"}, {"canExplain", false}}), m_haves(fourHaveRoles())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &FamilyModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&m_desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&book, &FamilyBook::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void FamilyModel::show(RecordId household)
{
    if (m_id != household) {
        m_id = household;
        m_filter.clear();
        m_limit = kTimelinePage;
    }
    refresh();
}

bool FamilyModel::may(const char* type) const
{
    return !m_id.isNil() && m_desk.isOpen() && m_desk.mayWrite(m_desk.type(type));
}

void FamilyModel::refresh()
{
    m_later.stop();
    const auto family =
        m_desk.isOpen() && !m_id.isNil() ? m_book.load(m_id) : Result<Family>(fail(Errc::notFound, "nothing is shown"));
    if (!family) {
        m_summary = {};
        m_line.clear();
        m_notice.clear();
        m_look.clear();
        m_hasMore = false;
        m_careText.clear();
        m_duty = {};
        for (RowsModel* model : {&m_tags, &m_carers, &m_infoRows, &m_closePeople, &m_people, &m_openMatters,
                                 &m_workInfo, &m_filters, &m_timeline, &m_recent, &m_careReasons, &m_duties, &m_haves})
            model->setRows({});
        emit changed();
        return;
    }
    m_summary = family->summary;
    refreshDuties(*family);
    refreshHead(*family);
    refreshPeople(*family);
    refreshMatters(*family);
    refreshWork(*family);
    refreshTimeline(*family);
    m_haves.setRows(fourHaves(m_desk, *family));
    emit changed();
}

void FamilyModel::refreshHead(const Family& family)
{
    const forms::RecordFields fields(m_desk.type("household"), family.household);
    QStringList line{m_summary.fullName == m_summary.callName ? QString() : m_summary.fullName,
                     m_summary.age ? tr("%n year(s) old", nullptr, *m_summary.age) : QString(),
                     m_summary.livesAlone ? tr("lives alone") : QString(), m_summary.place};
    m_line = dotted(line);
    QStringList notice;
    if (const QString words = handoverWords(m_desk, family); !words.isEmpty())
        notice << words;
    for (const auto& part : qs(fields.text("taboo_note")).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        notice << part;
    if (const auto wish = fields.number("contact_pref"); wish.value_or(1) != 1)
        notice << m_desk.codeLabel("contact_pref", *wish);
    if (const QString note = qs(fields.text("pref_note")); !note.isEmpty())
        notice << note;
    m_notice = notice.mid(0, 4).join(QLatin1Char('\n'));

    m_look = firstLook().isNil() ? QString() : tr("One thing needs a look");

    Rows tags;
    if (m_summary.livesAlone)
        tags.push_back({{"label", tr("lives alone")}});
    if (const int level = m_duty.careOf(m_id).level; level <= kSpecialCare)
        tags.push_back({{"label", m_desk.codeLabel("care_level", level)}, {"strong", true}});
    m_tags.setRows(tags);

    Rows info;
    const auto add = [&](const QString& label, const QString& text) {
        if (!text.isEmpty())
            info.push_back({{"label", label}, {"line", text}});
    };
    const auto labelled = [&](const char* field) {
        const Field* known = fields.type().field(std::string_view(field));
        add(m_desk.label(known->label), valueText(m_desk, *known, fields.value(field)));
    };
    add(tr("How to address"), m_summary.callName);
    labelled("best_time");
    labelled("best_time_note");
    labelled("directions");
    labelled("address");
    m_infoRows.setRows(info);
}

void FamilyModel::refreshPeople(const Family& family)
{
    const bool canEditPeople = may("person");
    Rows people;
    const auto persons = recordsOf(m_desk, family, "person");
    for (const auto& [id, person] : persons) {
        const QString name = qs(person.text("name"));
        const auto birth = person.day("birth_date");
        const bool alive = person.flag("alive", true);
        people.push_back({{"personId", idText(id)},
                          {"name", name},
                          {"line", dotted({m_desk.codeLabel(person, "relation"),
                                           alive && birth ? tr("%n year(s) old", nullptr, ageOn(*birth, m_desk.today()))
                                                          : QString()})},
                          {"initial", initialOf(name)},
                          {"tint", tintOf(id)},
                          {"canEdit", canEditPeople}});
    }
    m_people.setRows(people);

    Rows carers;
    Rows close;
    m_phones.clear();
    for (const auto& [id, assignment] : recordsOf(m_desk, family, "contact_assignment")) {
        if (assignment.number("state").value_or(1) == kEndedAssignment)
            continue;
        const auto user = assignment.ref("user");
        const QString post = m_desk.codeLabel(assignment, "post");
        if (user) {
            const QString name = m_desk.userName(userOf(*user));
            carers.push_back({{"name", name},
                              {"line", dotted({post, assignment.flag("is_primary") ? tr("main contact") : QString()})},
                              {"initial", initialOf(name)},
                              {"tint", tintOf(*user)}});
        } else if (const QString name = qs(assignment.text("person_name")); !name.isEmpty()) {
            close.push_back({{"name", name}, {"line", post}, {"accessibleText", dotted({name, post})}});
            m_phones.emplace_back(name, QString());
        }
    }
    for (const auto& [id, person] : persons) {
        const QString phone = qs(person.text("phone"));
        if (person.flag("is_service_target") || phone.isEmpty())
            continue;
        const QString name = qs(person.text("name"));
        close.push_back({{"name", name},
                         {"line", m_desk.codeLabel(person, "relation")},
                         {"phoneText", phoneGrouped(phone.toStdString())},
                         {"accessibleText", tr("Call %1").arg(name)}});
        m_phones.emplace_back(name, phoneGrouped(phone.toStdString()));
    }
    m_carers.setRows(carers);
    m_closePeople.setRows(close);
}

void FamilyModel::refreshMatters(const Family& family)
{
    Rows matters;
    for (const auto& [id, need] : recordsOf(m_desk, family, "care_need")) {
        if (need.number("state").value_or(1) >= kNeedDone)
            continue;
        const QString text = qs(need.text("text"));
        matters.push_back({{"matterId", idText(id)},
                           {"heading", text.isEmpty() ? m_desk.codeLabel(need, "kind") : text},
                           {"line", m_desk.codeLabel(need, "state")},
                           {"iconName", "transfer"}});
    }
    for (const auto& [id, emergency] : recordsOf(m_desk, family, "emergency_case"))
        if (emergency.number("state").value_or(1) < kEmergencyDone)
            matters.push_back({{"matterId", idText(id)},
                               {"heading", m_desk.codeLabel(emergency, "kind")},
                               {"line", m_desk.codeLabel(emergency, "state")},
                               {"iconName", "sos"}});
    // Of a project only that it goes on and where it stands: what kind it is may be nobody's business who looks over the shoulder.
    for (const auto& [id, project] : recordsOf(m_desk, family, "project_aid"))
        if (project.number("state").value_or(1) != kProjectClosed)
            matters.push_back({{"matterId", idText(id)},
                               {"heading", m_desk.label(m_desk.type("project_aid").label)},
                               {"line", m_desk.codeLabel(project, "state")},
                               {"iconName", "path"}});
    m_openMatters.setRows(matters);
}

void FamilyModel::refreshWork(const Family& family)
{
    Rows rows;
    const RecordType& household = m_desk.type("household");
    const forms::RecordFields fields(household, family.household);
    if (m_desk.mayWrite(household))
        for (const auto& section : household.sections)
            if (section.name == "file")
                for (const auto number : section.fields) {
                    const Field* field = household.field(number);
                    const auto found = fields.values().find(number);
                    if (field != nullptr && field->control != "hidden" && found != fields.values().end())
                        rows.push_back({{"label", m_desk.label(field->label)},
                                        {"line", valueText(m_desk, *field, found->second)}});
                }
    m_workInfo.setRows(rows);
}

void FamilyModel::refreshTimeline(const Family& family)
{
    auto entries = timelineOf(m_book, family);
    Rows recent;
    for (const auto& entry : entries) {
        if (recent.size() == kRecent)
            break;
        if (!entry.isDraft)
            recent.push_back({{"whenText", relativeDay(dayInChina(entry.at), m_desk.today())},
                              {"line", entry.line},
                              {"locked", !entry.row.values.value("lockedText").toString().isEmpty()}});
    }
    m_recent.setRows(recent);

    Rows filters{{{"filterId", ""}, {"label", tr("All", "entries")}, {"chosen", m_filter.isEmpty()}}};
    const auto chip = [&](const char* id, const QString& label) {
        const bool present = std::any_of(entries.begin(), entries.end(),
                                         [&](const TimelineEntry& entry) { return entry.kind == QLatin1String(id); });
        if (present)
            filters.push_back({{"filterId", id}, {"label", label}, {"chosen", m_filter == QLatin1String(id)}});
    };
    chip("visit", tr("Visits and calls"));
    chip("counsel", tr("Counselling"));
    chip("other", tr("Other"));
    m_filters.setRows(filters.size() > 2 ? filters : Rows{}); // two kinds, or there is nothing to choose

    Rows rows;
    m_hasMore = false;
    for (auto& entry : entries) {
        if (!m_filter.isEmpty() && entry.kind != m_filter)
            continue;
        if (static_cast<int>(rows.size()) == m_limit) {
            m_hasMore = true;
            break;
        }
        rows.push_back(std::move(entry.row));
    }
    m_timeline.setRows(rows);
}

void FamilyModel::newRecord(const char* type, FieldValues prefill)
{
    if (may(type))
        m_navigator.goForm({m_desk.type(type).number, m_id, m_summary.partition, std::move(prefill)});
}

void FamilyModel::call()
{
    if (!m_summary.phone.isEmpty())
        m_navigator.dialNumber(phoneText(), m_summary.phoneName);
}

void FamilyModel::callPerson(int row)
{
    if (row >= 0 && row < static_cast<int>(m_phones.size()) &&
        !m_phones[static_cast<std::size_t>(row)].second.isEmpty())
        m_navigator.dialNumber(m_phones[static_cast<std::size_t>(row)].second,
                               m_phones[static_cast<std::size_t>(row)].first);
}

void FamilyModel::toggleFilter(const QString& filterId)
{
    m_filter = m_filter == filterId ? QString() : filterId;
    m_limit = kTimelinePage;
    refresh();
}

void FamilyModel::openEntry(const QString& entryId)
{
    const RecordId record = idOf(entryId);
    if (const auto draft = m_desk.store().draft(record); draft && *draft) {
        m_navigator.goDraft(**draft);
        return;
    }
    const auto view = m_desk.store().view(record);
    if (!view)
        return m_navigator.tell(view.error());
    if (view->type == m_desk.type("emergency_case").number)
        m_navigator.goEmergency(record);
    else if (view->type == m_desk.type("visit").number)
        m_navigator.goSaved(record);
    else if (const RecordType* type = m_desk.catalogue().type(view->type);
             type != nullptr && hasRecordPage(m_desk.catalogue(), *type))
        m_navigator.goRecord(record);
    else
        m_navigator.goEdit(record);
}

void FamilyModel::openMatter(const QString& matterId) { openEntry(matterId); }

void FamilyModel::editHousehold()
{
    if (canEdit())
        m_navigator.goEdit(m_id);
}

void FamilyModel::editPerson(const QString& personId)
{
    if (may("person"))
        m_navigator.goEdit(idOf(personId));
}

void FamilyModel::addPerson() { newRecord("person"); }

void FamilyModel::startEmergency() { newRecord("emergency_case"); }

void FamilyModel::openLook()
{
    if (const RecordId first = firstLook(); !first.isNil())
        m_navigator.goConflicts(first);
}

RecordId FamilyModel::firstLook() const
{
    for (const auto& look : openLooks(m_book))
        if (look.root == m_id || m_book.familyOf(look.record) == m_id)
            return look.record;
    return {};
}

void FamilyModel::showMore()
{
    m_limit += kTimelinePage;
    refresh();
}

// The township hands a family from one to the other; whoever may only add a contact gets the form.
void FamilyModel::changeCarer()
{
    const auto carers = mayHandOver(m_desk) ? carersNow(m_book) : std::vector<Carer>{};
    if (std::ranges::any_of(carers, [this](const Carer& carer) { return carer.household == m_id; }))
        m_navigator.goHandover(m_id);
    else
        newRecord("contact_assignment");
}

} // namespace lianxin::ui
