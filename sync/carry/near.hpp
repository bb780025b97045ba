// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// Two tablets on one local network (PROTOCOL.md 15.4). One shows a code with its address and a key made for this meeting; everything is sealed
// to that key and to one of the visitor's, so that nobody else on the network reads who met whom, or plays the other side.
namespace lianxin::carry {

struct NearAddress {
    std::string host; // IPv4 or IPv6, as text
    std::uint16_t port{0};
    seal::PublicBoxKey key;
    bool operator==(const NearAddress&) const = default;
};
[[nodiscard]] std::string nearText(const NearAddress& address); // for a QR code, or to be sent from tablet to tablet
[[nodiscard]] Result<NearAddress> parseNear(std::string_view text);

// One message of a meeting. Empty parts are left out of the meeting, not of the bytes.
struct NearMessage {
    seal::PublicBoxKey replyTo;
    std::string reply; // to the other's question: a carry reply
    std::string auth;  // signature over the question, as of a request to nearPath()
    std::string ask;   // a carry request
    bool operator==(const NearMessage&) const = default;
};
inline constexpr std::size_t kMaxNearBytes = 10 * 1024 * 1024;

[[nodiscard]] Result<std::string> sealNear(const NearMessage& message, const seal::PublicBoxKey& to,
                                           RandomSource& random);
[[nodiscard]] Result<NearMessage> openNear(std::string_view bytes, const seal::BoxKey& mine);
// What a question of a meeting is signed for: good in this meeting and in no other, and never at a server.
[[nodiscard]] std::string nearPath(const seal::PublicBoxKey& door);

} // namespace lianxin::carry
