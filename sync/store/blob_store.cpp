// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/blob_store.hpp"

#include "sync/seal/hash.hpp"
#include "sync/store/ids_of.hpp"

#include <algorithm>
#include <cstring>

namespace lianxin::store {
namespace {

// A released step is never edited: a new one is added. A chunk without a body is still to come.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE blob(
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  partition TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  claimed INTEGER NOT NULL DEFAULT 0,
  shared INTEGER NOT NULL DEFAULT 0,
  received INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL);
CREATE INDEX blob_to_send ON blob(rank, key) WHERE claimed = 1 AND shared = 1 AND received = 0 AND missing = 0;
CREATE INDEX blob_unclaimed ON blob(added) WHERE claimed = 0;
CREATE TABLE chunk(blob INTEGER NOT NULL, place INTEGER NOT NULL, id BLOB NOT NULL, body BLOB, PRIMARY KEY(blob, place));
)sql";

// Pieces of a chunk that is on its way; what counts is the chunk. Names may come before the bytes. `epoch` holds one row.
constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE piece(blob INTEGER NOT NULL, place INTEGER NOT NULL, start INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY(blob, place, start));
CREATE TABLE named(blob BLOB NOT NULL, record BLOB NOT NULL, PRIMARY KEY(blob, record)) WITHOUT ROWID;
CREATE TABLE traffic(day INTEGER PRIMARY KEY, sent INTEGER NOT NULL, received INTEGER NOT NULL);
CREATE TABLE epoch(id BLOB NOT NULL);
)sql";

constexpr std::string_view kColumns =
    "key, id, partition, bytes, chunks, missing, rank, claimed, shared, received, added";

Result<BlobFacts> factsAt(const Statement& row)
{
    BlobFacts facts;
    LIANXIN_TRY(facts.id, row.idAt<Hash>(1));
    auto partition = PartitionId::parse(row.textAt(2));
    if (!partition)
        return fail(Errc::damaged, "a blob's partition");
    facts.partition = std::move(*partition);
    facts.bytes = row.numberAt(3);
    facts.chunks = static_cast<std::uint32_t>(row.intAt(4));
    facts.missing = static_cast<std::uint32_t>(row.intAt(5));
    facts.rank = row.intAt(6) == 0 ? BlobRank::thumbnail : BlobRank::original;
    facts.claimed = row.intAt(7) != 0;
    facts.shared = row.intAt(8) != 0;
    facts.received = row.intAt(9) != 0;
    facts.receivedAt = row.intAt(9);
    facts.added = row.intAt(10);
    return facts;
}

} // namespace

Hash chunkId(const PartitionId& partition, std::string_view bytes)
{
    return seal::Blake2b().field("lianxin-chunk-1").field(partition.text()).field(bytes).finish();
}

Hash blobId(const PartitionId& partition, std::uint64_t bytes, std::span<const Hash> chunks)
{
    seal::Blake2b hash;
    hash.field("lianxin-blob-1").field(partition.text()).number(bytes).number(chunks.size());
    for (const auto& chunk : chunks)
        hash.add(chunk.raw());
    return hash.finish();
}

Result<std::unique_ptr<BlobStore>> BlobStore::open(const std::string& path, const RawKey& key, const Ports& ports)
{
    if (ports.clock == nullptr)
        return fail(Errc::internal, "a blob store without a clock");
    LIANXIN_TRY(auto database, Database::open(path, key));
    LIANXIN_CHECK(database->migrate({kVersion1, kVersion2}));
    return std::unique_ptr<BlobStore>(new BlobStore(std::move(database), ports));
}

// Words before pictures: once the room that was held back is used, a picture waits.
Result<void> BlobStore::hasRoom() const
{
    if (m_ports.room != nullptr && m_ports.room->isGiven())
        return fail(Errc::diskFull, "what room is left belongs to text");
    return {};
}

Result<std::int64_t> BlobStore::freshKey() const
{
    return m_database->queryInt("SELECT coalesce(max(key), 0) + 1 FROM blob");
}

