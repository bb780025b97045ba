// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/envelope.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The bytes of a suite-1 envelope, taken apart (PROTOCOL.md 11). Internal to this room.
namespace lianxin::seal {

inline constexpr std::string_view kEnvelopeMagic = "LXE";
inline constexpr std::size_t kNonceSize = 24;
inline constexpr std::size_t kEnvelopeHeaderSize = 136;
inline constexpr std::size_t kKeyIdSize = 8;
inline constexpr std::size_t kContentKeySize = 32;
inline constexpr std::size_t kTagSize = 16;
inline constexpr std::size_t kBoxSize = kContentKeySize + kSealOverhead;
inline constexpr std::size_t kWrapSize = 16 + kKeyIdSize + kBoxSize;

struct Wrap {
    UserId user;
    std::string_view keyId;
    std::string_view box;
};

struct Rewrap {
    Hash originalWraps; // BLAKE2b of the wraps that the author signed
    UserId user;
    PublicSignKey key;
    core::Signature signature;
};

// Views into the envelope's bytes, which must outlive this.
struct EnvelopeParts {
    std::string_view headerBytes;
    EnvelopeHeader header;
    PublicSignKey authorKey;
    std::string_view nonce;
    Hash commitment;
    std::string_view ciphertext;
    std::string_view wrapBytes; // with their count
    std::vector<Wrap> wraps;
    core::Signature authorSignature;
    std::optional<Rewrap> rewrap;
};

[[nodiscard]] Result<EnvelopeParts> parseEnvelope(std::string_view envelope);
[[nodiscard]] std::string writeHeader(const EnvelopeHeader& header, const PublicSignKey& authorKey,
                                      std::string_view nonce, const Hash& commitment, std::size_t ciphertextSize);
[[nodiscard]] std::string keyIdOf(const PublicBoxKey& key);
[[nodiscard]] std::string authorMessage(std::string_view headerBytes, std::string_view ciphertext,
                                        const Hash& wrapsHash);
[[nodiscard]] std::string rewrapMessage(const core::Signature& authorSignature, UserId user,
                                        std::string_view wrapBytes);

} // namespace lianxin::seal
