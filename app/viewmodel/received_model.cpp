// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/received_model.hpp"

#include "app/viewmodel/conflict_sides.hpp"
#include "app/viewmodel/matter_sides.hpp"
#include "app/viewmodel/newcomers.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::size_t kRecentChanges = 1000; // more than a person saves in a day
constexpr int kQuietDays = 7;
constexpr std::size_t kMostQuiet = 3;     // a question or two, not a list of absentees
constexpr std::size_t kMostNewcomers = 5; // the heading says how many there are
constexpr std::int64_t kAtWork = 1;       // code list user_state
constexpr const char* kAlike = "alike";   // instead of a look's id: files that may be of one family

} // namespace

ReceivedModel::ReceivedModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_call(m_desk),
      m_villages({{"villageId"},
                  {"name"},
                  {"line"},
                  {"initial"},
                  {"tint", 0},
                  {"newText"},
                  {"changedText"},
                  {"stateText"},
                  {"needsLook", false},
                  {"accessibleText"}}),
      m_looks({{"lookId"}, {"heading"}, {"line"}, {"iconName"}, {"primary", false}}),
      m_weather({{"code", 0}, {"label"}, {"chosen", false}}),
      m_quiet({{"colleagueId"}, {"heading"}, {"line"}, {"canAsk", false}}), m_newcomers(newcomerRoles())
{
    connect(&m_desk, &Desk::changed, this, [this](const std::set<RecordId>& records) {
        if (!m_read) // nobody looked yet, and to read everything takes a moment
            return;
        for (const auto& record : records)
            if (const auto view = m_desk.store().view(record))
                note(*view);
            else
                m_arrivals.erase(record);
        render();
    });
    connect(&m_desk, &Desk::languageChanged, this, &ReceivedModel::render);
    connect(&book.alike(), &OpenPairs::changed, this, &ReceivedModel::render);
    connect(&m_desk, &Desk::closed, this, [this] {
        m_read = false;
        m_arrivals.clear();
        m_lastNote.clear();
        m_aside.clear();
        render();
    });
}

void ReceivedModel::refresh()
{
    if (m_desk.isOpen() && (!m_read || m_since != startOfDayInChina(m_desk.today())))
        readAll();
    render();
}

void ReceivedModel::readAll()
{
    m_arrivals.clear();
    m_lastNote.clear();
    m_since = startOfDayInChina(m_desk.today());
    m_read = true;
    for (const auto& type : m_desk.catalogue().types()) {
        if (type.scope == RecordScope::directory || !m_desk.mayRead(type))
            continue;
        if (const auto views = m_desk.store().ofType(type.number))
            for (const auto& view : *views)
                note(view);
    }
}

void ReceivedModel::note(const store::RecordView& view)
{
    m_arrivals.erase(view.record);
    const RecordType* type = m_desk.catalogue().type(view.type);
    if (type == nullptr || view.partition.isCase() || view.partition == PartitionId::directory() ||
        !m_desk.mayRead(*type))
        return;
    const core::Head* latest = nullptr;
    for (const auto& reg : view.registers)
        for (const auto& head : reg.heads)
            if (head.user != m_desk.work().user && (latest == nullptr || head.hlc > latest->hlc))
                latest = &head;
    // A clock that runs ahead is not believed further than the day it came in.
    if (latest != nullptr) {
        Millis& last = m_lastNote[recordOf(latest->user)];
        last = std::max(last, std::min(core::hlcMillis(latest->hlc), view.arrived));
    }
    // By when it came in here: who wrote it may have a wrong clock, or may have been without a network since last week.
    if (latest == nullptr || view.arrived < m_since)
        return;
    // A change of a tablet that had a twin can have an id of its own (PROTOCOL.md 9.1), under which it is number 1: that is no other tablet.
    const auto tablet = latest->dot.number > 1 ? latest->dot.replica : ReplicaId{};
    m_arrivals[view.record] = {view.partition, tablet, latest->user, view.arrived, view.since >= m_since};
}

