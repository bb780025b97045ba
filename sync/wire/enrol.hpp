// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/enrolment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::wire {

struct EnrolRequest {
    std::string code; // as typed or read from the QR code, without spaces
    seal::PublicSignKey replicaKey;
    std::optional<seal::PublicSignKey> personSign; // when this person has no certified keys yet
    std::optional<seal::PublicBoxKey> personBox;
    std::string label;                             // of the tablet, for the administrator's list
    seal::Realm expected{seal::Realm::production}; // another kind of server refuses
    core::Signature proof;                         // seal::signEnrolment
    [[nodiscard]] seal::EnrolClaim claim() const { return {replicaKey, personSign, personBox, label, expected}; }
};

struct EnrolReply {
    ReplicaId replica;
    UserId user;
    std::string displayName;
    std::string role;
    EpochId epoch;
    seal::IssuerCertificate issuer; // its root's fingerprint must be the one of the QR code
    seal::Certificate server;       // kind server: receipt key (signKey) and realm
    std::vector<PartitionId> granted;
    std::uint64_t scopeGeneration{0};
    seal::CheckWords words{};
    std::uint32_t catalogue{0}; // version that the server has
    Millis serverTime{0};
    [[nodiscard]] const seal::PublicSignKey& receiptKey() const { return server.signKey; }
    [[nodiscard]] Hash rootFingerprint() const { return seal::fingerprint(issuer.root); }
};

// What the tablet checks before it believes a reply: pinned root, chain, realm, words. notAllowed says which in its detail.
[[nodiscard]] Result<void> checkEnrolReply(const EnrolReply& reply, const EnrolRequest& sent, const Hash& pinnedRoot);

[[nodiscard]] std::string encodeEnrolRequest(const EnrolRequest& request);
[[nodiscard]] Result<EnrolRequest> decodeEnrolRequest(std::string_view bytes);
[[nodiscard]] std::string encodeEnrolReply(const EnrolReply& reply);
[[nodiscard]] Result<EnrolReply> decodeEnrolReply(std::string_view bytes);

} // namespace lianxin::wire
