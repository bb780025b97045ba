// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/data_keys.hpp"
#include "sync/store/database.hpp"

namespace lianxin::vault {

// The form that the store's connection takes; it wipes its own copy.
[[nodiscard]] store::RawKey rawKey(const FileKey& key);

} // namespace lianxin::vault
