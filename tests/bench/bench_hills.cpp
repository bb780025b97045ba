// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The long one of tests/e2e/tst_hills: 500 families and a day's work over 32 kbit/s with a cut every ten seconds, real client, real server.
#include "bench_report.hpp"

#include "app/data/asset_files.hpp"
#include "hills.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace lianxin;
using namespace std::chrono_literals;

std::string metOf(const e2e::Hills::Run& run)
{
    return std::to_string(run.tally.roads) + " connections, " + std::to_string(run.tally.cuts) + " cut, " +
           std::to_string(run.tally.silent) + " silent, " + std::to_string(run.tally.late) + " late, " +
           std::to_string((run.tally.up + run.tally.down) / 1000) + " KB";
}

bool tell(bench::Report& report, const std::string& name, const std::string& what, const e2e::Hills::Compared& run)
{
    for (const auto* one : {&run.good, &run.bad})
        if (!one->trouble.empty()) {
            std::fprintf(stderr, "bench: %s: %s\n", name.c_str(), one->trouble.c_str());
            return false;
        }
    report.add("hills_" + name + "_s", run.bad.seconds, "s", what + ": " + metOf(run.bad));
    report.add("hills_" + name + "_good_s", run.good.seconds, "s", "the same without faults: " + metOf(run.good));
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"First sync and a day's work over a link as it is in the hills"};
    std::string json;
    std::size_t families = 500;
    std::uint32_t seed = 1;
    cli.add_option("--json", json, "also write a list of {\"name\", \"value\", \"unit\"}");
    cli.add_option("--families", families, "families of the first sync");
    cli.add_option("--seed", seed, "of the weather");
    CLI11_PARSE(cli, argc, argv);
    const auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    if (!catalogue)
        return 1;
    bench::Report report;
    e2e::Hills hills(QStringLiteral(LIANXIN_SERVER), *catalogue, client::kSilence, 30min);
    if (const auto trouble = hills.begin(families); !trouble.empty()) {
        std::fprintf(stderr, "bench: %s\n", trouble.c_str());
        return 1;
    }
    e2e::Weather weather;
    weather.seed = seed;
    weather.bitsPerSecond = 32'000;
    weather.delayMs = 150;
    weather.cutAfterMs = 10'000;
    const auto first = hills.firstSync(weather);
    if (!tell(report, "first_sync",
              std::to_string(hills.records()) + " records at 32 kbit/s, 150 ms each way, cut every 10 s", first))
        return 1;
    report.add("wasted_bytes_per_cut", first.wastedPerCut(), "B", "of that first sync, handshakes of TLS included");
    weather.cutAfterMs = 0;
    weather.cutEvery = 9'000;
    weather.dropPercent = 10;
    weather.silentPercent = 5;
    weather.latePercent = 10;
    const auto day = hills.day(weather);
    if (!tell(report, "day", "six visits of eight changes, each sent at once; 32 kbit/s, all faults", day))
        return 1;
    report.add("hills_day_wasted_bytes_per_cut", day.wastedPerCut(), "B", "of that day");
    report.print({});
    const bool ended = hills.end();
    return ended && (json.empty() || report.write(json, {})) ? 0 : 1;
}
