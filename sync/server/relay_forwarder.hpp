// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/access_log.hpp"
#include "sync/server/https_client.hpp"
#include "sync/server/relay_store.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace lianxin::server {

// Brings to the province what waits, byte for byte, whenever the link is there. A thread of its own: an uplink may stand still for a minute.
class RelayForwarder {
public:
    struct Parts {
        RelayStore& store;
        HttpsClient& client;
        const seal::SignKey& key;
        ReplicaId id;
        AccessLog& log;
        RandomSource& random;
        std::chrono::milliseconds mostPause; // between two tries
        std::chrono::seconds listPause;      // between two looks at what segments there are
    };
    explicit RelayForwarder(const Parts& parts);
    ~RelayForwarder(); // ends what is under way
    RelayForwarder(const RelayForwarder&) = delete;
    RelayForwarder& operator=(const RelayForwarder&) = delete;

    void wake(); // something new lies there

private:
    enum class Round { nothing, done, failed };
    void run();
    [[nodiscard]] Round forward();
    [[nodiscard]] Result<wire::CarryReply> bring(const wire::CarryRequest& request);
    // One piece of the office's segments, when nothing waits to go up.
    [[nodiscard]] Round fetch();
    [[nodiscard]] Result<void> fetchPart(const wire::ShelfAsk& ask);
    [[nodiscard]] Result<std::string> ask(std::string_view method, std::string_view path, std::string body);
    [[nodiscard]] std::chrono::milliseconds pauseAfter(Round round);
    void tell(const Error& error);

    Parts m;
    std::optional<std::chrono::steady_clock::time_point> m_listed; // when the list of segments was asked for
    unsigned m_failures{0};
    Errc m_told{Errc::internal}; // what the log said last, so that a dead link is one line and not one a minute
    bool m_isTold{false};
    std::mutex m_mutex; // guards the two below
    std::condition_variable m_wake;
    bool m_news{true}; // what lay there at the start
    bool m_stopping{false};
    std::jthread m_thread;
};

} // namespace lianxin::server
