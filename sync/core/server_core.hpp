// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace lianxin::core {

// What the server knows of a replica (R3): `held` is the prefix of its changesets in the archive, `base` the numbers that were applied
// to every register they touch. The two must never be mixed.
struct ReplicaRow {
    ReplicaId replica;
    UserId user;
    std::uint64_t held{0};
    Hash head;
    IntervalSet base;
    bool frozen{false};
    bool revoked{false}; // this body was lost or handed in: it may bring what it still has, and gets nothing any more
};

struct PartitionRow {
    PartitionId partition;
    std::uint64_t sequence{0};
    Hash chain;
    std::vector<ReplicaId> replicas; // sorted; only grows (R4)
};

struct ArchivedChangeset {
    Dot dot;
    std::string body;
    Hash chain;
    Outcome outcome{Outcome::applied};
    QuarantineReason reason{QuarantineReason::none};
    bool pending{false}; // in quarantine, neither released nor withdrawn
};

// The port that a backend (SQLCipher, later PostgreSQL; a map in the simulator) implements. All calls between begin and commit are
// one transaction; any error means roll back.
class ServerStore {
public:
    virtual ~ServerStore() = default;
    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    virtual Result<std::optional<ReplicaRow>> replica(ReplicaId id) = 0;
    virtual Result<void> putReplica(const ReplicaRow& row) = 0;
    virtual Result<void> archive(const ArchivedChangeset& changeset) = 0;
    virtual Result<void> setArchiveState(const Dot& dot, Outcome outcome, QuarantineReason reason, bool pending) = 0;
    virtual Result<std::optional<ArchivedChangeset>> archived(const Dot& dot) = 0;
    virtual Result<std::vector<ArchivedChangeset>> pendingOf(ReplicaId replica) = 0;
    // Numbers of changesets that wrote this record, for histories and conflict notes; any order.
    virtual Result<void> addTouch(RecordId record, const Dot& dot) = 0;
    virtual Result<std::vector<Dot>> touches(RecordId record) = 0;
    virtual Result<std::vector<Dot>> withdrawn() = 0;
    virtual Result<void> addWithdrawn(const Dot& dot) = 0;
    virtual Result<void> removeWithdrawn(const Dot& dot) = 0; // without effect when it is not there
    // Heads that stand here by a donor's word, and in which records.
    virtual Result<void> addDonated(const Dot& dot, RecordId record, ReplicaId donor) = 0;
    virtual Result<std::vector<RecordId>> donatedWith(const Dot& dot) = 0;

    virtual Result<std::optional<RecordState>> record(RecordId id) = 0;
    // The same without its registers, where a backend can tell it without reading or copying them.
    virtual Result<std::optional<RecordState>> filing(RecordId id) { return record(id); }
    // Stores the record and moves its feed entry in its partition to `feed`.
    virtual Result<void> putRecord(const RecordState& record, std::uint64_t feed) = 0;
    virtual Result<PartitionRow> partition(const PartitionId& id) = 0; // an empty row when new
    virtual Result<void> putPartition(const PartitionRow& row) = 0;
    virtual Result<void> putFeedChain(const PartitionId& id, std::uint64_t sequence, const Hash& chain) = 0;
    virtual Result<std::optional<Hash>> feedChain(const PartitionId& id, std::uint64_t sequence) = 0;
    // Records of the partition whose feed number is above `after`, in feed order, at most `limit`.
    virtual Result<std::vector<std::pair<std::uint64_t, RecordState>>> feed(const PartitionId& id, std::uint64_t after,
                                                                            std::size_t limit) = 0;
    // Moves (R20). All records of a root, itself included, by id; and the entry that a partition's feed keeps of a root that left it: one for
    // each root, `feed` 0 takes it away.
    virtual Result<std::vector<RecordState>> recordsUnder(RecordId root) = 0;
    virtual Result<void> putGone(const PartitionId& id, RecordId root, std::uint64_t feed) = 0;
    virtual Result<bool> hasLeft(const PartitionId& id, RecordId root) = 0;
    virtual Result<std::vector<std::pair<std::uint64_t, RecordId>>> gone(const PartitionId& id, std::uint64_t after,
                                                                         std::size_t limit) = 0;
};

// Where a root with these heads of its location is filed (R19).
[[nodiscard]] std::optional<PartitionId> placeIn(const Heads& heads);

// What the core asks of others: bytes, hashes and permissions.
struct ServerPorts {
    std::function<Result<Changeset>(std::string_view body)> decode;
    std::function<Hash(const Hash& chain, RecordId record, std::uint64_t sequence, std::string_view registers)>
        feedHash;
    // D7: role under the scope generation, known types and elements. `root` is the stored root record when it exists.
    std::function<QuarantineReason(const Changeset&, const RecordChange&, const PartitionId& filedIn)> check;
    std::function<bool(std::uint32_t type, const RegisterKey&)> isSetElement;
    // Whether somebody may have had records of that partition, now or once; of nobody else's word its feed says anything. None: everybody may.
    std::function<bool(UserId, const PartitionId&)> mayHaveSeen;
};

