// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/keys.hpp"

// One replica id in two bodies (PROTOCOL.md 9.1, sync-rules R25-R29): who asks for another id, and names of changes that nobody took under the old one.
namespace lianxin::seal {

// The one-change id of a changeset that was number `number` of `old`. Two bodies that carry the same one name it alike.
[[nodiscard]] ReplicaId restampedId(ReplicaId old, std::uint64_t number, const Hash& chain);
// The seed of its parcel: the same in both bodies, and as secret as the one it had.
[[nodiscard]] core::BlindingSeed restampedSeed(const core::BlindingSeed& old, std::uint64_t number);

// By the key of the replica that will be, so that nobody enrols a key that is not theirs.
[[nodiscard]] core::Signature signRestampAsk(const SignKey& key, ReplicaId old);
[[nodiscard]] bool verifyRestampAsk(const PublicSignKey& key, ReplicaId old, const core::Signature& proof);

// What the server answers: `key` is `replica` from here on; of `old` it took up to `shared` of the asker's own chain, whose last number is `last`.
struct RestampGrant {
    ReplicaId old;
    ReplicaId replica;
    PublicSignKey key;
    std::uint64_t shared{0};
    std::uint64_t last{0};
};
[[nodiscard]] core::Signature signRestampGrant(const SignKey& receiptKey, const RestampGrant& grant);
[[nodiscard]] bool verifyRestampGrant(const PublicSignKey& receiptKey, const RestampGrant& grant,
                                      const core::Signature& signature);

} // namespace lianxin::seal
