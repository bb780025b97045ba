// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/dependency_graph.hpp"

#include <algorithm>

namespace lianxin {

DependencyGraph::DependencyGraph(const Needs& needs)
{
    std::map<std::uint32_t, std::size_t> missing; // node -> how many of its needs are not placed yet
    std::map<std::uint32_t, std::vector<std::uint32_t>> dependents;
    for (const auto& [node, others] : needs) {
        missing[node] += others.size();
        for (const auto other : others) {
            missing.try_emplace(other, 0);
            dependents[other].push_back(node);
        }
    }
    std::set<std::uint32_t> ready; // smallest first: one order for one graph
    for (const auto& [node, count] : missing)
        if (count == 0)
            ready.insert(node);
    while (!ready.empty()) {
        const auto node = *ready.begin();
        ready.erase(ready.begin());
        m_position[node] = static_cast<std::uint32_t>(m_order.size());
        m_order.push_back(node);
        for (const auto dependent : dependents[node])
            if (--missing[dependent] == 0)
                ready.insert(dependent);
    }
    if (m_order.size() < missing.size()) {
        findCycle(needs, {m_order.begin(), m_order.end()});
        m_order.clear();
        return;
    }
    for (const auto& [node, others] : dependents)
        for (const auto other : others)
            m_dependents[node].push_back(m_position[other]);
}

void DependencyGraph::findCycle(const Needs& needs, const std::set<std::uint32_t>& done)
{
    // Each node that was not placed needs another one that was not: going on leads round.
    std::vector<std::uint32_t> path;
    std::map<std::uint32_t, std::size_t> seen;
    for (const auto& [start, others] : needs) {
        if (done.contains(start))
            continue;
        for (auto node = start; !seen.contains(node);) {
            seen[node] = path.size();
            path.push_back(node);
            const auto& next = needs.at(node);
            node = *std::find_if(next.begin(), next.end(), [&](std::uint32_t other) { return !done.contains(other); });
            if (const auto back = seen.find(node); back != seen.end()) {
                m_cycle.assign(path.begin() + static_cast<std::ptrdiff_t>(back->second), path.end());
                return;
            }
        }
    }
}

void DependencyGraph::spread(std::span<const std::uint32_t> changed,
                             const std::function<bool(std::uint32_t)>& recompute) const
{
    std::set<std::uint32_t> due; // places in the order: the first is always ready
    const auto follow = [&](std::uint32_t node) {
        if (const auto found = m_dependents.find(node); found != m_dependents.end())
            due.insert(found->second.begin(), found->second.end());
    };
    for (const auto node : changed)
        follow(node);
    while (!due.empty()) {
        const auto node = m_order[*due.begin()];
        due.erase(due.begin());
        if (recompute(node))
            follow(node);
    }
}

} // namespace lianxin
