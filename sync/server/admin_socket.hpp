// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/admin_service.hpp"

#include <memory>
#include <string>
#include <thread>

namespace lianxin::server {

// The running server's door for administrators: a Unix socket in the data folder, which only the folder's owner can reach. One line of JSON in,
// one line out.
class AdminSocket {
public:
    [[nodiscard]] static Result<std::unique_ptr<AdminSocket>> open(const HomePaths& paths, AdminService& service,
                                                                   StoreWorker& worker);
    ~AdminSocket();
    AdminSocket(const AdminSocket&) = delete;
    AdminSocket& operator=(const AdminSocket&) = delete;

private:
    AdminSocket(int listener, int wake, std::string path, AdminService& service, StoreWorker& worker);
    void run();
    void serve(int connection);
    [[nodiscard]] std::string answer(const std::string& line);

    int m_listener;
    int m_wake; // eventfd: tells run() to end
    std::string m_path;
    AdminService& m_service;
    StoreWorker& m_worker;
    std::jthread m_thread;
};

// The other end. Nothing when no server runs on this data folder.
[[nodiscard]] Result<std::optional<boost::json::object>> askRunningServer(const HomePaths& paths,
                                                                          const boost::json::object& command);

// {"error": name, "detail": text} or the object itself, both ways.
[[nodiscard]] std::string encodeAdminReply(const Result<boost::json::object>& reply);
[[nodiscard]] Result<boost::json::object> decodeAdminReply(const std::string& line);

} // namespace lianxin::server
