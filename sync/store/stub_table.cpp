// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/stub_table.hpp"

namespace lianxin::store {

namespace {
// Contexts of stubs belong to no partition: no head of a feed makes them vanish, and another id of this replica is put into them all the same.
constexpr std::int64_t kNoPartition = 0;
} // namespace

Result<void> StubTable::keep(const core::RecordState& root, std::int64_t partition)
{
    auto place = root.registers.front();
    auto context = place.exceptions;
    LIANXIN_TRY(const auto before, find(root.record));
    if (before) {
        const auto& known = before->root.registers.front();
        LIANXIN_TRY(const auto seen, m_partitions.interned(known.contextId));
        place.heads = core::mergeHeads(known.heads, seen.value_or(core::Context{}), place.heads, context);
        context.merge(seen.value_or(core::Context{}));
    }
    place.exceptions = {};
    place.note.reset();
    place.feed = 0;
    LIANXIN_TRY(place.contextId, m_partitions.intern(kNoPartition, context));
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT OR REPLACE INTO stub(root, type, partition, place, context) VALUES(?1, "
                                     "?2, ?3, ?4, ?5)"));
    const auto encoded = core::encodeRegisters({place});
    put.bindId(1, root.record).bindInt(2, root.type).bindInt(3, partition).bindBlob(4, encoded);
    return put.bindNumber(5, place.contextId).run();
}

Result<std::optional<StubTable::Stub>> StubTable::find(RecordId root) const
{
    LIANXIN_TRY(auto row, m_database.statement("SELECT root, type, partition, place FROM stub WHERE root = ?1"));
    return read(row.bindId(1, root));
}

Result<std::optional<StubTable::Stub>> StubTable::after(RecordId root) const
{
    LIANXIN_TRY(auto row, m_database.statement("SELECT root, type, partition, place FROM stub WHERE root > ?1 ORDER BY "
                                               "root LIMIT 1"));
    return read(row.bindId(1, root));
}

Result<std::optional<StubTable::Stub>> StubTable::read(Statement& row) const
{
    LIANXIN_TRY(const bool there, row.step());
    if (!there)
        return std::optional<Stub>{};
    Stub stub;
    LIANXIN_TRY(stub.root.record, row.idAt<RecordId>(0));
    stub.root.root = stub.root.record;
    stub.root.type = static_cast<std::uint32_t>(row.intAt(1));
    stub.partition = row.intAt(2);
    LIANXIN_TRY(stub.root.registers, core::decodeRegisters(row.blobAt(3)));
    LIANXIN_TRY(const auto home, m_partitions.get(stub.partition));
    stub.root.partition = home.cursor.partition;
    return std::optional(std::move(stub));
}

Result<void> StubTable::sweep()
{
    LIANXIN_CHECK(m_database.exec(
        "DELETE FROM stub WHERE EXISTS (SELECT 1 FROM record r JOIN partition p ON p.id = r.partition WHERE r.record = "
        "stub.root AND p.granted <> 0) OR (EXISTS (SELECT 1 FROM partition WHERE id = stub.partition AND granted = 0) "
        "AND NOT EXISTS (SELECT 1 FROM record WHERE record = stub.root))"));
    return m_database.exec("DELETE FROM context WHERE partition = 0 AND id NOT IN (SELECT context FROM stub)");
}

} // namespace lianxin::store
