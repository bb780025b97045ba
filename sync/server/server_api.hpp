// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/request.hpp"
#include "sync/server/http_host.hpp"
#include "sync/server/province.hpp"
#include "sync/server/rate_limit.hpp"

#include <functional>

namespace lianxin::server {

struct ApiOptions {
    double requestsPerMinute{60};  // of one replica
    double strangersPerMinute{60}; // enrolments and refused signatures of one address
};

// HTTP requests to services: checks form, signature and limits on the host's threads, hands honest work to the store worker, and turns what
// comes back into bytes. PROTOCOL.md is what it follows.
class ServerApi final : public HttpApp {
public:
    ServerApi(Province& province, StoreQueue& queue, AccessLog& log, ApiOptions options);

    [[nodiscard]] std::size_t bodyLimit(std::string_view path) const override;
    void handle(HttpRequest request, std::function<void(HttpReply)> done) override;
    [[nodiscard]] std::string_view loggedPath(std::string_view path) const override;
    [[nodiscard]] std::string errorBody(Errc code, std::string_view detail) const override;

private:
    using Done = std::function<void(HttpReply)>;
    struct Caller {
        seal::RequestAuth auth;
        seal::PublicSignKey key;
        Hash hash;
        std::string tag;
    };

    void enrol(const HttpRequest& request, const Done& done);
    void push(const HttpRequest& request, const Caller& caller, const Done& done);
    void pushShort(std::string_view body, const HttpRequest& request, const Caller& caller, const Done& done);
    void pull(const HttpRequest& request, const Caller& caller, const Done& done);
    void donate(const HttpRequest& request, const Caller& caller, const Done& done);
    void segment(const HttpRequest& request, const Caller& caller, const Done& done);
    void blob(const HttpRequest& request, const Caller& caller, const Done& done); // server_api_blobs.cpp
    void blobStates(std::function<Result<Answer<BlobService::States>>()> work, const Done& done);
    // server_api_restamp.cpp
    void restamp(const HttpRequest& request, const Caller& caller, const Done& done);
    void restamped(const HttpRequest& request, const Caller& caller, const Done& done);
    // server_api_carry.cpp
    void carry(const HttpRequest& request, const Caller& caller, const Done& done);
    void relays(const Caller& caller, const Done& done);
    void shelf(const Caller& caller, const Done& done);
    void shelfPart(const HttpRequest& request, const Caller& caller, const Done& done);
    [[nodiscard]] HttpReply health() const;
    [[nodiscard]] HttpReply catalogue(const HttpRequest& request) const;
    [[nodiscard]] HttpReply forms() const;
    // Who sends it, when its signature holds and its limit is not used up.
    [[nodiscard]] Result<Caller> authenticate(const HttpRequest& request, HttpReply& refusal);
    template <typename T>
    void post(bool writes, std::function<Result<Answer<T>>()> work, std::function<HttpReply(Answer<T>&)> say,
              const Done& done);
    [[nodiscard]] HttpReply storeFailed(const Error& error);

    Province& m_province;
    StoreQueue& m_queue;
    AccessLog& m_log;
    RateLimit m_replicas;
    RateLimit m_strangers;
    std::string m_health;
};

} // namespace lianxin::server
