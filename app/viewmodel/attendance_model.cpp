// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/attendance_model.hpp"

#include "app/forms/life_edit.hpp"
#include "app/viewmodel/kept.hpp"
#include "sync/model/json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostRows = 60; // more is searched, not scrolled
constexpr int kMostGuests = 500;
constexpr std::int64_t kHeld = 5; // code list activity_state

void put(FieldValues& values, const RecordType& type, const char* field, Value value)
{
    if (const Field* known = type.field(std::string_view(field)))
        values[known->number] = std::move(value);
}

} // namespace

AttendanceModel::AttendanceModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_people({{"personId"},
                                                                                            {"name"},
                                                                                            {"line"},
                                                                                            {"initial"},
                                                                                            {"tint", 0},
                                                                                            {"ticked", false},
                                                                                            {"noted", false},
                                                                                            {"fixed", false}})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &AttendanceModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&book, &FamilyBook::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void AttendanceModel::show(RecordId activity)
{
    m_activity = activity;
    m_filter.clear();
    m_ticked.clear();
    m_removed.clear();
    m_guests = m_guestsBefore = 0;
    readTicks();
    refresh();
}

void AttendanceModel::refresh()
{
    m_later.stop();
    m_heading.clear();
    m_line.clear();
    m_all.clear();
    m_noted.clear();
    m_there.clear();
    m_canEdit = false;
    if (m_desk.isOpen() && !m_activity.isNil()) {
        readActivity();
        readPeople();
    }
    showPeople();
    emit changed();
}

void AttendanceModel::readActivity()
{
    const auto view = m_desk.store().view(m_activity);
    if (!view)
        return;
    const auto told = recordLine(m_desk, *view);
    m_heading = told.heading;
    m_line = told.line;
    const RecordType& type = m_desk.type("activity");
    const forms::RecordFields fields(type, *view);
    m_canEdit = m_desk.mayWrite(type);
    const int stored = static_cast<int>(fields.number("people_other").value_or(0));
    if (m_guests == m_guestsBefore)
        m_guests = stored;
    m_guestsBefore = stored;
}

void AttendanceModel::readPeople()
{
    const RecordType& attendance = m_desk.type("attendance");
    const RecordType& person = m_desk.type("person");
    const auto there = m_desk.store().ofType(attendance.number);
    if (there)
        for (const auto& view : *there) {
            const forms::RecordFields fields(attendance, view);
            if (view.life != store::Life::active || fields.ref("activity") != m_activity)
                continue;
            const auto& work = m_desk.work();
            Noted noted{view.record, fields.refs("persons"),
                        forms::editingOf(attendance, view, work.user, work.role, m_desk.now()) == forms::Editing::edit};
            m_noted.insert(noted.persons.begin(), noted.persons.end());
            m_there.push_back(std::move(noted));
        }
    const auto people = m_desk.store().ofType(person.number);
    if (!people || !m_desk.mayRead(attendance))
        return;
    for (const auto& view : *people) {
        const FamilySummary* family = m_book.summary(view.root);
        const forms::RecordFields fields(person, view);
        if (family == nullptr || view.life != store::Life::active || !fields.flag("alive", true) ||
            !fields.flag("is_service_target"))
            continue;
        Person one;
        one.id = view.record;
        one.household = view.root;
        one.name = qs(fields.text("name"));
        one.line = dotted({family->fullName == one.name ? family->callName : family->fullName, family->place});
        one.initial = initialOf(one.name);
        one.tint = tintOf(view.root);
        m_all.push_back(std::move(one));
    }
    std::erase_if(m_ticked, [&](const RecordId& id) { return m_noted.contains(id); });
    std::erase_if(m_removed, [&](const RecordId& id) { return !mayRemove(id); });
}

// Every attendance that names the person must be one that may still be changed: half a removal would leave them on the list.
bool AttendanceModel::mayRemove(RecordId person) const
{
    bool named = false;
    for (const auto& noted : m_there)
        if (std::ranges::count(noted.persons, person) > 0) {
            named = true;
            if (!noted.mine)
                return false;
        }
    return named;
}

