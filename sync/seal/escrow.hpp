// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"
#include "sync/seal/hash.hpp"

#include <algorithm>

namespace lianxin::seal {

// The escrow reader of counselling is no member of staff. Its user id follows from the organisation's root, so that whoever pinned the root knows
// for whom every envelope must be sealed; its keys are in a person certificate of the directory. A UUIDv8, as all ids made from a hash.
[[nodiscard]] inline UserId escrowUser(const Hash& rootFingerprint)
{
    const auto hash = Blake2b().field("lianxin-escrow-1").field(rootFingerprint.raw()).finish();
    UserId user;
    std::copy_n(hash.bytes.begin(), user.bytes.size(), user.bytes.begin());
    user.bytes[6] = static_cast<std::uint8_t>((user.bytes[6] & 0x0fU) | 0x80U);
    user.bytes[8] = static_cast<std::uint8_t>((user.bytes[8] & 0x3fU) | 0x80U);
    return user;
}

} // namespace lianxin::seal
