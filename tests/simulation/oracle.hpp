// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// The independent judge of the first simulation layer. It shares no code with sync/core (decisions D27): dots are pairs of small
// integers, pasts are plain sets, and the truth is the definition itself: a value is current if it was applied and nobody who was
// applied had seen it.
namespace lianxin::sim {

using OracleDot = std::pair<int, std::uint64_t>; // tablet index, changeset number
using DotSet = std::set<OracleDot>;
using OracleKey = std::pair<int, int>; // record index, register index

struct OracleWrite {
    DotSet past;
    int value{0};
};

// All writes to one register that somebody's state reflects.
struct OracleRegister {
    std::map<OracleDot, OracleWrite> applied;

    [[nodiscard]] DotSet heads() const
    {
        DotSet result;
        for (const auto& [dot, write] : applied) {
            bool overwritten = false;
            for (const auto& [other, by] : applied)
                overwritten = overwritten || by.past.count(dot) > 0;
            if (!overwritten)
                result.insert(dot);
        }
        return result;
    }
    [[nodiscard]] DotSet seen() const
    {
        DotSet result;
        for (const auto& [dot, write] : applied) {
            result.insert(dot);
            result.insert(write.past.begin(), write.past.end());
        }
        return result;
    }
};

using OracleState = std::map<OracleKey, OracleRegister>;

struct OracleChangeset {
    std::map<OracleKey, OracleWrite> writes;
    bool quarantined{false};
    bool withdrawn{false};
};

class Oracle {
public:
    void saved(OracleDot dot, OracleChangeset changeset) { m_changesets[dot] = std::move(changeset); }
    [[nodiscard]] OracleChangeset& changeset(OracleDot dot) { return m_changesets.at(dot); }
    [[nodiscard]] const std::map<OracleDot, OracleChangeset>& changesets() const { return m_changesets; }

    void applied(OracleDot dot)
    {
        auto& changeset = m_changesets.at(dot);
        changeset.quarantined = false;
        for (const auto& [key, write] : changeset.writes)
            m_server[key].applied[dot] = write;
    }
    [[nodiscard]] const OracleState& server() const { return m_server; }
    // A backup of the server is put in its place; and what a tablet's state of one register reflects is given back to it.
    void putBack(OracleState server) { m_server = std::move(server); }
    void donated(OracleKey key, const OracleRegister& known)
    {
        if (!known.applied.empty())
            m_server[key].applied.insert(known.applied.begin(), known.applied.end());
    }

    // What a tablet shows: what it received plus its own writes that the received state does not reflect.
    [[nodiscard]] OracleRegister shown(int tablet, OracleKey key, const OracleState& received) const
    {
        OracleRegister reg;
        if (const auto found = received.find(key); found != received.end())
            reg = found->second;
        const auto seen = reg.seen();
        for (const auto& [dot, changeset] : m_changesets) {
            if (dot.first != tablet || changeset.withdrawn || seen.count(dot) > 0)
                continue;
            if (const auto write = changeset.writes.find(key); write != changeset.writes.end())
                reg.applied[dot] = write->second;
        }
        return reg;
    }

private:
    std::map<OracleDot, OracleChangeset> m_changesets;
    OracleState m_server;
};

} // namespace lianxin::sim
