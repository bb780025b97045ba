// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/certificate.hpp"

#include "sync/model/json.hpp"
#include "sync/seal/transcript.hpp"

#include <boost/json/object.hpp>

namespace lianxin::seal {

namespace {

namespace bj = boost::json;

constexpr std::int64_t kVersion = 1;
constexpr JsonLimits kLimits{8U * 1024U, 256, 2};
constexpr std::string_view kKinds[] = {"person", "replica", "server", "relay"};

bj::object unsignedJson(const Certificate& c)
{
    bj::object json{{"f", c.validFrom},        {"k", kKinds[static_cast<std::size_t>(c.kind) - 1]},
                    {"m", realmName(c.realm)}, {"p", c.signKey.text()},
                    {"s", c.subject},          {"v", kVersion}};
    if (!c.boxKey.isNil())
        json["b"] = c.boxKey.text();
    if (!c.role.empty())
        json["o"] = c.role;
    if (!c.user.isNil())
        json["u"] = c.user.text();
    return json;
}

bj::object unsignedJson(const IssuerCertificate& c)
{
    return {
        {"f", c.validFrom}, {"i", c.issuer.text()}, {"m", realmName(c.realm)}, {"r", c.root.text()}, {"v", kVersion}};
}

std::string message(const Certificate& c)
{
    return Transcript("lianxin-certificate-1").field(canonicalJson(unsignedJson(c))).bytes();
}
std::string message(const IssuerCertificate& c)
{
    return Transcript("lianxin-issuer-1").field(canonicalJson(unsignedJson(c))).bytes();
}

template <typename T> std::string textOf(const T& certificate)
{
    auto json = unsignedJson(certificate);
    json["g"] = certificate.signature.text();
    return canonicalJson(json);
}

// Members are fetched by name; whatever is missing, of another type or unknown shows when the certificate is written again and compared.
std::string_view stringAt(const bj::object& json, std::string_view key)
{
    const auto* member = json.if_contains(key);
    if (member == nullptr || !member->is_string())
        return {};
    return {member->get_string().data(), member->get_string().size()};
}

template <typename Id> Id idAt(const bj::object& json, std::string_view key)
{
    const auto id = Id::parse(stringAt(json, key));
    return id ? *id : Id{};
}

Result<bj::object> parseVersioned(std::string_view text)
{
    LIANXIN_TRY(auto json, parseJson(text, kLimits));
    if (!json.is_object())
        return fail(Errc::invalidInput, "certificate is not an object");
    const auto* version = json.get_object().if_contains("v");
    if (version == nullptr || !version->is_int64() || version->get_int64() < kVersion)
        return fail(Errc::invalidInput, "certificate without a version");
    if (version->get_int64() > kVersion)
        return fail(Errc::upgradeNeeded, "certificate of a later version");
    return std::move(json.get_object());
}

} // namespace

std::string_view realmName(Realm realm) { return realm == Realm::demo ? "demo" : "production"; }

Result<Realm> parseRealm(std::string_view name)
{
    for (const auto realm : {Realm::demo, Realm::production})
        if (name == realmName(realm))
            return realm;
    return fail(Errc::invalidInput, "neither demo nor production");
}

Certificate issue(const SignKey& issuer, Certificate unsignedCertificate)
{
    unsignedCertificate.signature = issuer.sign(message(unsignedCertificate));
    return unsignedCertificate;
}

IssuerCertificate issueIssuer(const SignKey& root, Realm realm, const PublicSignKey& issuer, Millis validFrom)
{
    IssuerCertificate certificate{realm, root.publicKey(), issuer, validFrom, {}};
    certificate.signature = root.sign(message(certificate));
    return certificate;
}

bool verifyCertificate(const PublicSignKey& issuer, const Certificate& certificate)
{
    return verify(issuer, message(certificate), certificate.signature);
}

bool verifyIssuer(const Hash& rootFingerprint, const IssuerCertificate& issuer)
{
    return fingerprint(issuer.root) == rootFingerprint && verify(issuer.root, message(issuer), issuer.signature);
}

bool verifyChain(const Hash& rootFingerprint, const IssuerCertificate& issuer, const Certificate& certificate)
{
    return verifyIssuer(rootFingerprint, issuer) && issuer.realm == certificate.realm &&
           verifyCertificate(issuer.issuer, certificate);
}

std::string certificateText(const Certificate& certificate) { return textOf(certificate); }
std::string issuerCertificateText(const IssuerCertificate& certificate) { return textOf(certificate); }

Result<Certificate> parseCertificate(std::string_view text)
{
    LIANXIN_TRY(const auto json, parseVersioned(text));
    Certificate c;
    const auto kind = stringAt(json, "k");
    for (std::size_t i = 0; i < std::size(kKinds); ++i)
        if (kind == kKinds[i])
            c.kind = static_cast<CertificateKind>(i + 1);
    const auto realm = parseRealm(stringAt(json, "m"));
    c.realm = realm ? *realm : Realm::demo;
    c.subject = stringAt(json, "s");
    c.user = idAt<UserId>(json, "u");
    c.signKey = idAt<PublicSignKey>(json, "p");
    c.boxKey = idAt<PublicBoxKey>(json, "b");
    c.role = stringAt(json, "o");
    if (const auto* from = json.if_contains("f"); from != nullptr && from->is_int64())
        c.validFrom = from->get_int64();
    c.signature = idAt<core::Signature>(json, "g");
    if (certificateText(c) != text)
        return fail(Errc::invalidInput, "certificate is not in canonical form");
    return c;
}

Result<IssuerCertificate> parseIssuerCertificate(std::string_view text)
{
    LIANXIN_TRY(const auto json, parseVersioned(text));
    IssuerCertificate c;
    const auto realm = parseRealm(stringAt(json, "m"));
    c.realm = realm ? *realm : Realm::demo;
    c.root = idAt<PublicSignKey>(json, "r");
    c.issuer = idAt<PublicSignKey>(json, "i");
    if (const auto* from = json.if_contains("f"); from != nullptr && from->is_int64())
        c.validFrom = from->get_int64();
    c.signature = idAt<core::Signature>(json, "g");
    if (issuerCertificateText(c) != text)
        return fail(Errc::invalidInput, "issuer certificate is not in canonical form");
    return c;
}

} // namespace lianxin::seal
