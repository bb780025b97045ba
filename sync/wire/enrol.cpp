// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/enrol.hpp"

#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"

namespace lianxin::wire {

namespace {

constexpr JsonLimits kLimits{kMaxBodyBytes, kMaxString, kMaxDepth};
constexpr std::size_t kMaxCode = 64;
constexpr std::uint16_t kLastWord = 2047;

template <typename T> T unwrap(Result<T> result, Fault& fault, const char* why)
{
    if (!result)
        fault.set(why);
    return result ? std::move(*result) : T{};
}

} // namespace

Result<void> checkEnrolReply(const EnrolReply& reply, const EnrolRequest& sent, const Hash& pinnedRoot)
{
    if (!seal::verifyIssuer(pinnedRoot, reply.issuer))
        return fail(Errc::notAllowed, "the server does not belong to the pinned root");
    if (reply.server.kind != seal::CertificateKind::server ||
        !seal::verifyChain(pinnedRoot, reply.issuer, reply.server))
        return fail(Errc::notAllowed, "the server is not certified by its issuer");
    if (reply.server.realm != sent.expected)
        return fail(Errc::notAllowed, "demo and production do not mix");
    if (reply.words != seal::checkWords(sent.replicaKey, reply.receiptKey()))
        return fail(Errc::notAllowed, "the check words do not belong to these keys");
    return {};
}

std::string encodeEnrolRequest(const EnrolRequest& request)
{
    JsonOut out;
    out.open('{')
        .key("code")
        .text(request.code)
        .key("expected")
        .text(seal::realmName(request.expected))
        .key("label")
        .text(request.label);
    if (request.personBox)
        out.key("personBox").id(*request.personBox);
    if (request.personSign)
        out.key("personSign").id(*request.personSign);
    return out.key("proof").id(request.proof).key("replicaKey").id(request.replicaKey).close('}').take();
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kLimits));
    Fault fault;
    const JsonIn in(json, fault);
    EnrolRequest request;
    request.code = in.at("code").text(kMaxCode);
    request.expected = unwrap(seal::parseRealm(in.at("expected").text(16)), fault, "neither demo nor production");
    request.label = in.at("label").text(4 * kMaxLabel);
    if (in.has("personBox"))
        request.personBox = in.at("personBox").id<seal::PublicBoxKey>();
    if (in.has("personSign"))
        request.personSign = in.at("personSign").id<seal::PublicSignKey>();
    request.proof = in.at("proof").id<core::Signature>();
    request.replicaKey = in.at("replicaKey").id<seal::PublicSignKey>();
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodeEnrolReply(const EnrolReply& reply)
{
    JsonOut out;
    out.open('{')
        .key("catalogue")
        .number(reply.catalogue)
        .key("displayName")
        .text(reply.displayName)
        .key("epoch")
        .id(reply.epoch);
    out.key("granted").open('[');
    for (const auto& partition : reply.granted)
        out.text(partition.text());
    out.close(']')
        .key("issuer")
        .raw(seal::issuerCertificateText(reply.issuer))
        .key("replica")
        .id(reply.replica)
        .key("role")
        .text(reply.role);
    out.key("scope").number(reply.scopeGeneration).key("server").raw(seal::certificateText(reply.server));
    out.key("serverTime").integer(reply.serverTime).key("user").id(reply.user).key("words").open('[');
    for (const auto word : reply.words)
        out.number(word);
    return out.close(']').close('}').take();
}

Result<EnrolReply> decodeEnrolReply(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kLimits));
    Fault fault;
    const JsonIn in(json, fault);
    EnrolReply reply;
    reply.catalogue = in.at("catalogue").number32();
    reply.displayName = in.at("displayName").text(kMaxString);
    reply.epoch = in.at("epoch").id<EpochId>();
    const auto granted = in.at("granted");
    const auto count = granted.size(0, kMaxPartitions);
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i)
        reply.granted.push_back(granted.at(i).partition());
    reply.issuer = unwrap(seal::parseIssuerCertificate(canonicalJson(in.at("issuer").json())), fault,
                          "malformed issuer certificate");
    reply.replica = in.at("replica").id<ReplicaId>();
    reply.role = in.at("role").text(64);
    reply.scopeGeneration = in.at("scope").number();
    reply.server =
        unwrap(seal::parseCertificate(canonicalJson(in.at("server").json())), fault, "malformed server certificate");
    reply.serverTime = in.at("serverTime").integer();
    reply.user = in.at("user").id<UserId>();
    const auto words = in.at("words");
    if (words.size(reply.words.size(), reply.words.size()) != 0)
        for (std::size_t i = 0; i < reply.words.size(); ++i)
            reply.words[i] = static_cast<std::uint16_t>(words.at(i).number(kLastWord));
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire
