// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/key_ring.hpp"
#include "sync/store/database.hpp"
#include "sync/wire/error_reply.hpp"

#include <unordered_map>
#include <unordered_set>

namespace lianxin::server {

// Last request counter of each replica (D12). A higher counter is new; the same counter with the same bytes is the same request sent again
// because its answer was lost, and is answered again; everything else is a replay.
class RequestLedger {
public:
    RequestLedger(store::Database& database, KeyRing& ring) : m_database(database), m_ring(ring) {}

    [[nodiscard]] Result<void> load();
    // busy: a replay; notAllowed: unknown. The new counter is durable with the next save().
    [[nodiscard]] Result<void> accept(ReplicaId replica, std::uint64_t counter, const Hash& request);
    // A used counter has a code of its own: a tablet that was put back from an image begins below what it gave before.
    [[nodiscard]] static wire::ErrorReply refusalOf(const Error& error);
    [[nodiscard]] Result<void> enrol(ReplicaId replica, const seal::PublicSignKey& key,
                                     Millis now);                     // inside a transaction
    void enrolled(ReplicaId replica, const seal::PublicSignKey& key); // after its commit
    [[nodiscard]] bool hasUnsaved() const { return !m_unsaved.empty(); }
    [[nodiscard]] Result<void> save();  // inside a transaction
    void saved() { m_unsaved.clear(); } // after its commit

private:
    struct Entry {
        std::uint64_t counter{0};
        Hash request;
    };
    store::Database& m_database;
    KeyRing& m_ring;
    std::unordered_map<ReplicaId, Entry> m_entries;
    std::unordered_set<ReplicaId> m_unsaved;
};

} // namespace lianxin::server
