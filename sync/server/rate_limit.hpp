// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace lianxin::server {

// Token buckets by name: a full bucket holds a minute's requests, so that an evening's burst passes and a loop does not.
class RateLimit {
public:
    explicit RateLimit(double perMinute) : m_perMinute(perMinute) {}

    // Nothing when the request may pass, otherwise the seconds to wait.
    [[nodiscard]] std::optional<std::uint32_t>
    take(const std::string& name, std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());

private:
    struct Bucket {
        double tokens{0};
        std::chrono::steady_clock::time_point at;
    };
    void forgetFull(std::chrono::steady_clock::time_point now);

    double m_perMinute;
    std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace lianxin::server
