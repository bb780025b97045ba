// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"
#include "sync/server/request_ledger.hpp"

#include <string>
#include <vector>

namespace lianxin::server {

// The offices that carry for tablets (PROTOCOL.md 15). A relay asks under an id of its own, which is no replica: it may hand over envelopes and
// nothing else. Inside the store worker's transaction.
class RelayRegistry {
public:
    struct Relay {
        ReplicaId id;
        std::string area;
        std::string certificate;
    };
    RelayRegistry(store::Database& database, RequestLedger& ledger) : m_database(database), m_ledger(ledger) {}

    // notAllowed: not a relay's certificate of this organisation and realm. The same certificate again: the same id.
    [[nodiscard]] Result<ReplicaId> add(const std::string& certificate, const seal::IssuerCertificate& issuer,
                                        Millis now, RandomSource& random);
    [[nodiscard]] Result<void> remove(ReplicaId id); // notFound; what it asks is refused from then on
    [[nodiscard]] Result<bool> contains(ReplicaId id);
    [[nodiscard]] Result<std::vector<Relay>> list();
    // Certificates of the relays in whose area one of these partitions lies, or the other way round.
    [[nodiscard]] Result<std::vector<std::string>> near(const std::vector<PartitionId>& holdings);

private:
    store::Database& m_database;
    RequestLedger& m_ledger;
};

} // namespace lianxin::server
