// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/hash.hpp"

#include <algorithm>
#include <string_view>

namespace lianxin::seal {

// UUIDv8 (RFC 9562 5.8) of the BLAKE2b-256 of a text: two tablets that name the same thing make the same record (D4).
[[nodiscard]] inline RecordId namedId(std::string_view text)
{
    const auto hash = blake2b(text);
    RecordId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x80U); // version 8
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U); // variant 10
    return id;
}

} // namespace lianxin::seal
