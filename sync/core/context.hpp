// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lianxin::core {

// Numbers as closed intervals, sorted and never touching: {1..5, 7..7}.
class IntervalSet {
public:
    struct Interval {
        std::uint64_t first;
        std::uint64_t last;
        auto operator<=>(const Interval&) const = default;
    };

    [[nodiscard]] bool contains(std::uint64_t number) const;
    [[nodiscard]] bool covers(const IntervalSet& other) const;
    [[nodiscard]] bool isEmpty() const { return m_intervals.empty(); }
    [[nodiscard]] std::uint64_t greatest() const { return m_intervals.empty() ? 0 : m_intervals.back().last; }
    [[nodiscard]] std::span<const Interval> intervals() const { return m_intervals; }
    void add(std::uint64_t number) { addRange(number, number); }
    void addRange(std::uint64_t first, std::uint64_t last); // 1 <= first <= last
    void merge(const IntervalSet& other);
    void remove(std::uint64_t number);
    auto operator<=>(const IntervalSet&) const = default;

private:
    std::vector<Interval> m_intervals;
};

// A set of dots (sync-rules R2): what a register state, a form or a partition vector has seen. Kept per replica, sorted by
// replica, no empty entries, so that equal sets are equal values.
class Context {
public:
    struct Entry {
        ReplicaId replica;
        IntervalSet numbers;
        auto operator<=>(const Entry&) const = default;
    };

    [[nodiscard]] bool contains(const Dot& dot) const;
    [[nodiscard]] bool covers(const Context& other) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] std::span<const Entry> entries() const { return m_entries; }
    [[nodiscard]] const IntervalSet* of(ReplicaId replica) const; // nullptr when nothing of it
    void add(const Dot& dot);
    void addRange(ReplicaId replica, std::uint64_t first, std::uint64_t last);
    void merge(ReplicaId replica, const IntervalSet& numbers);
    void merge(const Context& other);
    void remove(const Dot& dot);
    // What of this is not in `other`: used to keep only exceptions beyond a base.
    [[nodiscard]] Context without(const Context& other) const;
    auto operator<=>(const Context&) const = default;

private:
    [[nodiscard]] std::vector<Entry>::iterator find(ReplicaId replica);
    std::vector<Entry> m_entries;
};

} // namespace lianxin::core
