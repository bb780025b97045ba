// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/pull_service.hpp"

#include "sync/core/tuning.hpp"
#include "sync/server/admission.hpp"
#include "sync/server/backup_mark.hpp"
#include "sync/server/restamp_service.hpp"
#include "sync/wire/message_codec.hpp"

#include <algorithm>

namespace lianxin::server {

using core::PartitionCursor;
using core::PullReply;

namespace {
constexpr std::uint32_t kLeastBudget = 1024;
// A head is a dot, a user, a clock and punctuation around its value.
constexpr std::size_t kHeadBytes = 64;
// Cursors of this many replicas are remembered; the others send their list once more.
constexpr std::size_t kRemembered = 20'000;

std::size_t sizeOf(const core::Frame& frame)
{
    std::size_t size = 0;
    for (const auto& row : frame.rows) {
        size += kHeadBytes;
        for (const auto& reg : row.registers)
            for (const auto& head : reg.heads)
                size += kHeadBytes + head.value.canonical().size();
    }
    return size;
}

auto placeOf(std::vector<PartitionCursor>& cursors, const PartitionId& partition)
{
    return std::find_if(cursors.begin(), cursors.end(),
                        [&](const PartitionCursor& cursor) { return cursor.partition == partition; });
}
} // namespace

Result<Answer<PullAnswer>> PullService::pull(const Signed<core::PullRequest>& job, EpochId epoch)
{
    LIANXIN_TRY(auto admission, admit(m_store, m_ledger, job, epoch));
    if (admission.refusal)
        return Answer<PullAnswer>::refuse(*admission.refusal);
    const auto& row = admission.row;
    PullAnswer answer;
    answer.asked = job.request;
    if (job.request.unchanged) {
        const auto known = m_remembered.find(job.replica);
        if (known == m_remembered.end() || known->second.digest != *job.request.unchanged)
            return Answer<PullAnswer>::refuse(wire::ErrorReply{std::string(wire::kCodeCursorsUnknown),
                                                               "send the cursors", std::nullopt, std::nullopt});
        answer.asked.cursors = known->second.cursors;
    }
    auto& reply = answer.reply;
    reply.epoch = epoch;
    reply.held = row.held;
    reply.heldHash = row.head;
    reply.serverTime = m_clock.now();
    LIANXIN_TRY(reply.withdrawn, m_store.withdrawn());
    LIANXIN_TRY(const auto pending, m_store.pendingOf(job.replica));
    for (const auto& entry : pending)
        reply.quarantined.push_back({entry.dot.number, entry.outcome, entry.reason});
    LIANXIN_TRY(const auto restamped, restampedPending(m_store.database(), job.replica));
    reply.quarantined.insert(reply.quarantined.begin(), restamped.begin(), restamped.end());
    LIANXIN_TRY(reply.scopeGeneration, m_members.generationOf(row.user));
    if (!row.revoked) {
        LIANXIN_TRY(reply.granted, m_members.holdings(row.user));
    }
    if (job.request.wantsMark) {
        LIANXIN_TRY(reply.backup, backupMark(m_store, row));
    }
    LIANXIN_CHECK(addFrames(reply, answer.asked));
    noteVectors(reply);
    remember(job.replica, answer.asked, reply);
    return Answer<PullAnswer>(std::move(answer));
}

// A cursor that this feed never had (another server's, a damaged tablet's) starts over; the frame's `from` says so.
Result<PartitionCursor> PullService::believable(PartitionCursor cursor, const core::PartitionRow& row)
{
    PartitionCursor fresh;
    fresh.partition = row.partition;
    if (cursor.sequence == 0 || cursor.sequence > row.sequence || cursor.consistent > cursor.sequence)
        return fresh;
    LIANXIN_TRY(const bool isKnown, m_store.isOnFeed(row.partition, cursor.sequence, cursor.chain));
    return isKnown ? cursor : fresh;
}

// In place of frames from 0, for replicas that read segments.
std::set<PartitionId> PullService::addManifests(PullReply& reply, const core::PullRequest& asked)
{
    if (asked.segments < core::kSegmentSuite)
        return {};
    auto cursors = asked.cursors;
    std::vector<PartitionId> fresh;
    for (const auto& partition : reply.granted)
        if (const auto place = placeOf(cursors, partition); place == cursors.end() || place->sequence == 0)
            fresh.push_back(partition);
    std::sort(fresh.begin(), fresh.end());
    auto offer = m_segments.offer(fresh);
    reply.manifests = std::move(offer.manifests);
    reply.more = offer.more;
    return std::move(offer.covered);
}

Result<void> PullService::addFrames(PullReply& reply, const core::PullRequest& asked)
{
    auto cursors = asked.cursors;
    const auto covered = addManifests(reply, asked);
    std::size_t left = std::clamp(asked.budget, kLeastBudget, core::tuning::kPullBudgetMax);
    for (const auto& partition : reply.granted) {
        if (covered.contains(partition))
            continue;
        LIANXIN_TRY(const auto row, m_store.partition(partition));
        const auto place = placeOf(cursors, partition);
        PartitionCursor cursor;
        cursor.partition = partition;
        const bool asksAnew = place != cursors.end() && place->sequence != 0;
        LIANXIN_TRY(cursor, believable(place == cursors.end() ? cursor : *place, row));
        if (cursor.sequence == row.sequence && cursor.consistent == row.sequence && !(asksAnew && cursor.sequence == 0))
            continue;
        if (left == 0) {
            reply.more = true;
            return {};
        }
        LIANXIN_TRY(auto frame, m_core.frame(cursor, left));
        left -= std::min(left, sizeOf(frame));
        reply.more = reply.more || !frame.atHead;
        reply.frames.push_back(std::move(frame));
    }
    return {};
}

// What becomes V of a partition on the tablet, and the past of what is written there from now on.
void PullService::noteVectors(const PullReply& reply)
{
    for (const auto& frame : reply.frames)
        if (frame.atHead)
            m_vectors.note(frame.vector);
    for (const auto& manifest : reply.manifests)
        for (const auto& partition : manifest.partitions)
            m_vectors.note(partition.vector);
}

void PullService::remember(ReplicaId replica, const core::PullRequest& asked, const PullReply& reply)
{
    if (m_remembered.size() >= kRemembered && !m_remembered.contains(replica))
        m_remembered.erase(m_remembered.begin());
    auto cursors = asked.cursors;
    for (const auto& frame : reply.frames) {
        auto place = placeOf(cursors, frame.partition);
        if (place == cursors.end())
            place = cursors.insert(cursors.end(), PartitionCursor{frame.partition, 0, 0, {}});
        place->sequence = frame.to;
        place->chain = frame.chain;
        if (frame.atHead)
            place->consistent = frame.to;
        else if (frame.from == 0)
            place->consistent = 0;
    }
    // The replica keeps a cursor for each partition that it may hold now, at 0 where nothing came yet, and for no other.
    std::vector<PartitionCursor> after;
    for (const auto& partition : reply.granted) {
        const auto place = placeOf(cursors, partition);
        after.push_back(place == cursors.end() ? PartitionCursor{partition, 0, 0, {}} : std::move(*place));
    }
    const auto digest = wire::cursorDigest(after);
    m_remembered[replica] = {digest, std::move(after)};
}

} // namespace lianxin::server
