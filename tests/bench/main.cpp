// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin_bench: the figures of docs/performance.md, taken on the real store, the real server process and the real link.
#include "bench_report.hpp"
#include "bench_scale.hpp"

#include "app/data/asset_files.hpp"
#include "app/vault/vault.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/linux/linux_boot_clock.hpp"
#include "platform/linux/posix_files.hpp"
#include "platform/machine.hpp"
#include "platform/system_random.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

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
               "vault header read and opened by its passphrase, median of 5; Argon2id " + std::to_string(argon.passes) + " passes, "
                   + std::to_string(argon.memoryKiB / 1024) + " MiB; the pages are not in it");
}

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
    const bool onlyAlone = arguments.only == "unlock_ms" || arguments.only == "cold_start_ms";
    const bool one = arguments.households > 0;
    if (!onlyAlone && (one || arguments.quick || wants("first_sync_10k_s"))) {
        const bool last = one || arguments.quick;
        Scale(catalogue, {arguments.households, 10'000, one ? std::to_string(arguments.households) + "_households" : "10k", last}, report).run();
    }
    if (!onlyAlone && !one && !arguments.quick && arguments.only != "first_sync_10k_s")
        Scale(catalogue, {0, 100'000, "100k", true}, report).run();
    if (wants("unlock_ms"))
        measureUnlock(report);
    if (wants("cold_start_ms"))
        Report::notMeasured("cold_start_ms", "the app cannot say yet when its first frame stood (lianxin --self-test-start)");
    for (const auto* name : {"first_sync_10k_s", "first_sync_100k_s"})
        if (wants(name) && !report.has(name))
            Report::notMeasured(name, "not in this run");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Measures the real thing and prints a table"};
    Arguments arguments;
    cli.add_option("--json", arguments.json, "also write a list of {\"name\", \"value\", \"unit\"}; a figure that was not measured is left out");
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
    std::puts("The rows in bytes are taken without TLS; the server's limit of requests per minute is raised to 1,000,000.");
    if (!arguments.json.empty() && !report.write(arguments.json, arguments.only)) {
        std::fprintf(stderr, "bench: cannot write the JSON file\n");
        return 1;
    }
    return 0;
}
