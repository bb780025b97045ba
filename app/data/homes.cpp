// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/homes.hpp"

#include "app/data/family.hpp"
#include "sync/model/permissions.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr Millis kDay = 86'400'000;
constexpr Millis kHour = 3'600'000;
constexpr std::size_t kFirstHomes = 3;
constexpr std::size_t kVillagesPerHome = 6; // beyond the first ones
constexpr int kOpenFor = 700;               // days
constexpr int kMonths = 12;
constexpr int kAheadDays = 30; // what is announced lies within so many days
// Code lists activity_state and volunteer_category.
constexpr int kAnnounced = 2, kMoved = 3, kCancelled = 4, kHeld = 5;
constexpr int kFamilyVolunteer = 6;

boost::json::string text(const boost::json::array& row, std::size_t at) { return row.at(at).as_string(); }

Day dayOf(int year, int month, int day)
{
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

} // namespace

std::size_t Home::count(std::size_t households) { return kFirstHomes + households / 10 / kVillagesPerHome; }

// The first three have their neighbours; each further six villages share one.
std::size_t Home::of(std::size_t village)
{
    return village < kVillagesPerHome ? village % kFirstHomes : kFirstHomes + village / kVillagesPerHome - 1;
}

Home::Home(const Pools& pools, const GeneratorOptions& options, std::size_t number, std::string village)
    : m_pools(pools), m_options(options), m_number(number), m_village(std::move(village)),
      m_board(*boardOf(*PartitionId::parse("v:" + m_village)))
{
    Stream stream(options.seed, "home", number);
    m_openedAt = options.now - (kOpenFor + stream.range(0, 300)) * kDay;
    m_id = makeRecordId(m_openedAt, stream);
    m_teamAt = m_openedAt + 20 * kDay;
    m_team = makeRecordId(m_teamAt, stream);
    makeVolunteers();
    makeActivities();
}

NamedRecord Home::onBoard(std::string type, RecordId record, boost::json::object fields) const
{
    return {std::move(type), record, m_id, m_board, std::move(fields)};
}

void Home::makeVolunteers()
{
    Stream stream(m_options.seed, "volunteers", m_number);
    constexpr std::array<int, 7> kCategories = {5, 5, kFamilyVolunteer, 2, 3, 8, 1};
    for (int i = 0; i < 7; ++i) {
        const int sex = stream.chance(0.6) ? 2 : 1;
        const int born = stream.range(1955, 1990);
        auto name = m_pools.surname(stream);
        name += m_pools.givenName(stream, sex, born);
        boost::json::object fields{{"name", std::move(name)},
                                   {"sex", sex},
                                   {"birth_year", born},
                                   {"phone", "1990000" + padded(8000 + m_number * 10 + static_cast<std::size_t>(i), 4)},
                                   {"category", kCategories.at(static_cast<std::size_t>(i))},
                                   {"skills", boost::json::array{1, stream.range(2, 10)}},
                                   {"training_hours", stream.range(0, 60)},
                                   {"state", i == 6 ? 2 : 1}};
        m_volunteers.push_back({makeRecordId(m_teamAt, stream), std::move(fields)});
    }
}

std::vector<RecordId> Home::volunteers() const
{
    std::vector<RecordId> ids;
    for (const auto& one : m_volunteers)
        ids.push_back(one.id);
    return ids;
}

