// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace lianxin {

[[nodiscard]] std::string toBase64Url(std::span<const std::uint8_t> bytes); // no padding
[[nodiscard]] Result<std::string> fromBase64Url(std::string_view text);     // refuses padding and stray bits

// A fixed number of raw bytes with a meaning. On the wire base64url without padding: 16 bytes are 22 characters, 8 are 11.
template <typename Tag, std::size_t N> struct RawId {
    std::array<std::uint8_t, N> bytes{};

    auto operator<=>(const RawId&) const = default;
    [[nodiscard]] bool isNil() const { return *this == RawId{}; }
    [[nodiscard]] std::string text() const { return toBase64Url(bytes); }
    [[nodiscard]] std::string_view raw() const { return {reinterpret_cast<const char*>(bytes.data()), N}; }
    [[nodiscard]] static Result<RawId> fromRaw(std::string_view raw)
    {
        if (raw.size() != N)
            return fail(Errc::invalidInput,
                        "id of " + std::to_string(raw.size()) + " bytes, expected " + std::to_string(N));
        RawId id;
        for (std::size_t i = 0; i < N; ++i)
            id.bytes[i] = static_cast<std::uint8_t>(raw[i]);
        return id;
    }
    [[nodiscard]] static Result<RawId> parse(std::string_view text)
    {
        auto raw = fromBase64Url(text);
        if (!raw)
            return raw.error();
        return fromRaw(*raw);
    }
};

using RecordId = RawId<struct RecordTag, 16>;  // UUIDv7, made on the tablet; task notes are UUIDv8 (decisions D4)
using UserId = RawId<struct UserTag, 16>;      // the record id of the user's app_user record
using ReplicaId = RawId<struct ReplicaTag, 8>; // one user's vault on one tablet (D1); random, unique per server
using Hash = RawId<struct HashTag, 32>;        // BLAKE2b-256
using EpochId = RawId<struct EpochTag, 8>;     // drawn at random at init and after each restore of a server

[[nodiscard]] inline RecordId recordOf(UserId user) { return RecordId{user.bytes}; }
[[nodiscard]] inline UserId userOf(RecordId record) { return UserId{record.bytes}; }

// Source of ids and keys. The composition root gives the system's; simulations give a seeded one.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// Milliseconds since 1970-01-01T00:00Z. Wall clocks order what people read; they never decide what survives.
using Millis = std::int64_t;
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Millis now() const = 0;
};

[[nodiscard]] RecordId makeRecordId(Millis now, RandomSource& random); // UUIDv7 (RFC 9562 5.7)
[[nodiscard]] Millis createdAt(RecordId record);                       // the time in a UUIDv7, by its maker's clock
[[nodiscard]] ReplicaId makeReplicaId(RandomSource& random);

// The smallest unit all of whose holders may read all of it (D2): "p:35" province directory, "c:350128" county,
// "t:350128001" township, "v:350128001201" village, "k:<record id>" counselling case.
class PartitionId {
public:
    PartitionId() = default;
    [[nodiscard]] static Result<PartitionId> parse(std::string_view text);
    [[nodiscard]] static PartitionId forCase(RecordId caseId);
    [[nodiscard]] static PartitionId directory();
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isCase() const { return !m_text.empty() && m_text.front() == 'k'; }
    // The division code (6, 9 or 12 digits) of a geographic partition, empty for a case.
    [[nodiscard]] std::string_view area() const;
    auto operator<=>(const PartitionId&) const = default;

private:
    std::string m_text;
};

// The name of one write: changeset number n of a replica, from 1, without gaps (D5).
struct Dot {
    ReplicaId replica;
    std::uint64_t number{0};
    auto operator<=>(const Dot&) const = default;
};

} // namespace lianxin

template <typename Tag, std::size_t N> struct std::hash<lianxin::RawId<Tag, N>> {
    std::size_t operator()(const lianxin::RawId<Tag, N>& id) const noexcept
    {
        return std::hash<std::string_view>{}(id.raw());
    }
};
