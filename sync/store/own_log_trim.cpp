// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the own log need not lie here any more (R8, R42). Numbers and chain hashes stay for ever: receipts, forks and restores are told by them.
#include "sync/store/own_log.hpp"

#include <algorithm>

namespace lianxin::store {

Result<std::uint64_t> OwnLog::trimmed() const
{
    LIANXIN_TRY(const auto number, m_meta.number(meta::kTrimmed));
    return static_cast<std::uint64_t>(number);
}

Result<std::uint64_t> OwnLog::mark() const
{
    LIANXIN_TRY(const auto number, m_meta.number(meta::kBackupMark));
    return static_cast<std::uint64_t>(number);
}

// Held back, or on top of a row that is still here and does not reflect it.
Result<bool> OwnLog::isNeeded(ReplicaId self, std::uint64_t first, std::uint64_t last) const
{
    LIANXIN_TRY(auto held, m_database.statement(
                               "SELECT 1 FROM changeset WHERE number BETWEEN ?1 AND ?2 AND held_back > 0 LIMIT 1"));
    LIANXIN_TRY(const bool isHeld, held.bindNumber(1, first).bindNumber(2, last).step());
    if (isHeld)
        return true;
    LIANXIN_TRY(auto touch, m_database.statement(
                                "SELECT 1 FROM own_touch t JOIN record r ON r.record = t.record WHERE t.number BETWEEN "
                                "?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.replica = ?3 AND "
                                "w.number = t.number) LIMIT 1"));
    return touch.bindNumber(1, first).bindNumber(2, last).bindId(3, self).step();
}

Result<void> OwnLog::forget(std::uint64_t first, std::uint64_t last)
{
    for (const auto* sql : {"UPDATE changeset SET body = x'' WHERE number BETWEEN ?1 AND ?2",
                            "DELETE FROM parcel WHERE first >= ?1 AND last <= ?2",
                            "DELETE FROM own_touch WHERE number BETWEEN ?1 AND ?2"}) {
        LIANXIN_TRY(auto drop, m_database.statement(sql));
        LIANXIN_CHECK(drop.bindNumber(1, first).bindNumber(2, last).run());
    }
    return m_meta.setNumber(meta::kTrimmed, static_cast<std::int64_t>(last));
}

// A parcel is signed as a whole and pushed as a whole: it goes as a whole, too.
Result<std::size_t> OwnLog::trim(ReplicaId self, std::uint64_t upTo, std::size_t most)
{
    LIANXIN_TRY(const auto gone, trimmed());
    LIANXIN_TRY(const auto begun, start());
    auto at = std::max(gone, begun);
    std::size_t count = 0;
    while (count < most && at < upTo) {
        LIANXIN_TRY(auto next, m_database.statement("SELECT last FROM parcel WHERE first = ?1 AND "
                                                    "signature IS NOT NULL"));
        LIANXIN_TRY(const bool found, next.bindNumber(1, at + 1).step());
        const auto last = found ? next.numberAt(0) : 0;
        if (!found || last > upTo)
            break;
        LIANXIN_TRY(const bool needed, isNeeded(self, at + 1, last));
        if (needed) // and so is what comes after it: without gaps
            break;
        LIANXIN_CHECK(forget(at + 1, last));
        count += static_cast<std::size_t>(last - at);
        at = last;
    }
    return count;
}

} // namespace lianxin::store
