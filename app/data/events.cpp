// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/events.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 3'600'000;
constexpr int kHistoryDays = 730; // two years of a family's life are enough for every screen and figure

// Per household and year. Somebody is reached in 93 of 100 tries, a family that prefers calls gets calls.
constexpr double kCalls = 5.5;
constexpr double kHomeVisits = 2.35;
constexpr double kFestivalVisits = 1.2;
constexpr double kHospitalVisits = 0.034;
constexpr double kNeeds = 0.6;
constexpr double kEmergencies = 0.043;
constexpr double kReached = 0.93;
constexpr double kCallInstead = 0.7;

// Code lists.
constexpr int kHome = 1;
constexpr int kPhone = 2;
constexpr int kVideo = 3;
constexpr int kHospital = 5;
constexpr int kMet = 1;
constexpr int kMetOthers = 2;
constexpr int kNobody = 3;
constexpr int kReachedByPhone = 5;
constexpr int kNoAnswer = 6;
constexpr int kFestival = 11;
constexpr int kIllness = 12;
constexpr int kOrdinary = 14;

Day firstDay(const Family& family)
{
    const auto today = dayInChina(family.options.now);
    return std::max(addDays(dayInChina(family.openedAt), 1), addDays(today, -kHistoryDays));
}

} // namespace

Events::Events(const Family& family, std::vector<NamedChange>& out)
    : m_family(family), m_out(out), m_season(firstDay(family), dayInChina(family.options.now))
{}

void Events::addContacts()
{
    const auto at = m_family.openedAt + kHour;
    const std::array<std::pair<int, UserId>, 2> posts{
        {{2, m_family.options.worker}, {1, m_family.options.officer}}}; // village and township
    Stream stream(m_family.options.seed, "contacts", m_family.index);
    std::vector<NamedRecord> records;
    records.reserve(posts.size());
    for (const auto& [post, user] : posts)
        records.push_back(m_family.child("contact_assignment", makeRecordId(at, stream),
                                         {{"user", user.text()},
                                          {"post", post},
                                          {"is_primary", post == 2},
                                          {"from_date", dayText(dayInChina(at))},
                                          {"agreed", true},
                                          {"state", 1}}));
    put(at, std::move(records));
}

void Events::addVisits()
{
    Stream stream(m_family.options.seed, "visits", m_family.index);
    addCalls(stream);
    addHomeVisits(stream);
    addFestivalVisits(stream);
    addHospitalVisits(stream);
}

void Events::addCalls(Stream& stream)
{
    // One draw after the other: the order in which arguments are computed is the compiler's own.
    for (auto count = stream.poisson(kCalls * m_season.years()); count > 0; --count) {
        const auto at = Season::officeHour(stream, m_season.contactDay(stream));
        const int mode = stream.chance(0.72) ? kPhone : kVideo;
        put(stream, at, mode, {{"purpose", boost::json::array{kOrdinary}}});
    }
}

void Events::addHomeVisits(Stream& stream)
{
    // Beside the ordinary ones: end-of-life care, grandchildren, a birthday, a policy question.
    constexpr std::array<int, 6> kPurposes = {kOrdinary, 17, 18, 15, 19, 21};
    for (auto count = stream.poisson(kHomeVisits * m_season.years()); count > 0; --count) {
        const auto at = Season::officeHour(stream, m_season.contactDay(stream));
        const int purpose = kPurposes.at(stream.weighted({0.76, 0.001, 0.012, 0.06, 0.09, 0.077}));
        const bool call = m_family.contactPref >= 3 && stream.chance(kCallInstead);
        put(stream, at, call ? kPhone : kHome, {{"purpose", boost::json::array{purpose}}});
    }
}

void Events::addFestivalVisits(Stream& stream)
{
    for (auto count = stream.poisson(kFestivalVisits * m_season.years()); count > 0; --count)
        if (const auto festival = m_season.festivalVisit(stream)) {
            const bool call = m_family.contactPref >= 3 && stream.chance(kCallInstead);
            put(stream, Season::officeHour(stream, festival->day), call ? kPhone : kHome,
                {{"purpose", boost::json::array{kFestival}}, {"festival", festival->code}});
        }
}

void Events::addHospitalVisits(Stream& stream)
{
    for (auto count = stream.poisson(kHospitalVisits * m_season.years()); count > 0; --count)
        put(stream, Season::officeHour(stream, m_season.emergencyDay(stream, true, m_family.lossDay)), kHospital,
            {{"purpose", boost::json::array{kIllness}}, {"body", 3}});
}

