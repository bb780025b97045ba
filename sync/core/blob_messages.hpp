// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Attachments on their way (PROTOCOL.md 8.2): bytes that records name, in chunks that are checked one by one.
namespace lianxin::core {

inline constexpr std::size_t kBlobChunk = 256U * 1024U;                // sync.md 4
inline constexpr std::uint64_t kMostBlobBytes = 50ULL * 1024U * 1024U; // what a server takes (security.md 4)
inline constexpr std::size_t kMostBlobChunks = kMostBlobBytes / kBlobChunk;

// What a blob is made of. Its id is a hash over all of this, so whoever has the list can check each chunk alone.
struct BlobList {
    PartitionId partition; // where it was made: the ids are keyed by it
    std::uint64_t bytes{0};
    std::vector<Hash> chunks;
    bool operator==(const BlobList&) const = default;
};

[[nodiscard]] inline std::size_t chunkCount(std::uint64_t bytes)
{
    return static_cast<std::size_t>((bytes + kBlobChunk - 1) / kBlobChunk);
}
// Bytes of the chunk at this place; `place` must be one of it.
[[nodiscard]] inline std::size_t chunkSize(std::uint64_t bytes, std::uint32_t place)
{
    const auto before = std::uint64_t{place} * kBlobChunk;
    return static_cast<std::size_t>(bytes - before < kBlobChunk ? bytes - before : kBlobChunk);
}

struct BlobOffer {
    RecordId record; // an attachment that names the blob
    BlobList list;
    bool operator==(const BlobOffer&) const = default;
};
struct BlobAsk {
    EpochId epoch;
    std::vector<BlobOffer> offers;
};

struct BlobPiece {
    Hash blob;
    std::uint32_t place{0};  // of the chunk
    std::uint32_t offset{0}; // inside the chunk
    std::string bytes;
    bool operator==(const BlobPiece&) const = default;
};
struct BlobPut {
    EpochId epoch;
    std::vector<BlobPiece> pieces;
};

enum class BlobStage : std::uint8_t {
    whole,  // all of it is durable at the server, which signs for it
    partly, // `missing` and `begun` say what is still wanted
    unnamed // no record that this replica may write names it there
};

// How a blob stands at the server: the answer to an ask and to a put.
struct BlobState {
    Hash blob; // not on the wire: answers stand in the order of the question
    BlobStage stage{BlobStage::unnamed};
    std::uint32_t chunks{0};                                    // not on the wire
    std::vector<std::uint32_t> missing;                         // places, ascending
    std::vector<std::pair<std::uint32_t, std::uint32_t>> begun; // place, bytes that are there already; ascending
    std::vector<std::uint32_t> wrong; // places that were whole just now and not what their id says
    Signature signature;              // when whole
    bool operator==(const BlobState&) const = default;
};

struct BlobWant {
    RecordId record;
    Hash blob;
    std::optional<std::uint64_t> offset; // none: the list too, and bytes from 0
    bool operator==(const BlobWant&) const = default;
};
struct BlobGet {
    EpochId epoch;
    std::uint32_t budget{32 * 1024}; // as in a pull
    std::vector<BlobWant> wants;
};
struct BlobPart {
    BlobWant from;
    bool isThere{false};          // false: not at the server yet, or not for this replica
    std::optional<BlobList> list; // when the want has no offset
    std::string bytes;
    bool operator==(const BlobPart&) const = default;
};

} // namespace lianxin::core
