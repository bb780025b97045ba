// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tls_material.hpp"

#include <boost/asio/ip/address.hpp>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace lianxin::server {

namespace {
template <auto Free> struct Freer {
    template <typename T> void operator()(T* pointer) const { Free(pointer); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using CertPtr = std::unique_ptr<X509, Freer<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;

constexpr std::int64_t kDay = 24 * 3600;
constexpr std::int64_t kAuthorityDays = 3650;
// Two years: tablets may be offline for months, and they pin the authority, so a new leaf costs nobody anything.
constexpr std::int64_t kServerDays = 730;

Error tlsError(const char* doing) { return fail(Errc::internal, std::string("OpenSSL: cannot ") + doing); }

bool addExtension(X509* certificate, X509* issuer, int nid, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setName(X509* certificate, const std::string& commonName)
{
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(commonName.data()),
                                      static_cast<int>(commonName.size()), -1, 0) == 1;
}

Result<CertPtr> makeCertificate(EVP_PKEY* key, const std::string& commonName, std::int64_t days, Millis now,
                                RandomSource& random)
{
    CertPtr certificate(X509_new());
    std::array<std::uint8_t, 16> serial{};
    random.fill(serial);
    serial[0] = static_cast<std::uint8_t>((serial[0] & 0x7fU) | 0x40U);
    std::unique_ptr<BIGNUM, Freer<BN_free>> number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const time_t begin = static_cast<time_t>(now / 1000 - kDay); // a tablet's clock may be behind
    const time_t end = static_cast<time_t>(now / 1000 + days * kDay);
    if (!certificate || !number || X509_set_version(certificate.get(), 2) != 1 ||
        !BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) ||
        !ASN1_TIME_set(X509_getm_notBefore(certificate.get()), begin) ||
        !ASN1_TIME_set(X509_getm_notAfter(certificate.get()), end) || X509_set_pubkey(certificate.get(), key) != 1 ||
        !setName(certificate.get(), commonName))
        return tlsError("make a certificate");
    return certificate;
}

Result<std::string> pemOf(X509* certificate, EVP_PKEY* key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    const bool done = certificate
                          ? PEM_write_bio_X509(bio.get(), certificate) == 1
                          : PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (!done)
        return tlsError("write PEM");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

Result<TlsIdentity> identityOf(X509* certificate, EVP_PKEY* key)
{
    TlsIdentity identity;
    LIANXIN_TRY(identity.certificate, pemOf(certificate, nullptr));
    LIANXIN_TRY(identity.privateKey, pemOf(nullptr, key));
    return identity;
}

Result<std::string> alternativeNames(const std::vector<std::string>& hosts)
{
    std::string names = "IP:127.0.0.1,IP:::1,DNS:localhost";
    for (const auto& host : hosts) {
        boost::system::error_code notAddress;
        boost::asio::ip::make_address(host, notAddress);
        if (host.empty() ||
            host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") !=
                std::string::npos)
            return fail(Errc::invalidInput, "not a host name: " + host);
        if (notAddress && host.find(':') != std::string::npos)
            return fail(Errc::invalidInput, "give the host name without a port: " + host);
        names += (notAddress ? ",DNS:" : ",IP:") + host;
    }
    return names;
}
} // namespace

Result<TlsIdentity> makeTlsAuthority(const std::string& commonName, Millis now, RandomSource& random)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    if (!key)
        return tlsError("make a key");
    LIANXIN_TRY(const auto certificate, makeCertificate(key.get(), commonName, kAuthorityDays, now, random));
    auto* raw = certificate.get();
    if (X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1 ||
        !addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(raw, raw, NID_subject_key_identifier, "hash") || X509_sign(raw, key.get(), EVP_sha256()) == 0)
        return tlsError("sign the authority");
    return identityOf(raw, key.get());
}

namespace {
Result<CertPtr> certify(const TlsIdentity& authority, EVP_PKEY* key, const std::vector<std::string>& hosts, Millis now,
                        RandomSource& random)
{
    LIANXIN_TRY(const auto names, alternativeNames(hosts));
    const BioPtr certificateText(
        BIO_new_mem_buf(authority.certificate.data(), static_cast<int>(authority.certificate.size())));
    const BioPtr keyText(BIO_new_mem_buf(authority.privateKey.data(), static_cast<int>(authority.privateKey.size())));
    const CertPtr issuer(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    const KeyPtr issuerKey(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey || key == nullptr)
        return tlsError("read the authority");
    LIANXIN_TRY(auto certificate,
                makeCertificate(key, hosts.empty() ? "localhost" : hosts.front(), kServerDays, now, random));
    auto* raw = certificate.get();
    if (X509_set_issuer_name(raw, X509_get_subject_name(issuer.get())) != 1 ||
        !addExtension(raw, issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, issuer.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(raw, issuer.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, issuer.get(), NID_authority_key_identifier, "keyid") ||
        !addExtension(raw, issuer.get(), NID_subject_alt_name, names) ||
        X509_sign(raw, issuerKey.get(), EVP_sha256()) == 0)
        return tlsError("sign the server's certificate");
    return certificate;
}
} // namespace

Result<TlsIdentity> makeTlsServer(const TlsIdentity& authority, const std::vector<std::string>& hosts, Millis now,
                                  RandomSource& random)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    LIANXIN_TRY(const auto certificate, certify(authority, key.get(), hosts, now, random));
    return identityOf(certificate.get(), key.get());
}

Result<TlsKey> makeTlsKey()
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!key || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1)
        return tlsError("make a key");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    TlsKey made;
    made.publicKey.assign(data, static_cast<std::size_t>(size));
    LIANXIN_TRY(made.privateKey, pemOf(nullptr, key.get()));
    return made;
}

Result<std::string> certifyTls(const TlsIdentity& authority, const std::string& publicKey,
                               const std::vector<std::string>& hosts, Millis now, RandomSource& random)
{
    const BioPtr text(BIO_new_mem_buf(publicKey.data(), static_cast<int>(publicKey.size())));
    const KeyPtr key(PEM_read_bio_PUBKEY(text.get(), nullptr, nullptr, nullptr));
    if (!key)
        return fail(Errc::invalidInput, "this is no public key");
    LIANXIN_TRY(const auto certificate, certify(authority, key.get(), hosts, now, random));
    return pemOf(certificate.get(), nullptr);
}

Result<std::string> derOf(const std::string& certificatePem)
{
    const BioPtr text(BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size())));
    const CertPtr certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
    const int size = certificate ? i2d_X509(certificate.get(), nullptr) : 0;
    if (size <= 0)
        return fail(Errc::damaged, "this is no certificate");
    std::string der(static_cast<std::size_t>(size), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate.get(), &out);
    return der;
}

} // namespace lianxin::server
