// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

namespace lianxin::server {

inline constexpr int kSchemaVersion = 9; // steps of prepareSchema(): what `status` and /health say

// Brings an empty or older database of a server to kSchemaVersion.
[[nodiscard]] Result<void> prepareSchema(store::Database& database);

} // namespace lianxin::server
