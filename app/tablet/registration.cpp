// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/registration.hpp"

#include "sync/model/json.hpp"

#include <boost/json.hpp>

namespace lianxin::tablet {
namespace {

Result<std::string> member(const boost::json::value& json, std::string_view name)
{
    const auto* object = json.if_object();
    const auto* found = object != nullptr ? object->if_contains(name) : nullptr;
    if (found == nullptr || !found->is_string())
        return fail(Errc::invalidInput, "the text \"" + std::string(name) + "\" is missing");
    return std::string(found->get_string());
}

} // namespace

Result<Invitation> parseInvitation(std::string_view json, std::string server, std::string caPem, seal::Realm realm)
{
    LIANXIN_TRY(const auto parsed, parseJson(json));
    Invitation invitation;
    invitation.server = std::move(server);
    invitation.caPem = std::move(caPem);
    invitation.realm = realm;
    LIANXIN_TRY(const auto root, member(parsed, "root"));
    LIANXIN_TRY(invitation.root, Hash::parse(root));
    LIANXIN_TRY(invitation.code, member(parsed, "code"));
    LIANXIN_TRY(const auto user, member(parsed, "user"));
    LIANXIN_TRY(invitation.user, UserId::parse(user));
    return invitation;
}

Invitation invitationOf(const wire::InvitationText& text)
{
    Invitation invitation;
    invitation.server = text.address;
    invitation.root = text.root;
    invitation.code = text.code;
    invitation.user = text.user;
    invitation.realm = text.realm;
    invitation.pins = text.pins;
    return invitation;
}

Result<std::vector<Invitation>> parseInvitations(std::string_view lines, const std::string& server,
                                                 const std::string& caPem, seal::Realm realm)
{
    std::vector<Invitation> invitations;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const auto line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        if (const auto reading = wire::readInvitation(line); reading.state == wire::InvitationReading::State::whole) {
            invitations.push_back(invitationOf(reading.invitation));
            continue;
        }
        LIANXIN_TRY(auto invitation, parseInvitation(line, server, caPem, realm));
        invitations.push_back(std::move(invitation));
    }
    return invitations;
}

Registration Registration::from(const Invitation& invitation, const wire::EnrolReply& reply)
{
    return {invitation.server, invitation.caPem, reply.displayName, reply.role, reply.issuer, reply.server};
}

std::string Registration::encode() const
{
    return canonicalJson(boost::json::object{{"v", 1},
                                             {"server", server},
                                             {"ca", caPem},
                                             {"name", displayName},
                                             {"role", role},
                                             {"issuer", seal::issuerCertificateText(issuer)},
                                             {"province", seal::certificateText(serverCertificate)}});
}

Result<Registration> Registration::decode(std::string_view json)
{
    LIANXIN_TRY(const auto parsed, parseJson(json));
    Registration registration;
    LIANXIN_TRY(registration.server, member(parsed, "server"));
    LIANXIN_TRY(registration.caPem, member(parsed, "ca"));
    LIANXIN_TRY(registration.displayName, member(parsed, "name"));
    LIANXIN_TRY(registration.role, member(parsed, "role"));
    LIANXIN_TRY(const auto issuer, member(parsed, "issuer"));
    LIANXIN_TRY(registration.issuer, seal::parseIssuerCertificate(issuer));
    LIANXIN_TRY(const auto province, member(parsed, "province"));
    LIANXIN_TRY(registration.serverCertificate, seal::parseCertificate(province));
    return registration;
}

} // namespace lianxin::tablet
