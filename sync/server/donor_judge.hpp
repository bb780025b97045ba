// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/server/member_store.hpp"
#include "sync/server/server_author.hpp"

namespace lianxin::server {

// What of a donor's word is believed (PROTOCOL.md 9). A head proves nothing by itself (N6), so a donor may say only what it could have said by an
// ordinary change, and no word of it may open to its person what they may not read.
class DonorJudge {
public:
    struct Parts {
        SqlServerStore& store;
        core::ServerCore& core;
        MemberStore& members;
        ServerAuthor& author;
        const Catalogue& catalogue;
    };
    explicit DonorJudge(const Parts& parts) : m(parts) {}

    enum class Word : std::uint8_t {
        passedOver, // it cannot be so
        waits,      // it may be so, and somebody else has to say it too
        believed,
    };
    // Of a row that a person says to have had in `row.partition`. The registers are what is left of it: `passed` counts the others.
    [[nodiscard]] Result<Word> judge(core::RecordState& row, UserId donor, std::int64_t& passed);
    [[nodiscard]] Result<bool> counsels(UserId user); // now, or once

private:
    [[nodiscard]] Result<bool> mayHaveHeld(const PartitionId& partition, UserId user);
    [[nodiscard]] Result<bool> mayRead(const PartitionId& partition, UserId user); // now
    [[nodiscard]] Result<bool> opens(const PartitionId& from, const PartitionId& to, UserId user);
    [[nodiscard]] Result<bool> fits(const core::RecordState& row, const RecordType& type,
                                    const std::optional<PartitionId>& place);
    [[nodiscard]] Result<bool> isBelievable(const core::RegisterState& reg, const core::RecordState& row,
                                            const RecordType& type);
    [[nodiscard]] Result<bool> isInArchive(const core::Head& head, RecordId record, const RegisterKey& key);
    [[nodiscard]] Result<bool> isKnown(const core::RecordState& row, const PartitionId& place, UserId donor);
    [[nodiscard]] Result<bool> provesTooMuch(const core::RecordState& row, UserId donor);
    [[nodiscard]] Result<bool> mayKnowOf(const core::RecordChange& change, UserId donor);

    Parts m;
};

} // namespace lianxin::server
