// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_home.hpp"

#include "sync/model/json.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/tls_material.hpp"
#include "sync/wire/invitation.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::server {

namespace json = boost::json;

namespace {
constexpr JsonLimits kLimits{64U * 1024U, 16U * 1024U, 4};
constexpr std::size_t kMostHosts = 8;

json::object unsignedJson(const RelayRequest& request)
{
    return {{"hosts", json::array(request.hosts.begin(), request.hosts.end())},
            {"realm", seal::realmName(request.realm)},
            {"sign", request.signKey.text()},
            {"tls", request.tlsKey},
            {"v", 1}};
}

std::string message(const RelayRequest& request)
{
    return seal::Transcript("lianxin-relay-request-1").field(canonicalJson(unsignedJson(request))).bytes();
}

std::string textAt(const json::value& value, std::string_view name)
{
    const auto* object = value.if_object();
    const auto* member = object != nullptr ? object->if_contains(name) : nullptr;
    return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
}

Result<seal::SecretBytes> newDatabaseKey(RandomSource& random)
{
    const auto key = store::RawKey::random(random);
    seal::SecretBytes bytes(key.key.size() + key.salt.size());
    std::copy(key.key.begin(), key.key.end(), bytes.data());
    std::copy(key.salt.begin(), key.salt.end(), bytes.data() + key.key.size());
    return bytes;
}

Result<store::RawKey> readDatabaseKey(const std::string& path)
{
    LIANXIN_TRY(const auto bytes, readSeed(path));
    store::RawKey key;
    if (bytes.size() != key.key.size() + key.salt.size())
        return fail(Errc::damaged, path + " does not hold a database key");
    std::copy_n(bytes.data(), key.key.size(), key.key.begin());
    std::copy_n(bytes.data() + key.key.size(), key.salt.size(), key.salt.begin());
    return key;
}

Result<void> checkInvitation(const RelayInvitation& invitation, const seal::PublicSignKey& own)
{
    const auto root = seal::fingerprint(invitation.issuer.root);
    if (invitation.certificate.kind != seal::CertificateKind::relay || invitation.certificate.signKey != own)
        return fail(Errc::notAllowed, "this invitation is for another relay");
    if (invitation.server.kind != seal::CertificateKind::server ||
        !seal::verifyChain(root, invitation.issuer, invitation.server) ||
        !seal::verifyChain(root, invitation.issuer, invitation.certificate))
        return fail(Errc::notAllowed, "this invitation is not signed by one organisation");
    if (!wire::isServerAddress(invitation.province))
        return fail(Errc::invalidInput, "this invitation does not say where the province is");
    return {};
}
} // namespace

std::string RelayRequest::fingerprint() const
{
    const auto text = seal::blake2b(message(*this)).text().substr(0, 20);
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); i += 4)
        grouped += (i == 0 ? "" : " ") + text.substr(i, 4);
    return grouped;
}

std::string relayRequestText(const RelayRequest& request)
{
    auto object = unsignedJson(request);
    object["g"] = request.proof.text();
    return canonicalJson(object);
}

Result<RelayRequest> parseRelayRequest(std::string_view text)
{
    LIANXIN_TRY(const auto value, parseJson(text, kLimits));
    RelayRequest request;
    LIANXIN_TRY(request.realm, seal::parseRealm(textAt(value, "realm")));
    LIANXIN_TRY(request.signKey, seal::PublicSignKey::parse(textAt(value, "sign")));
    LIANXIN_TRY(request.proof, core::Signature::parse(textAt(value, "g")));
    request.tlsKey = textAt(value, "tls");
    const auto* hosts = value.as_object().if_contains("hosts");
    if (hosts != nullptr && hosts->is_array() && hosts->get_array().size() <= kMostHosts)
        for (const auto& host : hosts->get_array())
            if (host.is_string())
                request.hosts.emplace_back(host.get_string());
    if (!seal::verify(request.signKey, message(request), request.proof))
        return fail(Errc::notAllowed, "this request was changed on its way, or is no relay's");
    return request;
}

std::string relayInvitationText(const RelayInvitation& invitation)
{
    return canonicalJson(json::object{{"authority", invitation.authority},
                                      {"certificate", seal::certificateText(invitation.certificate)},
                                      {"id", invitation.id.text()},
                                      {"issuer", seal::issuerCertificateText(invitation.issuer)},
                                      {"province", invitation.province},
                                      {"server", seal::certificateText(invitation.server)},
                                      {"tls", invitation.tls},
                                      {"v", 1}});
}