boost::json::array Events::served(Stream& stream) const
{
    boost::json::array ids;
    for (const auto& one : m_family.targets())
        if (ids.empty() || stream.chance(0.65))
            ids.push_back(boost::json::string(one));
    return ids;
}

void Events::addGift(Stream& stream, Millis written, const RecordId& visit, boost::json::object& fields,
                     std::vector<NamedRecord>& records) const
{
    constexpr std::array<int, 5> kYuan = {100, 200, 300, 400, 500};
    const auto fen = kYuan.at(stream.weighted({0.2, 0.45, 0.2, 0.05, 0.1})) * 100;
    fields["gift_value"] = fen;
    fields["gift_receipt"] = stream.range(1, 3);
    const auto& gift = m_family.pools.row(stream, "gifts");
    boost::json::object item{{"visit", visit.text()}, {"item", gift.at(0)}, {"quantity", 1}, {"value", fen}};
    if (!gift.at(1).as_string().empty())
        item["unit"] = gift.at(1);
    records.push_back(m_family.child("gift_item", makeRecordId(written, stream), std::move(item)));
}

void Events::put(Stream& stream, Millis at, int mode, boost::json::object fields)
{
    const auto written = Season::writtenAt(stream, at, m_family.options.now);
    const bool call = mode == kPhone || mode == kVideo;
    const bool met = mode == kHospital || stream.chance(kReached);
    const int outcome = call  ? (met ? kReachedByPhone : kNoAnswer)
                        : met ? (stream.chance(0.95) ? kMet : kMetOthers)
                              : kNobody;
    const auto visit = makeRecordId(written, stream);
    const bool festive = fields.contains("festival");
    std::vector<NamedRecord> beside;
    fields["occurred_at"] = at;
    fields["mode"] = mode;
    fields["outcome"] = outcome;
    fields["state"] = 2;
    fields["visitors"] = boost::json::array{m_family.options.worker.text()};
    if (festive && !call && stream.chance(0.3))
        fields["visitor_text"] = m_family.pools.pick(stream, "companions");
    if (written - at > 30 * 24 * kHour)
        fields["late_reason"] = m_family.pools.pick(stream, "lateReasons");
    int mood = 0;
    if (met) {
        mood = static_cast<int>(stream.weighted({0.62, 0.29, 0.08, 0.01})) + 1;
        fields["mood"] = mood;
        if (!fields.contains("body"))
            fields["body"] = static_cast<int>(stream.weighted({0.85, 0.13, 0.02})) + 1;
        fields["served"] = served(stream);
        if (festive && !call && stream.chance(0.8))
            addGift(stream, written, visit, fields, beside);
        if (stream.chance(0.12))
            fields["help"] = boost::json::array{stream.range(1, 6)};
    }
    if (met || stream.chance(0.2))
        fields["quick_note"] = m_family.pools.note(stream);
    std::vector<NamedRecord> records{m_family.child("visit", visit, std::move(fields))};
    records.insert(records.end(), beside.begin(), beside.end());
    constexpr int kProfessional = 4;
    if (mood == kProfessional) // a plain flag for the village; what was said stays with the counsellor (D15)
        records.push_back(m_family.child("risk_flag", makeRecordId(written, stream),
                                         {{"flag", 1},
                                          {"at", written},
                                          {"by", m_family.options.worker.text()},
                                          {"person", m_family.targets().front()}}));
    put(written, std::move(records));
}

