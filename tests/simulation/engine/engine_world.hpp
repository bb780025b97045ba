// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/merge_world.hpp"

#include <memory>

namespace lianxin::sim::engine {

class Ground;

// What a history has beside what all have.
enum class Mix {
    plain,   // pictures, and a server that is put back
    grants,  // families that move, grants that are taken and given back
    healing, // families that move, and a server that is put back
    marks,   // backups that are announced, and tablets that let go of what lies there
};

// Histories of the second layer: real engine, stores, codecs, signatures and server over virtual time and a virtual network.
class EngineLayer {
public:
    explicit EngineLayer(Mix mix);
    ~EngineLayer();
    [[nodiscard]] SeedResult run(std::uint64_t seed, std::ostream* trace);

private:
    std::unique_ptr<Ground> m_ground; // made with the first history
    Mix m_mix;
};

} // namespace lianxin::sim::engine
