// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/away_rows.hpp"
#include "sync/store/own_log.hpp"
#include "sync/store/partition_table.hpp"
#include "sync/store/record_table.hpp"
#include "sync/store/segment_source.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace lianxin::store {

// What came from the server being applied, inside one transaction: frames of a reply, or segments.
class PullRun {
public:
    PullRun(PartitionTable& partitions, OwnLog& log, RecordTable& records, AwayRows& away, ReplicaId self, Millis now)
        : m_partitions(partitions), m_log(log), m_records(records), m_away(away), m_self(self), m_now(now),
          m_overlay(self, log, partitions)
    {}

    // Ids that this tablet had before: words by them are no news.
    [[nodiscard]] Result<void> knowSelf();
    [[nodiscard]] Result<void> grants(const std::vector<PartitionId>& granted);
    [[nodiscard]] Result<void> withdrawals(const std::vector<Dot>& dots);
    [[nodiscard]] Result<void> frame(const core::Frame& frame);
    // As a frame from 0 to the head, whose rows follow by segmentRow(). None: the partition is not granted any more, or has rows already.
    [[nodiscard]] Result<std::optional<PartitionRow>> segmentsOf(const core::SegmentPartition& part);
    [[nodiscard]] Result<void> nobodyLeft() const; // after the rows of segments
    [[nodiscard]] Result<void> segmentRow(core::RecordState& incoming, const PartitionRow& partition, TermBatch& terms);
    // A row of segments as the store holds it while nothing of ours lies on top. Asks and changes nothing here: FillLine calls it from its threads.
    [[nodiscard]] StoredRecord firstOf(core::RecordState& incoming, const PartitionRow& partition,
                                       core::Hlc& greatest) const;
    // The store was filled with these; those that were here before or came a second time follow now that records can be looked up.
    [[nodiscard]] Result<void> filled(Filled filled);
    // Own changes that the new vectors and W cover vanish from what is shown.
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] std::vector<RecordId> changed() const;
    [[nodiscard]] core::Hlc greatestHlc() const { return m_greatestHlc; }

private:
    [[nodiscard]] Result<void> row(const core::RecordState& incoming, const PartitionRow& partition,
                                   std::uint64_t contextId, bool atHead);
    [[nodiscard]] Result<void> knownRow(const core::RecordState& incoming, const PartitionRow& partition); // of segments
    [[nodiscard]] Result<void> leave(const core::RecordState& root, const PartitionRow& from);
    [[nodiscard]] Result<void> awaitOwn(std::int64_t partition, const core::Context& vector);
    [[nodiscard]] Result<bool> isWithdrawn(RecordId id) const; // all that this replica wrote into it
    [[nodiscard]] Result<bool> stillExpected(const PartitionRow& row, bool nothingIsGranted) const;
    [[nodiscard]] bool isOwn(const Dot& dot) const;
    void noteArrival(StoredRecord& record, const core::RecordState& incoming, bool isKnown) const;
    [[nodiscard]] Result<void> freeze(StoredRecord& record, const PartitionRow& home);
    // After a restore (pull_refill.cpp): what of a row the new server does not have, and rows that it does not have at all.
    [[nodiscard]] Result<void> renew(StoredRecord& record, const core::RecordState& incoming);
    [[nodiscard]] Result<void> settleRefill(std::int64_t partition);
    [[nodiscard]] Result<void> remake(RecordId id); // own words whose row is gone
    // Whether the province applied one of these own numbers: from then on its feeds say where the record is.
    [[nodiscard]] Result<bool> wasTaken(const std::vector<std::uint64_t>& numbers) const;
    [[nodiscard]] Result<bool> keepFormer(StoredRecord& record); // false: nothing of it is left

    PartitionTable& m_partitions;
    OwnLog& m_log;
    RecordTable& m_records;
    AwayRows& m_away;
    ReplicaId m_self;
    std::vector<Restamp> m_before;
    Millis m_now;
    bool m_firstFill{false}; // of the partition whose frame is being read
    Overlay m_overlay;
    std::set<RecordId> m_changed;
    core::Hlc m_greatestHlc{0};
    std::set<RecordId> m_awaited;   // made here, and the segments must bring them
    std::vector<RecordId> m_filled; // sorted
    bool m_settleAll{false};
    std::set<std::int64_t> m_reachedHead;
    std::map<std::int64_t, core::Context> m_former; // V of an epoch before, of partitions that are filled anew
};

} // namespace lianxin::store
