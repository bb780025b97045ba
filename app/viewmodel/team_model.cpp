// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/team_model.hpp"

#include "app/viewmodel/shown_record.hpp"
#include "app/viewmodel/value_text.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kWithUs = 1, kLeft = 3; // code list volunteer_state
constexpr int kAtHome = 1, kElsewhere = 4;     // code list service_place
constexpr std::size_t kMostServices = 12;      // of lately; the others are in the families' lines of time
constexpr std::size_t kMostFamilies = 24;      // more are searched, not scrolled

void put(FieldValues& values, const RecordType& type, const char* field, Value value)
{
    if (const Field* known = type.field(std::string_view(field)))
        values[known->number] = std::move(value);
}

} // namespace

TeamModel::TeamModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_volunteers({{"volunteerId"}, {"name"}, {"line"}, {"initial"}, {"tint", 0}, {"stateText"}, {"hasPhone", false}}),
      m_services({{"serviceId"}, {"dayText"}, {"heading"}, {"line"}, {"atFamily", false}, {"accessibleText"}}),
      m_going({{"volunteerId"}, {"label"}, {"chosen", false}}),
      m_families({{"familyId"}, {"name"}, {"line"}, {"initial"}, {"tint", 0}})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &TeamModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&book, &FamilyBook::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void TeamModel::show(RecordId team)
{
    m_team = team;
    m_asking = false;
    m_chosen.clear();
    m_filter.clear();
    refresh();
}

void TeamModel::clear()
{
    for (QString* text :
         {&m_heading, &m_line, &m_leader, &m_phone, &m_sum, &m_empty, &m_volunteersText, &m_servicesText})
        text->clear();
    m_canServe = m_canAdd = m_canEdit = false;
    m_all.clear();
    m_served.clear();
}

void TeamModel::refresh()
{
    m_later.stop();
    clear();
    const auto shown = shownRecord(m_desk, m_team, "vol_team");
    m_empty = shown.emptyText;
    if (shown.view) {
        readHead(*shown.view);
        readVolunteers(*shown.view);
        readServices();
    }
    m_asking = m_asking && m_canServe;
    showVolunteers();
    showServices();
    showQuestion();
    emit changed();
}

void TeamModel::readHead(const store::RecordView& view)
{
    const RecordType& type = m_desk.type("vol_team");
    const forms::RecordFields fields(type, view);
    m_partition = view.partition;
    m_heading = qs(fields.text("name"));
    const auto home = fields.ref("home");
    m_line = dotted({m_desk.codeLabel(fields, "kind"), home ? recordName(m_desk, *home) : QString(),
                     m_desk.placeName(view.partition)});
    // Whoever reads no volunteers reads no names here either.
    if (m_desk.mayRead(m_desk.type("volunteer"))) {
        const QString leader = qs(fields.text("leader"));
        m_leader = leader.isEmpty() ? QString() : tr("%1, leads the team").arg(leader);
        m_phone = phoneGrouped(fields.text("leader_phone"));
    }
    m_canEdit = m_desk.mayWrite(type);
    m_canAdd = m_desk.mayWrite(m_desk.type("volunteer"));
    m_canServe = m_desk.mayWrite(m_desk.type("vol_service"));
}

void TeamModel::readVolunteers(const store::RecordView& view)
{
    const RecordType& type = m_desk.type("volunteer");
    if (!m_desk.mayRead(type))
        return;
    for (const auto& row : rowsOf(m_desk, type, view)) {
        const forms::RecordFields fields(type, row);
        const auto told = [&](const char* name) {
            return valueText(m_desk, *type.field(std::string_view(name)), fields.value(name));
        };
        const auto state = fields.number("state").value_or(kWithUs);
        m_all.push_back({row.record, qs(fields.text("name")), dotted({told("skills"), told("dialects")}),
                         phoneGrouped(fields.text("phone")), state == kWithUs, state == kLeft});
    }
    // With us before paused; within that as they joined, never by what they did.
    std::ranges::stable_sort(m_all, {}, [](const Volunteer& one) { return one.there ? 0 : 1; });
}

