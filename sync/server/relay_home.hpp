// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "sync/server/authority.hpp"
#include "sync/store/database.hpp"

#include <string>
#include <vector>

namespace lianxin::server {

// Names inside a relay's data folder.
struct RelayPaths {
    std::string folder;
    [[nodiscard]] std::string database() const { return folder + "/relay.db"; }
    [[nodiscard]] std::string databaseKey() const { return folder + "/relay-db.key"; }
    [[nodiscard]] std::string signKey() const { return folder + "/relay.key"; }
    [[nodiscard]] std::string tlsKey() const { return folder + "/tls.key.pem"; }
    [[nodiscard]] std::string request() const { return folder + "/request.json"; } // for the operator of the province
    [[nodiscard]] std::string invitation() const { return folder + "/invitation.json"; } // what came back
    [[nodiscard]] std::string port() const { return folder + "/port"; }
};

// What a new relay asks the province's operator for. No secret is in it: keys never leave the office.
struct RelayRequest {
    seal::Realm realm{seal::Realm::production};
    seal::PublicSignKey signKey;
    std::string tlsKey; // public half, PEM
    std::vector<std::string> hosts;
    core::Signature proof;                         // by signKey over all of it
    [[nodiscard]] std::string fingerprint() const; // to be compared by telephone: five groups of four
};
[[nodiscard]] std::string relayRequestText(const RelayRequest& request);
[[nodiscard]] Result<RelayRequest> parseRelayRequest(std::string_view text); // notAllowed: the proof does not hold

// What the operator hands back.
struct RelayInvitation {
    ReplicaId id; // under which it asks the province
    seal::Certificate certificate;
    seal::Certificate server; // of the province
    seal::IssuerCertificate issuer;
    std::string province; // address
    std::string authority;
    std::string tls; // certificate, PEM
};
[[nodiscard]] std::string relayInvitationText(const RelayInvitation& invitation);
[[nodiscard]] Result<RelayInvitation> parseRelayInvitation(std::string_view text);

struct RelayIdentity {
    seal::SignKey key;
    store::RawKey databaseKey;
    std::string tlsKey;
    RelayInvitation invitation;
    [[nodiscard]] carry::Trust trust() const { return {invitation.issuer, invitation.server.signKey}; }
};

[[nodiscard]] Result<RelayRequest> makeRelayHome(const RelayPaths& paths, seal::Realm realm,
                                                 const std::vector<std::string>& hosts, RandomSource& random);
// notAllowed: for another relay, another realm, or not signed by one organisation. A later one replaces the earlier.
[[nodiscard]] Result<RelayInvitation> acceptRelayInvitation(const RelayPaths& paths, const std::string& text);
[[nodiscard]] Result<RelayIdentity> loadRelayIdentity(const RelayPaths& paths);

} // namespace lianxin::server
