// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

#include "app/data/generator.hpp"

#include <ostream>
#include <string>

// Figures that other programs take: the simulator, and the peers that npm brings.
namespace lianxin::bench {

// One JSON object a line, as the peers read them.
void writeRecords(std::ostream& out, const data::NamedChange& change);
// Seeded histories a second and core, by the program that plays them; `fewer` times fewer than a figure needs.
void simulators(Report& report, const std::string& program, int fewer);
// PouchDB and RxDB on the records of `corpus`; where npm is missing the table says so.
void runPeers(Report& report, const std::string& script, const std::string& folder, const std::string& corpus);

} // namespace lianxin::bench
