// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/audit_log.hpp"
#include "sync/store/draft_table.hpp"
#include "sync/store/meta.hpp"
#include "sync/store/overlay.hpp"
#include "sync/store/own_log.hpp"
#include "sync/store/partition_table.hpp"
#include "sync/store/record_table.hpp"
#include "sync/store/replica_store.hpp"
#include "sync/store/segment_source.hpp"
#include "sync/store/segment_table.hpp"

#include <optional>

namespace lianxin::store {

class BulkFill;
class PullRun;

inline constexpr Millis kLatestMillis = Millis{1} << 46U; // year 4199: what a 63-bit HLC still holds

// The rooms behind ReplicaStore, all over one connection.
struct ReplicaStore::Parts {
    Parts(std::unique_ptr<Database> opened, const ReplicaPorts& given)
        : database(std::move(opened)), ports(given), metaTable(*database), partitions(*database),
          log(*database, metaTable, *given.random), records(*database, partitions, *given.catalogue, *given.folder),
          drafts(*database), audit(*database), segments(*database)
    {}

    // Errc::notAllowed before initialise().
    [[nodiscard]] Result<ReplicaId> self() const
    {
        LIANXIN_TRY(const auto id, metaTable.id<ReplicaId>(meta::kReplica));
        if (id.isNil())
            return fail(Errc::notAllowed, "this store is not enrolled yet");
        return id;
    }
    // For reading: works before enrolment too, when there is nothing to lay on top.
    [[nodiscard]] Result<Overlay> overlay() const
    {
        LIANXIN_TRY(const auto id, metaTable.id<ReplicaId>(meta::kReplica));
        return Overlay(id, log, partitions);
    }
    // A text save that finds the disk full is tried once more with what was held back for it.
    template <typename Work> [[nodiscard]] auto textSave(Work work) const -> decltype(work())
    {
        auto done = work();
        if (done || done.error().code != Errc::diskFull || ports.room == nullptr || !ports.room->give())
            return done;
        return work();
    }
    [[nodiscard]] Result<SavedChange> save(const Edit& edit);
    [[nodiscard]] Result<core::Hlc> nextHlc(Millis now) const;
    [[nodiscard]] Result<core::Changeset> changesetOf(const Edit& edit, Millis now) const;
    [[nodiscard]] Result<PartitionId> partitionFor(const RecordEdit& edit) const;
    [[nodiscard]] Result<void> nameSeen(const RecordEdit& edit, core::RecordChange& change) const;
    [[nodiscard]] Result<void> showAnew(const core::Changeset& changeset, Millis now);
    [[nodiscard]] Result<void> noteContact(Millis serverTime);
    [[nodiscard]] Result<void> checkReceipt(const core::Receipt& receipt, const seal::PublicSignKey& server) const;
    [[nodiscard]] Result<void> rememberCursors();
    [[nodiscard]] Result<void> noteGrantsOf(const core::PullReply& reply);
    [[nodiscard]] Result<bool> letGoOfAll(std::uint64_t received);
    [[nodiscard]] Result<void> dropPlansOutside(const std::vector<PartitionId>& granted);
    [[nodiscard]] Result<void> plan(const std::vector<core::SegmentManifest>& manifests, EpochId epoch);
    [[nodiscard]] Result<std::vector<SegmentPlan>> wholePlans(EpochId epoch) const;
    [[nodiscard]] Result<SegmentSource> take(const SegmentPlan& plan, PullRun& run);
    [[nodiscard]] Result<std::vector<SegmentSource>> takeAll(const std::vector<SegmentPlan>& plans, PullRun& run);
    [[nodiscard]] Result<void> add(const std::vector<SegmentSource>& sources, PullRun& run);
    [[nodiscard]] Result<void> fill(std::vector<SegmentSource> sources, PullRun& run, BulkFill& indexes);
    [[nodiscard]] Result<void> finishViews(std::vector<RecordView>& views) const; // pending, lastOwn

    std::unique_ptr<Database> database;
    ReplicaPorts ports;
    Meta metaTable;
    PartitionTable partitions;
    OwnLog log;
    RecordTable records;
    DraftTable drafts;
    AuditLog audit;
    SegmentTable segments;
    // Numbers already reserved on disk but not given: a crash skips them, none is given twice.
    std::uint64_t nextCounter{0};
    std::uint64_t reservedCounter{0};
    // Counting the records looks at each: once for what was written so far (PieceShelf::mark).
    std::optional<std::pair<std::int64_t, std::uint64_t>> counted;
};

} // namespace lianxin::store
