// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_report.hpp"

#include <cstddef>

namespace lianxin::bench {

// The merge core alone: n changes of 500 tablets that have not seen each other, four to a register, in the order of an evening (mixed).
void mergeCore(Report& report, std::size_t most);

} // namespace lianxin::bench
