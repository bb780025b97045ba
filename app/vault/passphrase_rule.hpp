// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_crypto.hpp"

namespace lianxin::vault {

// What a new passphrase must be (D17): six digits where the device secret cannot leave the chip; elsewhere at least
// eight letters and digits with both kinds among them, or four words (of two letters or more, in any script).
enum class PassphraseFault { none, empty, pinNeedsHardware, tooSimple, tooLong };

// NFKC, outer blanks dropped, inner blanks to one space: the same words typed by two input methods are the same bytes.
// invalidInput for bytes that are not UTF-8, for nothing, and for more than kLongestPassphrase bytes.
inline constexpr std::size_t kLongestPassphrase = 1024;
[[nodiscard]] Result<SecretBytes> normalisePassphrase(const SecretBytes& typed);

[[nodiscard]] PassphraseFault judgePassphrase(const SecretBytes& normalised, bool hardwareBacked);
// Normalised, or invalidInput with the fault's name as detail.
[[nodiscard]] Result<SecretBytes> acceptNewPassphrase(const SecretBytes& typed, bool hardwareBacked);

} // namespace lianxin::vault
