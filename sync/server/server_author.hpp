// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/server_core.hpp"
#include "sync/seal/keys.hpp"
#include "sync/server/sql_server_store.hpp"

#include <vector>

namespace lianxin::server {

// The server as a replica: the directory and the numbers that only the province gives are ordinary changesets with their own dots, chain and
// signed parcels, through the same core as everybody's.
class ServerAuthor {
public:
    struct Self {
        ReplicaId replica;
        UserId user;
        std::uint32_t catalogue{0};
    };
    struct Edit {
        RecordId record;
        RecordId root;
        std::uint32_t type{0};
        PartitionId partition;
        RegisterValues values;
    };

    ServerAuthor(Self self, const seal::SignKey& key, SqlServerStore& store, core::ServerCore& core, Clock& clock,
                 RandomSource& random)
        : m_self(self), m_key(key), m_store(store), m_core(core), m_clock(clock), m_random(random)
    {}

    [[nodiscard]] const Self& self() const { return m_self; }
    void become(ReplicaId replica) { m_self.replica = replica; } // of a new epoch
    // One changeset, inside the caller's transaction.
    [[nodiscard]] Result<void> write(const std::vector<Edit>& edits);

private:
    [[nodiscard]] Result<std::uint32_t> pastOf(core::Changeset& changeset, const Edit& edit, const RegisterKey& key);

    Self m_self;
    const seal::SignKey& m_key;
    SqlServerStore& m_store;
    core::ServerCore& m_core;
    Clock& m_clock;
    RandomSource& m_random;
    core::Hlc m_lastHlc{0};
};

} // namespace lianxin::server
