// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/secret_bytes.hpp"

#include <span>
#include <string>
#include <string_view>

namespace lianxin::seal {

using PublicSignKey = RawId<struct PublicSignTag, 32>; // Ed25519
using PublicBoxKey = RawId<struct PublicBoxTag, 32>;   // X25519

inline constexpr std::size_t kSeedSize = 32;

// Ed25519, made from a seed of 32 bytes; the seed is what a vault stores.
class SignKey {
public:
    [[nodiscard]] static SignKey generate(RandomSource& random);
    [[nodiscard]] static SignKey fromSeed(std::span<const std::uint8_t, kSeedSize> seed);
    [[nodiscard]] const PublicSignKey& publicKey() const { return m_public; }
    [[nodiscard]] core::Signature sign(std::string_view message) const;
    [[nodiscard]] SecretBytes seed() const;

private:
    SignKey() = default;
    SecretBytes m_secret;
    PublicSignKey m_public;
};

// X25519, made from a seed as libsodium's crypto_box_seed_keypair does.
class BoxKey {
public:
    [[nodiscard]] static BoxKey generate(RandomSource& random);
    [[nodiscard]] static BoxKey fromSeed(std::span<const std::uint8_t, kSeedSize> seed);
    [[nodiscard]] const PublicBoxKey& publicKey() const { return m_public; }
    [[nodiscard]] SecretBytes seed() const;
    // Opens what sealTo made for the public key; wrongSecret when it was made for another or was changed.
    [[nodiscard]] Result<SecretBytes> open(std::string_view sealed) const;

private:
    BoxKey() = default;
    SecretBytes m_seed;
    SecretBytes m_secret;
    PublicBoxKey m_public;
};

// False for a wrong signature as well as for a key or signature of no use (small order, not canonical).
[[nodiscard]] bool verify(const PublicSignKey& key, std::string_view message, const core::Signature& signature);

// A sealed box (libsodium crypto_box_seal), 48 bytes longer than the message. It says nothing about its sender.
inline constexpr std::size_t kSealOverhead = 48;
[[nodiscard]] Result<std::string> sealTo(const PublicBoxKey& reader, std::span<const std::uint8_t> message,
                                         RandomSource& random);

// BLAKE2b-256 of a public key: what is pinned and printed.
[[nodiscard]] Hash fingerprint(const PublicSignKey& key);

} // namespace lianxin::seal
