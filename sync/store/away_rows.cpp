// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/away_rows.hpp"

#include "sync/store/ids_of.hpp"
#include "sync/store/meta.hpp"
#include "sync/store/schema.hpp"

namespace lianxin::store {

Result<std::vector<RecordId>> AwayRows::hide(PartitionRow& partition)
{
    LIANXIN_TRY(auto ids, rowsOf(partition.id));
    // One walk over the terms, whatever the number of rows: they are sorted by their text.
    LIANXIN_TRY(auto terms, m_database.statement(
                                "DELETE FROM term WHERE record IN (SELECT record FROM record WHERE partition = ?1)"));
    LIANXIN_CHECK(terms.bindInt(1, partition.id).run());
    LIANXIN_TRY(auto flag, m_database.statement("UPDATE record SET flags = flags | ?2 WHERE partition = ?1"));
    LIANXIN_CHECK(flag.bindInt(1, partition.id).bindInt(2, kFlagAway).run());
    partition.grant = Grant::gone;
    partition.cursor.sequence = 0;
    partition.cursor.consistent = 0;
    partition.cursor.chain = {};
    LIANXIN_CHECK(m_partitions.update(partition));
    return ids;
}

Result<std::vector<RecordId>> AwayRows::rowsOf(std::int64_t partition) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM record WHERE partition = ?1"));
    rows.bindInt(1, partition);
    return idsOf<RecordId>(rows);
}

Result<std::vector<RecordId>> AwayRows::rowsUnder(RecordId root, std::int64_t partition) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM record WHERE partition = ?1 AND root = ?2"));
    rows.bindInt(1, partition).bindId(2, root);
    return idsOf<RecordId>(rows);
}

Result<std::vector<std::uint64_t>> AwayRows::takenChanges(std::int64_t partition, std::uint64_t acknowledged) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT DISTINCT c.number FROM record r JOIN own_touch t ON t.record = r.record "
                                     "JOIN changeset c ON c.number = t.number "
                                     "WHERE r.partition = ?1 AND c.number <= ?2 AND c.held_back = 0"));
    rows.bindInt(1, partition).bindNumber(2, acknowledged);
    std::vector<std::uint64_t> numbers;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return numbers;
        numbers.push_back(rows.numberAt(0));
    }
}

Result<std::vector<RecordId>> AwayRows::show(PartitionRow& partition, RecordTable& records, Overlay& overlay)
{
    partition.grant = Grant::granted;
    LIANXIN_CHECK(m_partitions.update(partition));
    overlay.forget();
    LIANXIN_TRY(auto ids, rowsOf(partition.id));
    for (const auto& id : ids) {
        LIANXIN_TRY(const auto before, records.find(id));
        if (!before)
            return fail(Errc::damaged, "a row vanished while it was read");
        auto record = *before;
        record.flags &= ~kFlagAway;
        LIANXIN_CHECK(records.put(record, &*before, overlay));
    }
    return ids;
}

Result<std::vector<RecordId>> AwayRows::purgeable(std::uint64_t acknowledged, std::size_t most) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement(
                    "SELECT r.record FROM partition p CROSS JOIN record r ON r.partition = p.id WHERE p.granted = 0 "
                    "AND NOT EXISTS (SELECT 1 FROM own_touch t WHERE t.record = r.record AND "
                    "t.number > ?1) LIMIT ?2"));
    rows.bindNumber(1, acknowledged).bindInt(2, static_cast<std::int64_t>(most));
    return idsOf<RecordId>(rows);
}

// A trigger takes the past values along. Of what is held back the touch stays: released or corrected, it is shown again where the grant comes back.
Result<void> AwayRows::erase(RecordId record, std::uint64_t acknowledged)
{
    LIANXIN_TRY(auto row, m_database.statement("DELETE FROM record WHERE record = ?1"));
    LIANXIN_CHECK(row.bindId(1, record).run());
    LIANXIN_TRY(auto draft, m_database.statement("DELETE FROM draft WHERE record = ?1 OR root = ?1"));
    LIANXIN_CHECK(draft.bindId(1, record).run());
    LIANXIN_TRY(auto touch,
                m_database.statement("DELETE FROM own_touch WHERE record = ?1 AND number <= ?2 AND number IN "
                                     "(SELECT number FROM changeset WHERE held_back = 0)"));
    return touch.bindId(1, record).bindNumber(2, acknowledged).run();
}

// What an emptied partition's vector and contexts vouched for is gone. Its row stays: numbers of partitions are never given again.
Result<void> AwayRows::closeEmptied()
{
    LIANXIN_TRY(const auto all, m_partitions.all());
    for (auto row : all) {
        if (row.grant != Grant::gone)
            continue;
        LIANXIN_TRY(auto any, m_database.statement("SELECT 1 FROM record WHERE partition = ?1 LIMIT 1"));
        LIANXIN_TRY(const bool isThere, any.bindInt(1, row.id).step());
        if (isThere)
            continue;
        row.vector = {};
        LIANXIN_CHECK(m_partitions.update(row));
        LIANXIN_CHECK(m_partitions.dropInterned(row.id));
    }
    return {};
}

Result<std::size_t> AwayRows::purge(std::uint64_t acknowledged, std::size_t most)
{
    LIANXIN_TRY(const auto ids, purgeable(acknowledged, most));
    for (const auto& id : ids)
        LIANXIN_CHECK(erase(id, acknowledged));
    if (!ids.empty())
        LIANXIN_CHECK(m_meta.setNumber(meta::kRekeyDue, 1));
    if (ids.size() < most)
        LIANXIN_CHECK(closeEmptied());
    LIANXIN_CHECK(m_stubs.sweep());
    return ids.size();
}

// CROSS: partition by partition along the record's key. There is hardly ever such a partition, and a tablet has many records.
Result<std::uint64_t> AwayRows::sealed() const
{
    LIANXIN_TRY(const auto number,
                m_database.queryInt("SELECT count(*) FROM partition p CROSS JOIN record r ON r.partition = "
                                    "p.id WHERE p.granted = 0"));
    return static_cast<std::uint64_t>(number);
}

} // namespace lianxin::store
