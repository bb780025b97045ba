// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

#include "sync/model/catalogue.hpp"

#include <cstddef>

namespace lianxin::bench {

// The one search box over `records` rows of the generator's families and a library, homes and volunteers beside them, in the real
// encrypted store, and a plain LIKE scan of the same texts in a plain encrypted table.
void measureSearch(const Catalogue& catalogue, std::size_t records, Report& report);

} // namespace lianxin::bench