// One or two a month, in the month's own rhythm; the second home missed one month, the third one moved a day.
void Home::makeActivities()
{
    const auto today = dayInChina(m_options.now);
    const int thisYear = static_cast<int>(today.year());
    for (int year = thisYear - 1; year <= thisYear + 1; ++year)
        for (int month = 1; month <= kMonths; ++month) {
            Stream stream(m_options.seed, "activities",
                          m_number * 10'000 + static_cast<std::size_t>(year * 12 + month));
            const int times = m_number == 1 && month == 5 ? 0 : stream.range(1, 2);
            for (int i = 0; i < times; ++i)
                addActivity(stream, dayOf(year, month, i == 0 ? stream.range(4, 13) : stream.range(17, 27)),
                            static_cast<std::size_t>(i == 0 ? month - 1 : kMonths + stream.range(0, 5)));
        }
    // Whatever day it is, something comes next.
    Stream stream(m_options.seed, "next", m_number);
    for (const int ahead : {5, 12, 23})
        addActivity(stream, addDays(today, ahead + static_cast<int>(m_number)), kMonths + stream.below(6));
    std::sort(m_activities.begin(), m_activities.end(),
              [](const Activity& a, const Activity& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
}

void Home::addActivity(Stream& stream, Day day, std::size_t what)
{
    const auto& kind = m_pools.rowAt("activities", what);
    Activity one;
    one.at = startOfDayInChina(day) + (stream.chance(0.7) ? 9 : 14) * kHour + 30 * 60'000;
    one.held = one.at + 2 * kHour < m_options.now;
    one.category = static_cast<int>(kind.at(1).as_int64());
    one.written = one.held ? one.at + 2 * kHour : m_options.now - stream.range(2, 8) * kDay;
    one.id = makeRecordId(one.written, stream);
    int state = one.held ? kHeld : kAnnounced;
    if (one.held && stream.chance(0.03))
        state = stream.chance(0.5) ? kCancelled : kMoved;
    const int special = stream.range(6, 16), other = stream.range(2, 14);
    const int volunteers = stream.range(1, 4);
    one.fields = {{"title", text(kind, 0)}, {"category", one.category},
                  {"start_at", one.at},     {"place", m_pools.pick(stream, "activityRooms")},
                  {"state", state},         {"volunteers", volunteers}};
    if (one.category == 12)
        one.fields["festival"] = 2;
    if (state == kCancelled || state == kMoved)
        one.fields["reason"] = m_pools.pick(stream, "lateReasons");
    if (state == kHeld) {
        one.fields["people_special"] = special;
        one.fields["people_other"] = other;
        one.fields["staff"] = stream.range(1, 2);
        one.fields["summary"] = m_pools.pick(stream, "activitySummaries");
        one.fields["cost"] = stream.range(2, 15) * 10'000;
        one.fields["fund_source"] = stream.range(3, 5);
    }
    one.held = state == kHeld;
    if (one.at > m_openedAt + 30 * kDay && one.at < m_options.now + kAheadDays * kDay)
        m_activities.push_back(std::move(one));
}

NamedChange Home::opening() const
{
    const auto& row = m_pools.rowAt("homes", m_number);
    Stream stream(m_options.seed, "home card", m_number);
    auto name = text(row, 0);
    if (m_number >= m_pools.size("homes"))
        name = m_pools.village(m_number) + name.c_str();
    boost::json::object fields{{"name", name},
                               {"level", row.at(6)},
                               {"venue_type", row.at(1)},
                               {"address", row.at(2)},
                               {"directions", row.at(3)},
                               {"opening_hours", row.at(4)},
                               {"manager", row.at(5)},
                               {"phone", "1990000" + padded(700 + m_number + 1, 4)},
                               {"status", 2},
                               {"area_m2", stream.range(60, 240)},
                               {"rooms", boost::json::array{1, 2, 3 + static_cast<int>(m_number % 3)}},
                               {"built_at", dayText(dayInChina(m_openedAt))},
                               {"batch_year", static_cast<int>(dayInChina(m_openedAt).year())},
                               {"fund", stream.range(5, 20) * 1'000'000},
                               {"team", m_team.text()}};
    for (const char* have : {"have_place", "have_sign", "have_rules", "have_plan", "have_activity", "have_care"}) {
        const bool there = m_number != 1 || std::string_view(have) != "have_sign";
        fields[have] = there;
        if (there)
            fields[std::string(have) + "_on"] = dayText(dayInChina(m_openedAt));
    }
    return {m_openedAt, {onBoard("warm_home", m_id, std::move(fields))}};
}

NamedChange Home::plan(int year) const
{
    Stream stream(m_options.seed, "plan", m_number * 10'000 + static_cast<std::size_t>(year));
    const auto at = std::max(startOfDayInChina(dayOf(year, 1, 8)) + 10 * kHour, m_openedAt + kDay);
    const auto plan = makeRecordId(at, stream);
    const auto& themes = m_pools.rowAt("themes", m_number);
    boost::json::object fields{{"year", year}, {"published", true}, {"approved_by", m_options.officer.text()}};
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
        if (m_number != 1 || quarter != 3) // the second home still looks for a theme
            fields["q" + std::to_string(quarter + 1)] = themes.at(quarter);
    NamedChange change{at, {onBoard("activity_plan", plan, std::move(fields))}};
    for (int month = 1; month <= kMonths; ++month) {
        const auto& what = m_pools.rowAt("activities", static_cast<std::size_t>(month - 1));
        change.records.push_back(
            onBoard("plan_item", makeRecordId(at, stream),
                    {{"plan", plan.text()}, {"month", month}, {"title", what.at(0)}, {"category", what.at(1)}}));
    }
    return change;
}

std::vector<NamedChange> Home::changes() const
{
    const auto village = *PartitionId::parse("v:" + m_village);
    const auto& row = m_pools.rowAt("teams", m_number);
    std::vector<NamedChange> out{opening()};
    NamedChange team{m_teamAt,
                     {{"vol_team",
                       m_team,
                       m_team,
                       village,
                       {{"name", row.at(0)},
                        {"kind", row.at(1)},
                        {"level", 5},
                        {"home", m_id.text()},
                        {"leader", m_volunteers.front().fields.at("name")},
                        {"leader_phone", m_volunteers.front().fields.at("phone")},
                        {"formed_at", dayText(dayInChina(m_teamAt))},
                        {"active", true}}}}};
    for (const auto& one : m_volunteers)
        team.records.push_back({"volunteer", one.id, m_team, village, one.fields});
    out.push_back(std::move(team));
    const int year = static_cast<int>(dayInChina(m_options.now).year());
    for (const int which : {year - 1, year})
        if (auto made = plan(which); made.at < m_options.now)
            out.push_back(std::move(made));
    for (const auto& one : m_activities)
        out.push_back({one.written, {onBoard("activity", one.id, one.fields)}});
    return out;
}

} // namespace lianxin::data
