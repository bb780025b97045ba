// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_report.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

namespace lianxin::bench {

void Report::add(std::string name, double value, std::string unit, std::string note)
{
    m_rows.push_back({std::move(name), value, std::move(unit), std::move(note)});
}

void Report::notMeasured(const std::string& name, const std::string& why) { m_missing.emplace_back(name, why); }

bool Report::has(const std::string& name) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.name == name; });
}

void Report::print(const std::string& only) const
{
    std::printf("%-30s %14s %-5s %-12s %s\n", "name", "value", "unit", "target", "what");
    for (const auto& row : m_rows) {
        if (!only.empty() && row.name != only)
            continue;
        std::printf("%-30s %14.2f %-5s %-12s %s\n", row.name.c_str(), row.value, row.unit.c_str(),
                    targetOf(row.name).c_str(), row.note.c_str());
    }
    for (const auto& [name, why] : m_missing)
        if (only.empty() || name == only)
            std::printf("%-30s %14s %-5s %-12s %s\n", name.c_str(), "not measured", "", targetOf(name).c_str(),
                        why.c_str());
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

std::string targetOf(const std::string& name)
{
    static const std::map<std::string, std::string> targets{
        {"first_sync_100k_s", "<= 2.0"},
        {"first_sync_bytes_per_record", "<= 30"},
        {"segments_again_100k_s", "<= 2.0"},
        {"segments_bytes_per_record_100k", "<= 30"},
        {"segments_again_bytes_per_record_100k", "<= 30"},
        {"merge_us_per_op", "<= 2"},
        {"day_sync_bytes", "<= 16384"},
        {"day_sync_requests", "<= 3"},
        {"wasted_bytes_per_cut", "<= 32768"},
        {"tablets_p99_s", "<= 3"},
        {"sim_core_seeds_per_s", ">= 5000"},
        {"sim_engine_seeds_per_s", ">= 50"},
        {"edit_roundtrip_bytes", "<= 800"},
        {"edit_body_bytes", "<= 250"},
        {"push_200_ms", "<= 60"},
        {"push_200_bytes_per_edit", "<= 30"},
        {"noop_bytes", "<= 500"},
        {"server_merges_per_s", ">= 10000"},
        {"save_p99_ms", "<= 20"},
        {"search_p99_ms", "<= 30"},
        {"search_1m_p99_ms", "<= 30"},
        {"cold_start_ms", "<= 500"},
        {"unlock_ms", "<= 1000"},
        {"home_ms", "<= 200"},
        {"rss_mb", "<= 250"},
    };
    const auto found = targets.find(name);
    return found == targets.end() ? std::string() : found->second;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::min(values.size(), std::max<std::size_t>(rank, 1)) - 1];
}

void progress(const std::string& line) { std::cerr << "bench: " << line << std::endl; }

} // namespace lianxin::bench