void TeamModel::readServices()
{
    const RecordType& type = m_desk.type("vol_service");
    const auto views = m_desk.mayRead(type) ? m_desk.store().ofType(type.number)
                                            : Result<std::vector<store::RecordView>>(fail(Errc::notAllowed, ""));
    if (!views)
        return;
    for (const auto& view : *views) {
        if (view.life != store::Life::active)
            continue;
        const forms::RecordFields fields(type, view);
        QStringList who;
        for (const auto& id : fields.refs("volunteers"))
            if (const auto one = std::ranges::find(m_all, id, &Volunteer::id); one != m_all.end())
                who << one->name;
        if (who.isEmpty() && view.root != m_team)
            continue;
        m_served.push_back({view.record, m_book.familyOf(view.root),
                            fields.number("at").value_or(createdAt(view.record)),
                            valueText(m_desk, *type.field(std::string_view("service")), fields.value("service")),
                            who.join(tr(", ", "between parts")), m_desk.codeLabel(fields, "place")});
    }
    std::ranges::sort(m_served,
                      [](const Service& a, const Service& b) { return std::tie(b.at, b.id) < std::tie(a.at, a.id); });
}

void TeamModel::showVolunteers()
{
    Rows rows;
    for (const auto& one : m_all)
        if (!one.gone)
            rows.push_back({{"volunteerId", idText(one.id)},
                            {"name", one.name},
                            {"line", one.line},
                            {"initial", initialOf(one.name)},
                            {"tint", tintOf(one.id)},
                            {"stateText", one.there ? QString() : m_desk.codeLabel("volunteer_state", 2)},
                            {"hasPhone", !one.phone.isEmpty()}});
    if (rows.empty() && m_empty.isEmpty())
        m_volunteersText = m_desk.mayRead(m_desk.type("volunteer")) ? tr("Nobody is noted here yet")
                                                                    : tr("Names stay with the village and the county");
    m_volunteers.setRows(rows);
}

void TeamModel::showServices()
{
    Rows rows;
    std::set<RecordId> families;
    int month = 0;
    const Day today = m_desk.isOpen() ? m_desk.today() : Day{};
    for (const auto& one : m_served) {
        const Day day = dayInChina(one.at);
        if (day.year() == today.year() && day.month() == today.month()) {
            ++month;
            if (!one.household.isNil())
                families.insert(one.household);
        }
        if (rows.size() == kMostServices)
            continue;
        const FamilySummary* family = m_book.summary(one.household);
        const QString where = family != nullptr ? family->callName : one.place;
        const QString dayText = relativeDay(day, today);
        rows.push_back({{"serviceId", idText(one.id)},
                        {"dayText", dayText},
                        {"heading", dotted({where, one.what})},
                        {"line", one.who},
                        {"atFamily", family != nullptr},
                        {"accessibleText", dotted({dayText, where, one.what, one.who})}});
    }
    if (m_empty.isEmpty()) {
        if (month == 0)
            m_sum = rows.empty() ? QString() : tr("Nothing noted this month yet");
        else
            m_sum =
                tr("%n time(s) this month", nullptr, month) +
                (families.empty() ? QString() : tr(", at %n family(ies)", nullptr, static_cast<int>(families.size())));
        m_servicesText = rows.empty() ? tr("Nothing noted yet; one line after each way is enough") : QString();
    }
    m_services.setRows(rows);
}

