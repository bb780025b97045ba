// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <initializer_list>
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
    std::uint64_t below(std::uint64_t limit)
    {
        assert(limit > 0);
        return next() % limit;
    }
    int range(int first, int last)
    {
        return first + static_cast<int>(below(static_cast<std::uint64_t>(last - first) + 1));
    }
    bool chance(double probability) { return unit() < probability; }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    // Which of the weights; they need not add up to one.
    std::size_t weighted(std::initializer_list<double> weights)
    {
        double total = 0;
        for (const double weight : weights)
            total += weight;
        double at = unit() * total;
        std::size_t index = 0;
        for (const double weight : weights) {
            if (at < weight || index + 1 == weights.size())
                break;
            at -= weight;
            ++index;
        }
        return index;
    }
    double normal(double mean, double deviation)
    {
        const auto radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return mean + deviation * radius * std::cos(6.283185307179586 * unit());
    }
    // A normal draw again and again until it lies inside: truncated, not heaped up at the ends.
    double normalWithin(double mean, double deviation, double low, double high)
    {
        for (;;)
            if (const double drawn = normal(mean, deviation); drawn >= low && drawn <= high)
                return drawn;
    }
    double logNormal(double median, double deviation) { return median * std::exp(normal(0, deviation)); }
    // Marsaglia and Tsang's method, for shapes from 1 up.
    double gamma(double shape, double scale)
    {
        const double d = shape - 1.0 / 3.0;
        const double c = 1.0 / std::sqrt(9.0 * d);
        for (;;) {
            const double x = normal(0, 1);
            const double v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
            if (v > 0 && std::log(1.0 - unit()) < 0.5 * x * x + d - d * v + d * std::log(v))
                return d * v * scale;
        }
    }
    // Knuth's method; means stay small here.
    unsigned poisson(double mean)
    {
        const double limit = std::exp(-mean);
        unsigned count = 0;
        double product = 1.0 - unit();
        while (product > limit) {
            product *= 1.0 - unit();
            ++count;
        }
        return count;
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
