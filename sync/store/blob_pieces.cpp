// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks that come and go in pieces, and what that costs.
#include "sync/store/blob_store.hpp"

#include "sync/store/ids_of.hpp"

#include <algorithm>

namespace lianxin::store {

std::uint32_t BlobProgress::begunAt(std::uint32_t place) const
{
    const auto found = std::ranges::find(begun, place, &std::pair<std::uint32_t, std::uint32_t>::first);
    return found == begun.end() ? 0 : found->second;
}

bool mayFreeLocalCopy(const BlobFacts& facts, const std::optional<BackupMark>& mark)
{
    constexpr Millis kClocksGoWrong = Millis{48} * 3600 * 1000;
    return mark && facts.rank == BlobRank::original && facts.received && facts.missing == 0 &&
           facts.receivedAt + kClocksGoWrong < mark->upTo;
}

Result<void> BlobStore::name(const Hash& id, RecordId record)
{
    LIANXIN_TRY(auto put, m_database->statement("INSERT OR IGNORE INTO named(blob, record) VALUES(?1, ?2)"));
    return put.bindId(1, id).bindId(2, record).run();
}

Result<std::vector<RecordId>> BlobStore::names(const Hash& id) const
{
    LIANXIN_TRY(auto find, m_database->statement("SELECT record FROM named WHERE blob = ?1 ORDER BY record"));
    find.bindId(1, id);
    return idsOf<RecordId>(find);
}

Result<BlobsWaiting> BlobStore::waiting() const
{
    LIANXIN_TRY(auto find, m_database->statement("SELECT rank, count(*), sum(bytes) FROM blob WHERE claimed = 1 AND "
                                                 "shared = 1 AND received = 0 AND missing = 0 GROUP BY rank"));
    BlobsWaiting waiting;
    for (;;) {
        LIANXIN_TRY(const bool more, find.step());
        if (!more)
            return waiting;
        const auto count = static_cast<std::uint32_t>(find.intAt(1));
        (find.intAt(0) == 0 ? waiting.thumbnails : waiting.originals) = count;
        waiting.bytes += find.numberAt(2);
    }
}

Result<BlobProgress> BlobStore::progress(const Hash& id) const
{
    BlobProgress progress;
    LIANXIN_TRY(progress.missing, missing(id));
    LIANXIN_TRY(const auto found, row(id));
    LIANXIN_TRY(auto find, m_database->statement("SELECT place, sum(length(body)) FROM piece WHERE blob = ?1 GROUP BY "
                                                 "place ORDER BY place"));
    find.bindInt(1, found.key);
    for (;;) {
        LIANXIN_TRY(const bool more, find.step());
        if (!more)
            return progress;
        progress.begun.emplace_back(static_cast<std::uint32_t>(find.intAt(0)),
                                    static_cast<std::uint32_t>(find.intAt(1)));
    }
}

Result<std::vector<PieceOutcome>> BlobStore::putPieces(std::span<const core::BlobPiece> pieces)
{
    LIANXIN_CHECK(hasRoom());
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    std::vector<PieceOutcome> outcomes;
    for (const auto& piece : pieces) {
        LIANXIN_TRY(const auto found, row(piece.blob));
        LIANXIN_TRY(const auto outcome, putPiece(found, piece));
        outcomes.push_back(outcome);
    }
    LIANXIN_CHECK(transaction.commit());
    return outcomes;
}

Result<PieceOutcome> BlobStore::putPiece(const Row& row, const core::BlobPiece& piece)
{
    const auto end = std::uint64_t{piece.offset} + piece.bytes.size();
    if (piece.place >= row.facts.chunks || piece.bytes.empty() || end > core::chunkSize(row.facts.bytes, piece.place))
        return fail(Errc::invalidInput, "no such chunk in this blob");
    {
        LIANXIN_TRY(auto here,
                    m_database->statement("SELECT 1 FROM chunk WHERE blob = ?1 AND place = ?2 AND body IS NOT NULL"));
        here.bindInt(1, row.key).bindInt(2, piece.place);
        LIANXIN_TRY(const bool isWhole, here.step());
        if (isWhole)
            return PieceOutcome::whole;
    }
    std::uint64_t held = 0;
    {
        LIANXIN_TRY(auto sum, m_database->statement(
                                  "SELECT coalesce(sum(length(body)), 0) FROM piece WHERE blob = ?1 AND place = ?2"));
        sum.bindInt(1, row.key).bindInt(2, piece.place);
        LIANXIN_TRY([[maybe_unused]] const bool one, sum.step());
        held = sum.numberAt(0);
    }
    if (piece.offset > held)
        return PieceOutcome::gap;
    if (end > held) {
        LIANXIN_TRY(auto put,
                    m_database->statement("INSERT INTO piece(blob, place, start, body) VALUES(?1, ?2, ?3, ?4)"));
        put.bindInt(1, row.key).bindInt(2, piece.place).bindNumber(3, held);
        const auto fresh = std::string_view(piece.bytes).substr(static_cast<std::size_t>(held - piece.offset));
        LIANXIN_CHECK(put.bindBlob(4, fresh).run());
    }
    return std::max(end, held) < core::chunkSize(row.facts.bytes, piece.place) ? PieceOutcome::kept
                                                                               : finishChunk(row, piece.place);
}

// All of it is here: it becomes a chunk when its id says so, else nothing of it stays.
Result<PieceOutcome> BlobStore::finishChunk(const Row& row, std::uint32_t place)
{
    std::string whole;
    {
        LIANXIN_TRY(auto read,
                    m_database->statement("SELECT body FROM piece WHERE blob = ?1 AND place = ?2 ORDER BY start"));
        read.bindInt(1, row.key).bindInt(2, place);
        for (;;) {
            LIANXIN_TRY(const bool more, read.step());
            if (!more)
                break;
            whole += read.blobAt(0);
        }
    }
    LIANXIN_TRY(auto drop, m_database->statement("DELETE FROM piece WHERE blob = ?1 AND place = ?2"));
    LIANXIN_CHECK(drop.bindInt(1, row.key).bindInt(2, place).run());
    LIANXIN_TRY(auto put, m_database->statement("UPDATE chunk SET body = ?4 WHERE blob = ?1 AND place = ?2 AND id = ?3 "
                                                "AND body IS NULL"));
    put.bindInt(1, row.key).bindInt(2, place).bindId(3, chunkId(row.facts.partition, whole));
    LIANXIN_CHECK(put.bindBlob(4, whole).run());
    if (m_database->changedRows() == 0)
        return PieceOutcome::wrong;
    LIANXIN_TRY(auto count, m_database->statement("UPDATE blob SET missing = missing - 1 WHERE key = ?1"));
    LIANXIN_CHECK(count.bindInt(1, row.key).run());
    return PieceOutcome::whole;
}

Result<std::string> BlobStore::range(const Hash& id, std::uint64_t offset, std::size_t most) const
{
    LIANXIN_TRY(const auto found, row(id));
    if (found.facts.missing > 0)
        return fail(Errc::notFound, "not all of it is here");
    std::string bytes;
    while (bytes.size() < most && offset < found.facts.bytes) {
        LIANXIN_TRY(auto read,
                    m_database->statement("SELECT substr(body, ?3, ?4) FROM chunk WHERE blob = ?1 AND place = ?2"));
        read.bindInt(1, found.key).bindNumber(2, offset / kBlobChunk).bindNumber(3, offset % kBlobChunk + 1);
        read.bindNumber(4, most - bytes.size());
        LIANXIN_TRY(const bool there, read.step());
        const auto part = there ? read.blobAt(0) : std::string_view();
        if (part.empty())
            return fail(Errc::damaged, "chunks are gone");
        bytes += part;
        offset += part.size();
    }
    return bytes;
}

Result<std::vector<Hash>> BlobStore::wholeAfter(const Hash& after, std::size_t most) const
{
    LIANXIN_TRY(auto find,
                m_database->statement("SELECT id FROM blob WHERE id > ?1 AND missing = 0 ORDER BY id LIMIT ?2"));
    find.bindId(1, after).bindInt(2, static_cast<std::int64_t>(most));
    return idsOf<Hash>(find);
}

Result<void> BlobStore::offerAgainIn(EpochId epoch)
{
    {
        LIANXIN_TRY(auto read, m_database->statement("SELECT 1 FROM epoch WHERE id = ?1"));
        read.bindId(1, epoch);
        LIANXIN_TRY(const bool same, read.step());
        if (same)
            return {};
    }
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    for (const auto* sql : {"UPDATE blob SET received = 0 WHERE missing = 0", "DELETE FROM epoch"})
        LIANXIN_CHECK(m_database->exec(sql));
    LIANXIN_TRY(auto put, m_database->statement("INSERT INTO epoch(id) VALUES(?1)"));
    LIANXIN_CHECK(put.bindId(1, epoch).run());
    return transaction.commit();
}

Result<void> BlobStore::noteTraffic(std::int64_t day, const BlobTraffic& more)
{
    LIANXIN_TRY(auto put, m_database->statement("INSERT INTO traffic(day, sent, received) VALUES(?1, ?2, ?3) ON "
                                                "CONFLICT(day) DO UPDATE SET sent = sent + ?2, received = received + "
                                                "?3"));
    return put.bindInt(1, day).bindNumber(2, more.sent).bindNumber(3, more.received).run();
}

Result<BlobTraffic> BlobStore::traffic(std::int64_t day) const
{
    LIANXIN_TRY(auto read, m_database->statement("SELECT sent, received FROM traffic WHERE day = ?1"));
    read.bindInt(1, day);
    LIANXIN_TRY(const bool there, read.step());
    return there ? BlobTraffic{read.numberAt(0), read.numberAt(1)} : BlobTraffic{};
}

} // namespace lianxin::store
