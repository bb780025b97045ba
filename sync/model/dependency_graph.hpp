// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <vector>

namespace lianxin {

// What must be computed anew, and in which order, when something changes. Nodes are numbers of the caller's choice (fields); an arrow
// "a needs b" says that a's value is computed from b's.
class DependencyGraph {
public:
    using Needs = std::map<std::uint32_t, std::set<std::uint32_t>>; // node -> what it is computed from

    DependencyGraph() = default;
    explicit DependencyGraph(const Needs& needs);

    // Nodes of one circle, in its order; empty when there is none. With a circle there is no order.
    [[nodiscard]] const std::vector<std::uint32_t>& cycle() const { return m_cycle; }
    // All nodes, what is needed before what needs it.
    [[nodiscard]] const std::vector<std::uint32_t>& order() const { return m_order; }
    // Visits what depends on `changed`, each at most once and after all it needs; `recompute` says whether the node changed, and only
    // then its own dependents follow. O(visited x log).
    void spread(std::span<const std::uint32_t> changed, const std::function<bool(std::uint32_t)>& recompute) const;

private:
    void findCycle(const Needs& needs, const std::set<std::uint32_t>& done);

    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_cycle;
    std::map<std::uint32_t, std::uint32_t> m_position;                // node -> place in the order
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_dependents; // node -> places of those that need it
};

} // namespace lianxin
