// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/keys.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

// The hash chain of a replica over blinded commitments, its parcels and the receipts for them (PROTOCOL.md 5, D12, D13).
namespace lianxin::seal {

[[nodiscard]] core::BlindingSeed makeSeed(RandomSource& random);
[[nodiscard]] Hash blinding(const core::BlindingSeed& seed, std::uint64_t number);
[[nodiscard]] Hash commitment(const Hash& blinding, std::string_view body);
[[nodiscard]] Hash commitment(const core::BlindingSeed& seed, std::uint64_t number, std::string_view body);
[[nodiscard]] Hash chainNext(const Hash& before, const Hash& commitment);

// The chain hash after each changeset of the parcel, from its `before`; erased ones count by their commitments.
[[nodiscard]] std::vector<Hash> chainOf(const core::Parcel& parcel);

[[nodiscard]] core::Signature signParcel(const SignKey& key,
                                         const core::Parcel& parcel); // over replica, first, last, head
// protocol: the head is not that of the bodies, or the parcel is empty; notAllowed: not signed by this key.
[[nodiscard]] Result<void> verifyParcel(const PublicSignKey& key, const core::Parcel& parcel);

[[nodiscard]] core::Receipt signReceipt(const SignKey& key, EpochId epoch, ReplicaId replica, std::uint64_t held,
                                        const Hash& head);
[[nodiscard]] bool verifyReceipt(const PublicSignKey& key, const core::Receipt& receipt);

[[nodiscard]] core::Signature signMark(const SignKey& key, EpochId epoch, ReplicaId replica,
                                       const core::BackupMark& mark);
[[nodiscard]] bool verifyMark(const PublicSignKey& key, EpochId epoch, ReplicaId replica, const core::BackupMark& mark);

// The feed chain of a partition: one step per feed entry. `registers` is encodeRegisters of the record as published.
[[nodiscard]] Hash feedHash(const Hash& chain, RecordId record, std::uint64_t sequence, std::string_view registers);

} // namespace lianxin::seal
