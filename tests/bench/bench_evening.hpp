// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

#include "server_process.hpp"
#include "sync/model/catalogue.hpp"

namespace lianxin::bench {

// The evening on which 15,000 tablets come home within two hours: tablets with a day's work of their own arrive at that rate, whether or not
// those before are done (open loop), at the real server process. Scaled in time only: fewer tablets for a shorter time.
void evening(Report& report, const Catalogue& catalogue, e2e::ServerProcess& server, std::size_t tablets,
             double timesFaster);

// Fifty changes and six visits on one tablet, sent in one go in the evening: bytes with HTTP headers, without TLS, and round trips. The server
// must listen without TLS.
void daySync(Report& report, const Catalogue& catalogue);

} // namespace lianxin::bench
