// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/sim_server.hpp"
#include "tests/simulation/merge_world.hpp"

#include <memory>
#include <ostream>
#include <string>

namespace lianxin::sim::twins {

// One seeded history under way: chance, time, the server, and what was found out.
struct Story {
    Story(std::uint64_t seed, std::ostream* traceTo) : random(seed), trace(traceTo) {}

    [[nodiscard]] int pick(int below) { return static_cast<int>(random() % static_cast<std::uint64_t>(below)); }
    [[nodiscard]] bool chance(int percent) { return pick(100) < percent; }
    [[nodiscard]] bool failed() const { return !result.violation.empty(); }
    void note(const std::string& line)
    {
        for (const char c : line)
            result.traceHash = (result.traceHash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        if (trace != nullptr)
            *trace << time.now() << ' ' << line << '\n';
    }
    void violated(const std::string& what)
    {
        if (!failed())
            result.violation = what;
        note("VIOLATION " + what);
    }
    void pass(Millis span)
    {
        const auto until = time.now() + span;
        while (!failed() && !time.isEmpty() && time.nextAt() <= until)
            time.runNext();
        time.wait(std::max<Millis>(0, until - time.now()));
    }

    std::mt19937_64 random;
    std::ostream* trace;
    SeedResult result;
    engine::VirtualTime time;
    bool calm{false}; // no faults any more
    std::unique_ptr<engine::SimServer> server;
};

} // namespace lianxin::sim::twins
