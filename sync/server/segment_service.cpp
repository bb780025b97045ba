// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/segment_service.hpp"

#include "sync/core/tuning.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/server/admission.hpp"
#include "sync/server/segment_builder.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {

// Counted in feed numbers, which nobody has to look up: a record has had about two by the time it is asked for.
// Neighbouring partitions share a bundle up to this: about one segment.
constexpr std::uint64_t kRowsPerBundle = 65'536;
// What one pull may have built: about a second of the worker's thread. The rest comes with the next one.
constexpr std::uint64_t kRowsBuiltPerPull = 262'144;
// A tail longer than this part of the bundle is worth a new one: it comes by frames, at twice the bytes a record.
constexpr std::uint64_t kTailPart = 8;
constexpr std::uint64_t kShortTail = 64;
constexpr Millis kRefreshPause = 60'000; // so that a busy evening is not spent on it
constexpr Millis kAskedOfLate = Millis{7} * 24 * 3600 * 1000;
constexpr std::size_t kLeastBudget = 1024;

char kindOf(const PartitionId& id) { return id.text().front(); }

} // namespace

SegmentService::Offer SegmentService::offer(const std::vector<PartitionId>& fresh)
{
    Offer offer;
    // The shelf is a convenience: whatever is wrong with it, frames do the same.
    takePressed();
    if (m_shelf && !fill(offer, fresh))
        return {};
    return offer;
}

// Neighbours of one kind: who holds one village of a township mostly holds them all, while the directory is everybody's.
SegmentService::Group SegmentService::groupAt(const std::vector<Wanted>& wanted, std::size_t at,
                                              const std::set<PartitionId>& free, std::uint64_t& rows)
{
    Group group;
    const auto kind = kindOf(wanted[at].partition);
    for (; at < wanted.size() && rows < kRowsPerBundle; ++at) {
        const auto& next = wanted[at].partition;
        if (kindOf(next) != kind || !free.contains(next))
            break;
        group.push_back(next);
        rows += wanted[at].rows;
    }
    return group;
}

Result<void> SegmentService::fill(Offer& offer, const std::vector<PartitionId>& fresh)
{
    std::set<PartitionId> free;
    std::vector<Wanted> wanted;
    for (const auto& id : fresh) {
        LIANXIN_TRY(const auto row, m.store.partition(id));
        if (row.sequence == 0 || m_tooLarge.contains(id))
            continue;
        wanted.push_back({id, row.sequence});
        free.insert(id);
    }
    std::uint64_t built = 0;
    for (std::size_t at = 0; at < wanted.size();) {
        if (!free.contains(wanted[at].partition)) {
            ++at;
            continue;
        }
        LIANXIN_TRY(const auto* bundle, ready(wanted[at].partition, free));
        if (bundle == nullptr) {
            std::uint64_t rows = 0;
            const auto group = groupAt(wanted, at, free, rows);
            const bool isLater = built > 0 && built + rows > kRowsBuiltPerPull;
            if (isLater || rows < m_least) {
                at += group.size();
                offer.more = offer.more || isLater;
                if (isLater)
                    offer.covered.insert(group.begin(), group.end());
                continue;
            }
            built += rows;
            LIANXIN_TRY(bundle, build(group));
        }
        if (bundle == nullptr) {
            const auto before = free.size();
            for (const auto& id : m_tooLarge)
                free.erase(id);
            at += free.size() == before ? 1 : 0; // all that was there moved away: a frame says so
            continue;                            // the others of the group, without it
        }
        m_asked[bundle->manifest.partitions.front().partition] = m.clock.now();
        offer.manifests.push_back(bundle->manifest);
        for (const auto& part : bundle->manifest.partitions) {
            offer.covered.insert(part.partition);
            free.erase(part.partition);
        }
    }
    return {};
}

Result<const SegmentShelf::Bundle*> SegmentService::ready(const PartitionId& first, const std::set<PartitionId>& free)
{
    const SegmentShelf::Bundle* best = nullptr;
    for (const auto& bundle : m_shelf->bundles()) {
        const auto& parts = bundle.manifest.partitions;
        if (bundle.retired || parts.front().partition != first || (best != nullptr && best->rows >= bundle.rows) ||
            !std::ranges::all_of(parts, [&](const auto& part) { return free.contains(part.partition); }))
            continue;
        LIANXIN_TRY(const bool isFresh, this->isFresh(bundle));
        if (isFresh)
            best = &bundle;
    }
    return best;
}

// Of this epoch, a place in each of these feeds, and with tails that are short beside it.
Result<bool> SegmentService::isFresh(const SegmentShelf::Bundle& bundle)
{
    if (bundle.manifest.epoch != m.epoch || bundle.manifest.suite != core::kSegmentSuite)
        return false;
    std::uint64_t tail = 0;
    for (const auto& part : bundle.manifest.partitions) {
        LIANXIN_TRY(const auto row, m.store.partition(part.partition));
        if (row.sequence < part.sequence)
            return false;
        LIANXIN_TRY(const auto left, m.store.gone(part.partition, part.sequence, 1));
        if (!left.empty())
            return false; // somebody moved away: whoever comes now gets nothing of them
        tail += row.sequence - part.sequence;
    }
    if (tail > std::max(kShortTail, bundle.rows / kTailPart))
        return false;
    for (const auto& part : bundle.manifest.partitions) {
        LIANXIN_TRY(const bool isKnown, m.store.isOnFeed(part.partition, part.sequence, part.chain));
        if (!isKnown)
            return false;
    }
    return true;
}

