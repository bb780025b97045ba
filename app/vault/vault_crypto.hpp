// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_bytes.hpp"
#include "sync/model/error.hpp"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lianxin::vault {

using platform::SecretBytes;

inline constexpr std::size_t kKeyBytes = 32;
using Salt = std::array<std::uint8_t, 16>;

// XChaCha20-Poly1305 with its random nonce (suite 1).
struct Sealed {
    std::array<std::uint8_t, 24> nonce{};
    std::string bytes; // 16 longer than the plain text
    bool operator==(const Sealed&) const = default;
};
[[nodiscard]] Sealed sealBytes(const SecretBytes& key, std::string_view associated, const SecretBytes& plain,
                               RandomSource& random);
[[nodiscard]] Result<SecretBytes> openBytes(const SecretBytes& key, std::string_view associated,
                                            const Sealed& sealed); // wrongSecret

// BLAKE2b-256 over the parts one after the other; the caller sees to it that their borders cannot move.
[[nodiscard]] SecretBytes keyedHash(const SecretBytes& key, std::initializer_list<std::string_view> parts);
[[nodiscard]] std::array<std::uint8_t, 32> plainHash(std::string_view bytes);
[[nodiscard]] bool sameBytes(std::string_view a, std::string_view b); // constant time

// Numbered keys out of a 32-byte key (crypto_kdf). `purpose` is exactly 8 characters.
[[nodiscard]] SecretBytes deriveKey(const SecretBytes& key, std::uint64_t number, std::string_view purpose,
                                    std::size_t size = kKeyBytes);

} // namespace lianxin::vault
