// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"
#include "sync/server/server_home.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace lianxin::server {

// What an administrator hands to whoever helps: versions, counts, sizes, reasons. Of what `status` says it takes numbers and the names of our own
// lists; no id of a user, replica or changeset, no name of a place, no address, no path.
[[nodiscard]] std::string supportReport(const boost::json::object& status, const HomePaths& paths, Millis now);
// `lianxin-server support FILE --data FOLDER`: shows it, and writes it for its owner alone. `data` and `action` outlive the call.
void addSupport(CLI::App& app, std::string& data, std::function<Result<void>()>& action);

} // namespace lianxin::server
