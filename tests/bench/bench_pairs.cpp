// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_pairs.hpp"

#include "bench_tablet.hpp"

#include "app/data/asset_files.hpp"
#include "tests/unit/pairs/labelled_set.hpp"

#include <array>

namespace lianxin::bench {
namespace {

constexpr std::uint64_t kSeed = 2026; // not one of those by which the numbers were set
constexpr std::size_t kFamilies = 10'000;

constexpr std::array<std::pair<pairs::Reason, const char*>, pairs::kReasons> kRules = {
    {{pairs::Reason::sameNumber, "number"},
     {pairs::Reason::numberButRegion, "number_but_region"},
     {pairs::Reason::sameNameBirthVillage, "name_birth_village"},
     {pairs::Reason::nearName, "near_name"},
     {pairs::Reason::nearBirth, "near_birth"},
     {pairs::Reason::samePhone, "phone"},
     {pairs::Reason::sameAddress, "address"},
     {pairs::Reason::sameCouple, "couple"}}};

} // namespace

void measurePairs(Report& report)
{
    progress("pairs");
    const auto pools = need(
        data::Pools::parse(need(data::readAsset(LIANXIN_SOURCE_DIR "/assets", "demo/pools.json"), "pools")), "pools");
    const test::LabelledSet set(pools, kSeed, kFamilies);
    const auto folder = store::makeTextFolder();
    const Stopwatch watch;
    const auto finding = pairs::lookForPairs(set.files(), *folder);
    const double ms = watch.ms();
    const auto whole = test::judge(set, finding.toAsk());
    const auto size = std::to_string(set.files().size()) + " made-up files, " + std::to_string(set.same().size()) +
                      " of one family twice, " + std::to_string(set.traps().size()) + " that only look alike; seed " +
                      std::to_string(kSeed);
    report.add("duplicates_precision", whole.precision(), "share",
               size + "; " + std::to_string(whole.found) + " pairs asked about");
    report.add("duplicates_recall", whole.recall(), "share",
               "of the same, " + std::to_string(whole.truePairs) + " found");
    for (const auto& [reason, name] : kRules) {
        const auto alone = test::judgeReason(set, finding, reason);
        const auto what = std::to_string(alone.found) + " pairs share it";
        report.add(std::string("duplicates_precision_") + name, alone.precision(), "share",
                   "this reason alone; " + what);
        report.add(std::string("duplicates_recall_") + name, alone.recall(), "share", "this reason alone");
    }
    report.add("duplicates_look_ms", ms, "ms",
               std::to_string(finding.looked.size()) + " pairs looked at of " +
                   std::to_string(set.files().size() * (set.files().size() - 1) / 2) + "; spelling included");
}

} // namespace lianxin::bench
