// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/merge_world.hpp"

#include <memory>

namespace lianxin::sim::engine {

class Ground;

// Histories of the second layer: real engine, stores, codecs, signatures and server over virtual time and a virtual network.
class EngineLayer {
public:
    enum class Kind : std::uint8_t {
        plain,
        grants, // families move, areas and tablets are taken and given back
        marks   // backups are announced, and tablets let go of what lies there
    };
    explicit EngineLayer(Kind kind);
    ~EngineLayer();
    [[nodiscard]] SeedResult run(std::uint64_t seed, std::ostream* trace);

private:
    std::unique_ptr<Ground> m_ground; // made with the first history
    Kind m_kind;
};

} // namespace lianxin::sim::engine
