// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/authority.hpp"

#include "sync/seal/escrow.hpp"
#include "sync/server/private_files.hpp"

namespace lianxin::server {

namespace {
constexpr auto kRootKey = "/org-root.key";
constexpr auto kIssuerKey = "/org-issuer.key";
constexpr auto kEscrowBox = "/escrow-box.key";
constexpr auto kEscrowSign = "/escrow-sign.key";
constexpr auto kIssuerCertificate = "/org-issuer.json";
constexpr auto kEscrowCertificate = "/escrow.json";
constexpr auto kTlsKey = "/tls-ca.key.pem";
constexpr auto kTlsCertificate = "/tls-ca.pem";
} // namespace

Result<void> writeSeed(const std::string& path, const seal::SecretBytes& seed)
{
    auto text = toBase64Url(seed.span());
    auto done = writePrivateFile(path, text);
    seal::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return done;
}

Result<seal::SecretBytes> readSeed(const std::string& path)
{
    LIANXIN_TRY(auto text, readPrivateFile(path));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    auto raw = fromBase64Url(text);
    if (!raw || raw->empty())
        return fail(Errc::damaged, path + " does not hold a key");
    seal::SecretBytes seed(raw->size());
    std::copy(raw->begin(), raw->end(), reinterpret_cast<char*>(seed.data()));
    seal::wipe({reinterpret_cast<std::uint8_t*>(raw->data()), raw->size()});
    seal::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return seed;
}

Result<seal::SignKey> readSignKey(const std::string& path)
{
    LIANXIN_TRY(const auto seed, readSeed(path));
    if (seed.size() != seal::kSeedSize)
        return fail(Errc::damaged, path + " does not hold a signing key");
    return seal::SignKey::fromSeed(seed.span().first<seal::kSeedSize>());
}

seal::Certificate Authority::sign(seal::Certificate unsignedCertificate) const
{
    unsignedCertificate.realm = realm();
    return seal::issue(m_issuer, std::move(unsignedCertificate));
}

seal::SignedForms Authority::sign(seal::SignedForms unsignedForms) const
{
    unsignedForms.realm = realm();
    return seal::signForms(m_issuer, std::move(unsignedForms));
}

Result<Authority> Authority::create(const std::string& folder, seal::Realm realm, Millis now, RandomSource& random)
{
    LIANXIN_CHECK(makePrivateFolder(folder));
    if (fileExists(folder + kRootKey))
        return fail(Errc::invalidInput, folder + " already holds an organisation; init never overwrites its keys");
    const auto root = seal::SignKey::generate(random);
    auto issuer = seal::SignKey::generate(random);
    const auto escrowBox = seal::BoxKey::generate(random);
    const auto escrowSign = seal::SignKey::generate(random);
    const auto issuerCertificate = seal::issueIssuer(root, realm, issuer.publicKey(), now);
    const auto escrowUser = seal::escrowUser(seal::fingerprint(root.publicKey()));
    seal::Certificate escrow;
    escrow.kind = seal::CertificateKind::person;
    escrow.realm = realm;
    escrow.subject = escrowUser.text();
    escrow.user = escrowUser;
    escrow.signKey = escrowSign.publicKey();
    escrow.boxKey = escrowBox.publicKey();
    escrow.validFrom = now;
    escrow = seal::issue(issuer, escrow);
    LIANXIN_TRY(auto tls, makeTlsAuthority(realm == seal::Realm::demo ? "Lianxin demo authority" : "Lianxin authority",
                                           now, random));

    LIANXIN_CHECK(writeSeed(folder + kRootKey, root.seed()));
    LIANXIN_CHECK(writeSeed(folder + kIssuerKey, issuer.seed()));
    LIANXIN_CHECK(writeSeed(folder + kEscrowBox, escrowBox.seed()));
    LIANXIN_CHECK(writeSeed(folder + kEscrowSign, escrowSign.seed()));
    LIANXIN_CHECK(writePublicFile(folder + kIssuerCertificate, seal::issuerCertificateText(issuerCertificate)));
    LIANXIN_CHECK(writePublicFile(folder + kEscrowCertificate, seal::certificateText(escrow)));
    LIANXIN_CHECK(writePrivateFile(folder + kTlsKey, tls.privateKey));
    LIANXIN_CHECK(writePublicFile(folder + kTlsCertificate, tls.certificate));
    return Authority(std::move(issuer), issuerCertificate, std::move(escrow), std::move(tls));
}

Result<Authority> Authority::open(const std::string& folder)
{
    LIANXIN_TRY(auto issuer, readSignKey(folder + kIssuerKey));
    LIANXIN_TRY(const auto issuerText, readFile(folder + kIssuerCertificate));
    LIANXIN_TRY(const auto certificate, seal::parseIssuerCertificate(issuerText));
    LIANXIN_TRY(const auto escrowText, readFile(folder + kEscrowCertificate));
    LIANXIN_TRY(auto escrow, seal::parseCertificate(escrowText));
    if (certificate.issuer != issuer.publicKey() ||
        !seal::verifyIssuer(seal::fingerprint(certificate.root), certificate) ||
        !seal::verifyCertificate(certificate.issuer, escrow))
        return fail(Errc::damaged, folder + ": the issuer's key and its certificates do not belong together");
    TlsIdentity tls;
    LIANXIN_TRY(tls.certificate, readFile(folder + kTlsCertificate));
    LIANXIN_TRY(tls.privateKey, readPrivateFile(folder + kTlsKey));
    return Authority(std::move(issuer), certificate, std::move(escrow), std::move(tls));
}

} // namespace lianxin::server