// Applies changesets and answers pulls, on any backend. The caller has verified signatures, chain and enrolment and wraps calls in a
// transaction; several pushes may share one (group commit).
class ServerCore {
public:
    ServerCore(ServerStore& store, ServerPorts ports);

    // R11, R12, R31-R37: the next changeset of its replica (number must be held + 1; older ones are answered by the caller from the
    // replica row, R11). `chain` is its chain hash.
    [[nodiscard]] Result<ChangeOutcome> apply(ReplicaRow& replica, std::string body, const Hash& chain);
    [[nodiscard]] Result<void> release(const Dot& dot);  // R38, R40
    [[nodiscard]] Result<void> withdraw(const Dot& dot); // R39, R40

    // After a restore (R16-R18, R44): states of one record that a donor holds; their exceptions are whole contexts. True when other heads than
    // before stand here now. `partition` is the one that the donor has it from: the record itself stays where it is, or moves when its location
    // comes back (R20, R24). The caller has checked that the donor may speak of this record.
    [[nodiscard]] Result<bool> donate(const RecordState& row, ReplicaId donor);
    // Where a root would be filed if this were taken; nothing when it says nothing of that.
    [[nodiscard]] Result<std::optional<PartitionId>> placeAfter(const RecordState& row);
    [[nodiscard]] Result<void> donateWithdrawn(const Dot& dot); // R43: W of a donor, after its rows

    // One frame of a partition after the cursor, up to about `budget` bytes of rows (at least one row when there is one).
    [[nodiscard]] Result<Frame> frame(const PartitionCursor& cursor, std::size_t budget);
    // Compaction (I11, R18): exceptions that `base` has caught up with. No feed number changes, and no answer.
    [[nodiscard]] Result<void> dropCovered(const PartitionId& id);
    // Context of a register on the server: base + exceptions, base of the partition's replicas only (R3, R4).
    [[nodiscard]] Result<Context> baseOf(const PartitionRow& partition);

private:
    struct Run; // what one changeset touches while it is applied
    using PartitionRows = std::map<PartitionId, PartitionRow>;
    struct Joined {
        Heads heads;
        Context theirs;
    };

    [[nodiscard]] Result<ChangeOutcome> quarantine(ReplicaRow& replica, ArchivedChangeset entry,
                                                   QuarantineReason reason);
    [[nodiscard]] Result<QuarantineReason> judge(Run& run);
    [[nodiscard]] Result<PartitionId> filedIn(const Run& run, const RecordChange& change);
    [[nodiscard]] Result<bool> write(Run& run); // true when a conflict stands afterwards
    [[nodiscard]] Result<bool> writeRecord(Run& run, const RecordChange& change);
    [[nodiscard]] Result<bool> writeRegister(Run& run, RecordState& record, const Write& write);
    [[nodiscard]] Result<Context> beyondBase(const Run& run, const Context& context);
    [[nodiscard]] Result<void> publish(Run& run, RecordState& record, const RecordChange& change);
    [[nodiscard]] Result<PartitionRow*> rowOf(PartitionRows& rows, const PartitionId& id);
    [[nodiscard]] Result<void> putRows(const PartitionRows& rows);
    // Moves what hangs on a root whose location changed.
    [[nodiscard]] Result<void> follow(PartitionRows& rows, RecordId root);
    [[nodiscard]] Result<void> move(PartitionRows& rows, RecordId root, const PartitionId& home);
    [[nodiscard]] Result<void> tellGone(PartitionRows& rows, const PartitionId& from, RecordId root);
    [[nodiscard]] Result<RecordState> stub(RecordId root);
    [[nodiscard]] Result<bool> fill(Frame& frame, const PartitionCursor& cursor,
                                    std::size_t budget); // true: it is full
    [[nodiscard]] Result<void> noteConflict(RecordState& record, RegisterState& reg);
    [[nodiscard]] Result<Context> pastOf(const Dot& dot, RecordId record, const RegisterKey& key, std::string& why);
    [[nodiscard]] Result<void> applyAfterAll(const ArchivedChangeset& entry, ReplicaRow replica);
    // server_core_donation.cpp
    [[nodiscard]] Result<bool> isShown(const Dot& dot, const std::vector<RecordId>& records);
    [[nodiscard]] Result<Context> baseFor(const Context& of);
    [[nodiscard]] Result<Joined> joined(const RegisterState& reg, const RegisterState& given);
    [[nodiscard]] Result<bool> join(RegisterState& reg, const RegisterState& given, RecordId record, ReplicaId donor);
    [[nodiscard]] Result<void> keep(PartitionRows& rows, RecordState& record, const std::vector<RegisterKey>& changed,
                                    bool isChanged);
    [[nodiscard]] Result<void> fileDonated(PartitionRows& rows, const RecordState& given);
    [[nodiscard]] Result<void> proveRelease(const Dot& dot);

    ServerStore& m_store;
    ServerPorts m_ports;
};

} // namespace lianxin::core
