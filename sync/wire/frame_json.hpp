// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/wire/json_fields.hpp"

namespace lianxin::wire {

// A frame as PROTOCOL.md 8 writes it. `cursor` is the one it continues, as the request gave it (0 and nil for a new partition).
void writeFrame(JsonOut& out, const core::Frame& frame, const core::PartitionCursor& cursor);
[[nodiscard]] core::PartitionCursor cursorOf(const PartitionId& partition, const core::PullRequest& asked);
[[nodiscard]] core::Frame readFrame(const JsonIn& in, const core::PullRequest& asked);

} // namespace lianxin::wire
