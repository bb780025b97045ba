// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/push_service.hpp"
#include "sync/server/segment_press.hpp"
#include "sync/server/segment_shelf.hpp"

#include <map>
#include <set>

namespace lianxin::server {

// The first sync by segments: what is offered in place of frames from 0, and the bytes of it. On the store worker's thread, between two
// commits: everything in one bundle is of one moment.
class SegmentService {
public:
    struct Parts {
        SqlServerStore& store;
        core::ServerCore& core;
        MemberStore& members;
        RequestLedger& ledger;
        Clock& clock;
        const seal::SignKey& receiptKey;
        EpochId epoch;
    };
    explicit SegmentService(const Parts& parts) : m(parts), m_started(parts.clock.now()) {}
    void setEpoch(EpochId epoch) { m.epoch = epoch; } // what was made before is not offered any more
    // Smaller ones come by frames. 0 rows make no bundle.
    void offerFrom(std::uint64_t rows) { m_least = rows; }
    void use(std::unique_ptr<SegmentShelf> shelf) { m_shelf = std::move(shelf); } // without one nothing is offered
    [[nodiscard]] SegmentShelf* shelf() { return m_shelf.get(); }

    struct Offer {
        std::vector<core::SegmentManifest> manifests;
        std::set<PartitionId> covered; // no frames of these
        bool more{false};              // some of these come with the next pull
    };
    // `fresh`: partitions that the replica may hold and has nothing of, ascending. What cannot be offered is pulled by frames.
    [[nodiscard]] Offer offer(const std::vector<PartitionId>& fresh);
    [[nodiscard]] Result<Answer<std::vector<core::SegmentPart>>> fetch(const Signed<core::SegmentRequest>& job);
    // When nothing waits: one bundle whose tail has become long is made anew, or goes when nobody has asked for it of late.
    void refreshOne();
    // When nothing waits: one bundle is packed once more, beside everything else.
    void pressOne();
    struct Shelved {
        std::int64_t bundles{0}; // that are offered
        std::int64_t pressed{0};
        std::int64_t toPress{0};
    };
    [[nodiscard]] Shelved shelved() const;
    void pressFrom(std::uint64_t rows) { m_pressFrom = rows; } // smaller bundles are left as they were made

private:
    struct Wanted {
        PartitionId partition;
        std::uint64_t rows{0}; // at most
    };
    using Group = std::vector<PartitionId>;
    [[nodiscard]] Result<void> fill(Offer& offer, const std::vector<PartitionId>& fresh);
    [[nodiscard]] Result<const SegmentShelf::Bundle*> ready(const PartitionId& first,
                                                            const std::set<PartitionId>& free);
    [[nodiscard]] Result<bool> isFresh(const SegmentShelf::Bundle& bundle);
    [[nodiscard]] static Group groupAt(const std::vector<Wanted>& wanted, std::size_t at,
                                       const std::set<PartitionId>& free, std::uint64_t& rows);
    [[nodiscard]] bool isToPress(const SegmentShelf::Bundle& bundle) const;
    void takePressed();
    [[nodiscard]] Result<SegmentPress::Bundle> bytesOf(const SegmentShelf::Bundle& bundle);
    [[nodiscard]] Result<const SegmentShelf::Bundle*> build(const Group& group); // none: one of them is too large

    Parts m;
    std::unique_ptr<SegmentShelf> m_shelf;
    std::set<PartitionId> m_tooLarge;      // with a row that no segment holds
    std::map<PartitionId, Millis> m_asked; // by the first partition of a bundle: when it was last offered
    Millis m_started;
    Millis m_refreshed{0};
    // Below this a frame is there with one request less, and columns gain little.
    std::uint64_t m_least{512};
    std::uint64_t m_pressFrom{4096}; // about a village: some seconds of one core for 20 KB of each tablet that comes
    std::set<std::int64_t> m_triedToPress; // bundles: once each, also when the disk had no room for what came out
    SegmentPress m_press;
};

} // namespace lianxin::server
