// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"
#include "sync/seal/keys.hpp"

#include <string>
#include <vector>

namespace lianxin::server {

struct BuiltSegments {
    core::SegmentManifest manifest; // signed
    std::vector<std::string> segments;
    // Nothing was made: this one has a row that is larger than a segment may be. It is pulled by frames.
    std::optional<PartitionId> tooLarge;
};

// Everything that the partitions hold now, as segments. Works on any backend: it asks for what a pull from 0 asks. `partitions` ascending.
[[nodiscard]] Result<BuiltSegments> buildSegments(core::ServerStore& store, core::ServerCore& core,
                                                  const std::vector<PartitionId>& partitions, EpochId epoch,
                                                  const seal::SignKey& receiptKey);

} // namespace lianxin::server