void Events::addNeeds()
{
    Stream stream(m_family.options.seed, "needs", m_family.index);
    for (auto count = stream.poisson(kNeeds * m_season.years()); count > 0; --count) {
        const auto at = Season::officeHour(stream, m_season.contactDay(stream));
        const auto& wish = m_family.pools.row(stream, "needs");
        boost::json::object fields{{"kind", wish.at(0)},
                                   {"text", wish.at(1)},
                                   {"urgency", static_cast<int>(stream.weighted({0.75, 0.2, 0.05})) + 1},
                                   {"refer_to", stream.range(1, 10)},
                                   {"due", dayText(addDays(dayInChina(at), stream.range(7, 45)))}};
        const bool old = m_family.options.now - at > 45 * 24 * kHour;
        const int state = old ? static_cast<int>(stream.weighted({0.0, 0.06, 0.14, 0.72, 0.08})) + 1
                              : static_cast<int>(stream.weighted({0.4, 0.4, 0.1, 0.1})) + 1;
        fields["state"] = state;
        constexpr int kSolved = 4;
        constexpr int kCannot = 5;
        if (state == kSolved)
            fields["satisfaction"] =
                static_cast<int>(std::array{1, 2, 3, 9}.at(stream.weighted({0.6, 0.2, 0.03, 0.17})));
        if (state >= kSolved)
            fields["outcome_note"] = m_family.pools.pick(stream, state == kCannot ? "needNoWay" : "needOutcomes");
        put(at, {m_family.child("care_need", makeRecordId(at, stream), std::move(fields))});
    }
}

RecordId Events::emergencyCase(Stream& stream, Millis at, Millis written, int kind)
{
    const int severity = static_cast<int>(stream.weighted({0.45, 0.45, 0.10})) + 1;
    constexpr int kDisaster = 4; // concerns everybody in the house
    auto persons = m_family.targets();
    if (kind != kDisaster)
        persons.resize(1);
    const auto contact = at + stream.range(5, severity == 3 ? 30 : 120) * kMinute;
    boost::json::object fields{{"kind", kind},
                               {"severity", severity},
                               {"known_at", at},
                               {"known_by", stream.range(1, 5)},
                               {"first_contact_at", contact},
                               {"persons", boost::json::array(persons.begin(), persons.end())},
                               {"state", 7},
                               {"called", boost::json::array{6}}};
    if (stream.chance(0.8))
        fields["on_site_at"] = contact + stream.range(15, 240) * kMinute;
    for (const auto& [name, days] :
         {std::pair{"follow_up_3", 3}, std::pair{"follow_up_7", 7}, std::pair{"follow_up_30", 30}})
        if (const auto day = addDays(dayInChina(at), days); day < dayInChina(m_family.options.now))
            fields[name] = dayText(day);
    if (stream.chance(0.4)) {
        const auto yuan = std::clamp(stream.logNormal(2000, 0.7), 500.0, 20'000.0);
        fields["aid_money"] = static_cast<std::int64_t>(yuan / 100) * 10'000;
        fields["fund_source"] = stream.range(3, 5);
        fields["payee"] = m_family.pools.pick(stream, "payees");
        fields["aid_method"] = stream.range(1, 3);
    }
    const auto id = makeRecordId(written, stream);
    put(written, {m_family.child("emergency_case", id, std::move(fields))});
    return id;
}

void Events::addEmergencies()
{
    Stream stream(m_family.options.seed, "emergency", m_family.index);
    constexpr std::array<int, 8> kKinds = {1, 2, 3, 4,
                                           5, 7, 8, 9}; // code list emergency_kind; nothing is made up about self-harm
    constexpr std::array<int, 6> kSteps = {3, 1, 2, 4, 6, 5}; // code list emergency_action
    for (auto count = stream.poisson(kEmergencies * m_season.years()); count > 0; --count) {
        const int kind = kKinds.at(stream.weighted({0.40, 0.15, 0.07, 0.12, 0.03, 0.05, 0.13, 0.05}));
        const auto day = m_season.emergencyDay(stream, kind == 1, m_family.lossDay);
        const auto at = startOfDayInChina(day) + stream.range(0, 1200) * kMinute; // emergencies keep no office hours
        const auto written = std::min(at + stream.range(20, 600) * kMinute, m_family.options.now - kHour);
        const auto id = emergencyCase(stream, at, written, kind);
        const int steps = stream.range(1, 4);
        for (int i = 0; i < steps; ++i) {
            const auto when =
                std::min(at + (i + 1) * stream.range(20, 90) * kMinute, m_family.options.now - 2 * kMinute);
            const auto noted =
                std::min(std::max(written + kMinute * (i + 1), when + kMinute), m_family.options.now - kMinute);
            boost::json::object fields{{"case", id.text()},
                                       {"at", when},
                                       {"action", kSteps.at(stream.below(kSteps.size()))},
                                       {"by", m_family.options.worker.text()},
                                       {"text", m_family.pools.action(stream)}};
            put(noted, {m_family.child("emergency_action", makeRecordId(noted, stream), std::move(fields))});
        }
    }
}

} // namespace lianxin::data
