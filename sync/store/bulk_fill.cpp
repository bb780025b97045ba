// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/bulk_fill.hpp"

#include "sync/store/ids_of.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
// SQLite sorts the keys of an index in memory here, about 100 B a row: more than so many rows are not worth it on a tablet of 2 GB.
constexpr std::uint64_t kMostAnew = 600'000;
} // namespace

Result<BulkFill> BulkFill::begin(Database& database, std::uint64_t coming)
{
    BulkFill fill(database);
    const auto most = std::min(coming, kMostAnew - std::min(coming, kMostAnew));
    LIANXIN_TRY(const auto there, database.queryInt("SELECT count(*) FROM (SELECT 1 FROM record LIMIT " +
                                                    std::to_string(most + 1) + ")"));
    if (there != 0 && static_cast<std::uint64_t>(there) > most)
        return fill;
    {
        LIANXIN_TRY(auto rows, database.statement("SELECT record FROM record ORDER BY record"));
        LIANXIN_TRY(fill.m_known, idsOf<RecordId>(rows));
    }
    LIANXIN_CHECK(database.exec("DELETE FROM piece")); // for the trigger of new records, which is not there meanwhile
    std::vector<std::string> drops;
    {
        LIANXIN_TRY(auto rows, database.statement(
                                   "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'record' AND sql IS NOT "
                                   "NULL AND (type = 'index' OR name = 'piece_of_new') "
                                   "AND name <> 'record_in_conflict' ORDER BY name")); // hardly any row is in that
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            drops.push_back("DROP " + std::string(rows.textAt(0)) + " \"" + std::string(rows.textAt(1)) + '"');
            fill.m_anew.emplace_back(rows.textAt(2));
        }
    }
    for (const auto& drop : drops)
        LIANXIN_CHECK(database.exec(drop));
    return fill;
}

Result<void> BulkFill::finish()
{
    for (const auto& make : std::exchange(m_anew, {}))
        LIANXIN_CHECK(m_database->exec(make));
    return {};
}

} // namespace lianxin::store
