// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/relay_home.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>

namespace lianxin::server {

struct RelayServeOptions {
    std::string listen{"127.0.0.1:0"};
    std::string portFile;
    std::string log;
    std::string province; // empty: the invitation's
    std::uint64_t quotaMegabytes{2048};
    std::uint64_t days{180};
    int mostPauseSeconds{120};
    int listSeconds{3600};
    double requestsPerMinute{120};
    bool insecureLoopback{false};
};

[[nodiscard]] Result<void> serveRelay(const RelayPaths& paths, const RelayServeOptions& options);
// Of the relay that runs on this folder, or of its file while none does.
[[nodiscard]] Result<boost::json::object> relayStatus(const RelayPaths& paths);

} // namespace lianxin::server
