// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/record_table.hpp"

#include "sync/store/schema.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin::store {

namespace {

bool isElement(const RegisterKey& key) { return !key.element.empty(); }

Value shownValue(const core::RegisterState& reg)
{
    if (isElement(reg.key))
        return Value::fromBool(core::isPresent(reg.heads));
    const auto* head = core::provisional(reg.heads);
    return head == nullptr ? Value::null() : head->value;
}

// Of the life of a record readLife() knows more than its heads.
bool inConflict(const core::RegisterState& reg)
{
    return !isElement(reg.key) && reg.key.number != kLifeRegister && core::differ(reg.heads);
}

} // namespace

LifeReading RecordTable::lifeOf(const StoredRecord& record) const
{
    return readLifeOf(m_catalogue.type(record.state.type), record.shown());
}

std::int64_t RecordTable::flagsOf(const StoredRecord& record) const
{
    const auto& shown = record.shown();
    const auto life = lifeOf(record);
    std::int64_t flags = record.flags & (kFlagAway | kFlagStale);
    if (life.open || std::any_of(shown.begin(), shown.end(), inConflict))
        flags |= kFlagConflict;
    if (record.view)
        flags |= kFlagOverlay;
    if (life.life != Life::active)
        flags |= kFlagEnded;
    return flags;
}

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
    const auto life = lifeOf(record);
    view.life = life.life;
    view.conflict = (record.flags & kFlagConflict) != 0;
    view.since = record.since;
    view.arrived = record.arrived;
    view.registers.reserve(record.shown().size());
    for (const auto& reg : record.shown())
        view.registers.push_back({reg.key, shownValue(reg), reg.heads,
                                  reg.key.number == kLifeRegister ? life.open : inConflict(reg), reg.note});
    return view;
}

RegisterValues RecordTable::valuesOf(const std::vector<core::RegisterState>& registers)
{
    RegisterValues values;
    for (const auto& reg : registers)
        if (!reg.heads.empty())
            values.emplace_hint(values.end(), reg.key, shownValue(reg));
    return values;
}

bool RecordTable::isFound(const StoredRecord& record, const RecordType* type) const
{
    if (type == nullptr || (record.flags & kFlagAway) != 0 || !isSearchable(*type))
        return false;
    // What was joined with another record is found by its own words too, and leads to that one; what was put away is not found.
    return (record.flags & kFlagEnded) == 0 || lifeOf(record).life != Life::voided;
}

std::vector<Term> RecordTable::termsOf(const StoredRecord& record) const
{
    const auto* type = m_catalogue.type(record.state.type);
    if (!isFound(record, type))
        return {};
    return store::termsOf(*type, valuesOf(record.shown()), m_folder, SearchGroups::mark(m_groups.of(type->number)));
}

RegisterValues RecordTable::indexedValues(const StoredRecord& record, const RecordType& type)
{
    auto [indexed, isNew] = m_indexed.try_emplace(type.number);
    if (isNew) {
        for (const auto& field : type.fields)
            if (field.search != SearchKind::none || (type.timeline && field.number == type.timeline->at) ||
                std::ranges::find(type.title, field.number) != type.title.end())
                indexed->second.push_back(field.registerNumber());
        std::ranges::sort(indexed->second);
    }
    RegisterValues values;
    for (const auto& reg : record.state.registers)
        if (!reg.heads.empty() && reg.key.element.empty() &&
            std::ranges::binary_search(indexed->second, reg.key.number))
            values.emplace_hint(values.end(), reg.key, shownValue(reg));
    return values;
}

Result<bool> RecordTable::insertNew(StoredRecord& record, TermBatch& terms)
{
    record.flags = flagsOf(record);
    const auto* type = m_catalogue.type(record.state.type);
    RegisterValues values;
    if (type != nullptr)
        values = indexedValues(record, *type);
    const auto sort = type == nullptr ? std::string() : sortKeyOf(*type, values, m_folder);
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR IGNORE INTO record(partition, root, record, type, registers, "
                                               "view, sort, flags, since, arrived) "
                                               "VALUES(?1, ?2, ?3, ?4, ?5, NULL, ?6, ?7, ?8, ?9)"));
    put.bindInt(1, record.partition)
        .bindId(2, record.state.root)
        .bindId(3, record.state.record)
        .bindInt(4, record.state.type);
    put.bindBlob(5, core::encodeRegisters(record.state.registers)).bindText(6, sort).bindInt(7, record.flags);
    LIANXIN_CHECK(put.bindInt(8, record.since).bindInt(9, record.arrived).run());
    if (m_database.changedRows() == 0)
        return false;
    if (isFound(record, type))
        LIANXIN_CHECK(terms.add(record.state.record, store::termsOf(*type, values, m_folder,
                                                                    SearchGroups::mark(m_groups.of(type->number)))));
    return true;
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
    record.flags = flagsOf(record);
    const auto* type = m_catalogue.type(record.state.type);
    const auto sort = type == nullptr ? std::string() : sortKeyOf(*type, valuesOf(record.shown()), m_folder);

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
    return putTerms(record.state.record, before == nullptr ? std::vector<Term>{} : termsOf(*before), termsOf(record));
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
    return putTerms(record.state.record, termsOf(record), {});
}

Result<std::vector<RecordId>> RecordTable::staleIn(std::int64_t partition) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT record FROM record WHERE partition = ?1 AND (flags & ?2) <> 0"));
    rows.bindInt(1, partition).bindInt(2, kFlagStale);
    std::vector<RecordId> ids;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return ids;
        LIANXIN_TRY(const auto id, rows.idAt<RecordId>(0));
        ids.push_back(id);
    }
}

Result<void> RecordTable::rebuild(Overlay& overlay)
{
    LIANXIN_CHECK(m_database.exec("DELETE FROM term"));
    std::vector<RecordId> ids;
    {
        LIANXIN_TRY(auto rows, m_database.statement("SELECT record FROM record"));
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            LIANXIN_TRY(const auto id, rows.idAt<RecordId>(0));
            ids.push_back(id);
        }
    }
    for (const auto& id : ids) {
        LIANXIN_TRY(auto record, find(id));
        // No `before`: its terms are gone already.
        LIANXIN_CHECK(put(*record, nullptr, overlay));
    }
    return {};
}

} // namespace lianxin::store
