// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"

#include <map>
#include <string>
#include <vector>

namespace lianxin::test {

inline constexpr Millis kToday = 1'795'392'000'000; // 2026-11-23
[[nodiscard]] data::Generator demoGenerator(std::uint64_t seed);
[[nodiscard]] std::string dumpOf(const std::vector<data::NamedChange>& changes);

// What a set of families holds, counted without the generator's own notions.
class Census {
public:
    Census(const data::Generator& generator, std::size_t households);

    [[nodiscard]] double count(const std::string& what) const;
    [[nodiscard]] double share(const std::string& what, const std::string& of) const { return count(what) / count(of); }
    [[nodiscard]] double mean(const std::string& what) const;
    [[nodiscard]] double quantile(const std::string& what, double part) const;
    [[nodiscard]] double years() const { return m_years; } // that all families together were looked after
    [[nodiscard]] const std::vector<std::size_t>& leapFamilies() const { return m_leapFamilies; } // indexes, in order

private:
    void family(const std::vector<data::NamedChange>& changes);
    void household(const boost::json::object& fields);
    void person(const boost::json::object& fields);
    void target(const boost::json::object& fields);
    void identity(const boost::json::object& fields);
    void visit(const boost::json::object& fields, Millis written);
    void loss(const boost::json::object& fields);
    void put(const std::string& what, double value) { m_samples[what].push_back(value); }

    std::map<std::string, double> m_counts;
    std::map<std::string, std::vector<double>> m_samples;
    std::vector<std::size_t> m_leapFamilies;
    std::size_t m_index{0};
    double m_years{0};
};

} // namespace lianxin::test