// Ticks of an activity that was left, of this person on this tablet.
void AttendanceModel::readTicks()
{
    if (!m_desk.isOpen() || m_activity.isNil())
        return;
    const auto note = m_desk.store().note(noteKey());
    const auto json =
        note && *note && !(*note)->empty() ? parseJson(**note) : Result<boost::json::value>(boost::json::array{});
    if (!json || !json->is_array())
        return;
    for (const auto& item : json->get_array())
        if (const auto* text = item.if_string())
            if (const auto id = RecordId::parse(std::string_view(text->data(), text->size())))
                m_ticked.insert(*id);
}

void AttendanceModel::keepTicks()
{
    boost::json::array ids;
    for (const auto& id : m_ticked)
        ids.push_back(boost::json::string(id.text()));
    if (const auto kept = m_desk.store().putNote(noteKey(), m_ticked.empty() ? "" : canonicalJson(ids)); !kept)
        m_navigator.tell(kept.error());
}

void AttendanceModel::showPeople()
{
    std::set<RecordId> found;
    if (!m_filter.isEmpty() && m_desk.isOpen())
        if (const auto hits = m_desk.store().search(m_filter.toStdString(), {kMostRows, {}}))
            for (const auto& hit : *hits) {
                found.insert(hit.record);
                found.insert(hit.root);
            }
    Rows rows;
    m_beyond = 0;
    for (const auto& one : m_all) {
        const bool fits = m_filter.isEmpty() || one.name.contains(m_filter) || one.line.contains(m_filter) ||
                          found.contains(one.id) || found.contains(one.household);
        if (!fits)
            continue;
        if (rows.size() == kMostRows) {
            ++m_beyond;
            continue;
        }
        const bool noted = m_noted.contains(one.id);
        rows.push_back({{"personId", idText(one.id)},
                        {"name", one.name},
                        {"line", one.line},
                        {"initial", one.initial},
                        {"tint", one.tint},
                        {"ticked", (noted && !m_removed.contains(one.id)) || m_ticked.contains(one.id)},
                        {"noted", noted},
                        {"fixed", noted && !mayRemove(one.id)}});
    }
    m_people.setRows(rows);
}

QString AttendanceModel::countText() const
{
    return tr("%n came", nullptr, static_cast<int>(m_noted.size() - m_removed.size() + m_ticked.size()));
}

QString AttendanceModel::emptyText() const
{
    if (m_people.count() > 0)
        return {};
    return m_filter.isEmpty() ? tr("No families are on this tablet") : tr("Nobody found, try another word");
}

QString AttendanceModel::moreText() const
{
    return m_beyond == 0 ? QString() : tr("%n more, type a name to find them", nullptr, static_cast<int>(m_beyond));
}

void AttendanceModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter.trimmed();
    showPeople();
    emit changed();
}

void AttendanceModel::toggle(const QString& personId)
{
    const RecordId id = idOf(personId);
    const bool noted = m_noted.contains(id);
    if (!m_desk.isOpen() || (noted && !mayRemove(id)))
        return;
    std::set<RecordId>& touched = noted ? m_removed : m_ticked;
    if (touched.erase(id) == 0)
        touched.insert(id);
    keepTicks();
    showPeople();
    emit changed();
}

void AttendanceModel::addGuests(int more)
{
    m_guests = std::clamp(m_guests + more, 0, kMostGuests);
    emit changed();
}

bool AttendanceModel::cameBefore(RecordId household) const
{
    const auto children = m_desk.store().children(household);
    return !children || std::ranges::any_of(*children, [&](const store::RecordView& child) {
        return child.type == m_desk.type("attendance").number && child.life == store::Life::active;
    });
}

