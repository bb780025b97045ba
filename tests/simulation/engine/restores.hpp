// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/history.hpp"

#include <deque>
#include <map>
#include <random>
#include <string>

namespace lianxin::sim::engine {

// Backups of the server, and their way back: up to three restores in a history, to any of the last three backups.
class Restores {
public:
    Restores(History& history, std::uint64_t seed) : m(history), m_fate(seed) {}

    void backUp();
    // False: there is no backup, or it was done often enough. Afterwards the truth about the server is that of the backup.
    [[nodiscard]] bool putBack();
    // G1: what a tablet knew at a restore, and survived, is what the server reflects in the end.
    void judge();

private:
    struct Backup {
        std::string folder;
        OracleState server;
        std::array<std::uint64_t, kPeople.size()> held{};
        std::set<OracleDot> pending;
        std::vector<Dot> withdrawn;
        std::map<std::int64_t, History::WaitingRow> waiting;
    };

    void loseTablet();

    History& m;
    std::mt19937_64 m_fate; // its own chance: histories in which no tablet is lost go as they went
    int m_made{0};
    int m_left{3};
    std::deque<Backup> m_backups;
    std::map<int, std::map<OracleKey, DotSet>> m_known; // by tablet
};

} // namespace lianxin::sim::engine
