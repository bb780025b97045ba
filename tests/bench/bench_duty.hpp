// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

namespace lianxin::bench {

// The duty rules alone: 1,000 families with a year of contacts, one day and every day of a year, beside the floor of only walking over them.
void measureDuty(Report& report);

} // namespace lianxin::bench
