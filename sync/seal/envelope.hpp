// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Suite-1 envelopes of one register's text (security.md 2, D15; bytes in PROTOCOL.md 11). The header is readable by everyone and bound
// to the text: an envelope put under another record, register or author does not open.
namespace lianxin::seal {

struct EnvelopeHeader {
    RecordId record;
    std::uint32_t type{0};  // record type, catalogue number
    std::uint32_t field{0}; // register number, 0 for a draft
    UserId author;
    bool operator==(const EnvelopeHeader&) const = default;
};

struct Recipient {
    UserId user;
    PublicBoxKey key;
};

// Whether an organisation certificate binds this key to this user, now or at any time before.
using SignerCheck = std::function<bool(UserId user, const PublicSignKey& key)>;

// What can be known without any secret.
struct EnvelopeFacts {
    EnvelopeHeader header;
    PublicSignKey authorKey;
    std::vector<UserId> recipients;    // in the order of the wraps; a user with two keys appears twice
    std::optional<UserId> rewrappedBy; // set when somebody other than the author chose these recipients
    std::optional<PublicSignKey> rewrapKey;
    std::size_t paddedSize{0};
};

inline constexpr std::uint8_t kEnvelopeSuite = 1;
inline constexpr std::size_t kMaxEnvelopeText = 128 * 1024; // so that 32 recipients still fit in a value of 256 KB
inline constexpr std::size_t kMaxRecipients = 32;
inline constexpr std::size_t kPaddingBucket = 256;

[[nodiscard]] Result<std::string> sealEnvelope(std::string_view text, const EnvelopeHeader& header,
                                               const std::vector<Recipient>& recipients, const SignKey& author,
                                               RandomSource& random);
// notAllowed: not for this reader, or a signature by no certified key; damaged: bytes were changed; upgradeNeeded: a newer suite.
// The caller compares the header with the register it read from (inspectEnvelope), or gives it as `expected`.
[[nodiscard]] Result<std::string> openEnvelope(std::string_view envelope, UserId me, const BoxKey& mine,
                                               const SignerCheck& isSigner);
[[nodiscard]] Result<std::string> openEnvelope(std::string_view envelope, const EnvelopeHeader& expected, UserId me,
                                               const BoxKey& mine, const SignerCheck& isSigner);
// Structure only: for a screen, or as the first step of the server's check.
[[nodiscard]] Result<EnvelopeFacts> inspectEnvelope(std::string_view envelope);
// Structure and signatures, without opening: what the server checks.
[[nodiscard]] Result<EnvelopeFacts> verifyEnvelope(std::string_view envelope, const SignerCheck& isSigner);
// Reassignment: a present recipient seals the same content key to other readers and signs for it. The author's signature stays valid, the
// old wraps are gone.
[[nodiscard]] Result<std::string> rewrapEnvelope(std::string_view envelope, UserId me, const BoxKey& mine,
                                                 const SignKey& mySign, const std::vector<Recipient>& recipients,
                                                 const SignerCheck& isSigner, RandomSource& random);

} // namespace lianxin::seal