// First who went, then to whom: families where the team was lately come first.
void TeamModel::showQuestion()
{
    Rows going, families;
    if (m_asking) {
        for (const auto& one : m_all)
            if (one.there)
                going.push_back(
                    {{"volunteerId", idText(one.id)}, {"label", one.name}, {"chosen", m_chosen.contains(one.id)}});
        std::vector<RecordId> order;
        std::set<RecordId> known;
        for (const auto& one : m_served)
            if (!one.household.isNil() && known.insert(one.household).second)
                order.push_back(one.household);
        for (const auto& id : m_book.order())
            if (known.insert(id).second)
                order.push_back(id);
        std::set<RecordId> found;
        if (!m_filter.isEmpty())
            if (const auto hits = m_desk.store().search(m_filter.toStdString(), {kMostFamilies, {}}))
                for (const auto& hit : *hits)
                    found.insert(m_book.familyOf(hit.root));
        for (const auto& id : order) {
            const FamilySummary* family = m_book.summary(id);
            if (family == nullptr || families.size() == kMostFamilies)
                continue;
            if (!m_filter.isEmpty() && !found.contains(id) && !family->callName.contains(m_filter) &&
                !family->fullName.contains(m_filter))
                continue;
            families.push_back({{"familyId", idText(id)},
                                {"name", family->callName},
                                {"line", family->place},
                                {"initial", family->initial},
                                {"tint", family->tint}});
        }
    }
    m_going.setRows(going);
    m_families.setRows(families);
}

QString TeamModel::familiesText() const
{
    if (!m_asking || m_families.count() > 0)
        return {};
    return m_filter.isEmpty() ? tr("No families are on this tablet") : tr("Nobody found, try another word");
}

void TeamModel::setFilter(const QString& filter)
{
    if (filter.trimmed() == m_filter)
        return;
    m_filter = filter.trimmed();
    showQuestion();
    emit changed();
}

void TeamModel::noteService()
{
    if (!m_canServe)
        return;
    m_asking = true;
    m_filter.clear();
    showQuestion();
    emit changed();
}

void TeamModel::stopAsking()
{
    m_asking = false;
    m_chosen.clear();
    showQuestion();
    emit changed();
}

void TeamModel::toggleGoing(const QString& volunteerId)
{
    const RecordId id = idOf(volunteerId);
    if (m_chosen.erase(id) == 0)
        m_chosen.insert(id);
    showQuestion();
    emit changed();
}

void TeamModel::serveFamily(const QString& familyId)
{
    if (const FamilySummary* family = m_book.summary(idOf(familyId)))
        begin(family->id, family->partition, kAtHome);
}

void TeamModel::serveElsewhere() { begin(m_team, m_partition, kElsewhere); }

void TeamModel::begin(RecordId root, const PartitionId& partition, int place)
{
    if (!m_canServe || root.isNil())
        return;
    const RecordType& type = m_desk.type("vol_service");
    forms::NewRecord wanted{type.number, root, partition, {}};
    boost::json::array who;
    for (const auto& one : m_all)
        if (m_chosen.contains(one.id))
            who.push_back(boost::json::string(one.id.text()));
    if (!who.empty())
        put(wanted.prefill, type, "volunteers", Value::fromJson(who));
    put(wanted.prefill, type, "place", Value::fromInt(place));
    stopAsking();
    m_navigator.goForm(std::move(wanted));
}

void TeamModel::addVolunteer()
{
    if (m_canAdd && !m_team.isNil())
        m_navigator.goForm({m_desk.type("volunteer").number, m_team, m_partition, {}});
}

void TeamModel::openVolunteer(const QString& volunteerId)
{
    if (m_canAdd)
        m_navigator.goEdit(idOf(volunteerId));
}

void TeamModel::callVolunteer(const QString& volunteerId)
{
    const auto one = std::ranges::find(m_all, idOf(volunteerId), &Volunteer::id);
    if (one != m_all.end() && !one->phone.isEmpty())
        m_navigator.dialNumber(one->phone, one->name);
}

void TeamModel::callLeader()
{
    if (!m_phone.isEmpty())
        m_navigator.dialNumber(m_phone, m_leader);
}

void TeamModel::edit()
{
    if (m_canEdit && !m_team.isNil())
        m_navigator.goEdit(m_team);
}

} // namespace lianxin::ui
