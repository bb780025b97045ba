// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>

namespace lianxin::data {

// splitmix64 for seeding, xoshiro256** for drawing (both public domain algorithms by Blackman and Vigna). Every entity has its own stream,
// seed ^ hash(kind, index), so that the tenth family is the same family in a village of ten and in a county of two thousand.
class Stream final : public RandomSource {
public:
    Stream(std::uint64_t seed, std::string_view kind, std::uint64_t index)
    {
        std::uint64_t mixed = 0xcbf29ce484222325ULL;
        for (const char c : kind)
            mixed = (mixed ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
        std::uint64_t x = seed ^ (mixed + index * 0x9e3779b97f4a7c15ULL);
        for (auto& word : m_state)
            word = splitMix(x);
    }

    std::uint64_t next()
    {
        const auto result = std::rotl(m_state[1] * 5, 7) * 9;
        const auto t = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }
    // 0 <= result < below; the bias of the remainder is below 2^-50 here.
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    bool chance(double probability) { return unit() < probability; }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    double normal(double mean, double deviation)
    {
        const auto radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return mean + deviation * radius * std::cos(6.283185307179586 * unit());
    }
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(next() >> 56U);
    }

private:
    static std::uint64_t splitMix(std::uint64_t& x)
    {
        x += 0x9e3779b97f4a7c15ULL;
        auto z = x;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state[4]{};
};

} // namespace lianxin::data
