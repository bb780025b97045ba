// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes up and what comes down, chunk by chunk.
#include "sync/store/blob_store.hpp"

#include "sync/store/ids_of.hpp"

namespace lianxin::store {

Result<std::vector<BlobFacts>> BlobStore::toSend(std::size_t most) const
{
    LIANXIN_TRY(auto find,
                m_database->statement("SELECT id FROM blob WHERE claimed = 1 AND shared = 1 AND received = 0 AND "
                                      "missing = 0 AND id IN (SELECT blob FROM named) ORDER BY rank, key DESC "
                                      "LIMIT ?1"));
    find.bindInt(1, static_cast<std::int64_t>(most));
    std::vector<BlobFacts> list;
    for (;;) {
        LIANXIN_TRY(const bool more, find.step());
        if (!more)
            return list;
        LIANXIN_TRY(const auto id, find.idAt<Hash>(0));
        LIANXIN_TRY(auto known, facts(id));
        list.push_back(std::move(known));
    }
}

Result<std::vector<Hash>> BlobStore::chunkList(const Hash& id) const
{
    LIANXIN_TRY(const auto found, row(id));
    LIANXIN_TRY(auto find, m_database->statement("SELECT id FROM chunk WHERE blob = ?1 ORDER BY place"));
    find.bindInt(1, found.key);
    return idsOf<Hash>(find);
}

Result<std::string> BlobStore::chunk(const Hash& id, std::uint32_t place) const
{
    LIANXIN_TRY(const auto found, row(id));
    LIANXIN_TRY(auto find, m_database->statement("SELECT id, body FROM chunk WHERE blob = ?1 AND place = ?2"));
    find.bindInt(1, found.key).bindInt(2, place);
    LIANXIN_TRY(const bool there, find.step());
    if (!there || find.isNull(1))
        return fail(Errc::notFound, "this chunk is not here");
    LIANXIN_TRY(const auto wanted, find.idAt<Hash>(0));
    std::string body(find.blobAt(1));
    if (chunkId(found.facts.partition, body) != wanted)
        return fail(Errc::damaged, "a chunk is not what its id says");
    return body;
}

Result<void> BlobStore::expect(const PartitionId& partition, BlobRank rank, std::uint64_t bytes,
                               std::span<const Hash> chunks)
{
    if (bytes == 0 || bytes > kMostBlobBytes || chunks.size() != (bytes + kBlobChunk - 1) / kBlobChunk)
        return fail(Errc::invalidInput, "a list that is no blob's");
    BlobFacts facts;
    facts.id = blobId(partition, bytes, chunks);
    if (row(facts.id))
        return {};
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    LIANXIN_TRY(const auto key, freshKey());
    facts.partition = partition;
    facts.bytes = bytes;
    facts.chunks = facts.missing = static_cast<std::uint32_t>(chunks.size());
    facts.rank = rank;
    facts.claimed = facts.shared = facts.received = true; // it comes from where it would go
    facts.added = m_ports.clock->now();
    LIANXIN_CHECK(putRow(facts, key));
    LIANXIN_TRY(auto put, m_database->statement("INSERT INTO chunk(blob, place, id) VALUES(?1, ?2, ?3)"));
    for (std::size_t i = 0; i < chunks.size(); ++i)
        LIANXIN_CHECK(put.bindInt(1, key).bindInt(2, static_cast<std::int64_t>(i)).bindId(3, chunks[i]).run());
    return transaction.commit();
}

Result<std::vector<std::uint32_t>> BlobStore::missing(const Hash& id) const
{
    LIANXIN_TRY(const auto found, row(id));
    LIANXIN_TRY(auto find,
                m_database->statement("SELECT place FROM chunk WHERE blob = ?1 AND body IS NULL ORDER BY place"));
    find.bindInt(1, found.key);
    std::vector<std::uint32_t> places;
    for (;;) {
        LIANXIN_TRY(const bool more, find.step());
        if (!more)
            return places;
        places.push_back(static_cast<std::uint32_t>(find.intAt(0)));
    }
}

Result<void> BlobStore::putChunk(const Hash& id, std::uint32_t place, std::string_view bytes)
{
    LIANXIN_CHECK(hasRoom());
    LIANXIN_TRY(const auto found, row(id));
    const bool isLast = place + 1 == found.facts.chunks;
    const auto wanted = isLast ? found.facts.bytes - static_cast<std::uint64_t>(place) * kBlobChunk : kBlobChunk;
    if (place >= found.facts.chunks || bytes.size() != wanted)
        return fail(Errc::invalidInput, "no such chunk in this blob");
    const Hash own = chunkId(found.facts.partition, bytes);
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    LIANXIN_TRY(auto put,
                m_database->statement(
                    "UPDATE chunk SET body = ?4 WHERE blob = ?1 AND place = ?2 AND id = ?3 AND body IS NULL"));
    LIANXIN_CHECK(put.bindInt(1, found.key).bindInt(2, place).bindId(3, own).bindBlob(4, bytes).run());
    if (m_database->changedRows() == 0) {
        LIANXIN_TRY(auto there,
                    m_database->statement("SELECT count(*) FROM chunk WHERE blob = ?1 AND place = ?2 AND id = ?3"));
        there.bindInt(1, found.key).bindInt(2, place).bindId(3, own);
        LIANXIN_TRY([[maybe_unused]] const bool any, there.step());
        return there.intAt(0) == 1 ? Result<void>() : fail(Errc::protocol, "a chunk is not what its id says");
    }
    LIANXIN_TRY(auto count, m_database->statement("UPDATE blob SET missing = missing - 1 WHERE key = ?1"));
    LIANXIN_CHECK(count.bindInt(1, found.key).run());
    return transaction.commit();
}

} // namespace lianxin::store
