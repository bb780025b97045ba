// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/bulk_fill.hpp"

namespace lianxin::store {

Result<BulkFill> BulkFill::begin(Database& database)
{
    BulkFill fill(database);
    LIANXIN_TRY(const auto records, database.queryInt("SELECT EXISTS(SELECT 1 FROM record)"));
    if (records != 0)
        return fill;
    std::vector<std::string> drops;
    {
        // No piece can be there of records that were never there: the trigger of new ones has nothing to do either.
        LIANXIN_TRY(auto rows, database.statement(
                                   "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'record' AND sql IS NOT "
                                   "NULL AND (type = 'index' OR name = 'piece_of_new') ORDER BY name"));
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
