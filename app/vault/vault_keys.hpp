// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_header.hpp"

namespace lianxin::vault {

// The tree under the user master key (UMK): which number gives what, and how each wrapped key is bound to its place.
[[nodiscard]] SecretBytes headerMacKey(const SecretBytes& userKey);
[[nodiscard]] SecretBytes wrapKey(const SecretBytes& userKey);
[[nodiscard]] SecretBytes recordMacKeyOf(const SecretBytes& userKey);
[[nodiscard]] SecretBytes auditKeyOf(const SecretBytes& userKey);
[[nodiscard]] SecretBytes stepUpExtra(const SecretBytes& userKey);
[[nodiscard]] SecretBytes counsellingWrapKey(const SecretBytes& userKey, const SecretBytes& stepUpKey);

[[nodiscard]] std::array<std::uint8_t, 32> macOf(const VaultHeader& header, const SecretBytes& userKey);

[[nodiscard]] WrappedDataKey makeDataKey(const SlotPlace& place, std::uint32_t generation, const SecretBytes& userKey,
                                         RandomSource& random);
[[nodiscard]] Result<SecretBytes> openDataKeySeed(const SlotPlace& place, const WrappedDataKey& wrapped,
                                                  const SecretBytes& userKey);

// `stepUpKey` is used for personSealing only.
[[nodiscard]] WrappedKey makePersonKey(const SlotPlace& place, KeyPurpose purpose, const SecretBytes& userKey,
                                       const SecretBytes& stepUpKey, RandomSource& random);
[[nodiscard]] WrappedKey wrapPersonSeed(const SlotPlace& place, KeyPurpose purpose, const SecretBytes& seed,
                                        const SecretBytes& userKey, const SecretBytes& stepUpKey, RandomSource& random);
[[nodiscard]] Result<SecretBytes> openPersonSeed(const SlotPlace& place, const WrappedKey& wrapped,
                                                 const SecretBytes& userKey, const SecretBytes& stepUpKey);

} // namespace lianxin::vault
