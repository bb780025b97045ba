// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <boost/json/object.hpp>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace lianxin::server {

struct AccessEntry {
    std::uint64_t request{0};
    std::string_view path; // one of the known ones, or "other"
    int status{0};
    std::size_t bytesIn{0};
    std::size_t bytesOut{0};
    std::int64_t micros{0};
    std::string_view replica; // short hash, empty when unknown
};

// One JSON object per line. Never bodies, names, addresses, codes or keys: what is not in AccessEntry or a fixed sentence is not logged.
class AccessLog {
public:
    // For the operator, before anything is opened: Errc::notAllowed with the reason when nothing can be added to this file.
    [[nodiscard]] static Result<void> check(const std::string& file);
    // Empty: standard error. What the file does not take (a full disk) goes there too: the reason of a bad day is worth most on that day.
    explicit AccessLog(const std::string& file);
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    [[nodiscard]] std::uint64_t nextRequest() { return ++m_requests; }
    void request(const AccessEntry& entry);
    void event(std::string_view what, boost::json::object more = {});
    void flush();

private:
    void write(boost::json::object line);
    std::shared_ptr<spdlog::logger> m_logger;
    std::atomic<bool> m_refused{false}; // by the file, since the last line that it took
    std::atomic<std::uint64_t> m_requests{0};
};

} // namespace lianxin::server
