// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oracle.hpp"
#include "sync/core/messages.hpp"

#include <array>
#include <string>
#include <utility>

namespace lianxin::sim {

// Who and what a seeded world is made of.
inline constexpr int kRecords = 3;
inline constexpr int kRegisters = 4; // 10, 11 single; 12/1, 12/2 elements of a set

inline const RegisterKey& keyOf(int reg)
{
    static const std::array<RegisterKey, kRegisters> kKeys{RegisterKey{10, ""}, RegisterKey{11, ""},
                                                           RegisterKey{12, "1"}, RegisterKey{12, "2"}};
    return kKeys[static_cast<std::size_t>(reg)];
}

inline RecordId recordId(int record)
{
    RecordId id;
    id.bytes[15] = static_cast<std::uint8_t>(record + 1);
    return id;
}

inline ReplicaId replicaId(int tablet)
{
    ReplicaId id;
    id.bytes[7] = static_cast<std::uint8_t>(tablet + 1);
    return id;
}

inline UserId userId(int tablet)
{
    UserId id;
    id.bytes[15] = static_cast<std::uint8_t>(100 + tablet);
    return id;
}

inline const PartitionId& partitionOf(int record)
{
    static const std::array<PartitionId, 2> kVillages{*PartitionId::parse("v:350128001201"),
                                                      *PartitionId::parse("v:350128001202")};
    return kVillages[static_cast<std::size_t>(record) % 2];
}

inline OracleKey keyFor(const RecordId& record, const RegisterKey& key)
{
    return {record.bytes[15] - 1,
            key.element.empty() ? static_cast<int>(key.number) - 10 : key.element.front() - '0' + 1};
}

// One thing for each register of the world.
template <typename Thing> class ForEachRegister {
public:
    [[nodiscard]] Thing& at(OracleKey key) { return m_things[placeOf(key)]; }
    [[nodiscard]] const Thing& at(OracleKey key) const { return m_things[placeOf(key)]; }

private:
    static std::size_t placeOf(OracleKey key) { return static_cast<std::size_t>(key.first * kRegisters + key.second); }
    std::array<Thing, static_cast<std::size_t>(kRecords) * kRegisters> m_things{};
};

} // namespace lianxin::sim
