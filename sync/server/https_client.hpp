// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace lianxin::server {

struct ClientOptions {
    std::string address;      // https://host[:port]; http:// on loopback only
    std::string authorityPem; // the only one that is believed
    std::chrono::seconds connect{20};
    std::chrono::seconds patience{60}; // for a whole request after that: an uplink of 32 kbit/s moves 240 KB
    std::size_t replyBytes{1024 * 1024};
};

struct ClientReply {
    int status{0};
    std::string body; // unpacked
};

// One request at a time to one server, TLS 1.3 to the organisation's own authority. A connection for each: an office asks seldom.
class HttpsClient {
public:
    explicit HttpsClient(ClientOptions options);
    ~HttpsClient();
    HttpsClient(const HttpsClient&) = delete;
    HttpsClient& operator=(const HttpsClient&) = delete;

    // Bytes as they go out. offline: no whole answer; stranger: who answered is not certified by the authority.
    [[nodiscard]] Result<ClientReply> ask(std::string_view method, std::string_view path, const std::string& body,
                                          std::string_view encoding, const std::string& auth);
    void stop(); // from any thread: what is under way ends as offline, and so does everything later

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lianxin::server
