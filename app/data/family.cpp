// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/family.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace lianxin::data {

namespace {

constexpr Millis kDay = 86'400'000;
constexpr Millis kShanghai = 8 * 3'600'000;

std::string padded(std::uint64_t number, int width)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%0*llu", width, static_cast<unsigned long long>(number));
    return text.data();
}

std::string dateText(int year, unsigned month, unsigned day) { return padded(static_cast<std::uint64_t>(year), 4) + "-" + padded(month, 2) + "-" + padded(day, 2); }

int currentYear(Millis now)
{
    const auto days = std::chrono::sys_days{std::chrono::days{(now + kShanghai) / kDay}};
    return static_cast<int>(std::chrono::year_month_day{days}.year());
}

} // namespace

Generator::Family::Family(const boost::json::object& p, const GeneratorOptions& o, std::size_t i, std::string v)
    : pools(p), options(o), index(i), village(std::move(v)), partition(*PartitionId::parse("v:" + village)), m_stream(o.seed, "household", i)
{
    openedAt = options.now - static_cast<Millis>(400 + m_stream.below(900)) * kDay;
    id = makeRecordId(openedAt, m_stream);
    surname = drawSurname(m_stream);
}

std::string Generator::Family::civil(Millis at)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{(at + kShanghai) / kDay}}};
    return dateText(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

const boost::json::value& Generator::Family::pick(Stream& stream, std::string_view pool) const
{
    const auto& list = pools.at(pool).as_array();
    return list.at(stream.below(list.size()));
}

std::string Generator::Family::drawSurname(Stream& stream) const
{
    std::uint64_t total = 0;
    for (const auto& entry : pools.at("surnames").as_array())
        total += static_cast<std::uint64_t>(entry.as_array().at(1).as_int64());
    auto at = stream.below(total);
    for (const auto& entry : pools.at("surnames").as_array()) {
        const auto weight = static_cast<std::uint64_t>(entry.as_array().at(1).as_int64());
        if (at < weight)
            return entry.as_array().at(0).as_string().c_str();
        at -= weight;
    }
    return {};
}

std::string Generator::Family::givenName(Stream& stream, int sex, int birthYear) const
{
    if (stream.chance(0.003))
        return pick(stream, "rareGiven").as_string().c_str();
    const char* cohort = birthYear < 1948 ? "1930" : birthYear < 1960 ? "1950" : birthYear < 1975 ? "1960" : "1980";
    const auto& names = pools.at("given").as_object().at(sex == 1 ? "m" : "f").as_object().at(cohort).as_array();
    return names.at(stream.below(names.size())).as_string().c_str();
}

std::string Generator::Family::phone(Stream& stream) const
{
    return "1990000" + padded((index * 7 + stream.below(5000)) % 10000, 4);
}

boost::json::object Generator::Family::person(Stream& stream, int sex, int relation, std::string name, int birthYear) const
{
    const auto month = static_cast<unsigned>(1 + stream.below(12));
    const auto day = static_cast<unsigned>(1 + stream.below(28));
    const auto birth = dateText(birthYear, month, day);
    boost::json::object fields{{"name", std::move(name)}, {"relation", relation}, {"sex", sex}, {"birth_date", birth}, {"alive", true},
                               {"is_service_target", true}};
    if (!stream.chance(0.01)) { // identity number missing in one of a hundred
        auto number = "3599" + padded(1 + index % 90, 2) + padded(static_cast<std::uint64_t>(birthYear), 4) + padded(month, 2) + padded(day, 2)
                      + padded(stream.below(499) * 2 + (sex == 1 ? 1 : 0), 3);
        number += idCheckDigit(number);
        if (stream.chance(0.002))
            number.back() = number.back() == '0' ? '1' : '0';
        fields["id_no"] = number;
    }
    fields["birth_calendar"] = birthYear < 1970 && stream.chance(0.55) ? 2 : 1;
    fields["health"] = stream.chance(0.58) ? 30 : 20;
    fields["self_care"] = stream.chance(0.07) ? 3 : stream.chance(0.13) ? 2 : 1;
    fields["marriage"] = 20;
    if (stream.chance(0.5))
        fields["phone"] = phone(stream);
    return fields;
}

void Generator::Family::makePeople()
{
    const int year = currentYear(options.now);
    const auto age = static_cast<int>(std::clamp(m_stream.normal(64.8, 8.2), 49.0, 95.0));
    const bool couple = m_stream.chance(0.62);
    const int sex = m_stream.chance(0.444) ? 1 : 2;
    const auto name = surname + givenName(m_stream, sex, year - age);
    people.push_back({makeRecordId(openedAt, m_stream), person(m_stream, sex, 1, name, year - age)});
    if (couple) {
        const int other = 3 - sex;
        const int otherBirth = year - age + static_cast<int>(m_stream.below(7)) - 3;
        const auto otherName = drawSurname(m_stream) + givenName(m_stream, other, otherBirth);
        people.push_back({makeRecordId(openedAt, m_stream), person(m_stream, other, 10, otherName, otherBirth)});
    } else {
        people.front().fields["marriage"] = m_stream.chance(0.6) ? 30 : 40;
        people.front().fields["lives_alone"] = m_stream.chance(0.6);
    }
}

void Generator::Family::makeHousehold()
{
    const auto& villages = pools.at("villages").as_array();
    const auto villageIndex = static_cast<std::size_t>(std::stoul(village.substr(9)) - 200) % villages.size();
    const std::string villageName = villages.at(villageIndex).as_string().c_str();
    const std::string group = pick(m_stream, "groups").as_string().c_str();
    const bool bereaved = m_stream.chance(0.42);
    constexpr std::array<double, 6> kPreference{0.58, 0.80, 0.89, 0.94, 0.98, 1.0};
    const auto draw = m_stream.unit();
    const auto preference = static_cast<int>(std::lower_bound(kPreference.begin(), kPreference.end(), draw) - kPreference.begin()) + 1;
    household = {{"family_type", bereaved ? 1 : 2},
                 {"allowance_target", bereaved ? 1 : 2},
                 {"allowance_since", "2012-01"},
                 {"hukou_code", village},
                 {"live_code", village},
                 {"address", std::string(pools.at("township").as_string().c_str()) + villageName + group},
                 {"directions", pick(m_stream, "directions")},
                 {"contact_pref", preference},
                 {"care_level", static_cast<int>(2 + m_stream.below(3))},
                 {"status", 2}};
    if (preference == 5)
        household["pref_until"] = civil(options.now + 90 * kDay);
    if (!m_stream.chance(0.04))
        household["phone1"] = phone(m_stream);
    if (m_stream.chance(0.5))
        household["taboo_note"] = pick(m_stream, "taboo");
    lossId = makeRecordId(openedAt, m_stream);
    loss = {{"kind", bereaved ? 1 : 2}};
    if (bereaved)
        loss["event_date"] = dateText(currentYear(options.now) - 1 - static_cast<int>(m_stream.below(20)), static_cast<unsigned>(1 + m_stream.below(12)),
                                      static_cast<unsigned>(1 + m_stream.below(28)));
}

NamedRecord Generator::Family::child(std::string type, RecordId record, boost::json::object fields) const
{
    return {std::move(type), record, id, partition, std::move(fields)};
}

NamedChange Generator::Family::opening() const
{
    NamedChange change;
    change.at = openedAt;
    change.records.push_back({"household", id, id, partition, household});
    for (const auto& one : people)
        change.records.push_back(child("person", one.id, one.fields));
    change.records.push_back(child("loss_record", lossId, loss));
    return change;
}

std::string Generator::Family::sentence(Stream& stream) const
{
    const auto& notes = pools.at("notes").as_object();
    const auto from = [&](const char* slot) {
        const auto& list = notes.at(slot).as_array();
        return std::string(list.at(stream.below(list.size())).as_string().c_str());
    };
    auto text = from("spirit") + "\xEF\xBC\x8C" + from("doing") + "\xE3\x80\x82" + from("topic") + "\xE3\x80\x82";
    if (stream.chance(0.5))
        text += from("next") + "\xE3\x80\x82";
    return text;
}

void Generator::Family::overlay(const boost::json::object& edge)
{
    const auto lay = [](boost::json::object& onto, const boost::json::value& from) {
        for (const auto& [key, value] : from.as_object())
            if (value.is_null())
                onto.erase(key);
            else
                onto[key] = value;
    };
    if (const auto* fields = edge.if_contains("household"))
        lay(household, *fields);
    if (const auto* fields = edge.if_contains("person")) {
        people.resize(1); // a family of one
        people.front().fields.erase("id_no");
        lay(people.front().fields, *fields);
    }
}

std::optional<NamedChange> Generator::Family::edgeRecord(const boost::json::object& edge)
{
    const auto at = options.now - 10 * kDay;
    if (const auto* given = edge.if_contains("visit")) {
        auto fields = given->as_object();
        const auto minute = fields.contains("minute") ? fields.at("minute").as_int64() : 600;
        const auto midnight = (at + kShanghai) / kDay * kDay - kShanghai;
        std::string note = fields.at("quick_note").as_string().c_str();
        if (fields.contains("repeatTo"))
            while (note.size() < static_cast<std::size_t>(fields.at("repeatTo").as_int64()) * 2)
                (note += '\n') += sentence(m_stream);
        boost::json::object visit{{"occurred_at", midnight + minute * 60'000},
                                  {"mode", 1},
                                  {"purpose", boost::json::array{14}},
                                  {"visitors", boost::json::array{options.worker.text()}},
                                  {"served", boost::json::array{people.front().id.text()}},
                                  {"outcome", 1},
                                  {"quick_note", note},
                                  {"state", 2}};
        return NamedChange{at, {child("visit", makeRecordId(at, m_stream), std::move(visit))}};
    }
    if (const auto* given = edge.if_contains("emergency")) {
        auto fields = given->as_object();
        fields["kind"] = 8;
        fields["known_at"] = at;
        fields["severity"] = 1;
        fields["state"] = 7;
        return NamedChange{at, {child("emergency_case", makeRecordId(at, m_stream), std::move(fields))}};
    }
    return std::nullopt;
}

} // namespace lianxin::data
