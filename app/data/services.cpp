// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/services.hpp"

#include "app/data/season.hpp"
#include "app/data/works.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;
constexpr Millis kDay = 24 * kHour;
constexpr int kHistoryDays = 700;

// Per household and year (domain.md 8.4, "calibrated to seed").
constexpr double kAttendances = 2.4;
constexpr double kHelp = 0.84;
constexpr double kPackages = 0.5;

// Code lists claim_state, project_state, policy_kind.
constexpr int kGathering = 2, kHandedIn = 3, kPaid = 5;
constexpr int kTownshipCheck = 3, kCountyDecision = 4, kPaidBack = 8;
constexpr int kAccident = 1, kHospitalCare = 2;

} // namespace

Services::Services(const Family& family, const Home& home, std::vector<NamedChange>& out)
    : m_family(family), m_home(home), m_out(out), m_stream(family.options.seed, "services", family.index)
{}

Day Services::today() const { return dayInChina(m_family.options.now); }

Day Services::firstDay() const
{
    return std::max(addDays(dayInChina(m_family.openedAt), 2), addDays(today(), -kHistoryDays));
}

double Services::years() const { return daysBetween(firstDay(), today()) / 365.25; }

std::size_t Services::place() const { return m_family.index % 10; }

void Services::put(Millis at, std::vector<NamedRecord> records) { m_out.push_back({at, std::move(records)}); }

void Services::addAttendance()
{
    Stream stream(m_family.options.seed, "attendance", m_family.index);
    std::vector<const Home::Activity*> there;
    for (const auto& activity : m_home.activities())
        if (activity.held && dayInChina(activity.at) > firstDay())
            there.push_back(&activity);
    if (there.empty())
        return;
    const double chance = std::min(0.8, kAttendances * years() / static_cast<double>(there.size()) *
                                            (m_family.contactPref >= 5 ? 0.2 : 1));
    bool first = true;
    for (const auto* activity : there) {
        if (!stream.chance(chance))
            continue;
        const auto at = activity->written + stream.range(1, 40) * kMinute;
        boost::json::array persons;
        for (const auto& one : m_family.targets())
            if (persons.empty() || stream.chance(0.6))
                persons.push_back(boost::json::string(one));
        boost::json::object fields{
            {"category", activity->category},           {"activity", activity->id.text()},
            {"day", dayText(dayInChina(activity->at))}, {"persons", std::move(persons)},
            {"feedback", stream.chance(0.85) ? 1 : 2},  {"marked_by", m_family.options.worker.text()}};
        if (first)
            fields["first_time"] = true;
        first = false;
        if (at < m_family.options.now)
            put(at, {m_family.child("attendance", makeRecordId(at, stream), std::move(fields))});
    }
}

void Services::addVolunteers()
{
    Stream stream(m_family.options.seed, "help", m_family.index);
    constexpr std::array<int, 10> kServices = {1, 2, 3, 11, 12, 13, 15, 16, 17, 19};
    const auto volunteers = m_home.volunteers();
    const auto team = m_home.teamSince();
    for (auto count = stream.poisson(kHelp * years()); count > 0; --count) {
        const auto day = addDays(
            firstDay(),
            static_cast<int>(stream.below(static_cast<std::uint64_t>(std::max(1, daysBetween(firstDay(), today()))))));
        const auto happened = Season::officeHour(stream, day);
        const auto at = Season::writtenAt(stream, happened, m_family.options.now);
        if (happened < team)
            continue;
        boost::json::array who{volunteers.at(stream.below(6)).text()};
        put(at, {m_family.child("vol_service", makeRecordId(at, stream),
                                {{"service", boost::json::array{kServices.at(stream.below(kServices.size()))}},
                                 {"at", happened},
                                 {"minutes", stream.range(2, 8) * 15},
                                 {"place", 1},
                                 {"volunteers", std::move(who)},
                                 {"result", 1},
                                 {"note", m_family.pools.pick(stream, "serviceNotes")}})});
    }
}

