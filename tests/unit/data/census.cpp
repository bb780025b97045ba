// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/pools.hpp"
#include "sync/model/validate.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace lianxin::test {

namespace {

std::int64_t number(const boost::json::object& fields, const char* name, std::int64_t otherwise = 0)
{
    const auto* found = fields.if_contains(name);
    return found != nullptr ? found->as_int64() : otherwise;
}

std::string text(const boost::json::object& fields, const char* name)
{
    const auto* found = fields.if_contains(name);
    return found != nullptr ? std::string(found->as_string().c_str()) : std::string();
}

bool flag(const boost::json::object& fields, const char* name)
{
    const auto* found = fields.if_contains(name);
    return found != nullptr && found->as_bool();
}

bool has(const boost::json::object& fields, const char* name, std::int64_t code)
{
    const auto* found = fields.if_contains(name);
    return found != nullptr && std::any_of(found->as_array().begin(), found->as_array().end(),
                                           [&](const auto& item) { return item.as_int64() == code; });
}

} // namespace

data::Generator demoGenerator(std::uint64_t seed)
{
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto pools = data::readAsset(assets, "demo/pools.json");
    const auto edges = data::readAsset(assets, "demo/edge.json");
    auto made = data::Generator::make(*pools, *edges, {seed, kToday, UserId{}, UserId{}, true});
    if (!made)
        throw std::runtime_error(made.error().detail);
    return *made;
}

std::string dumpOf(const std::vector<data::NamedChange>& changes)
{
    std::string lines;
    for (const auto& change : changes)
        lines += data::dumpLine(change);
    return lines;
}

Census::Census(const data::Generator& generator, std::size_t households)
{
    for (m_index = 0; m_index < households; ++m_index)
        family(generator.household(m_index));
}

double Census::count(const std::string& what) const
{
    const auto found = m_counts.find(what);
    return found == m_counts.end() ? 0 : found->second;
}

double Census::mean(const std::string& what) const
{
    const auto& values = m_samples.at(what);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double Census::quantile(const std::string& what, double part) const
{
    auto values = m_samples.at(what);
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(part * static_cast<double>(values.size() - 1)));
}

void Census::family(const std::vector<data::NamedChange>& changes)
{
    const auto today = dayInChina(kToday);
    const bool served = number(changes.front().records.front().fields, "status") == 2;
    if (served)
        m_years +=
            daysBetween(std::max(addDays(dayInChina(changes.front().at), 1), addDays(today, -730)), today) / 365.25;
    for (const auto& change : changes)
        for (const auto& record : change.records) {
            ++m_counts[record.type];
            if (record.type == "household")
                household(record.fields);
            else if (record.type == "person")
                person(record.fields);
            else if (record.type == "loss_record")
                loss(record.fields);
            else if (record.type == "visit")
                visit(record.fields, change.at);
            else if (record.type == "emergency_case")
                m_counts["emergency persons"] += static_cast<double>(record.fields.at("persons").as_array().size());
            else if (record.type == "emergency_action")
                put("action length", static_cast<double>(data::characters(text(record.fields, "text"))));
        }
}

void Census::household(const boost::json::object& fields)
{
    ++m_counts["type " + std::to_string(number(fields, "family_type"))];
    ++m_counts["pref " + std::to_string(number(fields, "contact_pref"))];
    ++m_counts["status " + std::to_string(number(fields, "status"))];
    m_counts["third generation"] += has(fields, "sub_type", 5) ? 1 : 0;
    m_counts["with phone"] += fields.contains("phone1") ? 1 : 0;
    m_counts["landline"] += text(fields, "phone1").starts_with("0591") ? 1 : 0;
    put("address length", static_cast<double>(data::characters(text(fields, "address"))));
}

