// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/context.hpp"

#include <algorithm>

namespace lianxin::core {

bool IntervalSet::contains(std::uint64_t number) const
{
    const auto after = std::upper_bound(m_intervals.begin(), m_intervals.end(), number,
                                        [](std::uint64_t n, const Interval& i) { return n < i.first; });
    return after != m_intervals.begin() && std::prev(after)->last >= number;
}

bool IntervalSet::covers(const IntervalSet& other) const
{
    auto mine = m_intervals.begin();
    for (const auto& theirs : other.m_intervals) {
        while (mine != m_intervals.end() && mine->last < theirs.first)
            ++mine;
        if (mine == m_intervals.end() || mine->first > theirs.first || mine->last < theirs.last)
            return false;
    }
    return true;
}

void IntervalSet::addRange(std::uint64_t first, std::uint64_t last)
{
    // The usual case by far: the next number of a replica.
    if (!m_intervals.empty() && m_intervals.back().last + 1 == first) {
        m_intervals.back().last = last;
        return;
    }
    auto from = std::lower_bound(m_intervals.begin(), m_intervals.end(), first,
                                 [](const Interval& i, std::uint64_t n) { return i.last + 1 < n; });
    auto to = from;
    while (to != m_intervals.end() && to->first <= last + 1) {
        first = std::min(first, to->first);
        last = std::max(last, to->last);
        ++to;
    }
    from = m_intervals.erase(from, to);
    m_intervals.insert(from, {first, last});
}

void IntervalSet::merge(const IntervalSet& other)
{
    for (const auto& interval : other.m_intervals)
        addRange(interval.first, interval.last);
}

void IntervalSet::remove(std::uint64_t number)
{
    for (auto it = m_intervals.begin(); it != m_intervals.end(); ++it) {
        if (number < it->first || number > it->last)
            continue;
        const auto whole = *it;
        it = m_intervals.erase(it);
        if (number < whole.last)
            it = m_intervals.insert(it, {number + 1, whole.last});
        if (number > whole.first)
            m_intervals.insert(it, {whole.first, number - 1});
        return;
    }
}

std::vector<Context::Entry>::iterator Context::find(ReplicaId replica)
{
    return std::lower_bound(m_entries.begin(), m_entries.end(), replica,
                            [](const Entry& e, const ReplicaId& id) { return e.replica < id; });
}

const IntervalSet* Context::of(ReplicaId replica) const
{
    const auto it = const_cast<Context*>(this)->find(replica);
    return it != m_entries.end() && it->replica == replica ? &it->numbers : nullptr;
}

bool Context::contains(const Dot& dot) const
{
    const auto* numbers = of(dot.replica);
    return numbers != nullptr && numbers->contains(dot.number);
}

bool Context::covers(const Context& other) const
{
    return std::all_of(other.m_entries.begin(), other.m_entries.end(), [this](const Entry& theirs) {
        const auto* mine = of(theirs.replica);
        return mine != nullptr && mine->covers(theirs.numbers);
    });
}

void Context::add(const Dot& dot) { addRange(dot.replica, dot.number, dot.number); }

void Context::addRange(ReplicaId replica, std::uint64_t first, std::uint64_t last)
{
    auto it = find(replica);
    if (it == m_entries.end() || it->replica != replica)
        it = m_entries.insert(it, {replica, {}});
    it->numbers.addRange(first, last);
}

void Context::merge(ReplicaId replica, const IntervalSet& numbers)
{
    if (numbers.isEmpty())
        return;
    auto it = find(replica);
    if (it == m_entries.end() || it->replica != replica)
        m_entries.insert(it, {replica, numbers});
    else
        it->numbers.merge(numbers);
}

void Context::merge(const Context& other)
{
    for (const auto& entry : other.m_entries)
        merge(entry.replica, entry.numbers);
}

void Context::remove(const Dot& dot)
{
    const auto it = find(dot.replica);
    if (it == m_entries.end() || it->replica != dot.replica)
        return;
    it->numbers.remove(dot.number);
    if (it->numbers.isEmpty())
        m_entries.erase(it);
}

Context Context::without(const Context& other) const
{
    Context rest;
    for (const auto& entry : m_entries) {
        const auto* theirs = other.of(entry.replica);
        if (theirs == nullptr) {
            rest.merge(entry.replica, entry.numbers);
            continue;
        }
        for (const auto& mine : entry.numbers.intervals()) {
            auto from = mine.first;
            for (const auto& cut : theirs->intervals()) {
                if (cut.last < from)
                    continue;
                if (cut.first > mine.last)
                    break;
                if (cut.first > from)
                    rest.addRange(entry.replica, from, cut.first - 1);
                from = cut.last + 1;
                if (from > mine.last)
                    break;
            }
            if (from <= mine.last)
                rest.addRange(entry.replica, from, mine.last);
        }
    }
    return rest;
}

} // namespace lianxin::core
