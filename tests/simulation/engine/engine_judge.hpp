// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/history.hpp"

namespace lianxin::sim::engine {

// Holds both sides of a history to what the oracle knows.
class EngineJudge {
public:
    explicit EngineJudge(History& history) : m(history) {}

    void server() const;                  // I2, I3, I5, I6, I8
    void tablet(SimTablet& tablet) const; // I2 to I7, I10, read-your-writes, and what the person is told
    void atRest() const;                  // I1, I2, I7, I17

private:
    using Heads = core::Heads;
    void serverRegister(OracleKey key, const core::RegisterState* reg) const;
    void tabletRegister(const SimTablet& tablet, OracleKey key, const store::RecordView* view) const;
    [[nodiscard]] std::uint64_t outbox(SimTablet& tablet) const;
    void notePurged(SimTablet& tablet, int record) const;
    void books(SimTablet& tablet) const;
    [[nodiscard]] bool holdsNow(const SimTablet& tablet, int record) const;
    [[nodiscard]] bool isOnServer(int record) const;
    void conflictsAtRest(const SimTablet& tablet) const;
    void hashesAtRest(SimTablet& tablet) const;
    // Are these heads exactly the writes that are current, with their values?
    [[nodiscard]] bool sameHeads(const std::string& where, OracleKey key, const Heads* heads,
                                 const OracleRegister& truth) const;
    [[nodiscard]] static bool inConflict(OracleKey key, const OracleRegister& truth);
    [[nodiscard]] static std::string nameOf(OracleKey key);

    History& m;
};

} // namespace lianxin::sim::engine
