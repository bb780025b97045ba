// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/works.hpp"

#include "app/data/family.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr Millis kDay = 86'400'000;
constexpr Millis kHour = 3'600'000;
constexpr int kHealthPack = 1;
// Code list supervision_state.
constexpr int kArranged = 1, kMending = 4, kSettled = 6;

Millis newYear(const GeneratorOptions& options)
{
    const Day today = dayInChina(options.now);
    return startOfDayInChina(Day(today.year(), std::chrono::January, std::chrono::day(1)));
}

Millis policyMade(const GeneratorOptions& options)
{
    return std::min(newYear(options) - 20 * kDay, options.now - 60 * kDay);
}

} // namespace

RecordId Works::policy(const GeneratorOptions& options, int kind)
{
    Stream stream(options.seed, "policy", static_cast<std::uint64_t>(kind));
    return makeRecordId(policyMade(options), stream);
}

Works::Batch Works::batch(const GeneratorOptions& options, const std::string& village, std::size_t which)
{
    Stream stream(options.seed, "batch" + village, which);
    Batch made;
    made.at = options.now - (300 - static_cast<Millis>(which) * 110) * kDay;
    made.id = makeRecordId(made.at, stream);
    return made;
}

std::vector<NamedChange> Works::office() const
{
    std::vector<NamedChange> out;
    addPolicies(out);
    addTrainings(out);
    for (std::size_t i = 0; i < m_pools.size("providers"); ++i) {
        Stream stream(m_options.seed, "provider", i);
        const auto at = m_options.now - (650 - static_cast<Millis>(i)) * kDay;
        const auto id = makeRecordId(at, stream);
        const auto& row = m_pools.rowAt("providers", i);
        NamedChange change{at,
                           {root("provider_org", id,
                                 {{"name", row.at(0)},
                                  {"kind", row.at(1)},
                                  {"contact", m_pools.pick(stream, "doctors")},
                                  {"phone", "1990000" + padded(760 + i, 4)}})}};
        const auto day = dayInChina(at);
        change.records.push_back({"service_contract",
                                  makeRecordId(at, stream),
                                  id,
                                  m_township,
                                  {{"kind", 1},
                                   {"from_date", dayText(day)},
                                   {"to_date", dayText(addDays(day, 1095))},
                                   {"amount", 18'000'000},
                                   {"sessions", 72},
                                   {"persons", 1500},
                                   {"confidential", true},
                                   {"fund_source", 3}}});
        out.push_back(std::move(change));
    }
    return out;
}

void Works::addPolicies(std::vector<NamedChange>& out) const
{
    const int year = static_cast<int>(dayInChina(m_options.now).year());
    for (std::size_t i = 0; i < m_pools.size("policies"); ++i) {
        const auto& row = m_pools.rowAt("policies", i);
        const int kind = static_cast<int>(row.at(0).as_int64());
        boost::json::object fields{
            {"kind", kind},
            {"insurer", row.at(1)},
            {"policy_no",
             "DEMO-3599-" + padded(static_cast<std::uint64_t>(year) * 10 + static_cast<std::uint64_t>(kind), 6)},
            {"period_from", std::to_string(year) + "-01-01"},
            {"period_to", std::to_string(year) + "-12-31"},
            {"premium", row.at(2)},
            {"unit", 1},
            {"payer", 3},
            {"report_phone", "1990000" + padded(780 + i, 4)}};
        if (kind == 2) {
            fields["daily_subsidy"] = 10'000;
            fields["deductible_days"] = 0;
            fields["max_days"] = 90;
            fields["min_hospital_level"] = 2;
        }
        out.push_back({policyMade(m_options), {root("policy", policy(m_options, kind), std::move(fields))}});
    }
}

void Works::addTrainings(std::vector<NamedChange>& out) const
{
    for (std::size_t i = 0; i < m_pools.size("trainings"); ++i) {
        Stream stream(m_options.seed, "training", i);
        const auto at = m_options.now - (320 - static_cast<Millis>(i) * 70) * kDay + 3 * kHour;
        const auto id = makeRecordId(at, stream);
        const auto& row = m_pools.rowAt("trainings", i);
        const int workers = stream.range(8, 20), staff = stream.range(2, 6), volunteers = stream.range(3, 12);
        NamedChange change{at,
                           {root("training", id,
                                 {{"title", row.at(0)},
                                  {"kind", row.at(1)},
                                  {"held_on", dayText(dayInChina(at))},
                                  {"level", i == 1 ? 3 : 4},
                                  {"place", row.at(2)},
                                  {"lecturer", row.at(3)},
                                  {"organiser", m_pools.word("countyUnit")},
                                  {"hours", stream.range(2, 6)},
                                  {"participants", workers + staff + volunteers},
                                  {"village_workers", workers},
                                  {"township_staff", staff},
                                  {"volunteers", volunteers}})}};
        for (int person = 0; person < 4; ++person) {
            auto name = m_pools.surname(stream);
            name += m_pools.givenName(stream, stream.range(1, 2), 1970);
            change.records.push_back({"training_attendance",
                                      makeRecordId(at, stream),
                                      id,
                                      m_township,
                                      {{"training", id.text()}, {"name", std::move(name)}}});
        }
        out.push_back(std::move(change));
    }
}

