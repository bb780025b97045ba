// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/restamp.hpp"

#include <string>
#include <string_view>
#include <vector>

// One replica id in two bodies (PROTOCOL.md 9.1).
namespace lianxin::wire {

inline constexpr std::string_view kPathRestamp = "/v1/restamp";     // POST, under the old id
inline constexpr std::string_view kPathRestamped = "/v1/restamped"; // POST, under the new one

// Asks for an id of its own (R27). `chain` holds the hashes of the numbers from `from` on, up to the last own one.
struct RestampAsk {
    seal::PublicSignKey key; // of the replica that will be
    core::Signature proof;
    std::uint64_t from{0};
    std::vector<Hash> chain; // at least one
    [[nodiscard]] std::uint64_t last() const { return from + chain.size() - 1; }
};

struct RestampReply {
    ReplicaId replica;
    std::uint64_t shared{0};
    core::Signature signature; // over seal::RestampGrant, which names what was asked too
    Millis serverTime{0};
    [[nodiscard]] seal::RestampGrant grant(ReplicaId old, const RestampAsk& asked) const
    {
        return {old, replica, asked.key, shared, asked.last()};
    }
};

// Changes under one-change ids (R28) go as a push of parcels of one changeset each, signed by the replica that asks and by nobody else.
struct RestampedAnswer {
    core::Signature signature; // a receipt: of the parcel's id, held 1, the parcel's head
    core::ChangeOutcome outcome;
};

struct RestampedReply {
    std::vector<RestampedAnswer> answers; // one per parcel, in order
    Millis serverTime{0};
};

[[nodiscard]] std::string encodeRestampAsk(const RestampAsk& ask);
[[nodiscard]] Result<RestampAsk> decodeRestampAsk(std::string_view bytes);
[[nodiscard]] std::string encodeRestampReply(const RestampReply& reply);
[[nodiscard]] Result<RestampReply> decodeRestampReply(std::string_view bytes);
[[nodiscard]] std::string encodeRestampedReply(const RestampedReply& reply);
[[nodiscard]] Result<RestampedReply> decodeRestampedReply(std::string_view bytes, const core::PushRequest& asked);

} // namespace lianxin::wire