// Both of domain.md 3.6: here, in Fuzhou, every such family is covered by both.
void Services::addInsurance()
{
    const int year = static_cast<int>(today().year());
    const auto from =
        std::max(startOfDayInChina(Day(std::chrono::year(year), std::chrono::January, std::chrono::day(1))),
                 m_family.openedAt + kDay);
    const auto at = std::min(from + 9 * kHour, m_family.options.now - kDay);
    std::vector<NamedRecord> records;
    for (const int kind : {kAccident, kHospitalCare}) {
        const auto id = makeRecordId(at, m_stream);
        boost::json::object fields{{"kind", kind},
                                   {"policy", Works::policy(m_family.options, kind).text()},
                                   {"person", m_family.targets().front()},
                                   {"from_date", std::to_string(year) + "-01-01"},
                                   {"to_date", std::to_string(year) + "-12-31"},
                                   {"state", 1}};
        if (kind == kHospitalCare)
            m_hospitalCare = id;
        records.push_back(m_family.child("insured", id, std::move(fields)));
    }
    put(at, std::move(records));
}

// One family gathers its papers, one waits for the answer, one was paid last year.
void Services::addClaims()
{
    Stream stream(m_family.options.seed, "claims", m_family.index);
    if (place() == 1)
        addClaim(stream, {addDays(today(), -16), 9, kGathering, 0, 4});
    else if (place() == 4)
        addClaim(stream, {addDays(today(), -62), 12, kHandedIn, 18, 7});
    else if (place() == 6 || stream.chance(0.12))
        addClaim(stream, {addDays(today(), -120), 7, kPaid, 20, 7});
}

