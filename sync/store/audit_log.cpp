// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/audit_log.hpp"

#include "sync/seal/hash.hpp"

namespace lianxin::store {

namespace {

Hash hashOf(const Hash& before, const AuditEntry& entry)
{
    seal::Blake2b hash;
    hash.field(before.raw())
        .number(entry.number)
        .number(static_cast<std::uint64_t>(entry.at))
        .field(entry.kind)
        .field(entry.detail);
    return hash.finish();
}

} // namespace

Result<AuditEntry> AuditLog::read(const Statement& row)
{
    AuditEntry entry{row.numberAt(0), row.intAt(1), std::string(row.textAt(2)), std::string(row.textAt(3)), {}};
    LIANXIN_TRY(entry.hash, row.idAt<Hash>(4));
    return entry;
}

Result<void> AuditLog::append(Millis at, std::string_view kind, std::string_view detail)
{
    LIANXIN_TRY(const auto last, newest(1));
    AuditEntry entry{last.empty() ? 1 : last.front().number + 1, at, std::string(kind), std::string(detail), {}};
    entry.hash = hashOf(last.empty() ? Hash{} : last.front().hash, entry);
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT INTO audit(number, at, kind, detail, hash) VALUES(?1, ?2, ?3, ?4, ?5)"));
    return put.bindNumber(1, entry.number)
        .bindInt(2, at)
        .bindText(3, kind)
        .bindText(4, detail)
        .bindId(5, entry.hash)
        .run();
}

Result<std::vector<AuditEntry>> AuditLog::newest(std::size_t limit) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT number, at, kind, detail, hash FROM audit ORDER BY number DESC LIMIT ?1"));
    rows.bindNumber(1, limit);
    std::vector<AuditEntry> entries;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return entries;
        LIANXIN_TRY(auto entry, read(rows));
        entries.push_back(std::move(entry));
    }
}

Result<void> AuditLog::verify() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT number, at, kind, detail, hash FROM audit ORDER BY number"));
    Hash before;
    for (std::uint64_t expected = 1;; ++expected) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        LIANXIN_TRY(const auto entry, read(rows));
        if (entry.number != expected || hashOf(before, entry) != entry.hash)
            return fail(Errc::damaged, "the audit chain breaks at entry " + std::to_string(expected));
        before = entry.hash;
    }
}

} // namespace lianxin::store
