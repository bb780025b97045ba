// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the province says of its last backup, and what of the own log may go for it (R8, R42, PROTOCOL.md 9.2).
#include "sync/store/replica_parts.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr std::size_t kTrimmedAtOnce = 256; // changesets of one transaction: a few milliseconds on a tablet
}

Result<bool> ReplicaStore::wantsMark(std::chrono::milliseconds pause) const
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto received, parts.log.acknowledged());
    LIANXIN_TRY(const auto mark, parts.log.mark());
    if (received <= mark)
        return false;
    // A clock that was put back must not keep it from asking.
    LIANXIN_TRY(const auto asked, parts.metaTable.number(meta::kMarkAsked));
    const auto since = parts.ports.clock->now() - asked;
    return since < 0 || since >= pause.count();
}

Result<void> ReplicaStore::noteMark(const core::PullReply& reply)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_CHECK(parts.metaTable.setNumber(meta::kMarkAsked, parts.ports.clock->now()));
    LIANXIN_TRY(const auto received, parts.log.acknowledged());
    LIANXIN_TRY(const auto before, parts.log.mark());
    // Within an epoch it only grows: what was once in a completed backup is not less safe because somebody copied an old file.
    if (reply.backup && reply.epoch == epoch && reply.backup->held > before && reply.backup->held <= received) {
        // The reply's own (held, hash) was compared before: this is a belt, and no reason to stand still.
        if (parts.log.compare(reply.backup->held, reply.backup->head))
            LIANXIN_CHECK(parts.metaTable.setNumber(meta::kBackupMark, static_cast<std::int64_t>(reply.backup->held)));
    }
    return transaction.commit();
}

// While rows are on their way back to a restored server, or come anew from it, everything stays that could heal it.
Result<bool> ReplicaStore::trimSome(std::uint64_t keep)
{
    auto& parts = *m_parts;
    LIANXIN_TRY(const auto mark, parts.log.mark());
    LIANXIN_TRY(const auto last, parts.log.last());
    LIANXIN_TRY(const auto received, parts.log.acknowledged());
    LIANXIN_TRY(const auto gone, parts.log.trimmed());
    const auto upTo = std::min({mark, received, last - std::min(last, keep)});
    if (gone >= upTo)
        return false;
    LIANXIN_TRY(const bool donating, isDonating());
    LIANXIN_TRY(const bool refilling, isRefilling());
    if (donating || refilling)
        return false;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_TRY(const auto count, parts.log.trim(self, upTo, kTrimmedAtOnce));
    if (count == 0)
        return false;
    LIANXIN_CHECK(parts.audit.append(parts.ports.clock->now(), "trimmed", std::to_string(count) + " changesets"));
    LIANXIN_CHECK(transaction.commit());
    return count >= kTrimmedAtOnce;
}

} // namespace lianxin::store
