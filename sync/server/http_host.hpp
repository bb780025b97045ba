// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/server/access_log.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::server {

struct HttpRequest {
    std::string method;
    std::string path; // without the query
    std::string query;
    std::string auth;     // value of Lianxin-Replica
    std::string encoding; // value of Content-Encoding
    std::string accepts;  // value of Accept-Encoding
    std::string body;
    std::string peer; // address of the other end: for limits, never for logs
};

struct HttpReply {
    int status{200};
    std::string body;
    std::string_view encoding;
    std::optional<std::uint32_t> retryAfter; // seconds
    std::string replicaTag;                  // short hash of the replica id, for the log
    std::uint32_t formsVersion{0};           // of the province's forms, told to replicas; 0: none
};

class HttpApp {
public:
    virtual ~HttpApp() = default;
    // Largest body as sent that is read at all for this target.
    [[nodiscard]] virtual std::size_t bodyLimit(std::string_view path) const = 0;
    // Called on one of the host's threads; `done` may be called from any thread, exactly once.
    virtual void handle(HttpRequest request, std::function<void(HttpReply)> done) = 0;
    // The name under which a path may be logged: paths that nobody knows could hold anything.
    [[nodiscard]] virtual std::string_view loggedPath(std::string_view path) const = 0;
    // Body of an answer that the host itself has to give.
    [[nodiscard]] virtual std::string errorBody(Errc code, std::string_view detail) const = 0;
};

struct HttpOptions {
    std::string address{"127.0.0.1"};
    std::uint16_t port{0};      // 0: any free one
    std::string tlsCertificate; // PEM; empty: plain HTTP, only on a loopback address
    std::string tlsKey;         // PEM
    std::size_t headerBytes{16 * 1024};
    std::chrono::seconds request{30}; // from its first byte to its last
    std::chrono::seconds idle{75};    // between requests; above the tablets' polling interval
    std::size_t connections{2000};
    int threads{2};
};

// Sockets, TLS 1.3, HTTP/1.1 with hard limits. Knows nothing of what is asked.
class HttpHost {
public:
    HttpHost(HttpOptions options, HttpApp& app, AccessLog& log);
    ~HttpHost();
    HttpHost(const HttpHost&) = delete;
    HttpHost& operator=(const HttpHost&) = delete;

    [[nodiscard]] Result<std::uint16_t> listen(); // the port
    // Until SIGTERM, SIGINT or stop(): then no new connections, running requests finish, and it returns.
    void run();
    void stop(); // from any thread

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lianxin::server