void ReceivedModel::render()
{
    m_open = openLooks(m_book);
    renderVillages();
    renderNewcomers();
    renderSent();
    renderWeather();
    renderQuiet();
    Rows looks;
    for (const auto& look : m_open) {
        if (m_aside.contains(look.id()))
            continue;
        if (look.matter) {
            looks.push_back({{"lookId", look.id()},
                             {"heading", lookSubject(m_book, look)},
                             {"line", matterWriters(m_desk, look)},
                             {"iconName", lookIcon(m_book, look)},
                             {"primary", looks.empty()}});
            continue;
        }
        const auto picture = pictureOf(m_desk, look);
        if (!picture)
            continue;
        QStringList writers;
        for (const auto& side : picture->sides)
            writers << (side.head.user == m_desk.work().user ? tr("you") : writerName(m_desk, side.head.user));
        writers.removeDuplicates();
        const bool phone = picture->field != nullptr && (picture->field->format == TextFormat::phone ||
                                                         picture->field->format == TextFormat::mobile);
        const QString asked = look.isLife() ? tr("Decided differently by %1; see whether it stays")
                                            : tr("Changed by %1; see which is right");
        looks.push_back({{"lookId", look.id()},
                         {"heading", lookSubject(m_book, look)},
                         {"line", asked.arg(writers.join(tr(" and ", "between names")))},
                         {"iconName", phone ? QStringLiteral("phone") : lookIcon(m_book, look)},
                         {"primary", looks.empty()}});
    }
    if (const int pairs = m_book.alike().count(); pairs > 0 && !m_aside.contains(QLatin1String(kAlike)))
        looks.push_back({{"lookId", kAlike},
                         {"heading", tr("Two files look like one family")},
                         {"line", tr("%n pair(s), side by side for you to look at", nullptr, pairs)},
                         {"iconName", "people"},
                         {"primary", looks.empty()}});
    m_lookHeading = looks.empty() ? QString() : tr("%n for you to look at", nullptr, static_cast<int>(looks.size()));
    m_looks.setRows(looks);
    emit changed();
}

void ReceivedModel::renderVillages()
{
    struct Village {
        int fresh{0};
        int touched{0};
        Millis at{0};
        UserId user;
    };
    std::map<PartitionId, Village> villages;
    std::map<UserId, std::set<ReplicaId>> tablets;
    for (const auto& [record, arrival] : m_arrivals) {
        Village& village = villages[arrival.partition];
        (arrival.isNew ? village.fresh : village.touched) += 1;
        if (arrival.at > village.at) {
            village.at = arrival.at;
            village.user = arrival.user;
        }
        if (auto& known = tablets[arrival.user]; !arrival.replica.isNil())
            known.insert(arrival.replica);
    }
    Rows rows;
    for (const auto& [partition, village] : villages) {
        const auto open =
            static_cast<int>(std::count_if(m_open.begin(), m_open.end(), [&place = partition](const OpenLook& look) {
                return look.partition == place;
            }));
        const QString person = writerName(m_desk, village.user);
        const bool known = !m_desk.userName(village.user).isEmpty();
        const QString placeName = m_desk.placeName(partition);
        const QString name = placeName.isEmpty() ? m_desk.userPlace(village.user) : placeName;
        const QString state = open > 0 ? tr("%n to look at", nullptr, open) : tr("All in");
        const QStringList spoken{name,
                                 person,
                                 clockTime(village.at),
                                 tr("%n new", nullptr, village.fresh),
                                 tr("%n changed", nullptr, village.touched),
                                 state};
        rows.push_back({{"villageId", qs(partition.text())},
                        {"name", name},
                        {"line", dotted({person, clockTime(village.at)})},
                        {"initial", known ? initialOf(person) : initialOf(name)},
                        {"tint", tintOf(recordOf(village.user))},
                        {"newText", QString::number(village.fresh)},
                        {"changedText", QString::number(village.touched)},
                        {"stateText", state},
                        {"needsLook", open > 0},
                        {"accessibleText", spoken.join(tr(", ", "between parts that are read aloud"))}});
    }
    m_villages.setRows(rows);
    int count = 0;
    for (const auto& [user, known] : tablets)
        count += std::max(1, static_cast<int>(known.size()));
    m_countText =
        rows.empty() ? QString() : dotted({dayShort(m_desk.today()), tr("%n tablet(s) came in", nullptr, count)});
}

// What this tablet saved today, and how far it came.
void ReceivedModel::renderWeather()
{
    Rows rows;
    QStringList now;
    const auto inForce = m_call.inForce();
    const CodeList* kinds = m_desk.catalogue().codeList("weather_kind");
    if (m_call.mayCall() && kinds != nullptr)
        for (const auto& code : kinds->codes) {
            const auto found = inForce.find(code.number);
            if (found != inForce.end())
                now << tr("%1 until %2")
                           .arg(m_desk.label(code.label), relativeDay(dayInChina(found->second), m_desk.today()) +
                                                              QLatin1Char(' ') + clockTime(found->second));
            rows.push_back({{"code", static_cast<int>(code.number)},
                            {"label", m_desk.label(code.label)},
                            {"chosen", found != inForce.end()}});
        }
    m_weatherText = dotted(now);
    m_weather.setRows(rows);
}

void ReceivedModel::callWeather(int kind)
{
    if (m_call.inForce().contains(kind)) // the villages know already
        return;
    const auto calls = m_call.call(kind);
    if (!calls)
        return m_navigator.tell(calls.error());
    render();
    m_navigator.say(tr("%n village(s) know, for a day", nullptr, static_cast<int>(calls->size())),
                    [this, calls = *calls] {
                        if (const auto undone = m_call.takeBack(calls); !undone)
                            m_navigator.tell(undone.error());
                        render();
                    });
}

