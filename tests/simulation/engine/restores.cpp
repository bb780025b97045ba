// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/restores.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
constexpr std::size_t kKept = 3;
}

void Restores::backUp()
{
    Backup backup{m.place + "/backup" + std::to_string(++m_made), m.oracle.server(), m.held, m.pending, m.withdrawn};
    m.server->backUp(backup.folder);
    m.note("a backup of the server is made");
    m_backups.push_back(std::move(backup));
    if (m_backups.size() > kKept)
        m_backups.pop_front();
}

bool Restores::putBack()
{
    if (m_backups.empty() || m_left == 0)
        return false;
    --m_left;
    const auto chosen = m_backups.end() - 1 - (m.chance(60) ? 0 : m.pick(static_cast<int>(m_backups.size())));
    m.note("the server is put back to " + chosen->folder.substr(m.place.size() + 1));
    for (const auto& tablet : m.tablets)
        for (const auto& [key, reg] : tablet->received)
            for (const auto& [dot, write] : reg.applied)
                m_known[key].insert(dot);
    m.server->putBack(chosen->folder);
    m.oracle.putBack(chosen->server);
    m.held = chosen->held;
    m.pending = chosen->pending;
    m.withdrawn = chosen->withdrawn;
    m.changed();
    ++m.result.restores;
    // What came after it is the history of a server that is no more.
    m_backups.erase(chosen + 1, m_backups.end());
    return true;
}

void Restores::judge()
{
    for (const auto& [key, dots] : m_known) {
        const auto reg = m.oracle.server().find(key);
        for (const auto& dot : dots)
            // A change that was released, and that another one has replaced since, may wait for a decision anew: what replaced it is there.
            if (reg == m.oracle.server().end() || (reg->second.applied.count(dot) == 0 &&
                                                   !std::ranges::any_of(reg->second.applied, [&](const auto& other) {
                                                       return other.second.past.count(dot) > 0;
                                                   })))
                return m.violated("G1 the server never got back " + m.textOf({dot}));
    }
}

} // namespace lianxin::sim::engine