Result<RelayInvitation> parseRelayInvitation(std::string_view text)
{
    LIANXIN_TRY(const auto value, parseJson(text, kLimits));
    RelayInvitation invitation;
    LIANXIN_TRY(invitation.id, ReplicaId::parse(textAt(value, "id")));
    LIANXIN_TRY(invitation.certificate, seal::parseCertificate(textAt(value, "certificate")));
    LIANXIN_TRY(invitation.server, seal::parseCertificate(textAt(value, "server")));
    LIANXIN_TRY(invitation.issuer, seal::parseIssuerCertificate(textAt(value, "issuer")));
    invitation.province = textAt(value, "province");
    invitation.authority = textAt(value, "authority");
    invitation.tls = textAt(value, "tls");
    return invitation;
}

Result<RelayRequest> makeRelayHome(const RelayPaths& paths, seal::Realm realm, const std::vector<std::string>& hosts,
                                   RandomSource& random)
{
    LIANXIN_CHECK(makePrivateFolder(paths.folder));
    if (fileExists(paths.signKey()) || fileExists(paths.database()))
        return fail(Errc::invalidInput, paths.folder + " already holds a relay; init never overwrites one");
    if (hosts.empty() || hosts.size() > kMostHosts)
        return fail(Errc::invalidInput, "a relay has one to eight host names or addresses");
    const auto key = seal::SignKey::generate(random);
    LIANXIN_TRY(const auto tls, makeTlsKey());
    RelayRequest request{realm, key.publicKey(), tls.publicKey, hosts, {}};
    request.proof = key.sign(message(request));
    LIANXIN_TRY(const auto databaseKey, newDatabaseKey(random));
    LIANXIN_CHECK(writeSeed(paths.databaseKey(), databaseKey));
    LIANXIN_CHECK(writePrivateFile(paths.tlsKey(), tls.privateKey));
    LIANXIN_CHECK(writePublicFile(paths.request(), relayRequestText(request)));
    LIANXIN_CHECK(writeSeed(paths.signKey(), key.seed())); // last: with it the home is whole
    return request;
}

Result<RelayInvitation> acceptRelayInvitation(const RelayPaths& paths, const std::string& text)
{
    LIANXIN_TRY(const auto key, readSignKey(paths.signKey()));
    LIANXIN_TRY(const auto askedText, readFile(paths.request()));
    LIANXIN_TRY(const auto asked, parseRelayRequest(askedText));
    LIANXIN_TRY(auto invitation, parseRelayInvitation(text));
    LIANXIN_CHECK(checkInvitation(invitation, key.publicKey()));
    if (invitation.certificate.realm != asked.realm)
        return fail(Errc::notAllowed, "this invitation is of a " +
                                          std::string(seal::realmName(invitation.certificate.realm)) +
                                          " organisation; demo and production do not mix");
    LIANXIN_CHECK(writePublicFile(paths.invitation(), relayInvitationText(invitation)));
    return invitation;
}

Result<RelayIdentity> loadRelayIdentity(const RelayPaths& paths)
{
    if (!fileExists(paths.signKey()))
        return fail(Errc::notFound, paths.folder + " holds no relay; make one with: lianxin-server relay init --home " +
                                        paths.folder + " --host NAME");
    if (!fileExists(paths.invitation()))
        return fail(Errc::notFound,
                    "this relay has no invitation yet: give request.json to the province's operator, then run: "
                    "lianxin-server relay accept --home " +
                        paths.folder + " --invitation FILE");
    LIANXIN_TRY(auto key, readSignKey(paths.signKey()));
    LIANXIN_TRY(auto databaseKey, readDatabaseKey(paths.databaseKey()));
    LIANXIN_TRY(auto tlsKey, readPrivateFile(paths.tlsKey()));
    LIANXIN_TRY(const auto text, readFile(paths.invitation()));
    LIANXIN_TRY(auto invitation, parseRelayInvitation(text));
    LIANXIN_CHECK(checkInvitation(invitation, key.publicKey()));
    return RelayIdentity{std::move(key), databaseKey, std::move(tlsKey), std::move(invitation)};
}

} // namespace lianxin::server
