// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/segment_table.hpp"

#include "sync/wire/segment_messages.hpp"

#include <set>

namespace lianxin::store {

Result<std::vector<SegmentPlan>> SegmentTable::plans() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT id, manifest FROM segment_plan ORDER BY id"));
    std::vector<SegmentPlan> plans;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return plans;
        auto manifest = wire::decodeManifest(rows.blobAt(1));
        if (!manifest)
            return fail(Errc::damaged, "a stored manifest does not read");
        plans.push_back({rows.intAt(0), std::move(*manifest)});
    }
}

Result<void> SegmentTable::add(const core::SegmentManifest& manifest)
{
    LIANXIN_TRY(auto put, m_database.statement("INSERT INTO segment_plan(manifest) VALUES(?1)"));
    return put.bindBlob(1, wire::encodeManifest(manifest)).run();
}

Result<void> SegmentTable::drop(std::int64_t plan)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM segment_plan WHERE id = ?1"));
    return drop.bindInt(1, plan).run();
}

Result<void> SegmentTable::sweep()
{
    LIANXIN_TRY(const auto plans, this->plans());
    std::set<Hash> wanted;
    for (const auto& plan : plans)
        for (const auto& segment : plan.manifest.segments)
            wanted.insert(segment.hash);
    std::vector<Hash> gone;
    {
        LIANXIN_TRY(auto rows, m_database.statement("SELECT DISTINCT hash FROM segment_part"));
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            LIANXIN_TRY(const auto hash, rows.idAt<Hash>(0));
            if (!wanted.contains(hash))
                gone.push_back(hash);
        }
    }
    for (const auto& hash : gone)
        LIANXIN_CHECK(forget(hash));
    return {};
}

Result<std::uint64_t> SegmentTable::have(const Hash& segment) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT coalesce(sum(size), 0) FROM segment_part WHERE hash = ?1"));
    LIANXIN_TRY(const bool row, rows.bindId(1, segment).step());
    return row ? rows.numberAt(0) : 0;
}

Result<void> SegmentTable::append(const core::SegmentPart& part)
{
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT INTO segment_part(hash, at, size, bytes) VALUES(?1, ?2, ?3, ?4)"));
    put.bindId(1, part.from.hash).bindNumber(2, part.from.offset).bindNumber(3, part.bytes.size());
    return put.bindBlob(4, part.bytes).run();
}

Result<std::string> SegmentTable::bytes(const Hash& segment) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT bytes FROM segment_part WHERE hash = ?1 ORDER BY at"));
    rows.bindId(1, segment);
    std::string bytes;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return bytes;
        bytes += rows.blobAt(0);
    }
}

Result<void> SegmentTable::forget(const Hash& segment)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM segment_part WHERE hash = ?1"));
    return drop.bindId(1, segment).run();
}

} // namespace lianxin::store
