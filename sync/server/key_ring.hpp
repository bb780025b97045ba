// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>

namespace lianxin::server {

// Public keys of enrolled replicas, so that signatures are checked on the host's threads and only honest work reaches the store worker.
// Filled by the worker, after a commit.
class KeyRing {
public:
    void put(ReplicaId replica, const seal::PublicSignKey& key)
    {
        const std::unique_lock guard(m_mutex);
        m_keys[replica] = key;
    }
    [[nodiscard]] std::optional<seal::PublicSignKey> find(ReplicaId replica) const
    {
        const std::shared_lock guard(m_mutex);
        const auto found = m_keys.find(replica);
        return found == m_keys.end() ? std::nullopt : std::optional(found->second);
    }

private:
    mutable std::shared_mutex m_mutex;
    std::unordered_map<ReplicaId, seal::PublicSignKey> m_keys;
};

} // namespace lianxin::server
