// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/push_service.hpp"
#include "sync/server/relay_registry.hpp"
#include "sync/server/server_home.hpp"
#include "sync/wire/carry_messages.hpp"

#include <optional>
#include <vector>

namespace lianxin::server {

// One envelope as the host's threads leave it: opened and verified, or refused by name.
struct OpenedPush {
    std::optional<Error> refused;
    ReplicaId author;
    core::PushRequest request;
    std::vector<std::vector<Hash>> chains;
};

// Pushes that somebody else brings (PROTOCOL.md 15). A carrier adds no trust and takes none away: each push is verified and applied as if its
// author had sent it, and the answer is the author's own receipt.
class CarryService {
public:
    struct Parts {
        SqlServerStore& store;
        RequestLedger& ledger;
        PushService& push;
        RelayRegistry& relays;
        MemberStore& members;
        const ServerIdentity& identity;
        const KeyRing& keys;
    };
    explicit CarryService(const Parts& parts) : m(parts) {}

    // On any thread: secrets and signatures, no store.
    [[nodiscard]] std::vector<OpenedPush> open(const wire::CarryRequest& request) const;
    // Inside the store worker's transaction. The receipts have no signatures yet.
    [[nodiscard]] Result<Answer<wire::CarryReply>> carry(const Signed<std::vector<OpenedPush>>& job, EpochId epoch);
    void sign(wire::CarryReply& reply) const; // when the commit is durable
    [[nodiscard]] Result<Answer<std::vector<std::string>>> relaysNear(const Signed<std::string>& job);

private:
    [[nodiscard]] OpenedPush openOne(std::string_view bytes) const;
    [[nodiscard]] Result<std::optional<wire::ErrorReply>> admit(ReplicaId carrier);

    Parts m;
};

} // namespace lianxin::server