Result<const SegmentShelf::Bundle*> SegmentService::build(const Group& group)
{
    LIANXIN_TRY(const auto built, buildSegments(m.store, m.core, group, m.epoch, m.receiptKey));
    if (built.tooLarge) {
        m_tooLarge.insert(*built.tooLarge);
        return static_cast<const SegmentShelf::Bundle*>(nullptr);
    }
    if (built.manifest.segments.empty())
        return static_cast<const SegmentShelf::Bundle*>(nullptr);
    LIANXIN_CHECK(m_shelf->put(built.manifest, built.segments));
    return &m_shelf->bundles().back();
}

Result<Answer<std::vector<core::SegmentPart>>> SegmentService::fetch(const Signed<core::SegmentRequest>& job)
{
    using Reply = Answer<std::vector<core::SegmentPart>>;
    LIANXIN_TRY(auto admission, admit(m.store, m.ledger, job, m.epoch));
    if (admission.refusal)
        return Reply::refuse(*admission.refusal);
    std::set<PartitionId> holdings;
    if (!admission.row.revoked) {
        LIANXIN_TRY(const auto held, m.members.holdings(admission.row.user));
        holdings.insert(held.begin(), held.end());
    }
    Reply reply;
    std::size_t left = std::clamp<std::size_t>(job.request.budget, kLeastBudget, core::tuning::kPullBudgetMax);
    for (const auto& want : job.request.wants) {
        if (left == 0)
            break;
        std::string bytes;
        // Whoever lost a village since asks again what there is; the answer is the same as for a segment that never was.
        if (m_shelf && m_shelf->isWithin(want.hash, holdings)) {
            LIANXIN_TRY(bytes, m_shelf->bytes(want.hash, want.offset, left));
        }
        if (bytes.empty() && reply.reply.empty())
            return Reply::refuse(fail(Errc::notFound, "no such segment"));
        if (bytes.empty())
            break;
        left -= bytes.size();
        reply.reply.push_back({want, std::move(bytes)});
    }
    return reply;
}

Result<SegmentPress::Bundle> SegmentService::bytesOf(const SegmentShelf::Bundle& bundle)
{
    SegmentPress::Bundle whole{bundle.id, bundle.manifest, {}};
    for (const auto& segment : bundle.manifest.segments) {
        LIANXIN_TRY(auto bytes, m_shelf->bytes(segment.hash, 0, segment.size));
        if (bytes.size() != segment.size)
            return fail(Errc::damaged, "a segment of the shelf is not whole");
        whole.segments.push_back(std::move(bytes));
    }
    return whole;
}

bool SegmentService::isToPress(const SegmentShelf::Bundle& bundle) const
{
    return !bundle.retired && !bundle.pressed && bundle.rows >= m_pressFrom && bundle.manifest.epoch == m.epoch &&
           m_asked.contains(bundle.manifest.partitions.front().partition) && !m_triedToPress.contains(bundle.id);
}

SegmentService::Shelved SegmentService::shelved() const
{
    Shelved all;
    if (!m_shelf)
        return all;
    for (const auto& bundle : m_shelf->bundles()) {
        all.bundles += bundle.retired ? 0 : 1;
        all.pressed += !bundle.retired && bundle.pressed ? 1 : 0;
        all.toPress += isToPress(bundle) ? 1 : 0;
    }
    all.toPress += m_press.isBusy() ? 1 : 0;
    return all;
}

void SegmentService::pressOne()
{
    takePressed();
    if (!m_shelf || m_press.isBusy())
        return;
    for (const auto& bundle : m_shelf->bundles()) {
        const auto isFresh = isToPress(bundle) ? this->isFresh(bundle) : Result<bool>(false);
        if (!isFresh || !*isFresh)
            continue; // it is made anew before anybody gets it
        m_triedToPress.insert(bundle.id);
        auto whole = bytesOf(bundle);
        if (whole && m_press.begin(std::move(*whole)))
            return;
    }
}

// The same moment under other names, unless it has passed meanwhile.
void SegmentService::takePressed()
{
    auto pressed = m_press.take();
    if (!pressed || !m_shelf)
        return;
    const auto live = std::ranges::find(m_shelf->bundles(), pressed->id, &SegmentShelf::Bundle::id);
    if (live == m_shelf->bundles().end() || live->retired || pressed->manifest.epoch != m.epoch)
        return;
    pressed->manifest.signature = seal::signManifest(m.receiptKey, pressed->manifest);
    std::ignore = m_shelf->put(pressed->manifest, pressed->segments, true);
}

void SegmentService::refreshOne()
{
    if (!m_shelf || m.clock.now() - m_refreshed < kRefreshPause)
        return;
    m_refreshed = m.clock.now();
    for (const auto& bundle : m_shelf->bundles()) {
        if (bundle.retired)
            continue;
        const auto isFresh = this->isFresh(bundle);
        if (isFresh && *isFresh)
            continue;
        Group group;
        for (const auto& part : bundle.manifest.partitions)
            group.push_back(part.partition);
        const auto old = bundle.id;
        const auto asked = m_asked.find(group.front());
        // Since it was started a server does not know: somebody may be fetching it.
        if (m.clock.now() - (asked == m_asked.end() ? m_started : asked->second) > kAskedOfLate) {
            std::ignore = m_shelf->drop({old});
            return;
        }
        if (asked == m_asked.end())
            continue;
        const auto made =
            bundle.manifest.epoch == m.epoch ? build(group) : Result<const SegmentShelf::Bundle*>(nullptr);
        if (!made || *made == nullptr)
            std::ignore = m_shelf->drop({old});
        return; // one at a time: somebody may be waiting by now
    }
}

} // namespace lianxin::server
