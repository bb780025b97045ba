// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The independent judge of the first simulation layer. It shares no code with sync/core (decisions D27): dots are pairs of small
// integers, pasts are plain sets, and the truth is the definition itself: a value is current if it was applied and nobody who was
// applied had seen it.
namespace lianxin::sim {

using OracleDot = std::pair<int, std::uint64_t>;      // tablet index, changeset number
using DotSet = boost::container::flat_set<OracleDot>; // copied and compared all the time
using OracleKey = std::pair<int, int>;                // record index, register index

struct OracleWrite {
    DotSet past;
    int value{0};
};

// All writes to one register that somebody's state reflects.
struct OracleRegister {
    boost::container::flat_map<OracleDot, OracleWrite> applied;
    DotSet overwritten; // the pasts of all that is applied: kept, because everybody asks for it at every step

    void apply(const OracleDot& dot, const OracleWrite& write)
    {
        applied[dot] = write;
        overwritten.insert(boost::container::ordered_unique_range, write.past.begin(), write.past.end());
    }
    [[nodiscard]] DotSet heads() const
    {
        DotSet result;
        for (const auto& [dot, write] : applied)
            if (overwritten.count(dot) == 0)
                result.insert(result.end(), dot);
        return result;
    }
    [[nodiscard]] bool hasSeen(const OracleDot& dot) const
    {
        return overwritten.count(dot) > 0 || applied.count(dot) > 0;
    }
    [[nodiscard]] DotSet seen() const
    {
        DotSet result = overwritten;
        for (const auto& [dot, write] : applied)
            result.insert(dot);
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
            m_server[key].apply(dot, write);
    }
    [[nodiscard]] const OracleState& server() const { return m_server; }
    // A backup of the server is put in its place; and what a tablet's state of one register reflects is given back to it.
    void putBack(OracleState server) { m_server = std::move(server); }
    void donated(OracleKey key, const OracleRegister& known)
    {
        for (const auto& [dot, write] : known.applied)
            m_server[key].apply(dot, write);
    }

    // What a tablet shows: what it received plus its own writes that the received state does not reflect.
    [[nodiscard]] OracleRegister shown(int tablet, OracleKey key, const OracleState& received) const
    {
        OracleRegister reg;
        if (const auto found = received.find(key); found != received.end())
            reg = found->second;
        std::vector<std::pair<OracleDot, const OracleWrite*>>
            above; // held against what was received, not against each other
        for (auto own = m_changesets.lower_bound({tablet, 0}); own != m_changesets.end() && own->first.first == tablet;
             ++own) {
            const auto write = own->second.writes.find(key);
            if (write != own->second.writes.end() && !own->second.withdrawn && !reg.hasSeen(own->first))
                above.emplace_back(own->first, &write->second);
        }
        for (const auto& [dot, write] : above)
            reg.apply(dot, *write);
        return reg;
    }

private:
    std::map<OracleDot, OracleChangeset> m_changesets;
    OracleState m_server;
};

} // namespace lianxin::sim
