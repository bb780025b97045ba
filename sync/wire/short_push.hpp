// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/vector_name.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A push without what the server knows (PROTOCOL.md 7.1). It stands for exactly one push of section 7: whoever reads it makes that text again, and
// the parcels' signatures over the chain of the whole text say whether it is the author's. Nothing but the line ever sees the short form.
namespace lianxin::wire {

// A record as both sides have it: what of a change need not be said.
struct KnownPlace {
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    bool operator==(const KnownPlace&) const = default;
};

// What the author thinks that the server knows. Where it is wrong it is asked for the whole push.
struct PushGuess {
    UserId user;
    std::function<Result<std::optional<KnownPlace>>(RecordId)> placeOf;
    std::function<Result<std::optional<core::Context>>(const PartitionId&)> vectorOf; // V, set in this epoch
};
// Empty: it cannot be said this way.
[[nodiscard]] Result<std::string> encodeShortPush(const core::PushRequest& request, const PushGuess& guess);

// What the server knows of the replica that pushes.
struct PushMemory {
    ReplicaId replica;
    UserId user;
    Hash before; // chain hash at `acknowledged`
    std::function<Result<std::optional<KnownPlace>>(RecordId)> placeOf;
    std::function<std::optional<core::Context>(const seal::VectorName&)> vector;
};

struct WholePush {
    core::PushRequest request;
    std::vector<std::vector<core::Changeset>> changesets; // of its parcels, as their bodies say
};

class ShortPush {
public:
    [[nodiscard]] static bool isOne(std::string_view body) { return body.starts_with('\1') || body.starts_with('\2'); }
    [[nodiscard]] static Result<ShortPush> read(std::string_view body); // only where it starts and for which epoch
    [[nodiscard]] std::uint64_t acknowledged() const { return m_acknowledged; }
    [[nodiscard]] const EpochId& epoch() const { return m_epoch; }
    // notFound: something is not known here; invalidInput: it is no push at all. The caller verifies the signatures before it believes any of it.
    [[nodiscard]] Result<WholePush> complete(const PushMemory& memory) const;

private:
    std::uint64_t m_acknowledged{0};
    EpochId m_epoch;
    std::string m_rest;
    std::string m_texts;
};

// The answer to a short push that was applied, received and nothing else: the receipt's signature and the server's time. Empty: there is more to
// say, so it is said as in section 7.
[[nodiscard]] std::string encodeShortReceipt(const core::PushReply& reply, const core::PushRequest& asked);
[[nodiscard]] bool isShortReceipt(std::string_view body);
[[nodiscard]] Result<core::PushReply> decodeShortReceipt(std::string_view body, const core::PushRequest& asked);

} // namespace lianxin::wire
