// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// ORG-ROOT signs ORG-ISSUER, ORG-ISSUER signs everybody else (security.md 1, D14). The text form is canonical JSON.
namespace lianxin::seal {

// D20: whether real people's data may go there. Part of every certificate, so that one kind never passes for the other.
enum class Realm : std::uint8_t { demo = 1, production = 2 };

enum class CertificateKind : std::uint8_t { person = 1, replica = 2, server = 3, relay = 4 };

struct Certificate {
    CertificateKind kind{CertificateKind::person};
    Realm realm{Realm::demo};
    std::string subject; // person: user id; replica: replica id; server and relay: host name
    UserId user;         // the person behind it; nil for server and relay
    PublicSignKey signKey;
    PublicBoxKey boxKey; // nil where the subject has none
    std::string role;    // catalogue role code, empty for none
    Millis validFrom{0}; // for people to read; never checked against a clock
    core::Signature signature;
    bool operator==(const Certificate&) const = default;
};

struct IssuerCertificate {
    Realm realm{Realm::demo};
    PublicSignKey root;
    PublicSignKey issuer;
    Millis validFrom{0};
    core::Signature signature; // by the root
    bool operator==(const IssuerCertificate&) const = default;
};

[[nodiscard]] Certificate issue(const SignKey& issuer, Certificate unsignedCertificate);
[[nodiscard]] IssuerCertificate issueIssuer(const SignKey& root, Realm realm, const PublicSignKey& issuer,
                                            Millis validFrom);

[[nodiscard]] bool verifyCertificate(const PublicSignKey& issuer, const Certificate& certificate);
// The root is believed because its fingerprint was pinned at enrolment (fingerprint() of keys.hpp).
[[nodiscard]] bool verifyIssuer(const Hash& rootFingerprint, const IssuerCertificate& issuer);
// Both, and that both are of one realm.
[[nodiscard]] bool verifyChain(const Hash& rootFingerprint, const IssuerCertificate& issuer,
                               const Certificate& certificate);

[[nodiscard]] std::string certificateText(const Certificate& certificate);
[[nodiscard]] Result<Certificate> parseCertificate(std::string_view text);
[[nodiscard]] std::string issuerCertificateText(const IssuerCertificate& certificate);
[[nodiscard]] Result<IssuerCertificate> parseIssuerCertificate(std::string_view text);

[[nodiscard]] std::string_view realmName(Realm realm); // "demo", "production"
[[nodiscard]] Result<Realm> parseRealm(std::string_view name);

} // namespace lianxin::seal
