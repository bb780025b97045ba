// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"

#include <optional>

namespace lianxin::server {

// What the archive holds under a dot. None: nothing, or bytes that are no changeset, which say nothing about any record.
[[nodiscard]] Result<std::optional<core::Changeset>> archivedChangeset(core::ServerStore& store, const Dot& dot);

} // namespace lianxin::server
