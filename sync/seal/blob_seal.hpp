// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

namespace lianxin::seal {

// The server's word that it durably holds all of a blob (PROTOCOL.md 8.2). The id binds every byte, so nothing else is signed.
[[nodiscard]] core::Signature signBlobHeld(const SignKey& receiptKey, EpochId epoch, const Hash& blob);
[[nodiscard]] bool verifyBlobHeld(const PublicSignKey& receiptKey, EpochId epoch, const Hash& blob,
                                  const core::Signature& signature);

} // namespace lianxin::seal
