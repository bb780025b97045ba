// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

namespace lianxin::bench {

// Files that are of one family: precision and recall on the labelled set of made-up families, of the whole and of each reason alone, and
// how long a county takes.
void measurePairs(Report& report);

} // namespace lianxin::bench
