// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "tests/simulation/engine/ground.hpp"
#include "tests/simulation/engine/sources.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace lianxin::sim::engine {

// An office's relay: the carrier and the shelf that ship, over a real encrypted file. It dies, starts again, and loses its disk.
class SimOffice {
public:
    SimOffice(const Ground& ground, std::string file, const VirtualTime& time, const store::CarryLimits& limits);
    ~SimOffice();

    void kill();
    void restart();
    void loseDisk(); // the machine is replaced: its keys were in a safe, its file was not
    // Runs something that writes; with `atWrite` above 0 the process dies at that write. True when it died; it is up again then.
    [[nodiscard]] bool runMortal(int atWrite, const std::function<void()>& what);

    [[nodiscard]] carry::Carrier& carrier() { return *m_carrier; }
    [[nodiscard]] store::CarryShelf& shelf() { return *m_shelf; }
    [[nodiscard]] std::vector<seal::CarriedLabel> labels(); // of all that lies there
    [[nodiscard]] std::uint64_t nextCounter() { return ++m_counter; }
    void letPausesPass() { m_clock.jump(m_pause += kPause); }

private:
    static constexpr Millis kPause = 3'600'000;
    void open();
    void drop();

    const Ground& m_ground;
    std::string m_file;
    store::CarryLimits m_limits;
    JumpyClock m_clock;
    Millis m_pause{0};
    std::uint64_t m_counter{0};
    std::unique_ptr<store::Database> m_database;
    std::optional<store::CarryShelf> m_shelf;
    std::optional<carry::Carrier> m_carrier;
};

} // namespace lianxin::sim::engine
