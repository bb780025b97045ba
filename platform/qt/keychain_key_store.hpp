// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/key_store.hpp"

#include <QString>

namespace lianxin::platform {

// The Secret Service through libsecret, and nothing else. QtKeychain picks another backend by the desktop's name when
// libsecret is missing, and a tablet whose backend changes has lost its secret (qtkeychain#242): so this asks first
// and refuses.
class KeychainKeyStore final : public KeyStore {
public:
    explicit KeychainKeyStore(QString service);
    [[nodiscard]] Kind kind() const override { return Kind::session; }
    [[nodiscard]] bool hardwareBacked() const override { return false; } // no chip behind the Secret Service
    [[nodiscard]] Result<SecretBytes> loadDeviceSecret() override;
    [[nodiscard]] Result<void> storeDeviceSecret(const SecretBytes& secret) override;

private:
    QString m_service;
};

} // namespace lianxin::platform
