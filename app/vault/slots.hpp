// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/argon.hpp"
#include "app/vault/byte_codec.hpp"
#include "sync/model/ids.hpp"
#include "sync/seal/keys.hpp"

#include <optional>
#include <span>

namespace lianxin::vault {

using VaultId = RawId<struct VaultTag, 16>; // random, made at enrolment; tells two vaults of one user apart
using DeviceSecretId = std::array<std::uint8_t, 8>;

// What every slot and every wrapped key of a vault is bound to, beside its own parameters.
struct SlotPlace {
    UserId user;
    VaultId vault;
    bool operator==(const SlotPlace&) const = default;
    // 'P', 'S', 'R', 'E', 'V', 'D', 'K': no value moves to another place.
    [[nodiscard]] std::string associated(char kind) const;
};

// Opened by something that a person knows together with the device secret:
//   BLAKE2b(key = DSK, Argon2id(passphrase) || extra || AD) -> XChaCha20-Poly1305(key), AD = place and all parameters.
// The device secret makes a stolen header worthless for guessing; its name tells "other tablet" from "wrong
// passphrase".
struct PassphraseSlot {
    ArgonParams argon;
    Salt salt{};
    DeviceSecretId deviceSecret{};
    Sealed sealed;
    bool operator==(const PassphraseSlot&) const = default;
    [[nodiscard]] std::string associated(const std::string& place) const;
    void write(ByteWriter& out) const;
    [[nodiscard]] static Result<PassphraseSlot> read(ByteReader& in);
};
[[nodiscard]] DeviceSecretId nameOf(const SecretBytes& deviceSecret);

struct Lock {
    const SecretBytes& passphrase; // normalised
    const SecretBytes& deviceSecret;
    const SecretBytes* extra{nullptr}; // 32 bytes more that must be known: the step-up slot needs the open vault
};
[[nodiscard]] Result<PassphraseSlot> sealSlot(const std::string& place, const ArgonParams& argon, const Lock& lock,
                                              const SecretBytes& key, RandomSource& random);
// notFound: bound to another device secret. wrongSecret: the passphrase, or any parameter, is another one.
[[nodiscard]] Result<SecretBytes> openSlot(const std::string& place, const PassphraseSlot& slot, const Lock& lock);
// The same without the slow part, for a passphrase that is stretched already.
[[nodiscard]] Result<SecretBytes> openStretched(const std::string& place, const PassphraseSlot& slot,
                                                const SecretBytes& stretched, const Lock& lock);

// Opened by the printed recovery code alone. 160 bits need no stretching.
struct RecoverySlot {
    Salt salt{};
    Sealed sealed;
    bool operator==(const RecoverySlot&) const = default;
    void write(ByteWriter& out) const;
    [[nodiscard]] static Result<RecoverySlot> read(ByteReader& in);
};
[[nodiscard]] RecoverySlot sealRecovery(const std::string& place, const SecretBytes& code, const SecretBytes& keys,
                                        RandomSource& random);
[[nodiscard]] Result<SecretBytes> openRecovery(const std::string& place, const RecoverySlot& slot,
                                               const SecretBytes& code);

// Two of the three holders of ORG-REC open it: one nested sealed box for each pair, the outer for the pair's first
// holder.
inline constexpr std::size_t kHolders = 3;
using RecoveryHolders = std::array<seal::PublicBoxKey, kHolders>;
inline constexpr std::array<std::array<std::size_t, 2>, 3> kHolderPairs{{{0, 1}, {0, 2}, {1, 2}}};
using PairBoxes = std::array<std::string, 3>;

// invalidInput: a holder's public key is not a usable one. `place` names what it is, so that no box stands for another.
[[nodiscard]] Result<PairBoxes> sealToPairs(const std::string& place, const RecoveryHolders& holders,
                                            const SecretBytes& secret, RandomSource& random);
// The first holder's step gives the second holder's box; the second one's gives the secret. wrongSecret: not this pair.
[[nodiscard]] Result<SecretBytes> openOuterBox(const std::string& box, const seal::BoxKey& first);
[[nodiscard]] Result<SecretBytes> openInnerBox(const std::string& place, const SecretBytes& inner,
                                               const seal::BoxKey& second);

struct EscrowSlot {
    RecoveryHolders holders{};
    PairBoxes keys;         // the user's keys, as in the recovery slot
    PairBoxes deviceSecret; // the key store is a cache, never the only copy
    bool operator==(const EscrowSlot&) const = default;
    void write(ByteWriter& out) const;
    [[nodiscard]] static Result<EscrowSlot> read(ByteReader& in);
};

void writeSealed(ByteWriter& out, const Sealed& sealed);
[[nodiscard]] Result<Sealed> readSealed(ByteReader& in);

} // namespace lianxin::vault
