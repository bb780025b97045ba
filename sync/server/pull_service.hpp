// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/push_service.hpp"
#include "sync/server/segment_service.hpp"

#include <unordered_map>

namespace lianxin::server {

struct PullAnswer {
    core::PullReply reply;
    core::PullRequest asked; // with the cursors that a digest stood for: the codec needs them
};

// Reads between two commits, on the store worker's thread: one consistent moment. Rows go only to who may hold their partition now.
class PullService {
public:
    PullService(SqlServerStore& store, core::ServerCore& core, MemberStore& members, RequestLedger& ledger,
                SegmentService& segments, SentVectors& vectors, Clock& clock)
        : m_store(store), m_core(core), m_members(members), m_ledger(ledger), m_segments(segments), m_vectors(vectors),
          m_clock(clock)
    {}

    [[nodiscard]] Result<Answer<PullAnswer>> pull(const Signed<core::PullRequest>& job, EpochId epoch);

private:
    struct Remembered {
        core::CursorDigest digest;
        std::vector<core::PartitionCursor> cursors;
    };

    [[nodiscard]] Result<core::PartitionCursor> believable(core::PartitionCursor cursor, const core::PartitionRow& row);
    [[nodiscard]] std::set<PartitionId> addManifests(core::PullReply& reply, const core::PullRequest& asked);
    [[nodiscard]] Result<void> addFrames(core::PullReply& reply, const core::PullRequest& asked);
    void noteVectors(const core::PullReply& reply);
    void remember(ReplicaId replica, const core::PullRequest& asked, const core::PullReply& reply);

    SqlServerStore& m_store;
    core::ServerCore& m_core;
    MemberStore& m_members;
    RequestLedger& m_ledger;
    SegmentService& m_segments;
    SentVectors& m_vectors;
    Clock& m_clock;
    std::unordered_map<ReplicaId, Remembered>
        m_remembered; // what the cursors of each replica are after its last answer
};

} // namespace lianxin::server
