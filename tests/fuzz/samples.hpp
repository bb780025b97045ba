// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/wire/changeset_codec.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>

// Small valid protocol objects for the seeds.
namespace lianxin::fuzz {

class CountingRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = m_next += 37;
    }

private:
    std::uint8_t m_next{1};
};

template <typename Id> Id filled(std::uint8_t start)
{
    Id id;
    for (auto& byte : id.bytes)
        byte = start++;
    return id;
}

inline PartitionId village() { return *PartitionId::parse("v:350128001201"); }

inline core::Changeset changeset(std::uint64_t number)
{
    core::Changeset made;
    made.dot = {filled<ReplicaId>(1), number};
    made.user = filled<UserId>(2);
    made.catalogue = 1;
    made.scopeGeneration = 3;
    made.hlc = 1'760'000'000'000LL << 16;
    made.deviceTime = 1'760'000'000'000;
    made.clockOffset = -250;
    made.why = "\xe7\x94\xb5\xe8\xaf\x9d";
    core::Context past;
    past.addRange(filled<ReplicaId>(1), 1, 4);
    past.addRange(filled<ReplicaId>(9), 2, 3);
    made.pasts = {core::Context{}, past};
    core::RecordChange change;
    change.record = filled<RecordId>(20);
    change.root = filled<RecordId>(20);
    change.type = 13;
    change.partition = village();
    const auto write = [&](std::uint32_t reg, std::string element, Value value, std::uint32_t index) {
        change.writes.push_back({{reg, std::move(element)}, std::move(value), index});
    };
    write(1, {}, Value::fromText(village().text()), 0);
    write(12, {}, Value::fromText("199 0000 0001"), 1);
    write(52, std::to_string(11), Value::fromBool(true), 0);
    made.changes.push_back(std::move(change));
    return made;
}

inline core::Parcel parcel()
{
    core::Parcel made;
    made.replica = filled<ReplicaId>(1);
    made.first = 5;
    made.before = filled<Hash>(7);
    made.seed = filled<core::BlindingSeed>(8);
    made.bodies = {wire::encodeChangeset(changeset(5)), wire::encodeChangeset(changeset(6))};
    made.head = filled<Hash>(9);
    made.signature = filled<core::Signature>(10);
    return made;
}

inline core::RecordState record()
{
    core::RecordState made;
    made.record = filled<RecordId>(20);
    made.root = filled<RecordId>(20);
    made.type = 13;
    made.partition = village();
    core::RegisterState reg;
    reg.key = {12, ""};
    reg.heads = {{{filled<ReplicaId>(1), 5}, filled<UserId>(2), 1LL << 40, Value::fromText("a")},
                 {{filled<ReplicaId>(9), 2}, filled<UserId>(3), 1LL << 41, Value::fromText("b")}};
    reg.exceptions.add({filled<ReplicaId>(9), 2});
    reg.feed = 17;
    reg.note = core::ConflictNote{reg.heads.front(), {{reg.heads.back().dot, "why"}}};
    made.registers = {reg};
    return made;
}

inline core::PullRequest pullRequest()
{
    core::PullRequest made;
    made.epoch = filled<EpochId>(4);
    made.cursors = {{village(), 16, 16, filled<Hash>(5)}, {PartitionId::directory(), 0, 0, Hash{}}};
    return made;
}

} // namespace lianxin::fuzz
