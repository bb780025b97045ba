// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/container/flat_map.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/iterator/transform_iterator.hpp>

#include <bit>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

// The independent judge of the first simulation layer. It shares no code with sync/core (decisions D27): dots are pairs of small
// integers, pasts are plain sets, and the truth is the definition itself: a value is current if it was applied and nobody who was
// applied had seen it.
namespace lianxin::sim {

using OracleDot = std::pair<int, std::uint64_t>; // tablet index, -1 for none of them; changeset number
using OracleKey = std::pair<int, int>;           // record index, register index

// A set of dots as bits, a few words for each tablet: it is copied, joined and compared all the time, and histories are short.
class DotSet {
public:
    class const_iterator {
    public:
        using value_type = OracleDot;
        using reference = OracleDot;
        using pointer = const OracleDot*;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        const_iterator() = default;
        const_iterator(const DotSet& set, std::size_t bit) : m_set(&set), m_bit(set.next(bit)) {}
        OracleDot operator*() const { return dotAt(m_bit); }
        const_iterator& operator++()
        {
            m_bit = m_set->next(m_bit + 1);
            return *this;
        }
        const_iterator operator++(int)
        {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator& other) const { return m_bit == other.m_bit; }

    private:
        const DotSet* m_set{nullptr};
        std::size_t m_bit{0};
    };
    using value_type = OracleDot;

    DotSet() = default;
    DotSet(std::initializer_list<OracleDot> dots) : DotSet(dots.begin(), dots.end()) {}
    template <typename Iterator> DotSet(Iterator from, Iterator to)
    {
        for (; from != to; ++from)
            insert(*from);
    }
    void insert(const OracleDot& dot)
    {
        const auto bit = bitOf(dot);
        if (m_words.size() <= bit / 64)
            m_words.resize(bit / 64 + 1, 0);
        m_words[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    void insert(const DotSet& others)
    {
        if (m_words.size() < others.m_words.size())
            m_words.resize(others.m_words.size(), 0);
        for (std::size_t i = 0; i < others.m_words.size(); ++i)
            m_words[i] |= others.m_words[i];
    }
    [[nodiscard]] bool contains(const OracleDot& dot) const
    {
        const auto bit = bitOf(dot);
        return bit / 64 < m_words.size() && (m_words[bit / 64] >> bit % 64 & 1) != 0;
    }
    [[nodiscard]] std::size_t count(const OracleDot& dot) const { return contains(dot) ? 1 : 0; }
    [[nodiscard]] bool empty() const { return m_words.empty(); }
    [[nodiscard]] const_iterator begin() const { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const { return {*this, m_words.size() * 64}; }
    bool operator==(const DotSet& other) const = default; // nothing is ever taken out: the last word is not 0

private:
    static constexpr std::uint64_t kNumbers = 128; // more changesets of one tablet than any history has
    static std::size_t bitOf(const OracleDot& dot)
    {
        if (dot.second >= kNumbers)
            throw std::length_error("a history of too many changesets");
        return static_cast<std::size_t>(dot.first + 1) * kNumbers + dot.second;
    }
    static OracleDot dotAt(std::size_t bit) { return {static_cast<int>(bit / kNumbers) - 1, bit % kNumbers}; }
    [[nodiscard]] std::size_t next(std::size_t bit) const
    {
        for (auto word = bit / 64; word < m_words.size(); ++word, bit = word * 64)
            if (const auto rest = m_words[word] >> bit % 64; rest != 0)
                return bit + static_cast<std::size_t>(std::countr_zero(rest));
        return m_words.size() * 64;
    }

    boost::container::small_vector<std::uint64_t, 10> m_words;
};

struct OracleWrite {
    DotSet past;
    int value{0};
};

// Writes by their dots. They lie in the oracle's changesets and never change there.
class OracleWrites {
public:
    void add(const OracleDot& dot, const OracleWrite& write) { m_writes[dot] = &write; }
    void add(const OracleWrites& others) { m_writes.insert(others.m_writes.begin(), others.m_writes.end()); }
    [[nodiscard]] const OracleWrite& at(const OracleDot& dot) const { return *m_writes.at(dot); }
    [[nodiscard]] std::size_t count(const OracleDot& dot) const { return m_writes.count(dot); }
    [[nodiscard]] bool empty() const { return m_writes.empty(); }
    [[nodiscard]] auto begin() const { return boost::make_transform_iterator(m_writes.begin(), &lookedAt); }
    [[nodiscard]] auto end() const { return boost::make_transform_iterator(m_writes.end(), &lookedAt); }

private:
    using Map = boost::container::flat_map<OracleDot, const OracleWrite*>;
    static std::pair<OracleDot, const OracleWrite&> lookedAt(const Map::value_type& entry)
    {
        return {entry.first, *entry.second};
    }
    Map m_writes;
};

// All writes to one register that somebody's state reflects.
struct OracleRegister {
    OracleWrites applied;
    DotSet overwritten; // the pasts of all that is applied: kept, because everybody asks for it at every step

    void apply(const OracleDot& dot, const OracleWrite& write)
    {
        applied.add(dot, write);
        overwritten.insert(write.past);
    }
    void join(const OracleRegister& other)
    {
        applied.add(other.applied);
        overwritten.insert(other.overwritten);
    }
    [[nodiscard]] DotSet heads() const
    {
        DotSet result;
        for (const auto& [dot, write] : applied)
            if (!overwritten.contains(dot))
                result.insert(dot);
        return result;
    }
    [[nodiscard]] bool hasSeen(const OracleDot& dot) const
    {
        return overwritten.contains(dot) || applied.count(dot) > 0;
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
    Oracle() = default;
    Oracle(const Oracle&) = delete; // registers point at the writes
    Oracle& operator=(const Oracle&) = delete;

    void saved(OracleDot dot, OracleChangeset changeset)
    {
        const auto& kept = m_changesets.emplace(dot, std::move(changeset)).first->second;
        for (const auto& [key, write] : kept.writes)
            m_own[{dot.first, key}].push_back({dot, &write, &kept});
    }
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
        if (!known.applied.empty())
            m_server[key].join(known);
    }

    // What a tablet shows: what it received plus its own writes that the received state does not reflect, and that it still knows of.
    [[nodiscard]] OracleRegister shown(int tablet, OracleKey key, const OracleState& received,
                                       const std::function<bool(std::uint64_t)>& hasForgotten = {}) const
    {
        OracleRegister reg;
        if (const auto found = received.find(key); found != received.end())
            reg = found->second;
        const auto own = m_own.find({tablet, key});
        if (own == m_own.end())
            return reg;
        boost::container::small_vector<const Own*, 16> above; // held against what was received, not against each other
        for (const auto& one : own->second)
            if (!one.changeset->withdrawn && !reg.hasSeen(one.dot) && !(hasForgotten && hasForgotten(one.dot.second)))
                above.push_back(&one);
        for (const auto* one : above)
            reg.apply(one->dot, *one->write);
        return reg;
    }

private:
    struct Own {
        OracleDot dot;
        const OracleWrite* write;
        const OracleChangeset* changeset;
    };

    std::map<OracleDot, OracleChangeset> m_changesets;
    boost::container::flat_map<std::pair<int, OracleKey>, std::vector<Own>> m_own; // by tablet and register
    OracleState m_server;
};

} // namespace lianxin::sim
