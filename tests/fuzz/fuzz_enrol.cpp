// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/certificate.hpp"
#include "sync/seal/request.hpp"
#include "sync/wire/enrol.hpp"
#include "sync/wire/error_reply.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

template <typename Decode, typename Encode>
bool roundTrip(std::string_view bytes, Decode decode, Encode encode, const char* what)
{
    const auto decoded = decode(bytes);
    if (!decoded)
        return false;
    const auto text = encode(*decoded);
    const auto again = decode(std::string_view(text));
    fuzz::promise(again && encode(*again) == text, what);
    return true;
}

struct Issued {
    seal::IssuerCertificate issuer;
    seal::Certificate server;
};

Issued issued()
{
    fuzz::CountingRandom random;
    const auto root = seal::SignKey::generate(random);
    const auto issuer = seal::SignKey::generate(random);
    seal::Certificate server;
    server.kind = seal::CertificateKind::server;
    server.subject = "server.example";
    server.signKey = seal::SignKey::generate(random).publicKey();
    return {seal::issueIssuer(root, seal::Realm::demo, issuer.publicKey(), 1), seal::issue(issuer, server)};
}

} // namespace

// Enrolment, certificates, the signature header, refusals: accepted means it can be written and read again.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    accepted |= roundTrip(bytes, wire::decodeEnrolRequest, wire::encodeEnrolRequest,
                          "an enrolment request survives a round trip");
    accepted |=
        roundTrip(bytes, wire::decodeEnrolReply, wire::encodeEnrolReply, "an enrolment reply survives a round trip");
    accepted |= roundTrip(bytes, wire::decodeErrorReply, wire::encodeErrorReply, "a refusal survives a round trip");
    accepted |= roundTrip(bytes, seal::parseCertificate, seal::certificateText, "a certificate survives a round trip");
    accepted |=
        roundTrip(bytes, seal::parseIssuerCertificate, seal::issuerCertificateText, "an issuer survives a round trip");
    accepted |= roundTrip(bytes, seal::parseAuth, seal::formatAuth, "a signature header survives a round trip");
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    const auto made = issued();
    wire::EnrolRequest request;
    request.code = "ABCDEFGHJKMNPQRSTVWXYZ2345";
    request.replicaKey = made.server.signKey;
    request.personSign = made.server.signKey;
    request.label = "tablet";
    wire::EnrolReply reply;
    reply.replica = filled<ReplicaId>(1);
    reply.user = filled<UserId>(2);
    reply.displayName = std::string("A");
    reply.role = std::string("VW");
    reply.issuer = made.issuer;
    reply.server = made.server;
    reply.granted = {village()};
    return {wire::encodeEnrolRequest(request),
            wire::encodeEnrolReply(reply),
            wire::encodeErrorReply({"epoch-changed", "restored", filled<EpochId>(4), 30}),
            seal::certificateText(made.server),
            seal::issuerCertificateText(made.issuer),
            seal::formatAuth({filled<ReplicaId>(1), 42, filled<core::Signature>(5)})};
}
