// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"

namespace lianxin::core {

// What one changeset touches while it is applied.
struct ServerCore::Run {
    const Changeset& changeset;
    ReplicaRow& replica;
    bool released{false}; // R38: the number is old, registers may already know the dot
    PartitionRows partitions;
};

} // namespace lianxin::core
