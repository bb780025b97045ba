// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/restores.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
constexpr std::size_t kKept = 3;
constexpr std::uint64_t kLostPercent = 30;

// A change that was released, and that another one has replaced since, may wait for a decision anew: what replaced it is there.
bool isReflected(const OracleRegister& reg, const OracleDot& dot)
{
    return reg.applied.count(dot) > 0 ||
           std::ranges::any_of(reg.applied, [&](const auto& other) { return other.second.past.count(dot) > 0; });
}
} // namespace

void Restores::backUp()
{
    Backup backup{
        m.place + "/backup" + std::to_string(++m_made), m.oracle.server(), m.held, m.pending, m.withdrawn, m.waiting};
    m.server->backUp(backup.folder);
    m.note("a backup of the server is made");
    m_backups.push_back(std::move(backup));
    if (m_backups.size() > kKept)
        m_backups.pop_front();
}

// The flood that took the server took a tablet too: what its colleagues know of its words must come from them. Not where there are pictures:
// they have one home.
void Restores::loseTablet()
{
    if (m.tablets.size() < 2 || m.tablets.front()->transfer || m_fate() % 100 >= kLostPercent)
        return;
    const auto chosen = m.tablets.begin() + static_cast<std::ptrdiff_t>(m_fate() % m.tablets.size());
    m.note("T" + std::to_string((*chosen)->index) + " is lost for good");
    (*chosen)->lose();
    m_known.erase((*chosen)->index);
    m.lost.push_back(std::move(*chosen));
    m.tablets.erase(chosen);
}

bool Restores::putBack()
{
    if (m_backups.empty() || m_left == 0)
        return false;
    --m_left;
    const auto chosen = m_backups.end() - 1 - (m.chance(60) ? 0 : m.pick(static_cast<int>(m_backups.size())));
    m.note("the server is put back to " + chosen->folder.substr(m.place.size() + 1));
    loseTablet();
    for (const auto& tablet : m.tablets) {
        auto& known = m_known[tablet->index];
        for (const auto& [key, reg] : tablet->received)
            for (const auto& [dot, write] : reg.applied)
                known[key].insert(dot);
        for (const auto& [record, place] : tablet->stubs)
            for (const auto& [dot, write] : place.applied)
                known[{record, kPlaceRegister}].insert(dot);
    }
    m.server->putBack(chosen->folder);
    m.oracle.putBack(chosen->server);
    m.held = chosen->held;
    m.pending = chosen->pending;
    m.withdrawn = chosen->withdrawn;
    m.waiting = chosen->waiting;
    m.changed();
    ++m.result.restores;
    // What came after it is the history of a server that is no more.
    m_backups.erase(chosen + 1, m_backups.end());
    return true;
}

void Restores::judge()
{
    for (const auto& [tablet, known] : m_known)
        for (const auto& [key, dots] : known) {
            const auto reg = m.oracle.server().find(key);
            for (const auto& dot : dots)
                if (reg == m.oracle.server().end() || !isReflected(reg->second, dot))
                    return m.violated("G1 the server never got back " + m.textOf({dot}));
        }
}

} // namespace lianxin::sim::engine
