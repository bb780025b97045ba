// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/http_host.hpp"
#include "sync/server/server_home.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace lianxin::server {

// The whole program behind main(). Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused, 4 busy (another process has the data folder), 5 damaged files.
[[nodiscard]] int runCommandLine(int argc, char** argv);

struct InitOptions {
    std::string data;
    std::string authority;
    bool demo{false}; // what it is anyway without `production`
    bool production{false};
    std::vector<std::string> hosts;
};
[[nodiscard]] Result<void> runInit(const InitOptions& options);

struct ServeOptions {
    std::string data;
    std::string listen{"127.0.0.1:0"};
    std::string portFile;
    std::string log;
    std::string publicAddress;
    bool insecureLoopback{false};
    double requestsPerMinute{60};
    int idleSeconds{75};
    int requestSeconds{30};
};
[[nodiscard]] Result<void> runServe(const ServeOptions& options);
[[nodiscard]] Result<void> parseListen(const std::string& text, HttpOptions& options); // ADDRESS:PORT
// On the issuer's machine: signs the reviewed and numbered forms of `folder`; `current` is the document in use, empty for none.
[[nodiscard]] Result<void> runSignForms(const std::string& folder, const std::string& authorityFolder,
                                        const std::string& current, const std::string& out);
// On the server, stopped: works with the signed document from its next start.
[[nodiscard]] Result<void> runPublishForms(const HomePaths& paths, const std::string& file);

// Runs one administrator's command: in the server that runs on this data folder, or here while none does.
[[nodiscard]] Result<boost::json::object> runAdmin(const HomePaths& paths, const boost::json::object& command);
// Signs what waits with the authority's issuer key and publishes it; answers what was confirmed. `only` empty: everything.
[[nodiscard]] Result<boost::json::object> confirmWaiting(const HomePaths& paths, const std::string& authority,
                                                         const std::string& only);

} // namespace lianxin::server
