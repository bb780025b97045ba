// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"
#include "sync/wire/enrol.hpp"
#include "sync/wire/invitation.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::tablet {

// What the administrator hands to a person, as text or QR code: where to register, as whom, and the root to believe in.
struct Invitation {
    std::string server; // https://host:port
    std::string caPem;  // of the organisation's TLS, empty: fetched by its pin, or loopback without TLS
    Hash root;          // fingerprint of ORG-ROOT
    std::string code;   // good once
    UserId user;
    seal::Realm realm{seal::Realm::production};
    std::vector<Hash> pins; // of the TLS authority, where caPem is empty
};

// The text that a person types, pastes or (later) scans; wire::readInvitation says what is wrong with one that is not whole.
[[nodiscard]] Invitation invitationOf(const wire::InvitationText& text);

// One line of `lianxin-server enrol --json user`; server and CA come beside it. invalidInput names the member.
[[nodiscard]] Result<Invitation> parseInvitation(std::string_view json, std::string server, std::string caPem,
                                                 seal::Realm realm);
// A file with one such line or one invitation (LIANXIN:1:…) per person; empty lines are skipped.
[[nodiscard]] Result<std::vector<Invitation>> parseInvitations(std::string_view lines, const std::string& server,
                                                               const std::string& caPem, seal::Realm realm);

// What a vault keeps of its registration, inside the encrypted store: enough to talk to the province again and to believe it.
struct Registration {
    std::string server;
    std::string caPem;
    std::string displayName;
    std::string role; // catalogue role code: VW, TO, CS …
    seal::IssuerCertificate issuer;
    seal::Certificate serverCertificate;

    [[nodiscard]] static Registration from(const Invitation& invitation, const wire::EnrolReply& reply);
    [[nodiscard]] std::string encode() const;
    [[nodiscard]] static Result<Registration> decode(std::string_view json);
};

} // namespace lianxin::tablet
