// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/marks.hpp"

#include "sync/server/lost_history.hpp"

#include <algorithm>
#include <ranges>

namespace lianxin::sim::engine {

namespace {
constexpr std::size_t kKept = 3;
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
} // namespace

void Marks::begin()
{
    m_older = m.chance(25);
    using namespace std::chrono_literals;
    for (auto& tablet : m.tablets)
        tablet->trim({static_cast<std::uint64_t>(m.pick(3)), 0ms});
}

void Marks::backUp()
{
    const auto folder = m.place + "/backup" + std::to_string(++m_made);
    m.server->backUp(folder);
    m.note("a copy of the server is made");
    m_backups.push_back({folder, m.server->province().epoch(), m.oracle.server(), m.held, m.pending, m.withdrawn});
    // A copy that nobody found good is thrown away when the next one is made; of the others the last three stay.
    std::erase_if(m_backups, [&](const Backup& backup) { return !backup.complete && backup.folder != folder; });
    if (m_backups.size() > kKept)
        m_backups.pop_front();
}

void Marks::announce(Backup& backup)
{
    const bool fits = backup.epoch == m.server->province().epoch();
    m.note("the last copy is found good" + std::string(fits ? "" : ", too late"));
    const auto done = m.server->announce(backup.folder);
    if (done.has_value() != fits)
        return m.violated("G3 a copy of another epoch was announced, or one of this was not");
    backup.complete = true;
    if (fits)
        m.marks[backup.epoch] = backup.held;
}

void Marks::putBack(const Backup& backup)
{
    --m_left;
    m.note("the server is put back to " + backup.folder.substr(m.place.size() + 1));
    for (const auto& tablet : m.tablets)
        for (const auto& [key, reg] : tablet->received)
            for (const auto& [dot, write] : reg.applied)
                m_known[key].insert(dot);
    m.server->putBack(backup.folder);
    m.oracle.putBack(backup.server);
    m.held = backup.held;
    m.pending = backup.pending;
    m.withdrawn = backup.withdrawn;
    m.changed();
    ++m.result.restores;
    // What came after it is the history of a server that is no more.
    while (&m_backups.back() != &backup)
        m_backups.pop_back();
}

bool Marks::step()
{
    const int what = m.pick(10);
    if (what < 4) {
        backUp();
        if (m.chance(60))
            announce(m_backups.back());
        return true;
    }
    if (what < 6) {
        if (m_backups.empty() || m_backups.back().complete)
            return false;
        announce(m_backups.back());
        return true;
    }
    std::vector<const Backup*> complete;
    for (const auto& backup : m_backups)
        if (backup.complete)
            complete.push_back(&backup);
    if (what < 8 || complete.empty() || m_left == 0)
        return false;
    putBack(
        *(m_older ? complete[static_cast<std::size_t>(m.pick(static_cast<int>(complete.size())))] : complete.back()));
    return true;
}

void Marks::judgeChange(const SimTablet& tablet, std::uint64_t number)
{
    const auto& change = m.oracle.changeset({tablet.index, number});
    const auto where = who(tablet) + " let go of " + std::to_string(number);
    if (number > tablet.receipted)
        return m.violated("R8 " + where + ", which has no receipt");
    const auto mark = m.marks.find(tablet.epoch);
    if (mark == m.marks.end() || number > mark->second[static_cast<std::size_t>(tablet.index)])
        return m.violated("R8 " + where + ", which lies in no completed backup");
    if (tablet.heldBack.contains(number))
        return m.violated("R42 " + where + ", which is in quarantine");
    for (const auto& [key, write] : change.writes) {
        const auto known = tablet.received.find(key);
        const bool reflects = known != tablet.received.end() && known->second.hasSeen({tablet.index, number});
        if (!reflects && !change.withdrawn && !tablet.purged.contains(key.first))
            return m.violated("R8 " + where + ", which a row here does not reflect");
    }
}

void Marks::judge(SimTablet& tablet)
{
    auto& seen = m_trimmed[static_cast<std::size_t>(tablet.index)];
    const auto trimmed = must(tablet.store->syncState()).trimmed;
    if (trimmed < seen)
        return m.violated("R8 " + who(tablet) + " has again what it let go of");
    for (auto number = seen + 1; number <= trimmed && !m.failed(); ++number)
        judgeChange(tablet, number);
    if (trimmed > seen)
        m.note(who(tablet) + " lets go of its changes up to " + std::to_string(trimmed));
    m.result.trimmed += trimmed - seen;
    seen = trimmed;
    for (std::uint64_t number = 1; number <= tablet.saved && !m.failed(); ++number)
        if ((must(tablet.store->ownChangeset(number)).dot.number == number) == (number <= trimmed))
            m.violated("R8 " + who(tablet) + (number <= trimmed ? " kept " : " has a gap at ") +
                       std::to_string(number));
}

void Marks::atRest()
{
    for (const auto& [key, dots] : m_known) {
        const auto reg = m.oracle.server().find(key);
        for (const auto& dot : dots)
            if (reg == m.oracle.server().end() || (reg->second.applied.count(dot) == 0 &&
                                                   !std::ranges::any_of(reg->second.applied, [&](const auto& other) {
                                                       return other.second.past.count(dot) > 0;
                                                   })))
                return m.violated("G1 the server never got back " + m.textOf({dot}));
    }
    const auto lost = must(server::lostCount(m.server->province().store().database()));
    if (lost > 0 && !m_older)
        m.violated("G3 the newest backup was put back, and " + std::to_string(lost) + " changes have no text any more");
    m.result.lost += lost;
}

} // namespace lianxin::sim::engine
