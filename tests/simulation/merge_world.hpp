// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace lianxin::sim {

struct SeedResult {
    std::string violation;      // empty: every invariant held
    std::uint64_t traceHash{0}; // the same seed gives the same trace
    std::uint64_t edits{0};
    std::uint64_t conflicts{0};
    std::uint64_t quarantined{0};
    std::uint64_t deaths{0};      // of processes, tablets and server (engine layer)
    std::uint64_t loads{0};       // partitions that came as segments (engine layer)
    std::uint64_t shortPushes{0}; // pushes that left out what the server knows, and
    std::uint64_t textsNeeded{0}; // those that had to be said again
    std::uint64_t restores{0};    // of the server, to a backup (engine layer)
    std::uint64_t donations{0};   // parts of what tablets gave back to it
    std::uint64_t trimmed{0};     // own changes that a tablet let go of
    std::uint64_t lost{0};        // of those that no server has either (N3)
};

// One seeded history of two to four tablets and a server through the real merge core, judged after every step by the oracle.
// `trace` (may be null) gets one readable line per step.
[[nodiscard]] SeedResult runMergeSeed(std::uint64_t seed, std::ostream* trace);

} // namespace lianxin::sim
