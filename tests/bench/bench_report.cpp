// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_report.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace lianxin::bench {

void Report::add(std::string name, double value, std::string unit, std::string note)
{
    m_rows.push_back({std::move(name), value, std::move(unit), std::move(note)});
}

void Report::notMeasured(const std::string& name, const std::string& why) { progress(name + " is left out: " + why); }

bool Report::has(const std::string& name) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.name == name; });
}

void Report::print(const std::string& only) const
{
    std::printf("%-30s %14s %-5s %s\n", "name", "value", "unit", "what");
    for (const auto& row : m_rows) {
        if (!only.empty() && row.name != only)
            continue;
        std::printf("%-30s %14.2f %-5s %s\n", row.name.c_str(), row.value, row.unit.c_str(), row.note.c_str());
    }
    std::fflush(stdout);
}

bool Report::write(const std::string& path, const std::string& only) const
{
    boost::json::array list;
    for (const auto& row : m_rows) {
        if (!only.empty() && row.name != only)
            continue;
        list.push_back(boost::json::object{{"name", row.name}, {"value", row.value}, {"unit", row.unit}});
    }
    std::ofstream file(path);
    file << boost::json::serialize(list) << '\n';
    return file.good();
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::min(values.size(), std::max<std::size_t>(rank, 1)) - 1];
}

double residentMegabytes()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    statm >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

void progress(const std::string& line) { std::cerr << "bench: " << line << std::endl; }

} // namespace lianxin::bench
