// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/carry.hpp"
#include "sync/store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

// What one carrier takes on for others. A shelf that is full says so; it never throws out one person's envelope for another's.
struct CarryLimits {
    std::uint64_t bytes{0};      // in all
    std::uint64_t bytesOfOne{0}; // of one replica, so that one cannot fill it
    std::uint64_t envelopes{0};  // in all
    Millis age{0};               // then it is let go: its author still has everything
};
// An office: two months of a township's thirty tablets without photographs. A colleague's tablet: a week of three of them.
inline constexpr CarryLimits kRelayLimits{2ULL << 30U, 128ULL << 20U, 20'000, 180LL * 24 * 3600 * 1000};
inline constexpr CarryLimits kNeighbourLimits{16ULL << 20U, 6ULL << 20U, 200, 60LL * 24 * 3600 * 1000};

struct CarriedItem {
    std::int64_t id{0};
    seal::CarriedLabel label;
    Hash hash;
    std::string bytes;
};

// An envelope that another carrier took over, and how that one signs.
struct HandedOn {
    std::string certificate;
    seal::CarriedReceipt receipt;
    Hash head;
};

struct CarryCounts {
    std::uint64_t waiting{0}; // envelopes still to be taken on
    std::uint64_t bytes{0};
    std::uint64_t refused{0}; // by the province, by name; kept until their age
    Millis oldest{0};         // when the oldest waiting one came; 0: none
    std::uint64_t receipts{0};
};

// The tables of a shelf: a step of the schema of whoever keeps one.
[[nodiscard]] std::string_view carryShelfTables();

// Sealed envelopes of others on their way to the province, and the receipts on their way back (PROTOCOL.md 15). The same on an office's relay and
// inside a tablet's own encrypted file. One thread owns the database; each call that writes is one transaction and durable when it returns.
class CarryShelf {
public:
    CarryShelf(Database& database, const CarryLimits& limits) : m_database(database), m_limits(limits) {}

    // busy: the shelf, or this replica's part of it, is full. An envelope with the same label is kept once.
    [[nodiscard]] Result<void> take(const seal::CarriedEnvelope& envelope, std::string_view bytes, Millis now);
    enum class To { province, carrier }; // to a carrier goes only what none has taken over yet
    // What may be tried now: of each replica in order of numbers, the longest first, so that most others are not needed any more.
    [[nodiscard]] Result<std::vector<CarriedItem>> due(To to, Millis now, std::size_t maxCount, std::size_t maxBytes);
    // The province's signed word, which the caller has verified: kept for the author; what it covers is let go.
    [[nodiscard]] Result<void> received(const core::Receipt& receipt, Millis now);
    [[nodiscard]] Result<void> refused(std::int64_t id, std::string_view code);
    [[nodiscard]] Result<void> postpone(std::int64_t id, Millis until);
    [[nodiscard]] Result<void> handedOn(std::int64_t id, const HandedOn& proof);
    [[nodiscard]] Result<std::vector<core::Receipt>> receipts(const std::vector<ReplicaId>& replicas);
    [[nodiscard]] Result<std::vector<HandedOn>> onward(const std::vector<ReplicaId>& replicas);
    [[nodiscard]] Result<std::vector<ReplicaId>> authors(); // of what waits
    [[nodiscard]] Result<std::uint64_t> expire(Millis now); // how many were let go
    [[nodiscard]] Result<CarryCounts> counts();

private:
    [[nodiscard]] Result<bool> isKnown(const seal::CarriedLabel& label);
    [[nodiscard]] Result<bool> isReceived(const seal::CarriedLabel& label);
    [[nodiscard]] Result<void> checkRoom(const seal::CarriedLabel& label, std::size_t size);

    Database& m_database;
    CarryLimits m_limits;
};

} // namespace lianxin::store
