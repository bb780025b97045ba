// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/vector_name.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>

namespace lianxin::seal {

VectorName nameOf(const core::Context& vector)
{
    Blake2b hash;
    hash.field("lianxin-vector-1").number(vector.entries().size());
    for (const auto& entry : vector.entries()) {
        hash.field(entry.replica.raw()).number(entry.numbers.intervals().size());
        for (const auto& interval : entry.numbers.intervals())
            hash.number(interval.first).number(interval.last);
    }
    const auto whole = hash.finish();
    VectorName name;
    std::copy_n(whole.bytes.begin(), name.bytes.size(), name.bytes.begin());
    return name;
}

} // namespace lianxin::seal