void ReceivedModel::renderSent()
{
    m_sentText.clear();
    const auto written =
        m_desk.isOpen() ? m_desk.store().waitingCount() : Result<std::uint64_t>(fail(Errc::notFound, "closed"));
    const auto recent = written ? m_desk.store().recentChanges(kRecentChanges)
                                : Result<std::vector<store::OwnChange>>(fail(Errc::notFound, "closed"));
    if (!recent)
        return;
    const auto today = startOfDayInChina(m_desk.today());
    const auto sent =
        static_cast<int>(std::count_if(recent->begin(), recent->end(), [&](const store::OwnChange& change) {
            return change.saved >= today && change.place == store::Place::received;
        }));
    const auto waiting = static_cast<int>(*written);
    const QString arrived = tr("%n of yours reached the province today", nullptr, sent);
    const QString onTheWay = tr("%n on the way", nullptr, waiting);
    if (sent > 0 && waiting > 0)
        m_sentText = tr("%1, %2", "sent and waiting").arg(arrived, onTheWay);
    else if (sent > 0)
        m_sentText = arrived;
    else if (waiting > 0)
        m_sentText = onTheWay;
}

// Of a village and its work, not of a person's hours: when somebody is on a tablet is nowhere written (domain 3.10).
void ReceivedModel::renderQuiet()
{
    Rows rows;
    m_askable.clear();
    const RecordType& type = m_desk.type("app_user");
    std::vector<std::pair<Millis, RecordId>> quiet;
    if (m_desk.isOpen())
        for (const auto& [colleague, last] : m_lastNote)
            if (daysBetween(dayInChina(last), m_desk.today()) >= kQuietDays)
                quiet.emplace_back(last, colleague);
    std::ranges::sort(quiet);
    for (const auto& [last, colleague] : quiet) {
        if (rows.size() == kMostQuiet)
            break;
        const auto view = m_desk.store().view(colleague);
        if (!view || view->type != type.number)
            continue;
        const forms::RecordFields person(type, *view);
        if (person.number("role") != codeOfRole(lianxin::Role::VW) ||
            person.number("state").value_or(kAtWork) != kAtWork)
            continue;
        const QString id = idText(colleague);
        const QString name = qs(person.text("name"));
        const QString number = phoneGrouped(person.text("mobile"));
        m_askable[id] = {number, name};
        rows.push_back(
            {{"colleagueId", id},
             {"heading", tr("%1: nothing new for %n day(s)", nullptr, daysBetween(dayInChina(last), m_desk.today()))
                             .arg(m_desk.userPlace(userOf(colleague)))},
             {"line", dotted({name, tr("a question is enough, no hurry")})},
             {"canAsk", !number.isEmpty()}});
    }
    m_quiet.setRows(rows);
}

void ReceivedModel::renderNewcomers()
{
    const auto found = m_book.newcomers().today();
    m_newcomersHeading =
        found.empty() ? QString() : tr("%n family(ies) came over to you", nullptr, static_cast<int>(found.size()));
    Rows rows;
    for (const auto& newcomer : found)
        if (rows.size() < kMostNewcomers)
            rows.push_back(newcomerRow(m_book, newcomer));
    m_newcomers.setRows(rows);
}

void ReceivedModel::openFamily(const QString& familyId) { m_navigator.goFamily(idOf(familyId)); }

void ReceivedModel::askAfter(const QString& colleagueId)
{
    if (const auto found = m_askable.find(colleagueId); found != m_askable.end() && !found->second.first.isEmpty())
        m_navigator.dialNumber(found->second.first, found->second.second);
}

std::vector<QStringList> ReceivedModel::sheet() const
{
    std::vector<QStringList> lines;
    if (m_villages.count() > 0)
        lines.push_back({tr("Village"), tr("From", "whom"), tr("New"), tr("Changed"), tr("State", "of what came")});
    for (int row = 0; row < m_villages.count(); ++row) {
        QStringList line;
        for (const char* role : {"name", "line", "newText", "changedText", "stateText"})
            line << m_villages.value(row, role).toString();
        lines.push_back(line);
    }
    return lines;
}

void ReceivedModel::look(const QString& lookId)
{
    if (lookId == QLatin1String(kAlike))
        return m_navigator.goSameFamily();
    const RecordId record = idOf(lookId.section(QLatin1Char('/'), 0, 0));
    if (!record.isNil())
        m_navigator.goConflicts(record);
}

void ReceivedModel::putAside(const QString& lookId)
{
    m_aside.insert(lookId);
    render();
}

} // namespace lianxin::ui
