// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_crypto.hpp"

namespace lianxin::vault {

// 160 random bits, printed once at enrolment and kept away from the tablet. On paper: eight groups of five characters,
// "7K3QX-…", digits and capitals without I, L, O, U. The fifth of each group is a check over the other four and the
// group's place, so that a slip of the pen is found, and named, before it is taken for a wrong code.
inline constexpr std::size_t kRecoveryCodeBytes = 20;

[[nodiscard]] SecretBytes printRecoveryCode(const SecretBytes& code); // ASCII text with hyphens
// Forgives small letters, blanks, hyphens, O for 0, I and L for 1. invalidInput with "group N" as detail for a slip.
[[nodiscard]] Result<SecretBytes> readRecoveryCode(const SecretBytes& typed);

} // namespace lianxin::vault
