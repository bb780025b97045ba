// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/province.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

// What an administrator asks and is told about backups and restores.
namespace lianxin::server {

[[nodiscard]] Result<boost::json::object> backupNow(Province& province, const std::string& folder);
// Somebody read the whole copy in `folder` and found it good: tablets are told of it from here on.
[[nodiscard]] Result<boost::json::object> backupVerified(Province& province, const boost::json::object& command);
// First the whole: epochs begun after the first, why, how many tablets have given back everything; then each that has begun to.
[[nodiscard]] Result<boost::json::array> healingStatus(Province& province);

} // namespace lianxin::server
