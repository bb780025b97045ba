// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/near.hpp"

#include <optional>

// Where a tablet's door is, as a visitor learns it: the whole code by camera, or a short one by hand (PROTOCOL.md 15.4).
namespace lianxin::carry {

struct NearPlace {
    std::string host;
    std::uint16_t port{0};
    std::optional<seal::PublicBoxKey>
        key; // none: a short code was typed, and the door is asked for the key that fits `mark`
    std::uint64_t mark{0};
    bool operator==(const NearPlace&) const = default;
};
[[nodiscard]] NearPlace placeOf(const NearAddress& address);

// Of a network that is nobody's on the internet: a code leads nowhere else.
[[nodiscard]] bool isNearby(std::string_view host);

// Sixteen signs in four groups: address in a private network, port, 34 bits of the door's key, one sign of check. None: no such address.
[[nodiscard]] std::optional<std::string> nearShort(const NearAddress& address);

struct NearReading {
    enum class State : std::uint8_t {
        empty,
        foreign,    // some other code, or one that leads away
        newer,      // of a later version of this program
        unfinished, // right so far
        slip,       // a slip of the pen, or too long
        whole
    };
    State state{State::empty};
    NearPlace place; // whole
};
// Scanned, typed or pasted. Small letters, blanks, dashes, O for 0, I and L for 1 are forgiven.
[[nodiscard]] NearReading readNear(std::string_view typed);

// 34 bits that a key cannot be made for within the life of a door: they come out of a hash that takes some milliseconds.
[[nodiscard]] std::uint64_t nearMark(const seal::PublicBoxKey& door);
// How a visitor with a short code shows that it has it, before the door says its key.
[[nodiscard]] std::string nearHello(std::uint64_t mark);
inline constexpr std::size_t kNearHelloBytes = 20;
inline constexpr std::size_t kNearKeyBytes = sizeof(seal::PublicBoxKey);

} // namespace lianxin::carry
