// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/record_table.hpp"

#include "sync/store/ids_of.hpp"
#include "sync/store/schema.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin::store {

namespace {

constexpr std::string_view kInsert =
    "INSERT OR IGNORE INTO record(partition, root, record, type, registers, view, sort, flags, since, arrived) "
    "VALUES(?1, ?2, ?3, ?4, ?5, NULL, ?6, ?7, ?8, ?9)";

Result<void> insert(Statement& put, const NewRow& row)
{
    put.bindInt(1, row.partition).bindId(2, row.root).bindId(3, row.record).bindInt(4, row.type);
    put.bindBlob(5, row.registers).bindText(6, row.sort).bindInt(7, row.flags);
    return put.bindInt(8, row.since).bindInt(9, row.arrived).run();
}

} // namespace

Result<StoredRecord> RecordTable::read(const Statement& row) const
{
    StoredRecord record;
    record.partition = row.intAt(0);
    LIANXIN_TRY(record.state.root, row.idAt<RecordId>(1));
    LIANXIN_TRY(record.state.record, row.idAt<RecordId>(2));
    record.state.type = static_cast<std::uint32_t>(row.intAt(3));
    LIANXIN_TRY(record.state.registers, core::decodeRegisters(row.blobAt(4)));
    if (!row.isNull(5)) {
        LIANXIN_TRY(record.view, core::decodeRegisters(row.blobAt(5)));
    }
    record.flags = row.intAt(6);
    record.since = row.intAt(7);
    record.arrived = row.intAt(8);
    auto name = m_names.find(record.partition);
    if (name == m_names.end()) {
        LIANXIN_TRY(const auto partition, m_partitions.get(record.partition));
        name = m_names.emplace(record.partition, partition.cursor.partition).first;
    }
    record.state.partition = name->second;
    return record;
}

Result<std::optional<StoredRecord>> RecordTable::find(RecordId record) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT partition, root, record, type, registers, view, flags, since, "
                                                "arrived FROM record WHERE record = ?1"));
    LIANXIN_TRY(const bool row, rows.bindId(1, record).step());
    if (!row)
        return std::optional<StoredRecord>{};
    LIANXIN_TRY(auto found, read(rows));
    return std::optional(std::move(found));
}

Result<std::vector<RecordView>> RecordTable::views(Statement& rows) const
{
    std::vector<RecordView> views;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return views;
        LIANXIN_TRY(const auto record, read(rows));
        views.push_back(viewOf(record));
    }
}

RecordView RecordTable::viewOf(const StoredRecord& record) const
{
    RecordView view;
    view.record = record.state.record;
    view.root = record.state.root;
    view.type = record.state.type;
    view.partition = record.state.partition;
    const auto life = m_rows.lifeOf(record);
    view.life = life.life;
    view.conflict = (record.flags & kFlagConflict) != 0;
    view.since = record.since;
    view.arrived = record.arrived;
    view.registers.reserve(record.shown().size());
    for (const auto& reg : record.shown())
        view.registers.push_back({reg.key, RowMaker::shownValue(reg), reg.heads,
                                  reg.key.number == kLifeRegister ? life.open : RowMaker::inConflict(reg), reg.note});
    return view;
}

Result<bool> RecordTable::insertNew(StoredRecord& record, TermBatch& terms)
{
    std::vector<Term> found;
    const auto row = m_rows.make(record, found);
    LIANXIN_TRY(auto put, m_database.statement(kInsert));
    LIANXIN_CHECK(insert(put, row));
    if (m_database.changedRows() == 0)
        return false;
    LIANXIN_CHECK(terms.add(row.record, found));
    return true;
}

Result<void> RecordTable::insertAll(const std::vector<NewRow>& rows)
{
    LIANXIN_TRY(auto put, m_database.statement(kInsert));
    for (const auto& row : rows) {
        LIANXIN_CHECK(insert(put, row));
        if (m_database.changedRows() == 0)
            return fail(Errc::internal, "a record twice while a store is filled");
    }
    return {};
}

