// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/changeset.hpp"
#include "sync/core/record_state.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

// Decoded protocol messages (sync/wire turns them into bytes, PROTOCOL.md is normative).
namespace lianxin::core {

using Signature = RawId<struct SignatureTag, 64>;       // Ed25519
using BlindingSeed = RawId<struct BlindingTag, 16>;     // one per parcel, beside the bodies (D13)
using CursorDigest = RawId<struct CursorDigestTag, 16>; // of all cursors of a replica (D24)

// A run of changesets of one replica, signed once over the head of its hash chain (D12).
struct Parcel {
    ReplicaId replica;
    std::uint64_t first{0};
    Hash before; // chain hash of first - 1, nil for the first changeset of all
    BlindingSeed seed;
    std::vector<std::string> bodies; // canonical JSON, one per changeset
    Hash head;                       // chain hash of the last
    Signature signature;
    // Empty unless something of it was erased (D13). Then one per changeset: the commitment of an erased one (its body is empty), else
    // the blinding; the seed, which would tell the erased one's blinding, is nil.
    std::vector<Hash> remains;
    [[nodiscard]] std::uint64_t last() const { return first + bodies.size() - 1; }
};

struct PushRequest {
    EpochId epoch;
    std::uint64_t acknowledged{0}; // what the replica believes the server holds, with its hash (R26)
    Hash acknowledgedHash;
    std::vector<Parcel> parcels; // at most 500 changesets or 4 MB in all
    // The replica's log begins with the first parcel: what came before it was trimmed, and the server lost it since (R17).
    bool trimmed{false};
};

enum class Outcome : std::uint8_t { applied = 0, conflicted = 1, quarantined = 2 };

// Reasons are codes; the app's translated file has the worker's sentence for each.
enum class QuarantineReason : std::uint8_t {
    none = 0,
    unknownType = 1,
    unknownElement = 2,
    notAllowed = 3,
    tooLarge = 4,
    foreignRoot = 5,
    malformed = 6,
    foreignAuthor = 7
};

struct ChangeOutcome {
    std::uint64_t number{0};
    Outcome outcome{Outcome::applied};
    QuarantineReason reason{QuarantineReason::none};
    bool operator==(const ChangeOutcome&) const = default;
};

// Signed by the server's receipt key over (epoch, replica, held, head). Only a valid one allows the words 省里已收到.
struct Receipt {
    EpochId epoch;
    ReplicaId replica;
    std::uint64_t held{0};
    Hash head;
    Signature signature;
    bool operator==(const Receipt&) const = default;
};

struct PushReply {
    Receipt receipt;
    std::optional<std::uint64_t> need;   // a gap: send from here
    std::vector<ChangeOutcome> outcomes; // only what is not plainly `applied`
    Millis serverTime{0};
};

struct PartitionCursor {
    PartitionId partition;
    std::uint64_t sequence{0};
    // Where V was last set: the `to` of the last frame that was at the head. Below `sequence` while a pull is under way; the server then
    // still sends registers that changed after it, because a record that moved up the feed takes its older registers along.
    std::uint64_t consistent{0};
    Hash chain; // feed chain hash at `sequence`, nil at 0
    bool operator==(const PartitionCursor&) const = default;
};

// First-sync segments (PROTOCOL.md 9): rows of whole partitions in immutable, compressed, columnar files that are named by their hash.
inline constexpr std::uint32_t kSegmentSuite = 2;

struct SegmentRef {
    Hash hash;
    std::uint32_t size{0}; // bytes, compressed
    std::uint32_t rows{0};
    bool operator==(const SegmentRef&) const = default;
};

// What the rows of one partition stand for: exactly a frame from 0 to the feed's head of that moment.
struct SegmentPartition {
    PartitionId partition;
    std::uint64_t sequence{0};
    Hash chain;
    Context vector;
    bool operator==(const SegmentPartition&) const = default;
};

// Signed by the receipt key, so that whoever hands the segments out cannot change what they stand for. A village often holds ten families:
// neighbouring partitions share segments, and are loaded together.
struct SegmentManifest {
    EpochId epoch;
    std::uint32_t suite{kSegmentSuite};
    std::vector<SegmentPartition> partitions; // ascending
    std::vector<SegmentRef> segments;         // rows ascending by partition, root, record
    Signature signature;
    bool operator==(const SegmentManifest&) const = default;
};

// Bytes of a segment from `offset` on.
struct SegmentWant {
    Hash hash;
    std::uint64_t offset{0};
    bool operator==(const SegmentWant&) const = default;
};

struct SegmentRequest {
    EpochId epoch;
    std::uint32_t budget{32 * 1024}; // as in a pull
    std::vector<SegmentWant> wants;
    bool blocks{false}; // reads an answer in blocks: what came before a cut can be kept
};

struct SegmentPart {
    SegmentWant from;
    std::string bytes;
};

struct PullRequest {
    EpochId epoch;
    std::vector<PartitionCursor> cursors; // of the partitions that the replica knows of
    std::uint32_t budget{32 * 1024};      // bytes of rows that the replica is ready to lose when the link breaks
    // Set when all cursors are those of the last reply: only this digest of them travels. A server that cannot resolve it says so.
    std::optional<CursorDigest> unchanged;
    std::uint32_t segments{0}; // greatest suite of segments that the replica reads; 0: none
    bool wantsMark{false};     // what of the replica lies in a completed backup
};

// What of one replica lies in a completed backup of this epoch, signed by the receipt key: what it covers need not be kept twice (R8).
struct BackupMark {
    std::uint64_t held{0};
    Hash head;          // chain hash at `held`
    Millis pictures{0}; // attachments that were whole by then lie there too; 0: they are kept apart
    Signature signature;
    bool operator==(const BackupMark&) const = default;
};

// Register states of one partition. `vector` is `base` restricted to the partition's replicas (R4), taken with the rows.
struct Frame {
    PartitionId partition;
    std::uint64_t from{0}; // the cursor that it continues
    std::uint64_t to{0};
    Hash chain;         // feed chain hash at `to`
    bool atHead{false}; // reaches the feed's head: V may be set (R6)
    Context vector;
    std::vector<RecordState> rows; // only registers that changed after the cursor's `consistent`; exceptions included
    // Roots that moved to another partition, with all that hangs on them (R20): each with its location register alone, whose exceptions are its
    // whole context. It speaks of the location only, never of the row (R22).
    std::vector<RecordState> gone;
};

struct PullReply {
    EpochId epoch;
    std::uint64_t held{0}; // of the asking replica, with its hash (R26)
    Hash heldHash;
    std::vector<Dot> withdrawn;             // W (R39), replaces the replica's
    std::vector<ChangeOutcome> quarantined; // own changesets still held back
    std::uint64_t scopeGeneration{0};
    std::vector<PartitionId> granted; // all partitions that the replica may hold now
    std::vector<Frame> frames;
    std::vector<SegmentManifest> manifests; // in place of frames, for partitions whose cursor is 0
    bool more{false};                       // ask again, there is more than the budget
    Millis serverTime{0};
    std::optional<BackupMark> backup; // when it was asked for, and there is one
};

} // namespace lianxin::core
