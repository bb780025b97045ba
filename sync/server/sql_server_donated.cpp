// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SqlServerStore that remembers what came back from tablets after a restore.
#include "sync/server/sql_server_store.hpp"

namespace lianxin::server {

Result<void> SqlServerStore::removeWithdrawn(const Dot& dot)
{
    m_withdrawn.reset();
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM withdrawn WHERE replica = ?1 AND number = ?2"));
    return drop.bindId(1, dot.replica).bindNumber(2, dot.number).run();
}

Result<void> SqlServerStore::addDonated(const Dot& dot, RecordId record, ReplicaId donor)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR IGNORE INTO donated_head(replica, number, record, donor) "
                                               "VALUES(?1, ?2, ?3, ?4)"));
    return put.bindId(1, dot.replica).bindNumber(2, dot.number).bindId(3, record).bindId(4, donor).run();
}

Result<std::vector<RecordId>> SqlServerStore::donatedWith(const Dot& dot)
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM donated_head WHERE replica = ?1 AND number = ?2"));
    rows.bindId(1, dot.replica).bindNumber(2, dot.number);
    std::vector<RecordId> records;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return records;
        LIANXIN_TRY(const auto record, rows.idAt<RecordId>(0));
        records.push_back(record);
    }
}

} // namespace lianxin::server