Result<void> RecordTable::put(StoredRecord& record, const StoredRecord* before, Overlay& overlay)
{
    record.view.reset();
    LIANXIN_TRY(const bool mayCover, overlay.mayCover(record.state.record));
    if (mayCover) {
        LIANXIN_TRY(auto shown, overlay.show(record.state, record.partition));
        if (!shown.ownOnTop.empty())
            record.view = std::move(shown.registers);
    }
    record.flags = m_rows.flagsOf(record);
    const auto* type = m_catalogue.type(record.state.type);
    const auto sort = m_rows.sortKeyOf(record);

    if (before != nullptr)
        LIANXIN_CHECK(keepPast(*before, record, overlay));
    if (before != nullptr && before->partition != record.partition) {
        // Not taken out and put in again: what hangs on the row stays.
        LIANXIN_TRY(auto refile, m_database.statement("UPDATE record SET partition = ?2 WHERE record = ?1"));
        LIANXIN_CHECK(refile.bindId(1, record.state.record).bindInt(2, record.partition).run());
    }
    LIANXIN_TRY(
        auto put,
        m_database.statement(
            "INSERT INTO record(partition, root, record, type, registers, view, sort, flags, since, arrived) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT(partition, root, record) DO UPDATE SET "
            "registers = ?5, view = ?6, sort = ?7, flags = ?8, since = ?9, arrived = ?10"));
    put.bindInt(1, record.partition)
        .bindId(2, record.state.root)
        .bindId(3, record.state.record)
        .bindInt(4, record.state.type);
    put.bindBlob(5, core::encodeRegisters(record.state.registers)).bindText(7, sort).bindInt(8, record.flags);
    put.bindInt(9, record.since).bindInt(10, record.arrived);
    if (record.view)
        put.bindBlob(6, core::encodeRegisters(*record.view));
    else
        put.bindNull(6);
    LIANXIN_CHECK(put.run());
    if (type == nullptr || !isSearchable(*type))
        return {};
    return putTerms(record.state.record, before == nullptr ? std::vector<Term>{} : m_rows.termsOf(*before),
                    m_rows.termsOf(record));
}

Result<void> RecordTable::keepPast(const StoredRecord& before, const StoredRecord& record, Overlay& overlay)
{
    return m_past.keep(record.state.record, m_catalogue.type(record.state.type), before.shown(), record.shown(),
                       [&](const Dot& dot) { return overlay.isWithdrawn(dot); });
}

Result<void> RecordTable::putTerms(RecordId record, const std::vector<Term>& before, const std::vector<Term>& after)
{
    if (before == after)
        return {};
    std::vector<Term> gone;
    std::vector<Term> added;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM term WHERE term = ?1 AND kind = ?2 AND record = ?3"));
    for (const auto& term : gone)
        LIANXIN_CHECK(
            drop.bindText(1, term.text).bindInt(2, static_cast<std::int64_t>(term.kind)).bindId(3, record).run());
    LIANXIN_TRY(auto add, m_database.statement("INSERT OR IGNORE INTO term(term, kind, record) VALUES(?1, ?2, ?3)"));
    for (const auto& term : added)
        LIANXIN_CHECK(
            add.bindText(1, term.text).bindInt(2, static_cast<std::int64_t>(term.kind)).bindId(3, record).run());
    return {};
}

Result<void> RecordTable::remove(const StoredRecord& record)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM record WHERE record = ?1"));
    LIANXIN_CHECK(drop.bindId(1, record.state.record).run());
    return putTerms(record.state.record, m_rows.termsOf(record), {});
}

Result<std::vector<RecordId>> RecordTable::staleIn(std::int64_t partition) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT record FROM record WHERE partition = ?1 AND (flags & ?2) <> 0"));
    rows.bindInt(1, partition).bindInt(2, kFlagStale);
    return idsOf<RecordId>(rows);
}

Result<void> RecordTable::rebuild(Overlay& overlay)
{
    LIANXIN_CHECK(m_database.exec("DELETE FROM term"));
    std::vector<RecordId> ids;
    {
        LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM record"));
        LIANXIN_TRY(ids, idsOf<RecordId>(rows));
    }
    for (const auto& id : ids) {
        LIANXIN_TRY(auto record, find(id));
        // No `before`: its terms are gone already.
        LIANXIN_CHECK(put(*record, nullptr, overlay));
    }
    return {};
}

} // namespace lianxin::store
