// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/signed_forms.hpp"
#include "sync/server/tls_material.hpp"

#include <optional>
#include <string>

namespace lianxin::server {

// The organisation's folder, kept apart from every server (D14): ORG-ROOT, ORG-ISSUER, escrow, TLS authority. `lianxin-server init` makes it;
// afterwards only `enrol confirm` and certificate renewals open it, on an administrator's machine.
class Authority {
public:
    [[nodiscard]] static Result<Authority> create(const std::string& folder, seal::Realm realm, Millis now,
                                                  RandomSource& random);
    [[nodiscard]] static Result<Authority> open(const std::string& folder);

    [[nodiscard]] seal::Realm realm() const { return m_issuerCertificate.realm; }
    [[nodiscard]] const seal::IssuerCertificate& issuerCertificate() const { return m_issuerCertificate; }
    [[nodiscard]] const seal::Certificate& escrow() const { return m_escrow; }
    [[nodiscard]] const TlsIdentity& tls() const { return m_tls; }
    [[nodiscard]] Hash rootFingerprint() const { return seal::fingerprint(m_issuerCertificate.root); }

    // Signs in this organisation's realm, whatever the caller filled in.
    [[nodiscard]] seal::Certificate sign(seal::Certificate unsignedCertificate) const;
    [[nodiscard]] seal::SignedForms sign(seal::SignedForms unsignedForms) const;

private:
    Authority(seal::SignKey issuer, seal::IssuerCertificate certificate, seal::Certificate escrow, TlsIdentity tls)
        : m_issuer(std::move(issuer)), m_issuerCertificate(certificate), m_escrow(std::move(escrow)),
          m_tls(std::move(tls))
    {}

    seal::SignKey m_issuer;
    seal::IssuerCertificate m_issuerCertificate;
    seal::Certificate m_escrow; // who can open counselling when all its readers are gone
    TlsIdentity m_tls;
};

// Secret seeds as files: base64url text, 0600.
[[nodiscard]] Result<void> writeSeed(const std::string& path, const seal::SecretBytes& seed);
[[nodiscard]] Result<seal::SecretBytes> readSeed(const std::string& path);
[[nodiscard]] Result<seal::SignKey> readSignKey(const std::string& path);

} // namespace lianxin::server
