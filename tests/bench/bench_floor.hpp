// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench_tablet.hpp"

namespace lianxin::bench {

struct Floor {
    double seconds{0};
    std::size_t rows{0};
};
// The record rows of a tablet whose store is closed, into an empty SQLCipher file: one transaction, no index beside the key, nothing else.
[[nodiscard]] Floor plainInserts(const BenchTablet& source);

} // namespace lianxin::bench
