// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::wire {

// What an administrator hands to a person, on paper, as QR code or as message (PROTOCOL.md 6): where to register, as whom, which root and
// which TLS authority to believe. Whoever has it can register once, within the life of the code.
struct InvitationText {
    seal::Realm realm{seal::Realm::production};
    std::string code; // 32 characters of the one-time code, without dashes
    UserId user;
    Hash root; // fingerprint of ORG-ROOT
    // BLAKE2b-256 of the DER of the TLS authority, and of its successor: at most two, none only for http:// on loopback.
    std::vector<Hash> pins;
    std::string address; // https://host[:port]
    bool operator==(const InvitationText&) const = default;
};

// "LIANXIN:1:" and groups of five characters, the fifth of each a check over the four before it and the group's place.
// invalidInput: the code, the address or the pins cannot be written so.
[[nodiscard]] Result<std::string> writeInvitation(const InvitationText& invitation);

// What somebody typed or pasted so far. Small letters, blanks, line breaks, dashes, O for 0, I and L for 1 are forgiven.
struct InvitationReading {
    enum class State {
        empty,      // nothing yet
        foreign,    // does not begin as an invitation does
        newer,      // of a later version of this program
        unfinished, // right so far, more is to come
        slip,       // `group` holds a slip of the pen, or is missing
        tooLong,    // whole, and something more behind it
        unsound,    // each group is right, the whole is not: no person wrote this
        whole,
    };
    State state{State::empty};
    std::size_t group{0};      // slip: which, from 1
    std::string slipped;       // slip: that group as it was typed, where it is letters and digits
    std::size_t groups{0};     // right ones so far
    InvitationText invitation; // whole
};
[[nodiscard]] InvitationReading readInvitation(std::string_view typed);

// "https://host" or "https://host:port", nothing behind it; http only for a loopback address.
[[nodiscard]] bool isServerAddress(std::string_view address);

} // namespace lianxin::wire
