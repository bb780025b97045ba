// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the partitions here a reply still grants.
#include "sync/store/away_rows.hpp"
#include "sync/store/pull_run.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr const char* kMovedMeanwhile = "a family moved meanwhile";
}

Result<void> PullRun::grants(const std::vector<PartitionId>& granted)
{
    LIANXIN_TRY(auto known, m_partitions.all());
    std::set<PartitionId> wanted(granted.begin(), granted.end());
    for (auto& row : known) {
        const bool isGranted = wanted.erase(row.cursor.partition) > 0;
        // Nothing at all, not even the directory: this body was revoked, and what it made goes too.
        LIANXIN_TRY(const bool isExpected, stillExpected(row, granted.empty()));
        const auto grant = isGranted ? Grant::granted : isExpected ? Grant::expected : Grant::gone;
        if (grant == row.grant)
            continue;
        if (grant == Grant::gone || row.grant == Grant::gone) {
            LIANXIN_TRY(const auto ids, isGranted ? m_away.show(row, m_records, m_overlay) : m_away.hide(row));
            m_changed.insert(ids.begin(), ids.end());
            continue;
        }
        row.grant = grant;
        LIANXIN_CHECK(m_partitions.update(row));
    }
    if (!wanted.empty())
        m_records.forgetNames();
    for (const auto& name : wanted)
        LIANXIN_CHECK(m_partitions.add(name, Grant::granted));
    return {};
}

// A partition that began on this tablet is shown until the province has applied something of it and knows it: from then on its word counts.
Result<bool> PullRun::stillExpected(const PartitionRow& row, bool nothingIsGranted) const
{
    if (row.grant != Grant::expected || nothingIsGranted)
        return false;
    if (row.cursor.partition.isCase()) // whoever opens one holds it; the province says so in its own time
        return true;
    LIANXIN_TRY(const auto acknowledged, m_log.acknowledged());
    LIANXIN_TRY(const auto numbers, m_away.takenChanges(row.id, acknowledged));
    LIANXIN_TRY(const auto withdrawn, m_log.withdrawn());
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto dot, m_log.dotOf(number));
        if (std::ranges::find(withdrawn, dot) == withdrawn.end())
            return false;
    }
    return true;
}

// Segments speak of a past moment, and V with them. Only frames tell of rows that another feed filed here; and what was made here and that the
// province had by then must be among the rows of the segments, else it has left since.
Result<void> PullRun::awaitOwn(std::int64_t partition, const core::Context& vector)
{
    LIANXIN_TRY(const auto ids, m_away.rowsOf(partition));
    for (const auto& id : ids) {
        LIANXIN_TRY(const auto row, m_records.find(id));
        if (row && !row->state.registers.empty())
            return fail(Errc::invalidInput, kMovedMeanwhile);
        LIANXIN_TRY(const auto numbers, m_log.touching(id));
        for (const auto number : numbers) {
            LIANXIN_TRY(const auto dot, m_log.dotOf(number));
            if (vector.contains(dot))
                m_awaited.insert(id);
        }
    }
    return {};
}

Result<void> PullRun::nobodyLeft() const
{
    return m_awaited.empty() ? Result<void>() : fail(Errc::invalidInput, kMovedMeanwhile);
}

// All of it, as far as this replica wrote anything into it.
Result<bool> PullRun::isWithdrawn(RecordId id) const
{
    LIANXIN_TRY(const auto withdrawn, m_log.withdrawn());
    LIANXIN_TRY(const auto numbers, m_log.touching(id));
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto dot, m_log.dotOf(number));
        if (std::ranges::find(withdrawn, dot) == withdrawn.end())
            return false;
    }
    return !numbers.empty();
}

} // namespace lianxin::store
