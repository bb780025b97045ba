// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/carry.hpp"
#include "sync/wire/limits.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// One exchange between who has envelopes and who carries them on (PROTOCOL.md 15): tablet and relay, two tablets, relay and province.
namespace lianxin::wire {

inline constexpr std::string_view kPathCarry = "/v1/carry";   // POST, to the province and to a carrier
inline constexpr std::string_view kPathRelays = "/v1/relays"; // GET, of the province

inline constexpr std::size_t kMaxCarryBytes = kMaxPushBytes;
inline constexpr std::size_t kMaxCarryReplyBytes = kMaxBodyBytes;
inline constexpr std::size_t kMaxCarriedEnvelopes = 64; // of one exchange
inline constexpr std::size_t kMaxCarryAsked = 256;      // replicas asked about
inline constexpr std::size_t kMaxRelays = 64;

struct CarryRequest {
    std::string certificate; // of who asks, so that a carrier knows it; empty towards the province, which does
    std::vector<std::string> envelopes; // bytes
    std::vector<ReplicaId> asked;       // whose receipts are wanted
    bool operator==(const CarryRequest&) const = default;
};

// What became of one envelope, in the order of the request.
struct CarryAnswer {
    std::optional<seal::CarriedReceipt> carried; // a carrier: it lies safe here
    std::optional<core::Receipt> received;       // the province has it
    std::optional<std::uint64_t> need;           // the province lacks this number first
    std::string refused;                         // a code of section 10
    bool operator==(const CarryAnswer&) const = default;
};

struct CarryReply {
    std::string certificate; // of the carrier that signed `carried`; empty: it signed nothing
    std::vector<CarryAnswer> answers;
    std::vector<core::Receipt> receipts; // of the province, for replicas asked about
    // Envelopes that the carrier handed on to another one, with that one's certificate: the author may read that the township has them.
    struct Onward {
        std::string certificate;
        seal::CarriedReceipt receipt;
        Hash head; // chain hash at receipt.last
        bool operator==(const Onward&) const = default;
    };
    std::vector<Onward> onward;
    bool operator==(const CarryReply&) const = default;
};

[[nodiscard]] std::string encodeCarryRequest(const CarryRequest& request);
[[nodiscard]] Result<CarryRequest> decodeCarryRequest(std::string_view bytes);
[[nodiscard]] std::string encodeCarryReply(const CarryReply& reply);
[[nodiscard]] Result<CarryReply> decodeCarryReply(std::string_view bytes);

// What is inside an envelope: the push as one zstd frame.
[[nodiscard]] std::string carriedText(const core::PushRequest& push);
[[nodiscard]] Result<core::PushRequest> readCarriedText(std::string_view bytes);

// Certificates of the relays near a replica.
[[nodiscard]] std::string encodeRelays(const std::vector<std::string>& certificates);
[[nodiscard]] Result<std::vector<std::string>> decodeRelays(std::string_view bytes);

} // namespace lianxin::wire
