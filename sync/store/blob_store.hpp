// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/blob_messages.hpp"
#include "sync/store/database.hpp"
#include "sync/store/spare_room.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

using core::kBlobChunk;
using core::kMostBlobBytes;

// What goes first when there is a link: a thumbnail says most of what a picture says, in a hundredth of the bytes.
enum class BlobRank : std::uint8_t { thumbnail = 0, original = 1 };

struct BlobFacts {
    Hash id;
    PartitionId partition;
    std::uint64_t bytes{0};
    std::uint32_t chunks{0};
    std::uint32_t missing{0}; // chunks that are still to come
    BlobRank rank{BlobRank::original};
    bool claimed{false};  // a record or a draft names it
    bool shared{false};   // the rule of consent lets it leave this tablet
    bool received{false}; // the province signed for all of it
    Millis receivedAt{0}; // when, by the clock of this tablet
    Millis added{0};
};

// What a server says of its last backup (reserved, PROTOCOL 13): everything that it held at that time lies in a second place. No server says it yet.
struct BackupMark {
    Millis upTo{0};
};
// Whether the copy on this tablet may make room: an original only, only when the province signed for it and a backup has passed that moment by
// more than clocks go wrong. Without a mark the answer is no.
[[nodiscard]] bool mayFreeLocalCopy(const BlobFacts& facts, const std::optional<BackupMark>& mark);

// What goes over the line for these bytes on one day of this person's calendar.
struct BlobTraffic {
    std::uint64_t sent{0};
    std::uint64_t received{0};
    [[nodiscard]] std::uint64_t both() const { return sent + received; }
};

struct BlobsWaiting {
    std::uint32_t originals{0};
    std::uint32_t thumbnails{0};
    std::uint64_t bytes{0};
};

// How much of a blob is here.
struct BlobProgress {
    std::vector<std::uint32_t> missing;                         // places, ascending
    std::vector<std::pair<std::uint32_t, std::uint32_t>> begun; // place, bytes; ascending
    [[nodiscard]] std::uint32_t begunAt(std::uint32_t place) const;
};

enum class PieceOutcome : std::uint8_t {
    kept,  // or here already
    whole, // its chunk is whole and what its id says
    wrong, // its chunk was whole and is not: what was there of it is gone
    gap    // what comes before it is not here
};

// Id of a chunk and of a blob: keyed by the partition, so that nobody can ask whether another village has the same picture. A blob's id binds
// the list of its chunks, so whoever has the list can check each chunk alone and go on where a link broke.
[[nodiscard]] Hash chunkId(const PartitionId& partition, std::string_view bytes);
[[nodiscard]] Hash blobId(const PartitionId& partition, std::uint64_t bytes, std::span<const Hash> chunks);

// Pictures, recordings, signatures of one vault: a SQLCipher file of its own (D19), cut into chunks. A blob is durable here before a record
// names it; what no record ever named is swept. One thread owns it. Each call that writes is one transaction.
class BlobStore {
public:
    struct Ports { // both live longer
        const Clock* clock{nullptr};
        const SpareRoom* room{nullptr}; // once it is given up, what is left belongs to text
    };
    [[nodiscard]] static Result<std::unique_ptr<BlobStore>> open(const std::string& path, const RawKey& key,
                                                                 const Ports& ports);

    // Fills the span and answers how much of it; 0 ends the blob.
    using Source = std::function<Result<std::size_t>(std::span<char>)>;
    // The same bytes in the same partition are one blob. diskFull: nothing of it is there. invalidInput: empty, or larger than a server takes.
    [[nodiscard]] Result<Hash> put(const PartitionId& partition, BlobRank rank, const Source& source);
    [[nodiscard]] Result<Hash> put(const PartitionId& partition, BlobRank rank, std::string_view bytes);

    // notFound: not here, or not all of it. damaged: a chunk is not what its id says.
    using Sink = std::function<Result<void>(std::string_view)>;
    [[nodiscard]] Result<void> read(const Hash& id, const Sink& sink) const;
    [[nodiscard]] Result<std::string> bytes(const Hash& id, std::uint64_t atMost = kMostBlobBytes) const;
    [[nodiscard]] Result<BlobFacts> facts(const Hash& id) const;