Result<void> BlobStore::putRow(const BlobFacts& facts, std::int64_t key)
{
    LIANXIN_TRY(auto put,
                m_database->statement("INSERT INTO blob(key, id, partition, bytes, chunks, missing, rank, claimed, "
                                      "shared, received, added) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                                      "?11)"));
    put.bindInt(1, key).bindId(2, facts.id).bindText(3, facts.partition.text()).bindNumber(4, facts.bytes);
    put.bindInt(5, facts.chunks).bindInt(6, facts.missing).bindInt(7, static_cast<std::int64_t>(facts.rank));
    put.bindInt(8, facts.claimed ? 1 : 0).bindInt(9, facts.shared ? 1 : 0).bindInt(10, facts.received ? 1 : 0);
    return put.bindInt(11, facts.added).run();
}

Result<std::vector<Hash>> BlobStore::putChunks(std::int64_t key, const PartitionId& partition, const Source& source,
                                               std::uint64_t& total)
{
    std::vector<Hash> ids;
    std::vector<char> room(kBlobChunk);
    LIANXIN_TRY(auto put, m_database->statement("INSERT INTO chunk(blob, place, id, body) VALUES(?1, ?2, ?3, ?4)"));
    for (bool more = true; more;) {
        std::size_t filled = 0;
        while (filled < room.size()) { // a source may answer less than was asked for
            LIANXIN_TRY(const auto got, source(std::span(room).subspan(filled)));
            more = got > 0;
            if (!more)
                break;
            filled += got;
        }
        if (filled == 0)
            break;
        total += filled;
        if (total > kMostBlobBytes)
            return fail(Errc::invalidInput, "larger than a server takes");
        const std::string_view bytes(room.data(), filled);
        ids.push_back(chunkId(partition, bytes));
        put.bindInt(1, key).bindInt(2, static_cast<std::int64_t>(ids.size()) - 1).bindId(3, ids.back());
        LIANXIN_CHECK(put.bindBlob(4, bytes).run());
    }
    std::fill(room.begin(), room.end(), '\0');
    if (ids.empty())
        return fail(Errc::invalidInput, "nothing in it");
    return ids;
}

Result<Hash> BlobStore::put(const PartitionId& partition, BlobRank rank, const Source& source)
{
    LIANXIN_CHECK(hasRoom());
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    LIANXIN_TRY(const auto key, freshKey());
    BlobFacts facts;
    LIANXIN_TRY(const auto chunks, putChunks(key, partition, source, facts.bytes));
    facts.id = blobId(partition, facts.bytes, chunks);
    facts.partition = partition;
    facts.rank = rank;
    facts.chunks = static_cast<std::uint32_t>(chunks.size());
    facts.added = m_ports.clock->now();
    if (const auto known = row(facts.id)) {
        if (known->facts.missing == 0)
            return facts.id; // stored once; what was written just now is rolled back
        // Expected from the province and made here as well: these chunks fill it.
        facts.claimed = known->facts.claimed;
        facts.shared = known->facts.shared;
        LIANXIN_CHECK(erase(*known));
    }
    LIANXIN_CHECK(putRow(facts, key));
    LIANXIN_CHECK(transaction.commit());
    return facts.id;
}

Result<Hash> BlobStore::put(const PartitionId& partition, BlobRank rank, std::string_view bytes)
{
    return put(partition, rank, [rest = bytes](std::span<char> room) mutable -> Result<std::size_t> {
        const auto size = std::min(room.size(), rest.size());
        if (size > 0)
            std::memcpy(room.data(), rest.data(), size);
        rest.remove_prefix(size);
        return size;
    });
}

Result<BlobStore::Row> BlobStore::row(const Hash& id) const
{
    LIANXIN_TRY(auto find, m_database->statement("SELECT " + std::string(kColumns) + " FROM blob WHERE id = ?1"));
    find.bindId(1, id);
    LIANXIN_TRY(const bool found, find.step());
    if (!found)
        return fail(Errc::notFound, "no such blob");
    Row row;
    row.key = find.intAt(0);
    LIANXIN_TRY(row.facts, factsAt(find));
    return row;
}

Result<BlobFacts> BlobStore::facts(const Hash& id) const
{
    LIANXIN_TRY(auto found, row(id));
    return std::move(found.facts);
}

Result<void> BlobStore::read(const Hash& id, const Sink& sink) const
{
    LIANXIN_TRY(const auto found, row(id));
    if (found.facts.missing > 0)
        return fail(Errc::notFound, "not all of it is here");
    LIANXIN_TRY(auto chunks, m_database->statement("SELECT place, id, body FROM chunk WHERE blob = ?1 ORDER BY place"));
    chunks.bindInt(1, found.key);
    std::uint32_t place = 0;
    for (;;) {
        LIANXIN_TRY(const bool more, chunks.step());
        if (!more)
            break;
        LIANXIN_TRY(const auto chunk, chunks.idAt<Hash>(1));
        const auto body = chunks.blobAt(2);
        if (chunks.intAt(0) != place++ || chunkId(found.facts.partition, body) != chunk)
            return fail(Errc::damaged, "a chunk is not what its id says");
        LIANXIN_CHECK(sink(body));
    }
    return place == found.facts.chunks ? Result<void>() : fail(Errc::damaged, "chunks are gone");
}

Result<std::string> BlobStore::bytes(const Hash& id, std::uint64_t atMost) const
{
    LIANXIN_TRY(const auto known, facts(id));
    if (known.bytes > atMost)
        return fail(Errc::invalidInput, "larger than wanted");
    std::string whole;
    whole.reserve(known.bytes);
    LIANXIN_CHECK(read(id, [&](std::string_view bytes) -> Result<void> {
        whole += bytes;
        return {};
    }));
    return whole;
}

Result<void> BlobStore::set(const Hash& id, std::string_view column, bool value)
{
    LIANXIN_TRY(auto set, m_database->statement("UPDATE blob SET " + std::string(column) + " = ?2 WHERE id = ?1"));
    return set.bindId(1, id).bindInt(2, value ? 1 : 0).run();
}

Result<void> BlobStore::claim(std::span<const Hash> ids)
{
    if (ids.empty())
        return {};
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    for (const auto& id : ids)
        LIANXIN_CHECK(set(id, "claimed", true));
    return transaction.commit();
}

Result<std::vector<Hash>> BlobStore::unclaimed(Millis addedBefore) const
{
    LIANXIN_TRY(auto find,
                m_database->statement("SELECT id FROM blob WHERE claimed = 0 AND added < ?1 ORDER BY added"));
    find.bindInt(1, addedBefore);
    return idsOf<Hash>(find);
}

Result<std::vector<Hash>> BlobStore::madeIn(const PartitionId& partition) const
{
    LIANXIN_TRY(auto find, m_database->statement("SELECT id FROM blob WHERE partition = ?1 ORDER BY key"));
    find.bindText(1, partition.text());
    return idsOf<Hash>(find);
}

Result<void> BlobStore::erase(const Row& row)
{
    for (const auto* sql : {"DELETE FROM piece WHERE blob = ?1", "DELETE FROM chunk WHERE blob = ?1",
                            "DELETE FROM blob WHERE key = ?1"}) {
        LIANXIN_TRY(auto erase, m_database->statement(sql));
        LIANXIN_CHECK(erase.bindInt(1, row.key).run());
    }
    return {};
}

Result<void> BlobStore::drop(const Hash& id)
{
    const auto found = row(id);
    if (!found)
        return found.error().code == Errc::notFound ? Result<void>() : found.error();
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_database));
    LIANXIN_CHECK(erase(*found));
    return transaction.commit();
}

Result<void> BlobStore::setShared(const Hash& id, bool shared) { return set(id, "shared", shared); }

Result<void> BlobStore::markReceived(const Hash& id)
{
    LIANXIN_TRY(auto set, m_database->statement("UPDATE blob SET received = ?2 WHERE id = ?1"));
    return set.bindId(1, id).bindInt(2, std::max<Millis>(m_ports.clock->now(), 1)).run();
}

Result<void> BlobStore::verify() const { return m_database->verify(); }

Result<void> BlobStore::rekey(const RawKey& key) { return m_database->rekey(key); }

Result<void> BlobStore::checkpoint() { return m_database->checkpoint(); }

} // namespace lianxin::store
