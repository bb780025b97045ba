// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/admin_service.hpp"
#include "tests/simulation/engine/ground.hpp"
#include "tests/simulation/engine/sources.hpp"

#include <memory>
#include <optional>

namespace lianxin::sim::engine {

// How the process is to end under a request. `atWrite` counts the writes, syncs and truncates of the database.
struct Death {
    int atWrite{0};
    bool afterCommit{false};
};

// The province that ships, in this thread and without sockets: ServerApi, the services, the merge core, the encrypted database.
class SimServer {
public:
    SimServer(const Ground& ground, std::string folder, const VirtualTime& time, std::uint64_t seed, bool segments);
    ~SimServer();

    // Nothing when the process died under it; it is up again then.
    [[nodiscard]] std::optional<server::HttpReply> handle(const server::HttpRequest& request, const Death& death);
    // An administrator releases or withdraws a changeset from quarantine.
    [[nodiscard]] Result<void> decide(const Dot& dot, bool release);
    [[nodiscard]] Result<void> administer(const boost::json::object& command);
    void kill();    // kill -9 and a new start
    void restart(); // an orderly stop and a new start
    void backUp(const std::string& folder);
    // An administrator's program read the copy: tablets may be told of it. Refused where another one was made since, or another epoch began.
    [[nodiscard]] Result<void> announce(const std::string& folder);
    void putBack(const std::string&
                     folder); // its process ends, a backup takes the place of its database, it starts in a new epoch
    void idle();              // nothing waits: what need not be done at once

    [[nodiscard]] int lives() const { return m_lives; } // what it had only in memory is gone with each
    [[nodiscard]] server::Province& province() { return *m_province; }

private:
    class Queue;
    void open();
    void drop();

    const Ground& m_ground;
    server::HomePaths m_paths;
    int m_lives{0};
    bool m_segments;
    JumpyClock m_clock;
    SeededRandom m_random;
    std::unique_ptr<server::Province> m_province;
    std::unique_ptr<Queue> m_queue;
    server::AccessLog m_log{"/dev/null"};
    std::unique_ptr<server::ServerApi> m_api;
    std::unique_ptr<server::AdminService> m_admin;
};

} // namespace lianxin::sim::engine
