// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"
#include "server_process.hpp"

#include <QUrl>

#include <string>

namespace lianxin::bench {

struct AppSetting {
    e2e::ServerProcess& server; // runs, with TLS, and holds the corpus
    QUrl url;
    std::string label;   // of the corpus
    QString area;        // whose records the person in the app may see
    std::size_t records; // that must be there
    bool headline{true}; // home_ms and rss_mb are of this corpus, and the start is measured with it
    bool brief{false};   // to see that it works: few starts
};

// The app as processes of their own, watched from outside: `lianxin` from its start to its first frame; and the same pages over the same
// libraries, led by lianxin_bench_app, with a vault of the corpus open: unlock to today's page, and the memory that the kernel counts.
void measureApp(const AppSetting& setting, Report& report);

} // namespace lianxin::bench
