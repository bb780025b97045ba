// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"
#include "bench_tablet.hpp"

#include "faulty_proxy.hpp"

// What everyday work takes of the line, on a tablet that has its families: the rows of sync.md 7 that no other file takes.
namespace lianxin::bench {

// One field of one family, as a form saves it; `value` makes it a new one each time.
void saveOne(BenchTablet& tablet, const Catalogue& catalogue, const RecordId& household, int value);
[[nodiscard]] std::vector<RecordId> someHouseholds(BenchTablet& tablet, const Catalogue& catalogue, std::size_t most);

// push_200_ms, push_200_bytes_per_edit: 200 edits in one push, over TLS.
void pushTwoHundred(Report& report, BenchTablet& tablet, const Catalogue& catalogue);
// noop_bytes, edit_roundtrip_bytes, edit_body_bytes: through a counting proxy, without TLS (D24). What is not body is HTTP.
void countBytes(Report& report, BenchTablet& tablet, const Catalogue& catalogue, e2e::FaultyProxy& proxy);

} // namespace lianxin::bench
