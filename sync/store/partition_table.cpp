// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/partition_table.hpp"

namespace lianxin::store {

Result<PartitionRow> PartitionTable::read(const Statement& row)
{
    PartitionRow result;
    result.id = row.intAt(0);
    auto name = PartitionId::parse(row.textAt(1));
    if (!name)
        return fail(Errc::damaged, "a stored partition has no name");
    result.cursor.partition = std::move(*name);
    result.cursor.sequence = row.numberAt(2);
    result.cursor.consistent = row.numberAt(3);
    LIANXIN_TRY(result.cursor.chain, row.idAt<Hash>(4));
    LIANXIN_TRY(result.vector, core::decodeContext(row.blobAt(5)));
    result.grant = static_cast<Grant>(row.intAt(6));
    return result;
}

Result<std::optional<PartitionRow>> PartitionTable::find(const PartitionId& name) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement(
                    "SELECT id, name, cursor, consistent, chain, vector, granted FROM partition WHERE name = ?1"));
    LIANXIN_TRY(const bool row, rows.bindText(1, name.text()).step());
    if (!row)
        return std::optional<PartitionRow>{};
    LIANXIN_TRY(auto found, read(rows));
    return std::optional(std::move(found));
}

Result<PartitionRow> PartitionTable::get(std::int64_t id) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement(
                    "SELECT id, name, cursor, consistent, chain, vector, granted FROM partition WHERE id = ?1"));
    LIANXIN_TRY(const bool row, rows.bindInt(1, id).step());
    if (!row)
        return fail(Errc::damaged, "a record lies in no partition");
    return read(rows);
}

Result<PartitionRow> PartitionTable::add(const PartitionId& name, Grant grant)
{
    PartitionRow row;
    row.cursor.partition = name;
    row.grant = grant;
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT INTO partition(name, chain, vector, granted) VALUES(?1, ?2, ?3, ?4)"));
    put.bindText(1, name.text()).bindId(2, row.cursor.chain).bindBlob(3, core::encodeContext(row.vector));
    LIANXIN_CHECK(put.bindInt(4, static_cast<std::int64_t>(grant)).run());
    row.id = m_database.lastInsertId();
    return row;
}

Result<void> PartitionTable::update(const PartitionRow& row)
{
    LIANXIN_TRY(
        auto put,
        m_database.statement(
            "UPDATE partition SET cursor = ?2, consistent = ?3, chain = ?4, vector = ?5, granted = ?6 WHERE id = ?1"));
    put.bindInt(1, row.id)
        .bindNumber(2, row.cursor.sequence)
        .bindNumber(3, row.cursor.consistent)
        .bindId(4, row.cursor.chain);
    return put.bindBlob(5, core::encodeContext(row.vector)).bindInt(6, static_cast<std::int64_t>(row.grant)).run();
}

Result<std::vector<PartitionRow>> PartitionTable::all() const
{
    LIANXIN_TRY(auto rows,
                m_database.statement(
                    "SELECT id, name, cursor, consistent, chain, vector, granted FROM partition ORDER BY name"));
    std::vector<PartitionRow> all;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return all;
        LIANXIN_TRY(auto one, read(rows));
        all.push_back(std::move(one));
    }
}

Result<std::uint64_t> PartitionTable::intern(std::int64_t partition, const core::Context& context)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT INTO context(partition, body) VALUES(?1, ?2)"));
    LIANXIN_CHECK(put.bindInt(1, partition).bindBlob(2, core::encodeContext(context)).run());
    return static_cast<std::uint64_t>(m_database.lastInsertId());
}

Result<std::optional<core::Context>> PartitionTable::interned(std::uint64_t id) const
{
    LIANXIN_TRY(auto get, m_database.statement("SELECT body FROM context WHERE id = ?1"));
    LIANXIN_TRY(const bool row, get.bindNumber(1, id).step());
    if (!row)
        return std::optional<core::Context>{};
    LIANXIN_TRY(auto context, core::decodeContext(get.blobAt(0)));
    return std::optional(std::move(context));
}

Result<void> PartitionTable::mapContexts(const std::function<core::Context(const core::Context&)>& by)
{
    LIANXIN_TRY(const auto rows, all());
    for (auto row : rows) {
        row.vector = by(row.vector);
        LIANXIN_CHECK(update(row));
    }
    std::vector<std::pair<std::uint64_t, core::Context>> contexts;
    LIANXIN_TRY(auto get, m_database.statement("SELECT id, body FROM context"));
    for (;;) {
        LIANXIN_TRY(const bool more, get.step());
        if (!more)
            break;
        LIANXIN_TRY(auto context, core::decodeContext(get.blobAt(1)));
        contexts.emplace_back(get.numberAt(0), std::move(context));
    }
    LIANXIN_TRY(auto put, m_database.statement("UPDATE context SET body = ?2 WHERE id = ?1"));
    for (const auto& [id, context] : contexts)
        LIANXIN_CHECK(put.bindNumber(1, id).bindBlob(2, core::encodeContext(by(context))).run());
    return {};
}

Result<void> PartitionTable::dropInterned(std::int64_t partition)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM context WHERE partition = ?1"));
    return drop.bindInt(1, partition).run();
}

} // namespace lianxin::store
