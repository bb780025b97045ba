// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/waiting_rows.hpp"

#include "sync/store/ids_of.hpp"

namespace lianxin::server {

namespace {
constexpr std::string_view kRows = "SELECT number, root, record, type, partition, registers, donor FROM waiting_row ";
}

Result<void> WaitingRows::put(const core::RecordState& row, ReplicaId donor, Millis now)
{
    LIANXIN_TRY(auto insert, m_database.statement("INSERT OR IGNORE INTO waiting_row(root, record, type, partition, "
                                                  "registers, donor, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    const auto registers = core::encodeRegisters(row.registers);
    insert.bindId(1, row.root).bindId(2, row.record).bindInt(3, row.type).bindText(4, row.partition.text());
    return insert.bindBlob(5, registers).bindId(6, donor).bindInt(7, now).run();
}

Result<void> WaitingRows::drop(std::int64_t number)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM waiting_row WHERE number = ?1"));
    return drop.bindInt(1, number).run();
}

Result<std::vector<WaitingRows::Row>> WaitingRows::all() const
{
    LIANXIN_TRY(auto rows, m_database.statement(std::string(kRows) + "ORDER BY number"));
    return read(rows);
}

Result<std::vector<WaitingRows::Row>> WaitingRows::of(RecordId root) const
{
    LIANXIN_TRY(auto rows, m_database.statement(std::string(kRows) + "WHERE root = ?1 ORDER BY number"));
    rows.bindId(1, root);
    return read(rows);
}

Result<std::vector<ReplicaId>> WaitingRows::donors() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT DISTINCT donor FROM waiting_row ORDER BY donor"));
    return store::idsOf<ReplicaId>(rows);
}

Result<std::vector<WaitingRows::Row>> WaitingRows::toJudge(ReplicaId donor, UserId user) const
{
    LIANXIN_TRY(auto rows, m_database.statement(
                               std::string(kRows) +
                               "WHERE donor = ?1 AND (partition NOT LIKE 'k:%' OR EXISTS (SELECT 1 FROM case_party c "
                               "WHERE c.partition = waiting_row.partition AND c.user = ?2)) ORDER BY number"));
    rows.bindId(1, donor).bindId(2, user);
    return read(rows);
}

Result<std::vector<WaitingRows::Row>> WaitingRows::read(store::Statement& rows)
{
    std::vector<Row> waiting;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return waiting;
        Row row;
        row.number = rows.intAt(0);
        LIANXIN_TRY(row.state.root, rows.idAt<RecordId>(1));
        LIANXIN_TRY(row.state.record, rows.idAt<RecordId>(2));
        row.state.type = static_cast<std::uint32_t>(rows.intAt(3));
        LIANXIN_TRY(row.state.partition, PartitionId::parse(rows.textAt(4)));
        LIANXIN_TRY(row.state.registers, core::decodeRegisters(rows.blobAt(5)));
        LIANXIN_TRY(row.donor, rows.idAt<ReplicaId>(6));
        waiting.push_back(std::move(row));
    }
}

Result<std::vector<WaitingRows::Family>> WaitingRows::families() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT root, partition, count(*), donor, min(number) FROM waiting_row "
                                                "GROUP BY root, partition, donor ORDER BY min(number)"));
    std::vector<Family> families;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return families;
        Family family;
        LIANXIN_TRY(family.root, rows.idAt<RecordId>(0));
        LIANXIN_TRY(family.partition, PartitionId::parse(rows.textAt(1)));
        family.rows = rows.intAt(2);
        LIANXIN_TRY(family.donor, rows.idAt<ReplicaId>(3));
        families.push_back(std::move(family));
    }
}

} // namespace lianxin::server
