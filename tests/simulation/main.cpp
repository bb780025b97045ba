// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_world.hpp"
#include "merge_world.hpp"
#include "twins/twins_world.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cmath>
#include <functional>
#include <iostream>

namespace {

struct Wanted {
    std::string layer{"merge"};
    std::uint64_t seeds{2000};
    std::uint64_t from{1};
    bool single{false};
    bool twice{false};
    bool trace{false};
};

using Play = std::function<lianxin::sim::SeedResult(std::uint64_t seed, std::ostream* trace)>;

int play(const Wanted& wanted, const Play& run)
{
    lianxin::sim::SeedResult sum;
    std::uint64_t failed = 0;
    std::uint64_t played = 0;
    const auto start = std::chrono::steady_clock::now();
    for (auto seed = wanted.from; seed < wanted.from + wanted.seeds && failed < 3; ++seed, ++played) {
        auto result = run(seed, wanted.trace ? &std::cout : nullptr);
        if (wanted.twice && result.violation.empty() && run(seed, nullptr).traceHash != result.traceHash)
            result.violation = "played twice, it went two ways";
        sum.edits += result.edits;
        sum.conflicts += result.conflicts;
        sum.quarantined += result.quarantined;
        sum.deaths += result.deaths;
        sum.loads += result.loads;
        sum.shortPushes += result.shortPushes;
        sum.textsNeeded += result.textsNeeded;
        sum.restores += result.restores;
        sum.donations += result.donations;
        sum.trimmed += result.trimmed;
        sum.lost += result.lost;
        if (!result.violation.empty()) {
            ++failed;
            std::cout << "seed " << seed << ": " << result.violation << "\n  replay: lianxin_simulate --layer "
                      << wanted.layer << " --seed " << seed << " --trace" << std::endl;
        }
        if (wanted.single)
            std::cout << "trace hash " << std::hex << result.traceHash << std::dec << '\n';
        const std::uint64_t every = wanted.layer == "merge" ? 10000 : 500;
        if (wanted.seeds >= 2 * every && seed % every == 0)
            std::cout << seed - wanted.from + 1 << " seeds" << std::endl;
    }
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::cout << played << " seeds, " << sum.edits << " edits, " << sum.conflicts << " conflicts, " << sum.quarantined
              << " quarantined, " << sum.deaths << " deaths, " << sum.loads << " loads of segments, " << sum.shortPushes
              << " short pushes (" << sum.textsNeeded << " again), " << sum.restores << " restores, " << sum.donations
              << " donations, " << sum.trimmed << " trimmed, " << sum.lost << " lost, "
              << std::round(static_cast<double>(played) / seconds * 10) / 10 << " seeds/s, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Seeded histories of the sync, judged by an independent oracle"};
    Wanted wanted;
    std::uint64_t one = 0;
    app.add_option("--layer", wanted.layer,
                   "merge: the merge core; engine: real tablets, store and server over a virtual network; twins: "
                   "cloned tablets, and tablets that are put back; grants: engine, with families that move, areas and "
                   "tablets taken away and given "
                   "back; healing: engine, with families that move and a server that is put back; marks: engine, with "
                   "backups that are announced and tablets that let go of what lies there")
        ->check(CLI::IsMember({"merge", "engine", "twins", "grants", "healing", "marks"}));
    app.add_option("--seeds", wanted.seeds, "how many seeds");
    app.add_option("--from", wanted.from, "first seed");
    app.add_option("--seed", one, "replay only this seed");
    app.add_flag("--trace", wanted.trace, "print each step of the replayed seed");
    app.add_flag("--twice", wanted.twice, "play each seed twice: it must go the same way");
    CLI11_PARSE(app, argc, argv);
    if (one != 0) {
        wanted.from = one;
        wanted.seeds = 1;
        wanted.single = true;
    }
    if (wanted.layer == "merge")
        return play(wanted, lianxin::sim::runMergeSeed);
    if (wanted.layer == "twins") {
        lianxin::sim::TwinsLayer layer;
        return play(wanted, [&layer](std::uint64_t seed, std::ostream* trace) { return layer.run(seed, trace); });
    }
    using lianxin::sim::engine::Mix;
    lianxin::sim::engine::EngineLayer layer(wanted.layer == "grants"    ? Mix::grants
                                            : wanted.layer == "healing" ? Mix::healing
                                            : wanted.layer == "marks"   ? Mix::marks
                                                                        : Mix::plain);
    return play(wanted, [&layer](std::uint64_t seed, std::ostream* trace) { return layer.run(seed, trace); });
}
