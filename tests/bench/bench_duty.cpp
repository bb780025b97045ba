// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_duty.hpp"

#include "app/data/asset_files.hpp"
#include "app/duty/duty.hpp"
#include "bench_scale.hpp"
#include "tests/unit/duty/random_known.hpp"

namespace lianxin::bench {
namespace {

constexpr int kFamilies = 1000;
constexpr int kDays = 365;
constexpr Millis kMorning = 8LL * 3600 * 1000;

// What no engine can go below: looking once at each contact of each family on each day.
double walk(const duty::Known& known)
{
    const Stopwatch watch;
    std::size_t reached = 0;
    for (int i = 0; i < kDays; ++i)
        for (const auto& contact : known.contacts)
            reached += contact.reached && contact.day.ok() ? 1 : 0;
    const double ms = watch.ms();
    if (reached == 0)
        throw BenchError("the made-up families were never reached");
    return ms;
}

} // namespace

void measureDuty(Report& report)
{
    progress("duty");
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto catalogue = need(data::loadAssetCatalogue(assets), "catalogue");
    const auto rules = need(duty::parseRules(need(data::readAsset(assets, "duty/rules.json"), "rules")), "rules");
    const CodeList& festivals = *catalogue.codeList("festival");
    const Day first{std::chrono::year(2026), std::chrono::January, std::chrono::day(1)};
    const Day last = addDays(first, kDays - 1);
    const auto known = test::RandomKnown(1, first, last).make(kFamilies);

    const Stopwatch one;
    const auto today = dutyOf(rules, festivals, known, startOfDayInChina(addDays(first, kDays / 2)) + kMorning);
    const double oneMs = one.ms();
    const Stopwatch year;
    const duty::Planner planner(rules, festivals, known, first, last);
    std::size_t tasks = 0;
    for (int i = 0; i < kDays; ++i)
        tasks += planner.at(startOfDayInChina(addDays(first, i)) + kMorning).now.size();
    const double yearMs = year.ms();
    const std::string size =
        std::to_string(kFamilies) + " families, " + std::to_string(known.contacts.size()) + " contacts";
    report.add("duty_day_1k_ms", oneMs, "ms",
               size + ", one day from what is known to " + std::to_string(today.now.size()) + " tasks");
    report.add("duty_year_1k_ms", yearMs, "ms",
               size + ", each of " + std::to_string(kDays) + " days; " + std::to_string(tasks) +
                   " tasks, goal 1,000 ms");
    report.add("floor_duty_walk_ms", walk(known), "ms", "floor: the same contacts looked at once for each day");
}

} // namespace lianxin::bench
