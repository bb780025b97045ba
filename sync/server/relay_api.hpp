// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/http_host.hpp"
#include "sync/server/rate_limit.hpp"
#include "sync/server/relay_store.hpp"

#include <functional>

namespace lianxin::server {

// What tablets in an office may ask a relay: to take envelopes, and what became of earlier ones. It has no other door.
class RelayApi final : public HttpApp {
public:
    // `wake`: new envelopes lie here.
    RelayApi(RelayStore& store, AccessLog& log, double requestsPerMinute, std::function<void()> wake)
        : m_store(store), m_log(log), m_peers(requestsPerMinute), m_wake(std::move(wake))
    {}

    [[nodiscard]] std::size_t bodyLimit(std::string_view path) const override;
    void handle(HttpRequest request, std::function<void(HttpReply)> done) override;
    [[nodiscard]] std::string_view loggedPath(std::string_view path) const override;
    [[nodiscard]] std::string errorBody(Errc code, std::string_view detail) const override;

private:
    [[nodiscard]] HttpReply answer(const HttpRequest& request);
    [[nodiscard]] HttpReply carry(const HttpRequest& request);
    [[nodiscard]] HttpReply segmentPart(const HttpRequest& request);
    [[nodiscard]] HttpReply health();
    [[nodiscard]] HttpReply storeFailed(const Error& error);

    RelayStore& m_store;
    AccessLog& m_log;
    RateLimit m_peers;
    std::function<void()> m_wake;
};

} // namespace lianxin::server
