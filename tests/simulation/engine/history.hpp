// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/sim_server.hpp"
#include "tests/simulation/engine/sim_tablet.hpp"
#include "tests/simulation/merge_world.hpp"

#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace lianxin::sim::engine {

// One seeded history under way: chance, time, both sides, and the truth about them.
struct History {
    History(const Ground& given, std::uint64_t seed, std::ostream* traceTo);

    [[nodiscard]] int pick(int below) { return static_cast<int>(random() % static_cast<std::uint64_t>(below)); }
    [[nodiscard]] bool chance(int percent) { return pick(100) < percent; }
    void note(const std::string& line);
    void detail(const std::string& line) const; // for whoever reads a trace; no part of its hash
    void violated(const std::string& what);
    [[nodiscard]] bool failed() const { return !result.violation.empty(); }

    [[nodiscard]] PartitionId partitionOf(int record) const; // where it is made
    [[nodiscard]] PartitionId partitionIn(const OracleState& truth, int record) const;
    [[nodiscard]] RecordId rootOf(int record) const { return records[static_cast<std::size_t>(kPlan[record].root)]; }
    [[nodiscard]] const Value& valueOf(OracleKey key, int value);
    [[nodiscard]] OracleDot truthOf(const Dot& dot) const; // index -1: not of a person
    [[nodiscard]] std::string textOf(const DotSet& dots) const;
    // The oracle's server side, unchanged until it learns something new; shared because every reply takes one along.
    [[nodiscard]] std::shared_ptr<const OracleState> snapshot();
    void applied(OracleDot dot);
    [[nodiscard]] bool isHead(OracleDot dot) const; // on the server, in any register that it wrote
    // What each feed stands for at the number that it has now: segments speak of such moments.
    void noteFeeds();
    [[nodiscard]] std::shared_ptr<const OracleState> feedAt(EpochId epoch, const PartitionId& partition,
                                                            std::uint64_t sequence) const;
    // Another truth about the server: a backup was put in its place, or a tablet gave something back.
    void changed() { m_snapshot.reset(); }

    const Ground& ground;
    std::mt19937_64 random;
    std::ostream* trace;
    SeedResult result;
    VirtualTime time;
    std::array<RecordId, kRecords> records;

    Oracle oracle;
    std::array<std::uint64_t, kPeople.size()> held{};
    std::set<OracleDot> foreseen; // the server will hold these back: their author's role does not permit them
    std::set<OracleDot> pending;  // in quarantine
    std::vector<Dot> withdrawn;
    // Rows that a tablet gave back and that the server keeps until somebody else says so too, by its numbers: what the donor's state reflects.
    struct WaitingRow {
        ReplicaId donor;
        int record{0};
        std::map<OracleKey, OracleRegister> known;
        std::vector<OracleDot> shown;
    };
    std::map<std::int64_t, WaitingRow> waiting;
    std::string place; // of this history's files
    // What of each person lies in the newest completed backup, in each epoch; empty where nobody plays it (Marks).
    std::map<EpochId, std::array<std::uint64_t, kPeople.size()>> marks;

    // Grants of each person, by scope generation; index 0 is unused. And tablets that an administrator shut out.
    std::array<std::vector<bool>, kPeople.size()> grants;
    std::array<bool, kPeople.size()> revoked{};
    [[nodiscard]] bool mayHold(int person, int record) const;
    [[nodiscard]] bool everWritten(int record) const;
    [[nodiscard]] bool wroteHere(const SimTablet& tablet, int record) const; // and it was not purged since
    [[nodiscard]] bool wroteUnpushed(const SimTablet& tablet, int record) const;
    [[nodiscard]] PartitionId homeOn(const SimTablet& tablet, int record) const;

    [[nodiscard]] OracleRegister shownOn(const SimTablet& tablet, OracleKey key) const;

    bool moves{false};    // families move
    bool revokes{false};  // grants are taken and given back
    bool wide{false};     // long texts over a slow link: a pull takes several frames
    bool calm{false};     // no faults any more
    bool segments{false}; // the server offers them, however few rows there are
    int forbiddenPercent{0};
    std::uint64_t pushes{0}; // that reached the server
    std::uint64_t frames{0}; // that left it

    std::unique_ptr<SimServer> server;
    std::vector<std::unique_ptr<SimTablet>> tablets;
    std::vector<std::unique_ptr<SimTablet>> lost; // for good: what the server knows of them stays

private:
    [[nodiscard]] Value makeValue(OracleKey key, int value) const;
    std::map<std::pair<OracleKey, int>, Value> m_values; // long ones are asked for at every step
    std::shared_ptr<const OracleState> m_snapshot;
    std::map<std::tuple<EpochId, PartitionId, std::uint64_t>, std::shared_ptr<const OracleState>> m_feeds;
};

} // namespace lianxin::sim::engine
