// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/family.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr Millis kDay = 86'400'000;
constexpr int kExited = 4; // code list household_status
constexpr int kServed = 2;
constexpr int kAllGone = 4; // code list exit_reason

std::size_t villageNumber(std::string_view code)
{
    return static_cast<std::size_t>((code[9] - '0') * 100 + (code[10] - '0') * 10 + (code[11] - '0') - 200);
}

} // namespace

Family::Family(const Pools& p, const GeneratorOptions& o, std::size_t i, std::string v)
    : pools(p), options(o), index(i), village(std::move(v)), partition(*PartitionId::parse("v:" + village)),
      m_stream(o.seed, "household", i)
{
    openedAt = options.now - static_cast<Millis>(400 + m_stream.below(900)) * kDay;
    id = makeRecordId(openedAt, m_stream);
}

int Family::year() const { return static_cast<int>(dayInChina(options.now).year()); }

std::vector<std::string> Family::targets() const
{
    std::vector<std::string> ids;
    for (const auto& one : people)
        if (one.fields.at("is_service_target").as_bool() && one.fields.at("alive").as_bool())
            ids.push_back(one.id.text());
    return ids;
}

void Family::makeHousehold()
{
    const auto number = villageNumber(village);
    // One draw after the other: the order in which operands are computed is the compiler's own.
    auto address = pools.word("county") + pools.word("township") + pools.village(number);
    address += pools.pick(m_stream, "groups");
    address += std::to_string(m_stream.range(1, 99)) + pools.word("numberSign");
    if (m_stream.chance(0.85))
        address += "\xEF\xBC\x8C" + pools.pick(m_stream, "landmarks");
    constexpr std::array<int, 4> kLevels = {1, 2, 3, 4};
    const bool gone = state == State::bothGone;
    household = {{"family_type", bereaved ? 1 : 2},
                 {"hukou_code", village},
                 {"live_code", village},
                 {"address", std::move(address)},
                 {"directions", pools.pick(m_stream, "directions")},
                 {"care_level", kLevels.at(m_stream.weighted({0.05, 0.17, 0.33, 0.45}))},
                 {"status", gone ? kExited : kServed}};
    if (gone)
        household["exit_reason"] = kAllGone;
    if (!m_stream.chance(0.04)) {
        household["phone1"] = phone();
        if (m_stream.chance(0.15))
            household["phone2"] = phone();
    }
    addWishes();
    addPapers();
}

void Family::addWishes()
{
    contactPref = static_cast<int>(m_stream.weighted({0.58, 0.22, 0.09, 0.05, 0.04, 0.02})) + 1;
    household["contact_pref"] = contactPref;
    constexpr int kQuiet = 5;
    if (contactPref == kQuiet) {
        household["pref_note"] = pools.pick(m_stream, "prefNotes");
        household["pref_until"] = dayText(addDays(dayInChina(options.now), m_stream.range(20, 170)));
    }
    if (m_stream.chance(0.5))
        household["taboo_note"] = pools.pick(m_stream, "taboo");
    if (m_stream.chance(0.6)) {
        household["best_time"] = boost::json::array{m_stream.range(1, 4)};
        if (m_stream.chance(0.3))
            household["best_time_note"] = pools.pick(m_stream, "bestTime");
    }
}

void Family::addPapers()
{
    constexpr std::array<int, 5> kIncome = {1, 2, 3, 4, 9}; // code list income_level
    constexpr std::array<int, 6> kHousing = {1, 2, 3, 4, 5, 6};
    const int joined = std::max(2008, year() - m_stream.range(1, 16)); // the allowance began in 2008
    const bool admitted = m_stream.chance(0.92);
    household["allowance_target"] = !admitted ? (m_stream.chance(0.5) ? 0 : 3) : bereaved ? 1 : 2;
    if (admitted)
        household["allowance_since"] = padded(static_cast<std::uint64_t>(joined), 4) + "-" +
                                       padded(static_cast<std::uint64_t>(m_stream.range(1, 12)), 2);
    if (m_stream.chance(0.7))
        household["only_child_cert_no"] = "3599-" + padded(index, 6);
    household["income_level"] = kIncome.at(m_stream.weighted({0.10, 0.10, 0.62, 0.12, 0.06}));
    household["housing"] = kHousing.at(m_stream.weighted({0.48, 0.33, 0.02, 0.07, 0.06, 0.04}));
    household["doctor_signed"] = m_stream.chance(0.8);
    if (household.at("doctor_signed").as_bool()) {
        household["doctor_name"] = pools.pick(m_stream, "doctors");
        household["doctor_phone"] = phone();
    }
    boost::json::array kinds;
    constexpr int kThirdGeneration = 5; // code list family_sub_type
    constexpr int kAlone = 6;
    for (const auto& one : people)
        if (one.fields.at("relation").as_int64() / 10 == 4)
            kinds.push_back(kThirdGeneration);
    if (people.size() == 1 && people.front().fields.contains("lives_alone"))
        kinds.push_back(kAlone);
    if (!kinds.empty())
        household["sub_type"] = std::move(kinds);
}

