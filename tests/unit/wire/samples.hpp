// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <algorithm>
#include <string>

namespace lianxin::test {

// Seeded messages of every shape that the protocol allows, small ones mostly.
class Samples {
public:
    explicit Samples(std::uint64_t seed) : m_random(seed), m_key(seal::SignKey::generate(m_random))
    {
        for (auto& replica : m_replicas)
            replica = m_random.id<ReplicaId>();
        for (auto& user : m_users)
            user = m_random.id<UserId>();
    }

    SeededRandom& random() { return m_random; }
    const seal::SignKey& key() const { return m_key; }
    ReplicaId replica() { return m_replicas[m_random.below(m_replicas.size())]; }
    UserId user() { return m_users[m_random.below(m_users.size())]; }

    core::Context context()
    {
        core::Context context;
        for (auto n = m_random.below(4); n > 0; --n) {
            const auto first = m_random.below(3) == 0 ? 1 + m_random.below(50) : 1;
            context.addRange(replica(), first, first + m_random.below(40));
        }
        return context;
    }

    Value value()
    {
        switch (m_random.below(8)) {
        case 0: return Value::null();
        case 1: return Value::fromInt(static_cast<std::int64_t>(m_random.next()));
        case 2: return Value::fromBool(m_random.below(2) == 0);
        case 3: return *Value::fromCanonical("{\"12\":\"a\\\\b\",\"13\":[1,-2,{}]}");
        case 4: return Value::fromText(std::string(m_random.below(3000), 'A')); // an envelope, say
        case 5: return Value::fromText("tab\t quote\" \xe5\xae\xb6 \xf0\xac\xad\x8e");
        default: return Value::fromText("13800000" + std::to_string(m_random.below(1000)));
        }
    }

    RegisterKey registerKey()
    {
        RegisterKey key;
        key.number = static_cast<std::uint32_t>(m_random.below(40) + 1);
        if (m_random.below(4) == 0)
            key.element = m_random.below(2) == 0 ? std::to_string(m_random.below(30)) : m_random.id<RecordId>().text();
        return key;
    }

    PartitionId partition()
    {
        if (m_random.below(4) == 0)
            return PartitionId::forCase(m_random.id<RecordId>());
        return *PartitionId::parse("v:35012800120" + std::to_string(m_random.below(10)));
    }

