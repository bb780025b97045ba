// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_home.hpp"

#include "sync/server/private_files.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {
Result<void> writeDatabaseKey(const std::string& path, RandomSource& random)
{
    const auto key = store::RawKey::random(random);
    seal::SecretBytes bytes(key.key.size() + key.salt.size());
    std::copy(key.key.begin(), key.key.end(), bytes.data());
    std::copy(key.salt.begin(), key.salt.end(), bytes.data() + key.key.size());
    return writeSeed(path, bytes);
}

// What does not read here was written by init: it is damage, whatever the parser calls it.
template <typename T> Result<T> whole(Result<T> read, const std::string& path)
{
    if (!read)
        return fail(Errc::damaged, path + ": " + read.error().detail);
    return read;
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

Result<std::optional<seal::BoxKey>> readBoxKey(const HomePaths& paths, const seal::Certificate& server)
{
    if (server.boxKey.isNil())
        return std::optional<seal::BoxKey>{};
    LIANXIN_TRY(const auto seed, readSeed(paths.boxKey()));
    if (seed.size() != seal::kSeedSize)
        return fail(Errc::damaged, paths.boxKey() + " does not hold a key");
    auto key = seal::BoxKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
    if (key.publicKey() != server.boxKey)
        return fail(Errc::damaged, paths.boxKey() + ": not the key of the server's certificate");
    return std::optional(std::move(key));
}
} // namespace

Result<void> makeHome(const HomePaths& paths, const Authority& authority, const std::vector<std::string>& hosts,
                      Millis now, RandomSource& random)
{
    LIANXIN_CHECK(makePrivateFolder(paths.folder));
    if (fileExists(paths.databaseKey()) || fileExists(paths.database()))
        return fail(Errc::invalidInput, paths.folder + " already holds a server; init never overwrites one");
    const auto receiptKey = seal::SignKey::generate(random);
    const auto replicaKey = seal::SignKey::generate(random);
    const auto boxKey = seal::BoxKey::generate(random);
    seal::Certificate server;
    server.kind = seal::CertificateKind::server;
    server.subject = hosts.empty() ? "localhost" : hosts.front();
    server.signKey = receiptKey.publicKey();
    server.boxKey = boxKey.publicKey();
    server.validFrom = now;
    LIANXIN_TRY(const auto tls, makeTlsServer(authority.tls(), hosts, now, random));
    LIANXIN_CHECK(writeSeed(paths.receiptKey(), receiptKey.seed()));
    LIANXIN_CHECK(writeSeed(paths.replicaKey(), replicaKey.seed()));
    LIANXIN_CHECK(writeSeed(paths.boxKey(), boxKey.seed()));
    LIANXIN_CHECK(writePublicFile(paths.serverCertificate(), seal::certificateText(authority.sign(server))));
    LIANXIN_CHECK(
        writePublicFile(paths.issuerCertificate(), seal::issuerCertificateText(authority.issuerCertificate())));
    LIANXIN_CHECK(writePublicFile(paths.escrowCertificate(), seal::certificateText(authority.escrow())));
    LIANXIN_CHECK(writePublicFile(paths.tlsAuthority(), authority.tls().certificate));
    LIANXIN_CHECK(writePublicFile(paths.tlsCertificate(), tls.certificate));
    LIANXIN_CHECK(writePrivateFile(paths.tlsKey(), tls.privateKey));
    return writeDatabaseKey(paths.databaseKey(), random);
}

Result<ServerIdentity> loadIdentity(const HomePaths& paths)
{
    if (!fileExists(paths.databaseKey()))
        return fail(Errc::notFound, paths.folder + " holds no server; make one with: lianxin-server init --data " +
                                        paths.folder + " --authority FOLDER");
    LIANXIN_TRY(auto receiptKey, readSignKey(paths.receiptKey()));
    LIANXIN_TRY(auto replicaKey, readSignKey(paths.replicaKey()));
    LIANXIN_TRY(const auto serverText, readFile(paths.serverCertificate()));
    LIANXIN_TRY(const auto issuerText, readFile(paths.issuerCertificate()));
    LIANXIN_TRY(const auto escrowText, readFile(paths.escrowCertificate()));
    LIANXIN_TRY(auto server, whole(seal::parseCertificate(serverText), paths.serverCertificate()));
    LIANXIN_TRY(auto issuer, whole(seal::parseIssuerCertificate(issuerText), paths.issuerCertificate()));
    LIANXIN_TRY(auto escrow, whole(seal::parseCertificate(escrowText), paths.escrowCertificate()));
    LIANXIN_TRY(auto databaseKey, readDatabaseKey(paths.databaseKey()));
    const auto root = seal::fingerprint(issuer.root);
    if (!seal::verifyChain(root, issuer, server))
        return fail(Errc::damaged,
                    paths.serverCertificate() + ": not signed by the organisation of " + paths.issuerCertificate());
    if (!seal::verifyChain(root, issuer, escrow) || server.signKey != receiptKey.publicKey())
        return fail(Errc::damaged, paths.folder + ": the server's keys and certificates do not belong together");
    LIANXIN_TRY(auto boxKey, readBoxKey(paths, server));
    return ServerIdentity{std::move(receiptKey), std::move(replicaKey), std::move(server), issuer,
                          std::move(escrow),     databaseKey,           std::move(boxKey)};
}

} // namespace lianxin::server
