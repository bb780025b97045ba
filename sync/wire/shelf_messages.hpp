// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Sealed segments from the province to an office, and from an office to its tablets (PROTOCOL.md 15.6).
namespace lianxin::wire {

inline constexpr std::string_view kPathShelf = "/v1/shelf"; // GET, a relay of the province
inline constexpr std::string_view kPathShelfPart =
    "/v1/shelf-part"; // POST, a relay of the province, a tablet of a relay

inline constexpr std::size_t kMaxShelfEntries = 20'000;
inline constexpr std::size_t kMaxShelfPart = 128 * 1024; // of an answer: a weak uplink loses at most this

struct ShelfEntry {
    Hash name;
    std::uint64_t size{0}; // sealed
    bool operator==(const ShelfEntry&) const = default;
};
[[nodiscard]] std::string encodeShelf(const std::vector<ShelfEntry>& entries);
[[nodiscard]] Result<std::vector<ShelfEntry>> decodeShelf(std::string_view bytes);

// The answer is no JSON: bytes of the sealed segment from `from` on, at least one.
struct ShelfAsk {
    std::string certificate; // of who asks; empty towards the province
    Hash name;
    std::uint64_t from{0};
    bool operator==(const ShelfAsk&) const = default;
};
[[nodiscard]] std::string encodeShelfAsk(const ShelfAsk& ask);
[[nodiscard]] Result<ShelfAsk> decodeShelfAsk(std::string_view bytes);

} // namespace lianxin::wire
