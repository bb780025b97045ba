// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of whoever carries: shown as carried is what somebody signed for, and what the office signed for lies there.
#include "tests/simulation/engine/carriers.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
} // namespace

// Shown as carried is only what such a carrier signed for, without a hole; shown as received only what the province has (EngineJudge::books).
void Carriers::judge(SimTablet& tablet) const
{
    if (!m_isOn)
        return;
    const auto state = must(tablet.store->carried());
    const auto check = [&](const char* by, std::uint64_t upTo, const Numbers& numbers) {
        const auto found = numbers.find(tablet.index);
        for (auto number = state.acknowledged + 1; number <= upTo; ++number)
            if (found == numbers.end() || found->second.count(number) == 0)
                m.violated("C3 " + who(tablet) + " shows " + std::to_string(number) + " as carried by " + by +
                           ", which nobody signed for");
    };
    if (std::max(state.township.upTo, state.neighbour.upTo) > tablet.saved)
        m.violated("C3 " + who(tablet) + " shows as carried what it never wrote");
    check("an office", state.township.upTo, m_byOffice);
    check("a colleague", state.neighbour.upTo, m_byTablets);
}

// What the office signed for lies there until the province's receipt covers it, and it never knows of a receipt that was not given.
void Carriers::judgeOffice() const
{
    const auto labels = m_office->labels();
    for (const auto& taken : m_taken) {
        const auto receipts = must(m_office->shelf().receipts({taken.replica}));
        const auto covered = receipts.empty() ? 0 : receipts.front().held;
        if (covered > m.held[static_cast<std::size_t>(indexOf(taken.replica))])
            m.violated("C4 the office has a receipt for what the province does not have");
        const bool lies = std::ranges::any_of(labels, [&](const seal::CarriedLabel& label) { return label == taken; });
        if (!lies && covered < taken.last)
            m.violated("C5 the office let go of " + std::to_string(taken.first) + ".." + std::to_string(taken.last) +
                       " of P" + std::to_string(indexOf(taken.replica)));
    }
}

void Carriers::settle()
{
    if (!m_isOn)
        return;
    for (int round = 0; round < 6 && !m.failed(); ++round) {
        m_office->letPausesPass(); // what waited for something before it
        forward();
        for (auto& tablet : m.tablets)
            if (!m.failed() && isCalm(*tablet))
                toOffice(*tablet);
        for (auto& tablet : m.tablets)
            if (!m.failed())
                bring(*tablet);
    }
    for (int round = 0; round < 40 && !m.failed() && must(m_office->shelf().counts()).waiting > 0; ++round)
        forward();
}

// The province has everything, so nothing waits, and nothing honest was refused for good.
void Carriers::atRest() const
{
    if (!m_isOn)
        return;
    // What was sealed to a lost epoch is refused in the next one, and its author brings it again.
    const bool wasRestored = m.result.restores > 0;
    const auto counts = must(m_office->shelf().counts());
    if (counts.waiting > 0 || (counts.refused > 0 && !wasRestored))
        m.violated("C6 at rest " + std::to_string(counts.waiting) + " wait in the office and " +
                   std::to_string(counts.refused) + " were refused");
    for (const auto& tablet : m.tablets)
        if (const auto refused = must(tablet->store->carryShelf().counts()).refused; refused > 0 && !wasRestored)
            m.violated("C6 " + who(*tablet) + " carries what the province refused");
}

} // namespace lianxin::sim::engine
