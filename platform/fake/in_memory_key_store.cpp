// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/fake/in_memory_key_store.hpp"

namespace lianxin::platform {

Result<SecretBytes> InMemoryKeyStore::loadDeviceSecret()
{
    if (m_failure)
        return fail(*m_failure, "the key store is broken on purpose");
    if (m_secret.empty())
        return fail(Errc::notFound, "the key store holds no device secret");
    return m_secret.clone();
}

Result<void> InMemoryKeyStore::storeDeviceSecret(const SecretBytes& secret)
{
    if (m_failure)
        return fail(*m_failure, "the key store is broken on purpose");
    if (!m_secret.empty() && !m_secret.equals(secret))
        return fail(Errc::notAllowed, "another device secret is there");
    m_secret = secret.clone();
    return {};
}

} // namespace lianxin::platform