    core::Changeset changeset(std::uint64_t number = 1)
    {
        core::Changeset c;
        c.dot = {m_replicas[0], number};
        c.user = m_users[0];
        c.catalogue = static_cast<std::uint32_t>(m_random.below(5));
        c.scopeGeneration = m_random.below(9);
        c.deviceTime = 1'790'000'000'000 + static_cast<std::int64_t>(m_random.below(1'000'000'000)) -
                       (m_random.below(9) == 0 ? 1'800'000'000'000 : 0);
        c.hlc = c.deviceTime * 65536 + static_cast<std::int64_t>(m_random.below(3));
        c.clockOffset = static_cast<std::int64_t>(m_random.below(2000)) - 1000;
        if (m_random.below(3) == 0)
            c.why = "\xe6\x90\xac\xe5\xae\xb6";
        for (auto n = m_random.below(3) + 1; n > 0; --n)
            c.pasts.push_back(context());
        for (auto n = m_random.below(3) + 1; n > 0; --n)
            c.changes.push_back(change(c.pasts.size()));
        std::sort(c.changes.begin(), c.changes.end(), [](const auto& a, const auto& b) { return a.record < b.record; });
        return c;
    }

    core::RecordChange change(std::size_t pasts)
    {
        core::RecordChange change;
        change.record = m_random.id<RecordId>();
        change.root = m_random.below(2) == 0 ? change.record : m_random.id<RecordId>();
        change.type = static_cast<std::uint32_t>(m_random.below(30) + 1);
        change.partition = partition();
        for (auto n = m_random.below(6) + 1; n > 0; --n)
            change.writes.push_back({registerKey(), value(), static_cast<std::uint32_t>(m_random.below(pasts))});
        auto& writes = change.writes;
        std::sort(writes.begin(), writes.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        writes.erase(
            std::unique(writes.begin(), writes.end(), [](const auto& a, const auto& b) { return a.key == b.key; }),
            writes.end());
        return change;
    }

    core::Parcel parcel(std::uint64_t first, const Hash& before, std::size_t count)
    {
        core::Parcel p;
        p.replica = m_replicas[0];
        p.first = first;
        p.before = before;
        p.seed = seal::makeSeed(m_random);
        for (std::size_t i = 0; i < count; ++i)
            p.bodies.push_back(wire::encodeChangeset(changeset(first + i)));
        p.head = seal::chainOf(p).back();
        p.signature = seal::signParcel(m_key, p);
        return p;
    }

    core::PushRequest push()
    {
        core::PushRequest request;
        request.epoch = m_random.id<EpochId>();
        request.acknowledged = m_random.below(3) == 0 ? 0 : m_random.below(1000);
        if (request.acknowledged > 0)
            request.acknowledgedHash = m_random.id<Hash>();
        auto first = request.acknowledged + 1;
        auto before = request.acknowledgedHash;
        for (auto n = m_random.below(4); n > 0; --n) {
            if (m_random.below(5) == 0)
                first += 3; // not contiguous: says so explicitly
            if (m_random.below(5) == 0)
                before = m_random.id<Hash>();
            request.parcels.push_back(parcel(first, before, m_random.below(3) + 1));
            first = request.parcels.back().last() + 1;
            before = request.parcels.back().head;
        }
        return request;
    }

    core::Head head()
    {
        const auto dot = Dot{replica(), m_random.below(90) + 1};
        // One dot, one user and clock: as real changesets give.
        return {dot, m_users[dot.replica.bytes[0] % m_users.size()],
                (1'790'000'000'000 + static_cast<std::int64_t>(dot.number)) * 65536, value()};
    }

    core::RegisterState registerState()
    {
        core::RegisterState reg;
        reg.key = registerKey();
        for (auto n = m_random.below(3); n > 0; --n)
            reg.heads.push_back(head());
        auto& heads = reg.heads;
        std::sort(heads.begin(), heads.end(), [](const auto& a, const auto& b) { return a.dot < b.dot; });
        heads.erase(
            std::unique(heads.begin(), heads.end(), [](const auto& a, const auto& b) { return a.dot == b.dot; }),
            heads.end());
        if (m_random.below(4) == 0)
            reg.exceptions = context();
        if (m_random.below(4) == 0) {
            reg.note.emplace();
            if (m_random.below(2) == 0)
                reg.note->before = head();
            if (m_random.below(2) == 0)
                reg.note->whys.emplace_back(Dot{replica(), 4}, "why");
        }
        return reg;
    }

    core::RecordState row(const PartitionId& filed)
    {
        core::RecordState row;
        row.record = m_random.id<RecordId>();
        row.root = m_random.below(2) == 0 ? row.record : m_random.id<RecordId>();
        row.type = static_cast<std::uint32_t>(m_random.below(30) + 1);
        row.partition = filed;
        for (auto n = m_random.below(5); n > 0; --n) {
            auto reg = registerState();
            row.at(reg.key) = reg;
        }
        return row;
    }

    core::PullRequest pull()
    {
        core::PullRequest request;
        request.epoch = m_random.id<EpochId>();
        for (char digit = '0'; digit < '9'; ++digit) {
            if (m_random.below(2) == 0)
                continue;
            core::PartitionCursor cursor{
                *PartitionId::parse(std::string("v:35012800120") + digit), m_random.below(100), 0, {}};
            if (cursor.sequence > 0)
                cursor.chain = m_random.id<Hash>();
            cursor.consistent = m_random.below(3) == 0 ? cursor.sequence / 2 : cursor.sequence;
            request.cursors.push_back(cursor);
        }
        if (m_random.below(2) == 0)
            request.budget = static_cast<std::uint32_t>(m_random.below(1U << 22U));
        request.wantsMark = m_random.below(3) == 0;
        return request;
    }

    core::PullReply reply(const core::PullRequest& asked)
    {
        core::PullReply reply;
        reply.epoch = m_random.below(5) == 0 ? m_random.id<EpochId>() : asked.epoch;
        reply.held = m_random.below(100);
        if (reply.held > 0)
            reply.heldHash = m_random.id<Hash>();
        for (auto n = m_random.below(3); n > 0; --n)
            reply.withdrawn.push_back({replica(), m_random.below(50) + 1});
        if (m_random.below(3) == 0)
            reply.quarantined.push_back(
                {m_random.below(50) + 1, core::Outcome::quarantined, core::QuarantineReason::notAllowed});
        reply.scopeGeneration = m_random.below(9);
        for (const auto& cursor : asked.cursors)
            if (m_random.below(5) > 0)
                reply.granted.push_back(cursor.partition);
        for (const auto& granted : reply.granted)
            if (m_random.below(2) == 0)
                reply.frames.push_back(frame(granted, asked));
        if (m_random.below(3) == 0)
            reply.frames.push_back(frame(PartitionId::forCase(m_random.id<RecordId>()), asked));
        reply.more = m_random.below(2) == 0;
        reply.serverTime = 1'790'000'000'000;
        if (asked.wantsMark && m_random.below(3) > 0)
            reply.backup =
                core::BackupMark{m_random.below(reply.held + 1), m_random.id<Hash>(),
                                 static_cast<Millis>(m_random.below(1U << 30U)), m_random.id<core::Signature>()};
        return reply;
    }

    core::Frame frame(const PartitionId& partition, const core::PullRequest& asked)
    {
        core::Frame frame;
        frame.partition = partition;
        for (const auto& cursor : asked.cursors)
            if (cursor.partition == partition) {
                frame.from = cursor.sequence;
                frame.chain = cursor.chain;
            }
        const auto rows = m_random.below(4);
        frame.to = frame.from + rows;
        if (rows > 0)
            frame.chain = m_random.id<Hash>();
        frame.atHead = m_random.below(2) == 0;
        frame.vector = context();
        for (std::size_t i = 0; i < rows; ++i)
            frame.rows.push_back(row(partition));
        return frame;
    }

private:
    SeededRandom m_random;
    seal::SignKey m_key;
    std::array<ReplicaId, 6> m_replicas;
    std::array<UserId, 3> m_users;
};

inline bool equal(const core::Parcel& a, const core::Parcel& b)
{
    return a.replica == b.replica && a.first == b.first && a.before == b.before && a.seed == b.seed &&
           a.bodies == b.bodies && a.head == b.head && a.signature == b.signature && a.remains == b.remains;
}

inline bool equal(const core::PushRequest& a, const core::PushRequest& b)
{
    return a.epoch == b.epoch && a.acknowledged == b.acknowledged && a.acknowledgedHash == b.acknowledgedHash &&
           std::equal(a.parcels.begin(), a.parcels.end(), b.parcels.begin(), b.parcels.end(),
                      [](const auto& x, const auto& y) { return equal(x, y); });
}

inline bool equal(const core::RecordState& a, const core::RecordState& b)
{
    return a.record == b.record && a.root == b.root && a.type == b.type && a.partition == b.partition &&
           a.registers == b.registers;
}

inline bool equal(const core::Frame& a, const core::Frame& b)
{
    return a.partition == b.partition && a.from == b.from && a.to == b.to && a.chain == b.chain &&
           a.atHead == b.atHead && a.vector == b.vector &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const auto& x, const auto& y) { return equal(x, y); });
}

inline bool equal(const core::PullReply& a, const core::PullReply& b)
{
    return a.epoch == b.epoch && a.held == b.held && a.heldHash == b.heldHash && a.withdrawn == b.withdrawn &&
           a.quarantined == b.quarantined && a.scopeGeneration == b.scopeGeneration && a.granted == b.granted &&
           a.more == b.more && a.backup == b.backup && a.serverTime == b.serverTime &&
           std::equal(a.frames.begin(), a.frames.end(), b.frames.begin(), b.frames.end(),
                      [](const auto& x, const auto& y) { return equal(x, y); });
}

} // namespace lianxin::test