    // --- whose it is
    [[nodiscard]] Result<void> claim(std::span<const Hash> ids); // unknown ones are passed over: they are to come
    [[nodiscard]] Result<std::vector<Hash>> unclaimed(Millis addedBefore) const;
    [[nodiscard]] Result<std::vector<Hash>> madeIn(const PartitionId& partition) const;
    [[nodiscard]] Result<void> drop(const Hash& id); // its bytes are overwritten in the file
    [[nodiscard]] Result<void> setShared(const Hash& id, bool shared);

    // Which record names it: whoever sends or fetches it says by which record it may. Before or after its bytes are here.
    [[nodiscard]] Result<void> name(const Hash& id, RecordId record);
    [[nodiscard]] Result<std::vector<RecordId>> names(const Hash& id) const;

    // --- the transfer
    // Claimed, named and let go by the rule of consent; thumbnails first, what was made last before what is older.
    [[nodiscard]] Result<std::vector<BlobFacts>> toSend(std::size_t most) const;
    [[nodiscard]] Result<BlobsWaiting> waiting() const;
    [[nodiscard]] Result<std::vector<Hash>> chunkList(const Hash& id) const;
    [[nodiscard]] Result<std::string> chunk(const Hash& id, std::uint32_t place) const;
    [[nodiscard]] Result<void> markReceived(const Hash& id);
    // A blob that a record names and that is elsewhere: its list first, then its chunks in any order.
    [[nodiscard]] Result<void> expect(const PartitionId& partition, BlobRank rank, std::uint64_t bytes,
                                      std::span<const Hash> chunks);
    [[nodiscard]] Result<std::vector<std::uint32_t>> missing(const Hash& id) const;
    [[nodiscard]] Result<void> putChunk(const Hash& id, std::uint32_t place, std::string_view bytes);
    // The same in pieces, so that a cut link loses one of them and no chunk. One transaction for all; a chunk counts only when it is whole and its
    // id says so. notFound: a blob that is not expected. invalidInput: a place or bytes that it does not have.
    [[nodiscard]] Result<std::vector<PieceOutcome>> putPieces(std::span<const core::BlobPiece> pieces);
    [[nodiscard]] Result<BlobProgress> progress(const Hash& id) const;
    // At most `most` bytes from `offset` on, of a whole blob; none: it ends before.
    [[nodiscard]] Result<std::string> range(const Hash& id, std::uint64_t offset, std::size_t most) const;
    // Ids of whole ones above `after`, ascending.
    [[nodiscard]] Result<std::vector<Hash>> wholeAfter(const Hash& after, std::size_t most) const;
    // The server was restored, or is another one: what it signed for may be gone there, so everything is offered again. No effect when it is not.
    [[nodiscard]] Result<void> offerAgainIn(EpochId epoch);
    [[nodiscard]] Result<void> noteTraffic(std::int64_t day, const BlobTraffic& more);
    [[nodiscard]] Result<BlobTraffic> traffic(std::int64_t day) const;

    // --- the file
    [[nodiscard]] Result<void> verify() const;
    [[nodiscard]] Result<void> rekey(const RawKey& key);
    [[nodiscard]] Result<void> checkpoint();

private:
    struct Row {
        std::int64_t key{0};
        BlobFacts facts;
    };
    BlobStore(std::unique_ptr<Database> database, const Ports& ports) : m_database(std::move(database)), m_ports(ports)
    {}
    [[nodiscard]] Result<void> hasRoom() const;
    [[nodiscard]] Result<Row> row(const Hash& id) const;
    [[nodiscard]] Result<void> erase(const Row& row); // within a transaction
    [[nodiscard]] Result<void> putRow(const BlobFacts& facts, std::int64_t key);
    [[nodiscard]] Result<std::vector<Hash>> putChunks(std::int64_t key, const PartitionId& partition,
                                                      const Source& source, std::uint64_t& total);
    [[nodiscard]] Result<std::int64_t> freshKey() const;
    [[nodiscard]] Result<PieceOutcome> putPiece(const Row& row, const core::BlobPiece& piece); // within a transaction
    [[nodiscard]] Result<PieceOutcome> finishChunk(const Row& row, std::uint32_t place);
    [[nodiscard]] Result<void> set(const Hash& id, std::string_view column, bool value);

    std::unique_ptr<Database> m_database;
    Ports m_ports;
};

} // namespace lianxin::store
