// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/store/replica_store.hpp"

#include <vector>

namespace lianxin::forms {

// The clinical supervisors whose grants cover an area, in the directory's order.
[[nodiscard]] Result<std::vector<UserId>> supervisorsOf(const Catalogue& catalogue, const store::ReplicaStore& store,
                                                        const PartitionId& area);

} // namespace lianxin::forms
