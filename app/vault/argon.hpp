// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_crypto.hpp"

#include <chrono>
#include <functional>

namespace lianxin::vault {

// Cost of one guess (Argon2id 1.3, one lane). Below the floor nothing is derived, whatever a file says; above the cap a
// damaged or hostile file could stop the tablet.
struct ArgonParams {
    std::uint32_t passes{3};
    std::uint32_t memoryKiB{64 * 1024};
    bool operator==(const ArgonParams&) const = default;
};
inline constexpr ArgonParams kArgonFloor{3, 64 * 1024};
inline constexpr ArgonParams kArgonCap{64, 128 * 1024};

[[nodiscard]] Result<void> checkArgon(const ArgonParams& params); // damaged outside floor and cap

// 32 bytes from a passphrase. damaged: the parameters; io: no memory now, which says nothing about the passphrase.
[[nodiscard]] Result<SecretBytes> stretch(const SecretBytes& passphrase, const Salt& salt, const ArgonParams& params);

using ArgonTimer = std::function<std::chrono::milliseconds(const ArgonParams&)>;
[[nodiscard]] std::chrono::milliseconds measureArgon(const ArgonParams& params); // one real run

// 0.4 to 0.8 s on this machine; 64 MiB where it has 2 GB or less (D17); the floor beats the time target.
[[nodiscard]] ArgonParams calibrateArgon(std::uint64_t physicalMemory, const ArgonTimer& timer = measureArgon);

} // namespace lianxin::vault
