// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oracle.hpp"
#include "tablet_model.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::sim {

// Who and what a seeded world is made of.
inline constexpr int kRecords = 3;
inline constexpr int kRegisters = 4; // 10, 11 single; 12/1, 12/2 elements of a set

inline RegisterKey keyOf(int reg)
{
    return reg < 2 ? RegisterKey{static_cast<std::uint32_t>(10 + reg), ""} : RegisterKey{12, std::to_string(reg - 1)};
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

inline PartitionId partitionOf(int record)
{
    return *PartitionId::parse(record % 2 == 0 ? "v:350128001201" : "v:350128001202");
}

struct OpenForm {
    std::map<OracleKey, core::Context> pasts;
    std::map<OracleKey, DotSet> truths;
};

// A frame on its way, with what the oracle knew when the server made it.
struct Reply {
    core::Frame frame;
    std::vector<Dot> withdrawn;
    std::shared_ptr<const OracleState> truth;
    std::uint64_t held{0};
};

struct Tablet {
    explicit Tablet(int i) : index(i), model(replicaId(i)) {}
    int index;
    TabletModel model;
    OracleState received;
    std::vector<OpenForm> forms;
    std::vector<std::pair<PartitionId, Reply>> late;
    std::uint64_t cursorSeen[2]{0, 0};
};

} // namespace lianxin::sim