void Family::makeLoss()
{
    constexpr int kChildGone = 1; // code list loss_kind
    constexpr int kChildIll = 2;
    lossId = makeRecordId(openedAt, m_stream);
    const auto headBirth = *parseDay(people.front().fields.at("birth_date").as_string().c_str());
    loss = {{"kind", bereaved ? kChildGone : kChildIll}, {"child_sex", m_stream.chance(0.56) ? 1 : 2}};
    if (m_stream.chance(0.3))
        loss["child_called"] = pools.pick(m_stream, "childCalled");
    const auto childBirth = addDays(headBirth, static_cast<int>(365.25 * m_stream.normalWithin(25.5, 3.5, 16, 40)));
    if (m_stream.chance(0.5))
        loss["child_birth_date"] = dayText(childBirth);
    if (!bereaved) {
        const auto day = addDays(childBirth, static_cast<int>(365.25 * m_stream.normalWithin(6, 5, 0.1, 20)));
        loss["event_date"] = dayText(std::min(day, addDays(dayInChina(openedAt), -30)));
        loss["disability_type"] = m_stream.range(1, 7);
        loss["disability_level"] = m_stream.range(1, 3);
        return;
    }
    // Never before the child was half a year old; a register's sample goes from half a year to 36.5 years back.
    const double most = std::min(36.5, daysBetween(childBirth, dayInChina(options.now)) / 365.25 - 0.5);
    double years = 0;
    do
        years = m_stream.gamma(2.46, 4.5);
    while (years < 0.5 || years > most);
    const auto day = addDays(dayInChina(options.now), -static_cast<int>(years * 365.25));
    const auto text = dayText(day);
    constexpr std::array<int, 3> kPrecision = {1, 2, 3}; // day, month, year
    const auto precision = m_stream.weighted({0.75, 0.15, 0.10});
    loss["event_precision"] = kPrecision.at(precision);
    loss["event_date"] = text.substr(0, std::array<std::size_t, 3>{10, 7, 4}.at(precision));
    if (precision == 0)
        lossDay = day;
    if (const auto lunar = lunarOf(day); precision == 0 && lunar && m_stream.chance(0.4)) {
        loss["event_calendar"] = 2;
        loss["event_lunar_month"] = lunar->month;
        loss["event_lunar_day"] = lunar->day;
        loss["event_lunar_leap"] = lunar->leap;
    }
    // Asked by nobody, so mostly not written down.
    loss["cause"] = std::array{9, 1, 2, 4}.at(m_stream.weighted({0.85, 0.08, 0.04, 0.03}));
    boost::json::array kept;
    for (const int code : {1, 2, 3}) // anniversary, the child's birthday, Qingming
        if (m_stream.chance(0.45))
            kept.push_back(code);
    if (kept.empty())
        return;
    loss["watch_days"] = boost::json::array{kept.front()};
    loss["memorial_dates"] = std::move(kept);
}

NamedRecord Family::child(std::string type, RecordId record, boost::json::object fields) const
{
    return {std::move(type), record, id, partition, std::move(fields)};
}

NamedChange Family::opening() const
{
    NamedChange change;
    change.at = openedAt;
    change.records.push_back({"household", id, id, partition, household});
    for (const auto& one : people)
        change.records.push_back(child("person", one.id, one.fields));
    change.records.push_back(child("loss_record", lossId, loss));
    return change;
}

} // namespace lianxin::data
