// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/fake/insecure_file_key_store.hpp"

#include "platform/atomic_file.hpp"

namespace lianxin::platform {

InsecureFileKeyStore::InsecureFileKeyStore(Files& files, Path file, Claims claims)
    : m_files(files), m_file(std::move(file)), m_claims(claims)
{}

Result<SecretBytes> InsecureFileKeyStore::loadDeviceSecret()
{
    LIANXIN_TRY(auto bytes, m_files.read(m_file, kDeviceSecretBytes));
    if (bytes.size() != kDeviceSecretBytes)
        return fail(Errc::damaged, "the demo's device secret has a wrong size");
    auto secret = SecretBytes::copyOf(bytes);
    wipeMemory(bytes.data(), bytes.size());
    return secret;
}

Result<void> InsecureFileKeyStore::storeDeviceSecret(const SecretBytes& secret)
{
    auto present = loadDeviceSecret();
    if (present)
        return present->equals(secret) ? Result<void>{} : fail(Errc::notAllowed, "another device secret is there");
    if (present.error().code != Errc::notFound)
        return present.error();
    LIANXIN_CHECK(m_files.makeFolder(m_file.parent_path()));
    return writeAtomically(m_files, m_file, secret.view());
}

} // namespace lianxin::platform
