// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <string>
#include <vector>

namespace lianxin::server {

// A certificate and its private key as PEM texts.
struct TlsIdentity {
    std::string certificate;
    std::string privateKey;
};

// The organisation's own authority, which tablets pin (never a leaf certificate: security.md 5). P-256 keys: what every TLS 1.3 stack takes.
[[nodiscard]] Result<TlsIdentity> makeTlsAuthority(const std::string& commonName, Millis now, RandomSource& random);
// Server certificate for 127.0.0.1, localhost and the given host names or addresses.
[[nodiscard]] Result<TlsIdentity> makeTlsServer(const TlsIdentity& authority, const std::vector<std::string>& hosts,
                                                Millis now, RandomSource& random);

// The same in two steps, where the key stays on its own machine: a private key with its public half, and the certificate for that half.
struct TlsKey {
    std::string privateKey;
    std::string publicKey;
};
[[nodiscard]] Result<TlsKey> makeTlsKey();
[[nodiscard]] Result<std::string> certifyTls(const TlsIdentity& authority, const std::string& publicKey,
                                             const std::vector<std::string>& hosts, Millis now, RandomSource& random);

// The certificate itself, without the armour of PEM: what a pin is the hash of.
[[nodiscard]] Result<std::string> derOf(const std::string& certificatePem);

} // namespace lianxin::server
