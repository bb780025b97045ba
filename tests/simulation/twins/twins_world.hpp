// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/merge_world.hpp"

#include <memory>

namespace lianxin::sim {

namespace engine {
class Ground;
}

// Histories in which tablets are cloned and put back from images, with everything that ships on both sides. Their judge knows nothing of ids:
// each written value is its own name, and the truth is what the forms showed.
class TwinsLayer {
public:
    TwinsLayer();
    ~TwinsLayer();
    [[nodiscard]] SeedResult run(std::uint64_t seed, std::ostream* trace);

private:
    std::unique_ptr<engine::Ground> m_ground;
};

} // namespace lianxin::sim
