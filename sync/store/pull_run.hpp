// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/own_log.hpp"
#include "sync/store/partition_table.hpp"
#include "sync/store/record_table.hpp"

#include <optional>
#include <set>
#include <vector>

namespace lianxin::store {

// What came from the server being applied, inside one transaction: frames of a reply, or segments.
class PullRun {
public:
    PullRun(PartitionTable& partitions, OwnLog& log, RecordTable& records, ReplicaId self, Millis now)
        : m_partitions(partitions), m_log(log), m_records(records), m_self(self), m_now(now),
          m_overlay(self, log, partitions)
    {}

    [[nodiscard]] Result<void> grants(const std::vector<PartitionId>& granted);
    [[nodiscard]] Result<void> withdrawals(const std::vector<Dot>& dots);
    [[nodiscard]] Result<void> frame(const core::Frame& frame);
    // As a frame from 0 to the head, whose rows follow by segmentRow(). None: the partition is not granted any more, or has rows already.
    [[nodiscard]] Result<std::optional<PartitionRow>> segmentsOf(const core::SegmentPartition& part);
    [[nodiscard]] Result<void> segmentRow(core::RecordState& incoming, const PartitionRow& partition, TermBatch& terms);
    // While no record can be looked up (BulkFill): one that comes a second time, having moved meanwhile, waits for finishFill().
    void beginFill() { m_filling = true; }
    [[nodiscard]] Result<void> finishFill();
    // Own changes that the new vectors and W cover vanish from what is shown.
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] std::vector<RecordId> changed() const { return {m_changed.begin(), m_changed.end()}; }
    [[nodiscard]] core::Hlc greatestHlc() const { return m_greatestHlc; }

private:
    [[nodiscard]] Result<void> row(const core::RecordState& incoming, const PartitionRow& partition,
                                   std::uint64_t contextId, bool atHead);
    void noteArrival(StoredRecord& record, const core::RecordState& incoming, bool isKnown) const;
    [[nodiscard]] Result<void> freeze(StoredRecord& record, const PartitionRow& home);

    PartitionTable& m_partitions;
    OwnLog& m_log;
    RecordTable& m_records;
    ReplicaId m_self;
    Millis m_now;
    bool m_firstFill{false}; // of the partition whose frame is being read
    Overlay m_overlay;
    std::set<RecordId> m_changed;
    core::Hlc m_greatestHlc{0};
    bool m_filling{false};
    std::vector<std::pair<core::RecordState, PartitionRow>> m_again;
    bool m_settleAll{false};
    std::set<std::int64_t> m_reachedHead;
};

} // namespace lianxin::store