void Census::person(const boost::json::object& fields)
{
    const auto name = text(fields, "name");
    ++m_counts["surname " + data::firstCharacters(name, 1)];
    for (const auto* rare : {"龑", "翀", "瑄", "𬭎"})
        m_counts["rare name"] += name.ends_with(rare) ? 1 : 0;
    identity(fields);
    const bool old = std::stoi(text(fields, "birth_date")) < 1970;
    const bool moon = number(fields, "birth_calendar") == 2;
    m_counts["born before 1970"] += old ? 1 : 0;
    m_counts["keeps the moon"] += old && moon ? 1 : 0;
    if (moon && flag(fields, "lunar_leap")) {
        ++m_counts["leap month"];
        m_leapFamilies.push_back(m_index);
    }
    if (number(fields, "relation") == 1)
        ++m_counts["head " + std::to_string(number(fields, "marriage"))];
    if (flag(fields, "is_service_target") && flag(fields, "alive"))
        target(fields);
}

void Census::target(const boost::json::object& fields)
{
    ++m_counts["target"];
    m_counts["woman"] += number(fields, "sex") == 2 ? 1 : 0;
    m_counts["lives alone"] += flag(fields, "lives_alone") ? 1 : 0;
    m_counts["chronic"] += fields.contains("chronic") ? 1 : 0;
    for (const int code : {1, 2, 8})
        m_counts["chronic " + std::to_string(code)] += has(fields, "chronic", code) ? 1 : 0;
    ++m_counts["care " + std::to_string(number(fields, "self_care"))];
    ++m_counts["education " + std::to_string(number(fields, "education"))];
    put("age", 2026 - std::stoi(text(fields, "birth_date")));
}

void Census::identity(const boost::json::object& fields)
{
    const auto id = text(fields, "id_no");
    if (id.empty()) {
        ++m_counts["id missing"];
        return;
    }
    const auto check = checkIdNumber(id, dayInChina(kToday));
    m_counts["id unsafe"] += id.starts_with("3599") ? 0 : 1;
    if (check.problem == "id_check")
        ++m_counts["id wrong"];
    else if (check.problem.empty() && check.id.converted)
        ++m_counts["id old"];
    else if (check.problem.empty() && check.id.birth != text(fields, "birth_date"))
        ++m_counts["id other birthday"];
    else if (!check.problem.empty() || check.id.sex != number(fields, "sex"))
        ++m_counts["id unexpected"];
}

void Census::visit(const boost::json::object& fields, Millis written)
{
    const auto at = number(fields, "occurred_at");
    const auto day = dayInChina(at);
    const auto mode = number(fields, "mode");
    const auto minute = (at - startOfDayInChina(day)) / 60'000;
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    m_counts["call"] += mode == 2 || mode == 3 ? 1 : 0;
    m_counts["home visit"] += mode == 1 ? 1 : 0;
    m_counts["illness visit"] += has(fields, "purpose", 12) ? 1 : 0;
    if (has(fields, "purpose", 11) && fields.contains("served"))
        m_counts["festival persons"] += static_cast<double>(fields.at("served").as_array().size());
    m_counts["weekday"] += weekday != std::chrono::Saturday && weekday != std::chrono::Sunday ? 1 : 0;
    m_counts["morning"] += minute >= 510 && minute < 690 ? 1 : 0;
    m_counts["afternoon"] += minute >= 870 && minute < 1050 ? 1 : 0;
    m_counts["evening"] += minute >= 1110 && minute < 1230 ? 1 : 0;
    ++m_counts["month " + std::to_string(static_cast<unsigned>(day.month()))];
    const int late = daysBetween(day, dayInChina(written));
    ++m_counts[late == 0 ? "written that day" : late <= 3 ? "written soon" : "written later"];
    m_counts["written before"] += written < at ? 1 : 0;
    if (fields.contains("mood"))
        ++m_counts["mood"], ++m_counts["mood " + std::to_string(number(fields, "mood"))];
    if (fields.contains("quick_note"))
        put("note length", static_cast<double>(data::characters(text(fields, "quick_note"))));
}

void Census::loss(const boost::json::object& fields)
{
    if (number(fields, "kind") != 1)
        return;
    const auto date = text(fields, "event_date");
    const auto day = parseDay(date.size() == 4 ? date + "-07-01" : date.size() == 7 ? date + "-15" : date);
    put("years since loss", daysBetween(*day, dayInChina(kToday)) / 365.25);
    if (const auto birth = parseDay(text(fields, "child_birth_date")); birth && date.size() == 10)
        m_counts["loss before birth"] += *parseDay(date) < *birth ? 1 : 0;
}

} // namespace lianxin::test
