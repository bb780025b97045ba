// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/donation.hpp"
#include "sync/core/server_core.hpp"
#include "sync/seal/chain.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/store/replica_store.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/segment_codec.hpp"
#include "tests/simulation/map_server_store.hpp"
#include "tests/unit/store/store_tablet.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>
#include <stdexcept>

namespace lianxin::test {

// The server's merge core over maps, answering decoded messages.
class Province {
public:
    explicit Province(std::uint32_t seed = 99)
        : m_random(seed), key(seal::SignKey::generate(m_random)), m_core(m_store, ports())
    {
        m_random.fill(epoch.bytes);
    }
    void admit(const Tablet& tablet)
    {
        must(m_store.putReplica({tablet.replica, tablet.user, 0, {}, {}, false}));
        m_keys[tablet.replica] = tablet.sign.publicKey();
    }
    void enrol(Tablet& tablet)
    {
        admit(tablet);
        tablet.enrol(epoch);
    }
    [[nodiscard]] core::PushReply push(const core::PushRequest& request, const Tablet& from)
    {
        auto row = *must(m_store.replica(from.replica));
        core::PushReply reply;
        for (const auto& parcel : request.parcels) {
            must(seal::verifyParcel(m_keys.at(from.replica), parcel));
            const auto chain = seal::chainOf(parcel);
            if (request.trimmed && &parcel == &request.parcels.front() && parcel.first > row.held + 1) { // R17
                row.held = parcel.first - 1;
                row.head = parcel.before;
            }
            for (std::size_t i = 0; i < parcel.bodies.size(); ++i) {
                if (parcel.first + i <= row.held)
                    continue;
                const auto outcome = must(m_core.apply(row, parcel.bodies[i], chain[i]));
                if (outcome.outcome != core::Outcome::applied)
                    reply.outcomes.push_back(outcome);
            }
        }
        reply.receipt = seal::signReceipt(key, epoch, row.replica, row.held, row.head);
        reply.serverTime = time;
        return reply;
    }
    [[nodiscard]] core::PullReply pull(const core::PullRequest& request, const Tablet& to, std::size_t budget)
    {
        const auto row = *must(m_store.replica(to.replica));
        core::PullReply reply;
        reply.epoch = epoch;
        reply.held = row.held;
        reply.heldHash = row.head;
        reply.withdrawn = must(m_store.withdrawn());
        for (const auto& pending : must(m_store.pendingOf(to.replica)))
            reply.quarantined.push_back({pending.dot.number, core::Outcome::quarantined, pending.reason});
        reply.granted = granted;
        reply.serverTime = time;
        for (const auto& id : granted) {
            core::PartitionCursor cursor;
            cursor.partition = id;
            for (const auto& known : request.cursors)
                if (known.partition == id)
                    cursor = known;
            reply.frames.push_back(must(m_core.frame(cursor, budget)));
            reply.more = reply.more || !reply.frames.back().atHead;
        }
        return reply;
    }
    // What a server has for a replica that holds nothing: everything granted, as segments.
    struct Offer {
        core::SegmentManifest manifest;
        std::map<Hash, std::string> segments;
    };
    [[nodiscard]] Offer offer(std::size_t rowsPerSegment)
    {
        Offer made;
        std::vector<wire::SegmentRow> rows;
        made.manifest.epoch = epoch;
        for (const auto& id : granted) {
            const auto row = must(m_store.partition(id));
            for (auto& [feed, record] : must(m_store.feed(id, 0, 1'000'000)))
                rows.push_back({made.manifest.partitions.size(), std::move(record)});
            made.manifest.partitions.push_back({id, row.sequence, row.chain, must(m_core.baseOf(row))});
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::tie(a.partition, a.record.root, a.record.record) <
                   std::tie(b.partition, b.record.root, b.record.record);
        });
        for (std::size_t at = 0; at < rows.size(); at += rowsPerSegment) {
            const std::vector<wire::SegmentRow> some(
                rows.begin() + static_cast<std::ptrdiff_t>(at),
                rows.begin() + static_cast<std::ptrdiff_t>(std::min(at + rowsPerSegment, rows.size())));
            auto bytes = wire::encodeSegment(some);
            made.manifest.segments.push_back({seal::segmentHash(bytes), static_cast<std::uint32_t>(bytes.size()),
                                              static_cast<std::uint32_t>(some.size())});
            made.segments.emplace(made.manifest.segments.back().hash, std::move(bytes));
        }
        made.manifest.signature = seal::signManifest(key, made.manifest);
        return made;
    }
    [[nodiscard]] core::PullReply replyWith(const Offer& offered, const Tablet& to)
    {
        auto reply = pull({}, to, 1);
        reply.frames.clear();
        reply.manifests = {offered.manifest};
        return reply;
    }
    // What it asks for, cut after `budget` bytes.
    [[nodiscard]] static std::vector<core::SegmentPart> partsOf(const Offer& offered, const core::SegmentRequest& asked)
    {
        std::vector<core::SegmentPart> parts;
        std::size_t left = asked.budget;
        for (const auto& want : asked.wants) {
            auto bytes = offered.segments.at(want.hash).substr(want.offset, left);
            left -= bytes.size();
            if (!bytes.empty())
                parts.push_back({want, std::move(bytes)});
        }
        return parts;
    }
    void pushAll(Tablet& tablet)
    {
        const auto request = must(tablet.store->nextPush(tablet.sign));
        must(tablet.store->storeReceipt(push(request, tablet), key.publicKey()));
    }
    void pullAll(Tablet& tablet, std::size_t budget = 1 << 20)
    {
        for (bool more = true; more;) {
            const auto reply = pull(must(tablet.store->nextPull(32768)), tablet, budget);
            must(tablet.store->applyPull(reply));
            more = reply.more;
        }
    }
    void sync(Tablet& tablet)
    {
        pushAll(tablet);
        pullAll(tablet);
    }
    // A backup, and the server put back to it: another epoch.
    [[nodiscard]] sim::MapServerStore backUp() const { return m_store; }
    void putBack(const sim::MapServerStore& backup)
    {
        m_store = backup;
        m_random.fill(epoch.bytes);
    }
    [[nodiscard]] core::DonationReply donate(const core::DonationRequest& request, const Tablet& from)
    {
        for (const auto& frame : request.frames)
            for (auto row : frame.rows) {
                for (auto& reg : row.registers)
                    reg.exceptions.merge(frame.vector);
                must(m_core.donate(row, from.replica));
            }
        for (const auto& dot : request.withdrawn)
            must(m_core.donateWithdrawn(dot));
        const auto row = *must(m_store.replica(from.replica));
        return {seal::signReceipt(key, epoch, row.replica, row.held, row.head), time};
    }
    void heal(Tablet& tablet, std::uint32_t budget = 32768)
    {
        must(tablet.store->adoptEpoch(donate({}, tablet), key.publicKey()));
        while (must(tablet.store->isDonating())) {
            const auto part = must(tablet.store->nextDonation(budget));
            must(tablet.store->donated(part, donate(part.request, tablet), key.publicKey()));
        }
    }
    // What a server does for a replica whose id lives in two bodies: another id, and each change that was not taken once.
    [[nodiscard]] wire::RestampReply restamp(const wire::RestampAsk& ask, const Tablet& from, ReplicaId fresh)
    {
        auto old = *must(m_store.replica(from.replica));
        old.frozen = true;
        must(m_store.putReplica(old));
        wire::RestampReply reply;
        reply.replica = fresh;
        reply.serverTime = time;
        for (auto number = ask.from; number <= std::min(ask.last(), old.held); ++number) {
            const auto entry = must(m_store.archived({old.replica, number}));
            if (number == 0 || (entry && entry->chain == ask.chain.at(number - ask.from)))
                reply.shared = number;
        }
        must(m_store.putReplica({fresh, from.user, ask.last(), {}, {}, false}));
        m_keys[fresh] = ask.key;
        reply.signature = seal::signRestampGrant(key, reply.grant(from.replica, ask));
        return reply;
    }
    [[nodiscard]] wire::RestampedReply takeRestamped(const core::PushRequest& push, const Tablet& from)
    {
        wire::RestampedReply reply;
        for (const auto& parcel : push.parcels) {
            must(seal::verifyParcel(m_keys.at(from.replica), parcel));
            core::ReplicaRow row{parcel.replica, from.user, 0, {}, {}, false};
            if (const auto known = must(m_store.replica(parcel.replica)))
                row = *known;
            core::ChangeOutcome outcome{1, core::Outcome::applied, {}};
            if (row.held == 0)
                outcome = must(m_core.apply(row, parcel.bodies.front(), seal::chainOf(parcel).front()));
            else if (row.head != parcel.head)
                throw std::runtime_error("another change under a derived id");
            reply.answers.push_back(
                {seal::signReceipt(key, epoch, row.replica, row.held, row.head).signature, outcome});
        }
        reply.serverTime = time;
        return reply;
    }
    void release(const Dot& dot) { must(m_core.release(dot)); }
    void withdraw(const Dot& dot) { must(m_core.withdraw(dot)); }
    [[nodiscard]] Hash stateHash(const PartitionId& id)
    {
        auto records = must(m_store.feed(id, 0, 1'000'000));
        std::sort(records.begin(), records.end(),
                  [](const auto& a, const auto& b) { return a.second.record < b.second.record; });
        std::string input;
        for (const auto& [feed, record] : records)
            core::appendStateHashInput(input, record);
        return seal::blake2b(input);
    }

private:
    [[nodiscard]] core::ServerPorts ports()
    {
        return {[](std::string_view body) { return wire::decodeChangeset(body); },
                [](const Hash& chain, RecordId record, std::uint64_t sequence, std::string_view registers) {
                    return seal::feedHash(chain, record, sequence, registers);
                },
                [this](const core::Changeset& changeset, const core::RecordChange&, const PartitionId&) {
                    return suspicious && suspicious(changeset) ? suspicion : core::QuarantineReason::none;
                },
                [](std::uint32_t, const RegisterKey& reg) { return !reg.element.empty(); }};
    }

    SeededRandom m_random;
    sim::MapServerStore m_store;
    std::map<ReplicaId, seal::PublicSignKey> m_keys;

public:
    seal::SignKey key;
    EpochId epoch;
    Millis time{1'790'000'000'000};
    std::vector<PartitionId> granted{village()};
    std::function<bool(const core::Changeset&)> suspicious;
    core::QuarantineReason suspicion{core::QuarantineReason::notAllowed}; // what it says of those

private:
    core::ServerCore m_core;
};

} // namespace lianxin::test
