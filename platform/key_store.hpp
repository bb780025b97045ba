// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_bytes.hpp"
#include "sync/model/error.hpp"

namespace lianxin::platform {

inline constexpr std::size_t kDeviceSecretBytes = 32;

// Where the tablet's device secret (DSK) lies. It is a cache, never the only copy: vault headers hold the secret
// sealed to the organisation's recovery keys, and the recovery code works without it.
class KeyStore {
public:
    // What the screen may say about the place (D20): an insecure one must be labelled.
    enum class Kind { hardware, session, insecureMemory, insecureFile };

    virtual ~KeyStore() = default;
    [[nodiscard]] virtual Kind kind() const = 0;
    // True where a six-digit PIN is enough, because the secret cannot leave the chip.
    [[nodiscard]] virtual bool hardwareBacked() const = 0;
    // notFound: the store works and holds none. io: the store cannot be asked now; never make a new secret then.
    [[nodiscard]] virtual Result<SecretBytes> loadDeviceSecret() = 0;
    // Refuses (notAllowed) to replace another secret that is there already: every vault of the tablet hangs on it.
    [[nodiscard]] virtual Result<void> storeDeviceSecret(const SecretBytes& secret) = 0;

    [[nodiscard]] bool insecure() const { return kind() == Kind::insecureMemory || kind() == Kind::insecureFile; }
};

} // namespace lianxin::platform