Result<std::vector<store::RecordEdit>> AttendanceModel::attendances() const
{
    const RecordType& type = m_desk.type("attendance");
    LIANXIN_TRY(const auto view, m_desk.store().view(m_activity));
    const forms::RecordFields activity(m_desk.type("activity"), view);
    const auto day = activity.day("start_at").value_or(m_desk.today());
    std::map<RecordId, boost::json::array> families;
    for (const auto& one : m_all)
        if (m_ticked.contains(one.id))
            families[one.household].push_back(boost::json::string(one.id.text()));
    std::vector<store::RecordEdit> edits;
    for (const auto& [household, persons] : families) {
        forms::NewRecord wanted{type.number, household, m_book.summary(household)->partition, {}};
        put(wanted.prefill, type, "activity", Value::fromText(m_activity.text()));
        put(wanted.prefill, type, "category", activity.value("category"));
        put(wanted.prefill, type, "day", Value::fromText(dayText(std::min(day, m_desk.today()))));
        put(wanted.prefill, type, "persons", Value::fromJson(persons));
        if (!cameBefore(household))
            put(wanted.prefill, type, "first_time", Value::fromBool(true));
        LIANXIN_TRY(const auto editor, forms::RecordEditor::openNew(m_desk.editorPorts(), wanted));
        LIANXIN_TRY(auto edit, editor.toEdit());
        edits.push_back(std::move(edit));
    }
    return edits;
}

Result<std::vector<store::RecordEdit>> AttendanceModel::removals() const
{
    const RecordType& type = m_desk.type("attendance");
    std::vector<store::RecordEdit> edits;
    for (const auto& noted : m_there) {
        boost::json::array stay;
        for (const auto& person : noted.persons)
            if (!m_removed.contains(person))
                stay.push_back(boost::json::string(person.text()));
        if (stay.size() == noted.persons.size())
            continue;
        LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(m_desk.editorPorts(), noted.record));
        if (stay.empty()) {
            LIANXIN_TRY(auto opened, m_desk.store().openForEdit(noted.record));
            edits.push_back({noted.record,
                             editor.root(),
                             type.number,
                             editor.partition(),
                             {forms::lifeEdit(store::Life::voided)},
                             std::move(opened.past)});
            continue;
        }
        editor.edit().set(type.field(std::string_view("persons"))->number, Value::fromJson(stay));
        LIANXIN_TRY(auto edit, editor.toEdit());
        edits.push_back(std::move(edit));
    }
    return edits;
}

// The activity's own numbers follow: nobody counts what was ticked a second time.
Result<forms::Committed> AttendanceModel::commit()
{
    LIANXIN_TRY(auto edits, attendances());
    LIANXIN_TRY(auto less, removals());
    std::ranges::move(less, std::back_inserter(edits));
    LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(m_desk.editorPorts(), m_activity));
    const RecordType& type = m_desk.type("activity");
    const auto number = [&](const char* name) { return type.field(std::string_view(name))->number; };
    const forms::RecordFields before(type, editor.form().values());
    // A number that somebody wrote higher than the ticks stays, less those who were taken away.
    const auto was = before.number("people_special").value_or(0);
    const auto came = std::max(static_cast<std::int64_t>(m_noted.size() - m_removed.size() + m_ticked.size()),
                               was - static_cast<std::int64_t>(m_removed.size()));
    if (came != was)
        editor.edit().set(number("people_special"), Value::fromInt(came));
    if (m_guests != m_guestsBefore)
        editor.edit().set(number("people_other"), Value::fromInt(m_guests));
    if (before.number("state").value_or(1) < kHeld && before.number("start_at").value_or(0) <= m_desk.now())
        editor.edit().set(number("state"), Value::fromInt(kHeld));
    return editor.commit({}, std::move(edits));
}

void AttendanceModel::save()
{
    if (!m_desk.isOpen() || !canSave())
        return;
    const auto ticked = m_ticked;
    const auto removed = m_removed;
    const auto done = commit();
    if (!done)
        return m_navigator.tell(done.error());
    m_ticked.clear();
    m_removed.clear();
    keepTicks();
    refresh();
    const QString said = ticked.empty() && !removed.empty()
                             ? tr("%n taken off the list", nullptr, static_cast<int>(removed.size()))
                             : tr("Noted, %n came", nullptr, static_cast<int>(ticked.size()));
    sayKept(m_desk, m_navigator, said, *done, [this, ticked, removed, activity = m_activity] {
        if (activity == m_activity) {
            m_ticked = ticked;
            m_removed = removed;
            keepTicks();
        }
        refresh();
    });
}

} // namespace lianxin::ui
