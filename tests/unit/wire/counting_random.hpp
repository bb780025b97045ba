// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

namespace lianxin::test {

// 0, 1, 2, ... 255, 0, ...: what PROTOCOL.md calls the counting source.
class CountingRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = m_next++;
    }

private:
    std::uint8_t m_next{0};
};

} // namespace lianxin::test
