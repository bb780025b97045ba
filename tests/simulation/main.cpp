// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge_world.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>

int main(int argc, char** argv)
{
    CLI::App app{"Seeded histories of the merge core, judged by an independent oracle"};
    std::uint64_t seeds = 2000;
    std::uint64_t from = 1;
    std::uint64_t one = 0;
    bool trace = false;
    app.add_option("--seeds", seeds, "how many seeds");
    app.add_option("--from", from, "first seed");
    app.add_option("--seed", one, "replay only this seed");
    app.add_flag("--trace", trace, "print each step of the replayed seed");
    CLI11_PARSE(app, argc, argv);
    if (one != 0) {
        from = one;
        seeds = 1;
    }
    std::uint64_t edits = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t failed = 0;
    const auto start = std::chrono::steady_clock::now();
    for (auto seed = from; seed < from + seeds && failed < 3; ++seed) {
        const auto result = lianxin::sim::runMergeSeed(seed, trace ? &std::cout : nullptr);
        edits += result.edits;
        conflicts += result.conflicts;
        quarantined += result.quarantined;
        if (!result.violation.empty()) {
            ++failed;
            std::cout << "seed " << seed << ": " << result.violation << "\n  replay: lianxin_simulate --seed " << seed << " --trace\n";
        }
        if (one != 0)
            std::cout << "trace hash " << std::hex << result.traceHash << std::dec << '\n';
        if (seeds >= 20000 && seed % 10000 == 0)
            std::cout << seed - from << " seeds" << std::endl;
    }
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::cout << seeds << " seeds, " << edits << " edits, " << conflicts << " conflicts, " << quarantined << " quarantined, "
              << static_cast<std::uint64_t>(static_cast<double>(seeds) / seconds) << " seeds/s, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}
