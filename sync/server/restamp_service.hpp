// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/directory_editor.hpp"
#include "sync/server/push_service.hpp"
#include "sync/wire/restamp_messages.hpp"

namespace lianxin::server {

// One replica id in two bodies: a cloned tablet, or one that was put back from an image (PROTOCOL.md 9.1, R25-R29). Inside the store worker's
// transaction.
class RestampService {
public:
    struct Parts {
        SqlServerStore& store;
        RequestLedger& ledger;
        PushService& push;
        DirectoryEditor& directory;
        Clock& clock;
        RandomSource& random;
    };
    explicit RestampService(const Parts& parts) : m(parts) {}

    // Freezes the asking id and enrols the key under a new one (R27). Asked again with the same key it is the same id. `proof` was checked.
    // notFound: nothing of the chain is known here, ask with all of it. keyTaken: another body has the id of this key.
    [[nodiscard]] Result<Answer<wire::RestampReply>> restamp(const Signed<wire::RestampAsk>& job);
    void restamped(const wire::RestampAsk& ask, const wire::RestampReply& reply) // after the commit
    {
        m.ledger.enrolled(reply.replica, ask.key);
    }

    // R28: each changeset once, whichever body brings it. The receipts have no signatures yet.
    struct Taken {
        std::vector<core::Receipt> receipts;
        wire::RestampedReply reply;
    };
    [[nodiscard]] Result<Answer<Taken>> take(const Signed<core::PushRequest>& job,
                                             const std::vector<std::vector<Hash>>& chains, EpochId epoch);

private:
    [[nodiscard]] Result<std::optional<std::uint64_t>> sharedWith(const core::ReplicaRow& old,
                                                                  const wire::RestampAsk& ask);
    [[nodiscard]] Result<std::optional<ReplicaId>> madeFor(const seal::PublicSignKey& key);
    [[nodiscard]] Result<bool> isSameBody(ReplicaId made, const core::ReplicaRow& old, std::uint64_t shared,
                                          const wire::RestampAsk& ask);
    [[nodiscard]] Result<ReplicaId> makeReplica(const core::ReplicaRow& old, const wire::RestampAsk& ask);
    // Own numbers of the new id begin above all that its tablet ever gave: no number on it names two changes.
    [[nodiscard]] Result<void> beginAfter(ReplicaId replica, std::uint64_t shared, std::uint64_t last);
    [[nodiscard]] Result<void> nameChanges(ReplicaId owner, const core::ReplicaRow& old, std::uint64_t shared,
                                           const wire::RestampAsk& ask);
    [[nodiscard]] Result<bool> mayBring(ReplicaId owner, ReplicaId id);
    [[nodiscard]] Result<void> shutOut(ReplicaId id, bool revoked);

    Parts m;
};

// The number at which a restamped replica began, whose chain hash is zero bytes there; nothing for others.
[[nodiscard]] Result<std::optional<std::uint64_t>> restampedFrom(store::Database& database, ReplicaId replica);
// What of a replica's changes under other ids than its own is held back, by the numbers that they have on its tablet.
[[nodiscard]] Result<std::vector<core::ChangeOutcome>> restampedPending(store::Database& database, ReplicaId owner);

} // namespace lianxin::server
