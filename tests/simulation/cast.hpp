// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oracle.hpp"
#include "small_world.hpp"
#include "tablet_model.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::sim {

// One register in an open form: what it showed, in the tablet's own words and in the oracle's.
struct Opened {
    core::Context past;
    DotSet seen;
};

using OpenForm = ForEachRegister<Opened>;

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
