// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin_bench: the figures of docs/performance.md, taken on the real store, the real server process and the real link.
#include "bench_duty.hpp"
#include "bench_pairs.hpp"
#include "bench_report.hpp"
#include "bench_scale.hpp"
#include "bench_search.hpp"

#include "app/data/asset_files.hpp"
#include "app/vault/vault.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/linux/linux_boot_clock.hpp"
#include "platform/linux/posix_files.hpp"
#include "platform/machine.hpp"
#include "platform/system_random.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QStorageInfo>

#include <array>
#include <cstdio>

using namespace lianxin;
using namespace lianxin::bench;

namespace {

// The passphrase of a vault on a real folder, at the cost that this machine would be given.
void measureUnlock(Report& report)
{
    progress("unlock");
    const QTemporaryDir folder;
    const auto path = platform::Path(folder.path().toStdString()) / "vault";
    platform::PosixFiles files;
    platform::InMemoryKeyStore keys;
    const platform::LinuxBootClock boot;
    platform::SystemRandom random;
    const vault::VaultServices services{files, keys, boot, random};
    UserId user;
    random.fill(user.bytes);
    const auto passphrase = platform::SecretBytes::copyOf(std::string_view("plum rain bridge 7 lantern"));
    const auto argon = vault::calibrateArgon(platform::physicalMemory());
    (void)need(vault::Vault::enrol(services, path, {user, passphrase, argon, std::nullopt}), "vault");
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const Stopwatch watch;
        auto opened = need(vault::Vault::open(services, path), "open vault");
        need(opened.unlock(passphrase), "unlock");
        times.push_back(watch.ms());
    }
    report.add("unlock_ms", percentile(times, 0.5), "ms",
               "vault header read and opened by its passphrase, median of 5; Argon2id " + std::to_string(argon.passes) +
                   " passes, " + std::to_string(argon.memoryKiB / 1024) + " MiB; the pages are not in it");
}

// By these names others read the list; tests/bench/check_names.sh holds them, too.
constexpr std::array kPromised{"first_sync_10k_s",
                               "first_sync_100k_s",
                               "first_sync_bytes_per_record",
                               "edit_roundtrip_bytes",
                               "push_200_ms",
                               "noop_bytes",
                               "server_merges_per_s",
                               "save_p50_ms",
                               "save_p99_ms",
                               "search_p99_ms",
                               "search_1m_p99_ms",
                               "duplicates_precision",
                               "duplicates_recall",
                               "cold_start_ms",
                               "unlock_ms",
                               "rss_mb"};

struct Arguments {
    std::string json;
    std::string only;
    std::size_t households{0};
    bool quick{false};
};

void measure(const Arguments& arguments, Report& report)
{
    const auto catalogue = need(data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets"), "catalogue");
    const auto wants = [&](std::string_view name) { return arguments.only.empty() || arguments.only == name; };
    const bool onlyDuty = arguments.only.starts_with("duty_") || arguments.only.starts_with("floor_duty_");
    const bool onlySearch = arguments.only.find("_1m_") != std::string::npos;
    const bool onlyPairs = arguments.only.starts_with("duplicates_");
    const bool onlyUnlock = arguments.only == "unlock_ms" || onlyDuty || onlySearch || onlyPairs;
    if (arguments.only.empty() || onlyPairs)
        measurePairs(report);
    if (arguments.only.empty() || onlyDuty)
        measureDuty(report);
    if (!onlyUnlock && (arguments.quick || wants("first_sync_10k_s")))
        Scale(catalogue, {arguments.households, 10'000, "10k", arguments.quick}, report).run();
    if (!onlyUnlock && !arguments.quick && arguments.only != "first_sync_10k_s")
        Scale(catalogue, {arguments.households, 100'000, "100k", true}, report).run();
    if (!arguments.quick && (arguments.only.empty() || onlySearch))
        measureSearch(catalogue, arguments.households > 0 ? arguments.households * 16 : 1'000'000, report);
    if (wants("unlock_ms"))
        measureUnlock(report);
    for (const auto* name : kPromised)
        if (wants(name) && !report.has(name))
            report.notMeasured(name, "not in this run");
}

// Encrypted stores, the server's and the measured tablet's alike, lie where they would lie: on a disk, not in memory.
void choosePlace()
{
    if (qEnvironmentVariableIsEmpty("TMPDIR") && QDir().mkpath(QStringLiteral(LIANXIN_BENCH_FOLDER)))
        qputenv("TMPDIR", LIANXIN_BENCH_FOLDER);
}

void printConditions(const Arguments& arguments)
{
    const QStorageInfo place(QDir::tempPath());
    std::printf("\nSwitched off: nothing in the times (index, search terms, audit, encryption, fsync and TLS are on). "
                "The rows in bytes are taken without "
                "TLS; the server's limit of requests per minute is raised to 1,000,000.\n"
                "Measured stores lie on %s. The tablet that writes the corpus is not measured; its store lies in "
                "memory where there is room.\n",
                place.fileSystemType().constData());
    if (place.fileSystemType() == "tmpfs" || place.fileSystemType() == "ramfs")
        std::puts("THAT IS MEMORY: no fsync reaches a disk, the times of saving and syncing are too good.");
    if (arguments.households > 0)
        std::printf("A CORPUS OF %zu FAMILIES stands in for every size: these figures mean nothing.\n",
                    arguments.households);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    choosePlace();
    CLI::App cli{"Measures the real thing and prints a table"};
    Arguments arguments;
    cli.add_option("--json", arguments.json,
                   "also write a list of {\"name\", \"value\", \"unit\"}; a figure that was not measured is left out");
    cli.add_option("--only", arguments.only, "only the row of this name (and what it needs)");
    cli.add_option("--households", arguments.households, "a corpus of so many families instead: to see that it works");
    cli.add_flag("--quick", arguments.quick, "10,000 records only");
    CLI11_PARSE(cli, argc, argv);
    Report report;
    try {
        measure(arguments, report);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench: %s\n", error.what());
        return 1;
    }
    report.print(arguments.only);
    printConditions(arguments);
    if (!arguments.json.empty() && !report.write(arguments.json, arguments.only)) {
        std::fprintf(stderr, "bench: cannot write the JSON file\n");
        return 1;
    }
    return 0;
}
