// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace lianxin::server {

namespace {
// Names kept before full buckets are dropped: 15,000 tablets of a province and some strangers.
constexpr std::size_t kNames = 50'000;
double minutes(std::chrono::steady_clock::duration time) { return std::chrono::duration<double>(time).count() / 60.0; }
} // namespace

std::optional<std::uint32_t> RateLimit::take(const std::string& name, std::chrono::steady_clock::time_point now)
{
    const std::lock_guard guard(m_mutex);
    if (m_buckets.size() > kNames)
        forgetFull(now);
    auto [place, fresh] = m_buckets.try_emplace(name, Bucket{m_perMinute, now});
    auto& bucket = place->second;
    bucket.tokens = std::min(m_perMinute, bucket.tokens + minutes(now - bucket.at) * m_perMinute);
    bucket.at = now;
    if (bucket.tokens >= 1.0) {
        bucket.tokens -= 1.0;
        return std::nullopt;
    }
    const double wait = (1.0 - bucket.tokens) / m_perMinute * 60.0;
    return static_cast<std::uint32_t>(std::ceil(std::max(wait, 1.0)));
}

void RateLimit::forgetFull(std::chrono::steady_clock::time_point now)
{
    std::erase_if(m_buckets, [&](const auto& entry) {
        return entry.second.tokens + minutes(now - entry.second.at) * m_perMinute >= m_perMinute;
    });
    if (m_buckets.size() > kNames)
        m_buckets.clear(); // somebody invents names: start over rather than grow
}

} // namespace lianxin::server
