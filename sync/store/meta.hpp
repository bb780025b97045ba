// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <string>
#include <string_view>

namespace lianxin::store {

// Single facts of the replica. Read from the database each time: a rolled-back transaction leaves nothing behind in memory.
class Meta {
public:
    explicit Meta(Database& database) : m_database(database) {}
    [[nodiscard]] Result<std::int64_t> number(std::string_view key) const; // 0 when absent
    [[nodiscard]] Result<void> setNumber(std::string_view key, std::int64_t value);
    [[nodiscard]] Result<std::string> bytes(std::string_view key) const; // empty when absent
    [[nodiscard]] Result<void> setBytes(std::string_view key, std::string_view value);
    template <typename Id> [[nodiscard]] Result<Id> id(std::string_view key) const // nil when absent
    {
        LIANXIN_TRY(const auto raw, bytes(key));
        if (raw.empty())
            return Id{};
        auto parsed = Id::fromRaw(raw);
        if (!parsed)
            return fail(Errc::damaged, "a stored id has a wrong length");
        return *parsed;
    }

private:
    Database& m_database;
};

namespace meta {
inline constexpr std::string_view kReplica = "replica";
inline constexpr std::string_view kUser = "user";
inline constexpr std::string_view kEpoch = "epoch";
inline constexpr std::string_view kAcknowledged = "acknowledged";
inline constexpr std::string_view kRequestCounter = "request counter"; // everything up to it may have been given
inline constexpr std::string_view kScopeGeneration = "scope generation";
inline constexpr std::string_view kHlc = "hlc";
inline constexpr std::string_view kClockOffset = "clock offset";
inline constexpr std::string_view kLastContact = "last contact";
inline constexpr std::string_view kCursorDigest = "cursor digest"; // of the cursors after the last accepted reply
inline constexpr std::string_view kIndex = "index";   // versions that the terms and sort keys were made with
inline constexpr std::string_view kPieces = "pieces"; // what the kept pieces were made with (PieceShelf)
// Rows were purged since the file has its key: it gets another one (D16).
inline constexpr std::string_view kRekeyDue = "rekey due";
// Epoch and scope generation of the newest reply whose grants were taken: an older one gives nothing back.
inline constexpr std::string_view kGrantsOf = "grants of";
// This tablet has lived through a restore of the province: what the server withdrew in a lost epoch may be applied in this one.
inline constexpr std::string_view kHealed = "healed";
// What of the own log lies in a backup of the province, in the present epoch; how far it was let go of here; when that was asked last.
inline constexpr std::string_view kBackupMark = "backup mark";
inline constexpr std::string_view kTrimmed = "trimmed";
inline constexpr std::string_view kMarkAsked = "mark asked";
inline constexpr std::string_view kDonation =
    "donation"; // how far rows were given to a restored server; absent: all of them
} // namespace meta

} // namespace lianxin::store
