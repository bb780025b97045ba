// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/key_store.hpp"

#include <optional>

namespace lianxin::platform {

// For the demo and for tests only: always says that it is insecure, so that the screen can. It may claim hardware keys,
// because the demo shows the PIN page (D17).
class InMemoryKeyStore final : public KeyStore {
public:
    enum class Claims { software, hardware };
    explicit InMemoryKeyStore(Claims claims = Claims::software) : m_claims(claims) {}
    [[nodiscard]] Kind kind() const override { return Kind::insecureMemory; }
    [[nodiscard]] bool hardwareBacked() const override { return m_claims == Claims::hardware; }
    [[nodiscard]] Result<SecretBytes> loadDeviceSecret() override;
    [[nodiscard]] Result<void> storeDeviceSecret(const SecretBytes& secret) override;

    void forget() { m_secret.wipe(); }                                   // a factory reset of the key store
    void breakDown(std::optional<Errc> failure) { m_failure = failure; } // every call answers this until nullopt

private:
    Claims m_claims;
    SecretBytes m_secret;
    std::optional<Errc> m_failure;
};

} // namespace lianxin::platform
