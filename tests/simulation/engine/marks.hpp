// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/history.hpp"

#include <deque>
#include <map>
#include <string>

namespace lianxin::sim::engine {

// Backups that somebody reads through and announces, or does not; tablets that trim their logs by that (R8, R42); and restores: of the newest
// completed backup (G3), or in some histories of an older one (N3).
class Marks {
public:
    explicit Marks(History& history) : m(history) {}

    void begin(); // with the tablets of the history
    // One of the things that an operator does. True when the server is another one now, or knows of another backup.
    [[nodiscard]] bool step();
    // R8, R42: what it let go of since the last look.
    void judge(SimTablet& tablet);
    void atRest(); // G1 and G3

private:
    struct Backup {
        std::string folder;
        EpochId epoch;
        OracleState server;
        std::array<std::uint64_t, kPeople.size()> held{};
        std::set<OracleDot> pending;
        std::vector<Dot> withdrawn;
        bool complete{false};
    };

    void backUp();
    void announce(Backup& backup);
    void putBack(const Backup& backup);
    void judgeChange(const SimTablet& tablet, std::uint64_t number);

    History& m;
    bool m_older{false}; // older ones than the newest are put back, too
    int m_made{0};
    int m_left{3};
    std::deque<Backup> m_backups;
    std::map<OracleKey, DotSet> m_known;
    std::array<std::uint64_t, kPeople.size()> m_trimmed{};
};

} // namespace lianxin::sim::engine
