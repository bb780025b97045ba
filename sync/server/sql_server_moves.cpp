// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What SqlServerStore keeps of roots that moved from one partition to another (R20).
#include "sync/server/sql_server_store.hpp"

namespace lianxin::server {

Result<std::vector<core::RecordState>> SqlServerStore::recordsUnder(RecordId root)
{
    std::vector<RecordId> ids;
    {
        LIANXIN_TRY(auto query, m_database.statement("SELECT id FROM record WHERE root = ?1 ORDER BY id"));
        query.bindId(1, root);
        for (;;) {
            LIANXIN_TRY(const auto there, query.step());
            if (!there)
                break;
            LIANXIN_TRY(const auto id, query.idAt<RecordId>(0));
            ids.push_back(id);
        }
    }
    std::vector<core::RecordState> records;
    for (const auto& id : ids) {
        LIANXIN_TRY(auto found, record(id));
        if (found)
            records.push_back(std::move(*found));
    }
    return records;
}

Result<void> SqlServerStore::putGone(const PartitionId& id, RecordId root, std::uint64_t feed)
{
    LIANXIN_TRY(auto* home, entry(id, true));
    LIANXIN_TRY(auto put, m_database.statement(feed == 0 ? "DELETE FROM gone WHERE partition = ?1 AND root = ?2"
                                                         : "INSERT OR REPLACE INTO gone(partition, root, feed) "
                                                           "VALUES(?1, ?2, ?3)"));
    put.bindInt(1, home->number).bindId(2, root);
    if (feed != 0)
        put.bindNumber(3, feed);
    return put.run();
}

Result<bool> SqlServerStore::hasLeft(const PartitionId& id, RecordId root)
{
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return false;
    LIANXIN_TRY(auto query, m_database.statement("SELECT 1 FROM gone WHERE partition = ?1 AND root = ?2"));
    return query.bindInt(1, home->number).bindId(2, root).step();
}

Result<std::vector<std::pair<std::uint64_t, RecordId>>> SqlServerStore::gone(const PartitionId& id, std::uint64_t after,
                                                                             std::size_t limit)
{
    std::vector<std::pair<std::uint64_t, RecordId>> left;
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return left;
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT feed, root FROM gone WHERE partition = ?1 AND feed > ?2 ORDER BY "
                                     "feed LIMIT ?3"));
    query.bindInt(1, home->number).bindNumber(2, after).bindInt(3, static_cast<std::int64_t>(limit));
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return left;
        LIANXIN_TRY(const auto root, query.idAt<RecordId>(1));
        left.emplace_back(query.numberAt(0), root);
    }
}

} // namespace lianxin::server
