// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"
#include "sync/server/authority.hpp"
#include "sync/store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::server {

// Names inside a server's data folder.
struct HomePaths {
    std::string folder;
    [[nodiscard]] std::string database() const { return folder + "/province.db"; }
    [[nodiscard]] std::string segments() const { return folder + "/segments.db"; } // can be made anew
    [[nodiscard]] std::string blobs() const { return folder + "/blobs.db"; } // attachments: belongs into every backup
    [[nodiscard]] std::string databaseKey() const { return folder + "/province.key"; }
    [[nodiscard]] std::string receiptKey() const { return folder + "/receipt.key"; }
    // What carried envelopes are sealed to; its public half is in the server's certificate. Not there: made before there were carriers.
    [[nodiscard]] std::string boxKey() const { return folder + "/box.key"; }
    [[nodiscard]] std::string replicaKey() const { return folder + "/replica.key"; }
    [[nodiscard]] std::string serverCertificate() const { return folder + "/server.json"; }
    [[nodiscard]] std::string issuerCertificate() const { return folder + "/org-issuer.json"; }
    [[nodiscard]] std::string escrowCertificate() const { return folder + "/escrow.json"; }
    [[nodiscard]] std::string tlsKey() const { return folder + "/tls.key.pem"; }
    [[nodiscard]] std::string tlsCertificate() const { return folder + "/tls.pem"; }
    [[nodiscard]] std::string tlsAuthority() const { return folder + "/tls-ca.pem"; }
    [[nodiscard]] std::string catalogue() const { return folder + "/catalogue.json"; }
    [[nodiscard]] std::string forms() const { return folder + "/forms.json"; } // signed; not there: none were published
    [[nodiscard]] std::string adminSocket() const { return folder + "/admin.sock"; }
};

// Who this server is: keys and certificates, nothing of what it stores. The realm is that of its signed certificate (D20).
struct ServerIdentity {
    seal::SignKey receiptKey;
    seal::SignKey replicaKey; // signs what the server itself writes
    seal::Certificate server; // of the receipt key
    seal::IssuerCertificate issuer;
    seal::Certificate escrow;
    store::RawKey databaseKey;
    std::optional<seal::BoxKey> boxKey; // none: this server opens no carried envelopes
    [[nodiscard]] seal::Realm realm() const { return server.realm; }
};

// Makes keys and certificates in an empty data folder; the authority's secrets stay where they are.
[[nodiscard]] Result<void> makeHome(const HomePaths& paths, const Authority& authority,
                                    const std::vector<std::string>& hosts, Millis now, RandomSource& random);
[[nodiscard]] Result<ServerIdentity> loadIdentity(const HomePaths& paths);

} // namespace lianxin::server
