// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/context.hpp"

#include <map>

namespace lianxin::store {

// A tablet got another id because its own lived in two bodies (R27, R28): of `old` the numbers up to `shared` were taken, what came after goes
// under the ids of `names`, as number 1 of each.
struct Restamp {
    ReplicaId old;
    std::uint64_t shared{0};
    std::map<std::uint64_t, ReplicaId> names;

    // R29: the same writes, by the names that they have now. What the twin wrote under the same numbers was never seen here, and is left out.
    [[nodiscard]] core::Context renamed(const core::Context& context) const;
};

} // namespace lianxin::store
