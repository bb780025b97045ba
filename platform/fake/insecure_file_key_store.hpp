// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"
#include "platform/key_store.hpp"

namespace lianxin::platform {

// For the demo only: the device secret in a plain file, so that a process that was killed finds it again on a machine
// without a key ring. Says that it is insecure, as InMemoryKeyStore does.
class InsecureFileKeyStore final : public KeyStore {
public:
    enum class Claims { software, hardware };
    InsecureFileKeyStore(Files& files, Path file, Claims claims);
    [[nodiscard]] Kind kind() const override { return Kind::insecureFile; }
    [[nodiscard]] bool hardwareBacked() const override { return m_claims == Claims::hardware; }
    [[nodiscard]] Result<SecretBytes> loadDeviceSecret() override;
    [[nodiscard]] Result<void> storeDeviceSecret(const SecretBytes& secret) override;

private:
    Files& m_files;
    Path m_file;
    Claims m_claims;
};

} // namespace lianxin::platform