std::vector<NamedChange> Works::batches(const std::string& village) const
{
    std::vector<NamedChange> out;
    const auto partition = *PartitionId::parse("v:" + village);
    for (std::size_t i = 0; i < m_pools.size("batches"); ++i) {
        const auto made = batch(m_options, village, i);
        Stream stream(m_options.seed, "batch items" + village, i);
        const auto& row = m_pools.rowAt("batches", i);
        NamedChange change{made.at,
                           {{"care_package_batch",
                             made.id,
                             made.id,
                             partition,
                             {{"name", row.at(0)},
                              {"kind", row.at(1)},
                              {"households_planned", 10},
                              {"unit_cost", 14'576},
                              {"total_cost", 145'760},
                              {"fund_source", 3},
                              {"period_from", dayText(dayInChina(made.at))},
                              {"leaflet", row.at(1).as_int64() == kHealthPack}}}}};
        for (const auto& item : row.at(2).as_array()) {
            const auto& parts = item.as_array();
            boost::json::object fields{{"batch", made.id.text()},
                                       {"name", parts.at(0)},
                                       {"quantity", 1},
                                       {"unit", parts.at(1)},
                                       {"medicine", parts.at(2)}};
            if (parts.at(2).as_bool())
                fields["expiry"] = dayText(addDays(dayInChina(made.at), 540));
            change.records.push_back(
                {"care_package_item", makeRecordId(made.at, stream), made.id, partition, std::move(fields)});
        }
        out.push_back(std::move(change));
    }
    return out;
}

// The first home was looked at and all is settled, the second mends, the third is expected.
std::vector<NamedChange> Works::supervisionOf(const Home& home, std::size_t number) const
{
    Stream stream(m_options.seed, "supervision", number);
    constexpr std::array<int, 3> kStates = {kSettled, kMending, kArranged};
    const int state = kStates.at(number % kStates.size());
    const auto at = m_options.now - (state == kSettled ? 150 : state == kMending ? 25 : 3) * kDay - 2 * kHour;
    const auto id = makeRecordId(at, stream);
    const auto day = state == kArranged ? addDays(dayInChina(m_options.now), 9) : dayInChina(at);
    NamedChange change{at,
                       {root("supervision", id,
                             {{"kind", state == kArranged ? 2 : 1},
                              {"target", 3},
                              {"home", home.id().text()},
                              {"target_name", m_pools.rowAt("homes", number).at(0)},
                              {"day", dayText(day)},
                              {"state", state},
                              {"team_text", m_pools.word("countyUnit")}})}};
    const auto child = [&](const char* type, boost::json::object fields) {
        change.records.push_back({type, makeRecordId(at, stream), id, m_township, std::move(fields)});
        return change.records.back().record;
    };
    if (state == kArranged)
        return {change};
    int score = 0;
    for (std::size_t i = 0; i < m_pools.size("checks"); ++i) {
        const auto& row = m_pools.rowAt("checks", i);
        const auto full = static_cast<int>(row.at(1).as_int64());
        const bool fits = number % 3 == 0 || i != 1;
        const int got = fits ? full - stream.range(0, 2) : full / 2;
        score += got;
        child("check_item",
              {{"supervision", id.text()}, {"item", row.at(0)}, {"fits", fits}, {"score", got}, {"full_score", full}});
    }
    change.records.front().fields["score"] = score;
    for (std::size_t i = 0; i < m_pools.size("findings"); ++i) {
        const auto& row = m_pools.rowAt("findings", i);
        const bool good = row.at(0).as_int64() == 4;
        const bool mended = !good && (state == kSettled || i == 0);
        boost::json::object fields{{"supervision", id.text()},
                                   {"kind", row.at(0)},
                                   {"text", row.at(1)},
                                   {"settled", good || state == kSettled}};
        if (!good) {
            fields["severity"] = row.at(2);
            fields["owner"] = m_pools.rowAt("homes", number).at(5);
            fields["due"] = dayText(addDays(dayInChina(at), 30));
        }
        const auto finding = child("finding", std::move(fields));
        if (mended) {
            boost::json::object done{{"finding", finding.text()},
                                     {"action", m_pools.pick(stream, "mendings")},
                                     {"done_at", dayText(addDays(dayInChina(at), 12))}};
            if (state == kSettled) {
                done["rechecked_by"] = m_options.officer.text();
                done["result"] = 1;
            }
            child("rectification", std::move(done));
        }
    }
    return {change};
}

std::vector<NamedChange> Works::library() const
{
    std::vector<NamedChange> out;
    for (std::size_t i = 0; i < m_pools.size("materials"); ++i) {
        Stream stream(m_options.seed, "material", i);
        const auto at = m_options.now - (400 - static_cast<Millis>(i)) * kDay;
        const auto id = makeRecordId(at, stream);
        const auto& row = m_pools.rowAt("materials", i);
        boost::json::object fields{{"title", row.at(0)},
                                   {"kind", row.at(1)},
                                   {"for_families", row.at(2)},
                                   {"gist", row.at(3)},
                                   {"body", row.at(4)},
                                   {"issuer", m_pools.rowAt("policyDocs", 0).at(3)},
                                   {"issued_on", dayText(addDays(dayInChina(at), -10))}};
        if (row.at(1).as_int64() == 5)
            fields["minutes"] = 5;
        out.push_back({at, {{"material", id, id, PartitionId::directory(), std::move(fields)}}});
    }
    for (std::size_t i = 0; i < m_pools.size("policyDocs"); ++i) {
        Stream stream(m_options.seed, "policy document", i);
        const auto at = m_options.now - (420 - static_cast<Millis>(i)) * kDay;
        const auto id = makeRecordId(at, stream);
        const auto& row = m_pools.rowAt("policyDocs", i);
        out.push_back({at,
                       {{"policy_doc",
                         id,
                         id,
                         PartitionId::directory(),
                         {{"title", row.at(0)},
                          {"kind", row.at(1)},
                          {"issued_on", row.at(2)},
                          {"issuer", row.at(3)},
                          {"gist", row.at(4)},
                          {"body", row.at(5)}}}}});
    }
    return out;
}

} // namespace lianxin::data
