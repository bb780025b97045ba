// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::server {

// Table meta of the server's database: the few things of which there is one. Within the caller's transaction.

[[nodiscard]] Result<std::optional<std::string>> meta(store::Database& database, std::string_view name);
// For what is written once in a server's life: an error when it is there already.
[[nodiscard]] Result<void> addMeta(store::Database& database, std::string_view name, std::string_view value);
[[nodiscard]] Result<void> setMeta(store::Database& database, std::string_view name, std::string_view value);
[[nodiscard]] Result<void> setMeta(store::Database& database, std::string_view name, Millis at);
[[nodiscard]] Result<Millis> metaTime(store::Database& database, std::string_view name); // 0: none

} // namespace lianxin::server
