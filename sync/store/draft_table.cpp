// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/draft_table.hpp"

namespace lianxin::store {

Result<Draft> DraftTable::read(const Statement& row)
{
    Draft draft;
    LIANXIN_TRY(draft.id, row.idAt<RecordId>(0));
    draft.type = static_cast<std::uint32_t>(row.intAt(1));
    LIANXIN_TRY(draft.record, row.idAt<RecordId>(2));
    LIANXIN_TRY(draft.root, row.idAt<RecordId>(3));
    LIANXIN_TRY(draft.past, Past::decode(row.blobAt(4)));
    draft.body = row.textAt(5);
    draft.updated = row.intAt(6);
    return draft;
}

Result<void> DraftTable::put(const Draft& draft)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR REPLACE INTO draft(id, type, record, root, past, body, "
                                               "updated) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    put.bindId(1, draft.id)
        .bindInt(2, draft.type)
        .bindId(3, draft.record)
        .bindId(4, draft.root)
        .bindBlob(5, draft.past.encode());
    return put.bindText(6, draft.body).bindInt(7, draft.updated).run();
}

Result<void> DraftTable::drop(RecordId id)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM draft WHERE id = ?1"));
    return drop.bindId(1, id).run();
}

Result<void> DraftTable::nameSelf(ReplicaId self)
{
    LIANXIN_TRY(const auto drafts, all());
    for (auto draft : drafts) {
        if (!draft.past.self().isNil())
            continue;
        draft.past.setSelf(self);
        LIANXIN_CHECK(put(draft));
    }
    return {};
}

Result<std::optional<Draft>> DraftTable::find(RecordId id) const
{
    LIANXIN_TRY(auto rows, m_database.statement(
                               "SELECT id, type, record, root, past, body, updated FROM draft WHERE id = ?1 AND NOT "
                               "EXISTS (SELECT 1 FROM record r WHERE r.record IN (draft.root, draft.record) AND "
                               "r.flags & 4)"));
    LIANXIN_TRY(const bool row, rows.bindId(1, id).step());
    if (!row)
        return std::optional<Draft>{};
    LIANXIN_TRY(auto draft, read(rows));
    return std::optional(std::move(draft));
}

Result<std::vector<Draft>> DraftTable::all() const
{
    LIANXIN_TRY(
        auto rows,
        m_database.statement(
            "SELECT id, type, record, root, past, body, updated FROM draft WHERE NOT EXISTS (SELECT 1 FROM record "
            "r WHERE r.record IN (draft.root, draft.record) AND r.flags & 4) ORDER BY updated DESC, id"));
    std::vector<Draft> drafts;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return drafts;
        LIANXIN_TRY(auto draft, read(rows));
        drafts.push_back(std::move(draft));
    }
}

} // namespace lianxin::store