void Services::addClaim(Stream& stream, const Stay& stay)
{
    const auto left = addDays(stay.admitted, stay.days);
    const auto at = startOfDayInChina(addDays(left, stay.filedAfter == 0 ? 1 : stay.filedAfter)) + 10 * kHour;
    if (at <= m_family.openedAt || at >= m_family.options.now)
        return;
    const auto& hospital = m_family.pools.row(stream, "hospitals");
    const auto claim = makeRecordId(at, stream);
    boost::json::object fields{{"event", 1},
                               {"person", m_family.targets().front()},
                               {"insured", m_hospitalCare.text()},
                               {"admit_date", dayText(stay.admitted)},
                               {"discharge_date", dayText(left)},
                               {"hospital", hospital.at(0)},
                               {"hospital_level", hospital.at(1)},
                               {"daily_subsidy", 10'000},
                               {"max_days", 90},
                               {"deductible_days", 0},
                               {"reimbursed", stream.range(20, 90) * 10'000},
                               {"out_of_pocket", stream.range(8, 40) * 10'000},
                               {"days", stay.days},
                               {"payable_days", stay.days},
                               {"claimed_amount", stay.days * 10'000},
                               {"state", stay.state},
                               {"helper", m_family.options.worker.text()},
                               {"diagnosis_group", stream.range(1, 6)}};
    if (stay.filedAfter > 0)
        fields["filed_at"] = dayText(addDays(left, stay.filedAfter));
    if (stay.state == kPaid) {
        fields["paid_amount"] = stay.days * 10'000;
        fields["paid_at"] = dayText(addDays(left, stay.filedAfter + 20));
    }
    std::vector<NamedRecord> records{m_family.child("claim", claim, std::move(fields))};
    for (std::size_t paper = 1; paper <= stay.papers; ++paper)
        records.push_back(
            m_family.child("claim_document", makeRecordId(at, stream),
                           {{"claim", claim.text()}, {"document", static_cast<int>(paper)}, {"have", true}}));
    put(at, std::move(records));
}

void Services::addPackages()
{
    Stream stream(m_family.options.seed, "packages", m_family.index);
    for (auto count = stream.poisson(kPackages * years()); count > 0; --count) {
        const auto which = stream.below(m_family.pools.size("batches"));
        const auto batch = Works::batch(m_family.options, m_family.village, which);
        const auto at = batch.at + stream.range(1, 20) * kDay + stream.range(0, 300) * kMinute;
        if (at <= m_family.openedAt || at >= m_family.options.now)
            continue;
        put(at, {m_family.child("care_package_issue", makeRecordId(at, stream),
                                {{"kind", m_family.pools.rowAt("batches", which).at(1)},
                                 {"batch", batch.id.text()},
                                 {"quantity", 1},
                                 {"issued_at", dayText(dayInChina(at))},
                                 {"issued_by", m_family.options.worker.text()},
                                 {"receiver", m_family.pools.pick(stream, "payees")},
                                 {"receipt", stream.range(1, 3)}})});
    }
}

void Services::addCard()
{
    if (place() % 2 == 1)
        return;
    Stream stream(m_family.options.seed, "card", m_family.index);
    const auto at = std::min(m_family.openedAt + 40 * kDay + 10 * kHour, m_family.options.now - 30 * kDay);
    if (at <= m_family.openedAt)
        return;
    const auto card = makeRecordId(at, stream);
    put(at, {m_family.child("preferential_card", card,
                            {{"card_no", "YD3599" + padded(m_family.index + 1, 6)},
                             {"person", m_family.targets().front()},
                             {"issued_on", dayText(dayInChina(at))},
                             {"valid_to", dayText(addDays(dayInChina(at), 3 * 365))},
                             {"state", 1}})});
    if (place() != 0)
        return;
    const auto used = m_family.options.now - 12 * kDay - 3 * kHour;
    put(used, {m_family.child("benefit_use", makeRecordId(used, stream),
                              {{"day", dayText(dayInChina(used))},
                               {"hospital", m_family.pools.row(stream, "hospitals").at(0)},
                               {"benefits", boost::json::array{1, 3, 4}},
                               {"card", card.text()},
                               {"went_well", 1}})});
}

void Services::addProject()
{
    const bool pig = place() == 2, roof = place() == 7;
    if (place() == 5)
        return addLoan();
    if (!pig && !roof)
        return;
    Stream stream(m_family.options.seed, "project", m_family.index);
    const auto& what = m_family.pools.rowAt("projects", pig ? 0 : 1);
    const int kind = static_cast<int>(what.at(0).as_int64());
    const auto at = std::max(m_family.options.now - (pig ? 330 : 34) * kDay, m_family.openedAt + kDay);
    const auto project = makeRecordId(at, stream);
    boost::json::object fields{{"kind", kind},
                               {"year", static_cast<int>(dayInChina(at).year())},
                               {"person", m_family.targets().front()},
                               {"purpose", what.at(1)},
                               {"amount", what.at(2)},
                               {"fund_source", 1},
                               {"priority", true},
                               {"applied_at", dayText(dayInChina(at))},
                               {"notice_from", dayText(addDays(dayInChina(at), 7))},
                               {"notice_to", dayText(addDays(dayInChina(at), 14))},
                               {"state", pig ? kPaidBack : kTownshipCheck}};
    if (roof)
        fields["before"] = what.at(1);
    if (pig) {
        fields["from_date"] = dayText(addDays(dayInChina(at), 60));
        fields["to_date"] = dayText(addDays(dayInChina(at), 60 + 730));
    }
    put(at, {m_family.child("project_aid", project, std::move(fields))});
    addSteps(stream, at, project, pig ? 3 : 1);
    if (!pig)
        return;
    for (int i = 0; i < 2; ++i) {
        const auto paid = std::min(at + (180 + i * 90) * kDay, m_family.options.now - (3 - i) * kDay);
        put(paid,
            {m_family.child("repayment", makeRecordId(paid, stream),
                            {{"project", project.text()}, {"at", dayText(dayInChina(paid))}, {"amount", 200'000}})});
    }
}

// Fruit on rented land; the county has still to say yes.
void Services::addLoan()
{
    Stream stream(m_family.options.seed, "loan", m_family.index);
    const auto& what = m_family.pools.rowAt("projects", 2);
    const auto at = std::max(m_family.options.now - 40 * kDay, m_family.openedAt + kDay);
    const auto project = makeRecordId(at, stream);
    put(at, {m_family.child("project_aid", project,
                            {{"kind", what.at(0)},
                             {"year", static_cast<int>(dayInChina(at).year())},
                             {"person", m_family.targets().front()},
                             {"purpose", what.at(1)},
                             {"bank", m_family.pools.pick(stream, "banks")},
                             {"principal", 5'000'000},
                             {"rate_bp", 435},
                             {"term_months", 24},
                             {"interest_subsidised", 435'000},
                             {"applied_at", dayText(dayInChina(at))},
                             {"notice_from", dayText(addDays(dayInChina(at), 5))},
                             {"notice_to", dayText(addDays(dayInChina(at), 12))},
                             {"state", kCountyDecision}})});
    addSteps(stream, at, project, 2);
}

void Services::addSteps(Stream& stream, Millis at, RecordId project, int steps)
{
    for (int level = 1; level <= steps; ++level) {
        const auto when = std::min(at + (10 + level * 8) * kDay, m_family.options.now - (5 - level) * kHour);
        put(when, {m_family.child("project_approval", makeRecordId(when, stream),
                                  {{"project", project.text()},
                                   {"level", level},
                                   {"by", m_family.options.officer.text()},
                                   {"at", when},
                                   {"decision", 1},
                                   {"opinion", m_family.pools.pick(stream, "projectOpinions")}})});
    }
}

} // namespace lianxin::data
