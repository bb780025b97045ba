// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/province.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace lianxin::server {

// The administrator's commands as one JSON object each: {"do": name, ...} -> an object. The command line runs them here itself while no server
// runs, otherwise through the running server's socket: there is never a second writer.
class AdminService {
public:
    AdminService(Province& province, std::string address) : m_province(province), m_address(std::move(address)) {}

    [[nodiscard]] static bool writes(const boost::json::object& command);
    // On the store worker's thread, a writing one inside its transaction.
    [[nodiscard]] Result<boost::json::object> run(const boost::json::object& command);

private:
    using Object = boost::json::object;
    [[nodiscard]] Result<Object> addUser(const Object& command);
    [[nodiscard]] Result<Object> newCode(UserId user);
    [[nodiscard]] Result<Object> grant(const Object& command);
    [[nodiscard]] Result<Object> revoke(const Object& command);
    [[nodiscard]] Result<Object> revokeTablet(const Object& command, bool revoked);
    [[nodiscard]] Result<Object> waiting();
    [[nodiscard]] Result<Object> listCodes();
    [[nodiscard]] Result<Object> status(bool withHashes);
    [[nodiscard]] Result<Object> partitionStatus(const PartitionId& partition, bool withHash);
    [[nodiscard]] Result<boost::json::array> replicaStatus();
    [[nodiscard]] Result<Object> decide(const Object& command);
    [[nodiscard]] Result<Object> relays(std::string_view what, const Object& command);

    Province& m_province;
    std::string m_address; // where tablets reach the running server; empty when none runs
};

// Dots as people type them: "<replica>.<number>".
[[nodiscard]] Result<Dot> parseDot(std::string_view text);

} // namespace lianxin::server
