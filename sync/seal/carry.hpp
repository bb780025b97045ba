// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// Pushes that somebody else carries to the province (PROTOCOL.md 15, D12): sealed to the province's key, readable by nobody on the way, and
// signed by their author, so that a carrier can tell an enrolled tablet's envelope from a stranger's.
namespace lianxin::seal {

inline constexpr std::uint8_t kCarriedSuite = 1;
inline constexpr std::size_t kMaxCarriedCertificate = 1024;
inline constexpr std::size_t kMaxCarriedBytes = 3 * 1024 * 1024; // of a whole envelope

// What a carrier can read of it, and needs: whose, which numbers, of which epoch.
struct CarriedLabel {
    ReplicaId replica;
    EpochId epoch;
    std::uint64_t first{0};
    std::uint64_t last{0};
    Hash head; // chain hash at `last`
    bool operator==(const CarriedLabel&) const = default;
};

struct CarriedEnvelope {
    CarriedLabel label;
    Certificate author;        // kind replica: whose key signed the envelope
    std::string reader;        // first 8 bytes of the hash of the key that the box is for
    std::string box;           // sealed push
    core::Signature signature; // by the author, over everything before it
    std::string signedPart;    // the bytes that it covers
    Hash hash;                 // of all bytes: the envelope's name
};

// `push` is what the author would have sent to the province itself (PROTOCOL.md 7). invalidInput: too large, or a certificate that is not its own.
[[nodiscard]] Result<std::string> sealCarried(const SignKey& author, const CarriedLabel& label,
                                              const Certificate& certificate, std::string_view push,
                                              const PublicBoxKey& province, RandomSource& random);
// Form and limits only. invalidInput: not such an envelope; upgradeNeeded: of a later suite.
[[nodiscard]] Result<CarriedEnvelope> parseCarried(std::string_view bytes);
// notAllowed, and which in its detail: another realm, not certified by this issuer, not signed by the certified key.
[[nodiscard]] Result<void> verifyCarried(const CarriedEnvelope& envelope, const IssuerCertificate& issuer);
// The push. wrongSecret: sealed to another key; damaged: changed on the way.
[[nodiscard]] Result<std::string> openCarried(const CarriedEnvelope& envelope, const BoxKey& province);

// What a carrier says of an envelope that it stored. It never counts as a receipt: the province does not have it yet.
struct CarriedReceipt {
    Hash envelope;
    ReplicaId replica;
    std::uint64_t first{0};
    std::uint64_t last{0};
    core::Signature signature; // by the carrier
    bool operator==(const CarriedReceipt&) const = default;
};
[[nodiscard]] CarriedReceipt signCarriedReceipt(const SignKey& carrier, const CarriedEnvelope& envelope);
[[nodiscard]] bool verifyCarriedReceipt(const PublicSignKey& carrier, const CarriedReceipt& receipt);

} // namespace lianxin::seal
