// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/lockout.hpp"
#include "app/vault/slots.hpp"

#include <optional>
#include <vector>

namespace lianxin::vault {

// Key pairs that a vault keeps for its user.
enum class KeyPurpose : std::uint8_t {
    replicaSigning = 1,     // Ed25519: parcels and requests of this replica (D1, D12)
    personSigning = 2,      // Ed25519: the author of envelopes, certified by the organisation
    personSealing = 3,      // X25519: opens envelopes sealed to this person; needs the step-up
    nextReplicaSigning = 4, // Ed25519: of a replica that the province was asked for and has not answered yet
};

struct WrappedKey {
    KeyPurpose purpose{};
    std::array<std::uint8_t, 32> publicKey{};
    Sealed sealed; // the seed, 32 bytes
    bool operator==(const WrappedKey&) const = default;
};

// A random seed for the keys of the data and attachment files. Random and not derived, so that after a re-key an old
// copy of the files is closed for good.
struct WrappedDataKey {
    std::uint32_t generation{0};
    Sealed sealed;
    bool operator==(const WrappedDataKey&) const = default;
};

// All that lies outside the databases. Everything except `generation` and `lockout` changes only with the vault open,
// and is covered by `mac` (BLAKE2b under a key of the user's): a spliced header is found at unlock. The checksum of
// the frame finds accidents before unlock.
struct VaultHeader {
    std::uint64_t generation{0};
    Lockout lockout;

    SlotPlace place;
    ReplicaId replica; // nil until the tablet is enrolled with a server
    PassphraseSlot passphrase;
    PassphraseSlot stepUp;
    bool stepUpFollows{true}; // the step-up secret is the passphrase, typed once more
    RecoverySlot recovery;
    std::optional<EscrowSlot> escrow;
    WrappedDataKey dataKey;
    std::optional<WrappedDataKey> nextDataKey; // present while a re-key is under way: either may open the files
    std::vector<WrappedKey> keys;
    Hash dataDigest; // the store's digest at the last lock, sync or close (D19); nil: none yet
    std::array<std::uint8_t, 32> mac{};
    bool operator==(const VaultHeader&) const = default;

    [[nodiscard]] std::string protectedBytes() const; // what `mac` covers
};

// One 4,096-byte frame: magic, suite, generation, length, body, zeros, BLAKE2b-256 of all before it. The frame is the
// same in every suite, so that an old program can tell "newer" from "damaged". One size, so that a full disk can be
// overwritten in place.
inline constexpr std::size_t kFrameBytes = 4096;
inline constexpr std::uint16_t kHeaderSuite = 1;

[[nodiscard]] Result<std::string> encodeHeader(const VaultHeader& header);
// damaged; upgradeNeeded when the frame is sound and its suite is newer.
[[nodiscard]] Result<VaultHeader> decodeHeader(std::string_view frame);
// The generation of a sound frame of any suite.
[[nodiscard]] Result<std::uint64_t> frameGeneration(std::string_view frame);

} // namespace lianxin::vault
