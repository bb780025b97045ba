// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"
#include "bench_tablet.hpp"

#include "app/data/data_loader.hpp"
#include "faulty_proxy.hpp"
#include "server_process.hpp"

#include <string>
#include <vector>

namespace lianxin::bench {

struct ScaleOptions {
    std::size_t households{0}; // 0: as many as `records` need
    std::size_t records{10'000};
    std::string label{"10k"}; // in the names: first_sync_10k_s
    bool details{true};       // the figures beside the first sync, too
};

// One province with a corpus of this size, a tablet that wrote it and a tablet that gets it.
class Scale {
public:
    Scale(const Catalogue& catalogue, ScaleOptions options, Report& report);
    void run();

private:
    void startServer(bool tls);
    void fill();
    void noteQueries(const data::NamedChange& change);
    void firstSync();
    void floorRow();
    void floorSearch();
    void makeQueries();
    void searches();
    void saves();

    const Catalogue& m_catalogue;
    ScaleOptions m_options;
    Report& m_report;
    e2e::ServerProcess m_server;
    std::unique_ptr<e2e::FaultyProxy> m_proxy;
    QUrl m_url;
    data::SetClock m_writerClock;
    BenchTablet m_writer;
    BenchTablet m_reader;
    std::vector<std::string> m_names;
    std::vector<std::string> m_phones;
    std::vector<std::string> m_queries; // folded
    std::size_t m_records{0};
};

} // namespace lianxin::bench
