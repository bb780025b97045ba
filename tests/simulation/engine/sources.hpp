// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <utility>

// Virtual time and seeded chance: all that a history knows of the world.
namespace lianxin::sim::engine {

class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

// What is to happen, in order of virtual time; what is due at once happens in the order in which it was said.
class VirtualTime {
public:
    [[nodiscard]] Millis now() const { return m_now; }
    [[nodiscard]] bool isEmpty() const { return m_due.empty(); }
    [[nodiscard]] Millis nextAt() const { return m_due.begin()->first; }
    void after(Millis delay, std::function<void()> what) { m_due.emplace(m_now + delay, std::move(what)); }
    void wait(Millis time) { m_now += time; }
    void runNext()
    {
        auto node = m_due.extract(m_due.begin());
        m_now = std::max(m_now, node.key());
        node.mapped()();
    }

private:
    Millis m_now{0};
    std::multimap<Millis, std::function<void()>> m_due;
};

// A wall clock over virtual time. People set it wrong by years, forwards and backwards.
class JumpyClock final : public Clock {
public:
    explicit JumpyClock(const VirtualTime& time) : m_time(time) {}
    [[nodiscard]] Millis now() const override { return kStart + m_time.now() + m_offset + m_ticks; }
    void jump(Millis offset) { m_offset = offset; }
    void tick() { ++m_ticks; } // tells two moments of one millisecond apart

private:
    static constexpr Millis kStart = 1'790'000'000'000; // September 2026
    const VirtualTime& m_time;
    Millis m_offset{0};
    Millis m_ticks{0};
};

// What the simulation itself relies on, outside of any history.
template <typename T> T must(Result<T> result)
{
    if (!result) {
        std::cerr << errcName(result.error().code) << ": " << result.error().detail << std::endl;
        std::abort();
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace lianxin::sim::engine
