// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/sim_office.hpp"

#include "tests/unit/store/faulty_vfs.hpp"

#include <filesystem>

namespace lianxin::sim::engine {

namespace faulty = test::faulty;

SimOffice::SimOffice(const Ground& ground, std::string file, const VirtualTime& time, const store::CarryLimits& limits)
    : m_ground(ground), m_file(std::move(file)), m_limits(limits), m_clock(time)
{
    open();
}

SimOffice::~SimOffice() { drop(); }

void SimOffice::open()
{
    const auto& office = m_ground.office();
    m_database = must(store::Database::open(m_file, office.fileKey));
    must(m_database->migrate({store::carryShelfTables()}));
    m_shelf.emplace(*m_database, m_limits);
    m_carrier.emplace(carry::Carrier::Parts{*m_shelf, office.key, office.certificate, m_ground.trust(), m_clock, {}});
}

void SimOffice::drop()
{
    m_carrier.reset();
    m_shelf.reset();
    m_database.reset();
}

// Closing must not tidy up what a dead process would have left.
void SimOffice::kill()
{
    faulty::arm(faulty::Fault::io, 1);
    drop();
    faulty::disarm();
    open();
}

void SimOffice::restart()
{
    drop();
    open();
}

void SimOffice::loseDisk()
{
    drop();
    for (const auto* tail : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(m_file + tail, ignored);
    }
    open();
}

bool SimOffice::runMortal(int atWrite, const std::function<void()>& what)
{
    if (atWrite > 0)
        faulty::arm(faulty::Fault::io, atWrite);
    what();
    const bool died = atWrite > 0 && faulty::fired();
    faulty::disarm();
    if (died)
        kill();
    return died;
}

std::vector<seal::CarriedLabel> SimOffice::labels()
{
    std::vector<seal::CarriedLabel> found;
    auto rows = must(m_database->statement("SELECT replica, epoch, first, last, head FROM carried"));
    while (must(rows.step())) {
        seal::CarriedLabel label;
        label.replica = must(rows.idAt<ReplicaId>(0));
        label.epoch = must(rows.idAt<EpochId>(1));
        label.first = rows.numberAt(2);
        label.last = rows.numberAt(3);
        label.head = must(rows.idAt<Hash>(4));
        found.push_back(label);
    }
    return found;
}

} // namespace lianxin::sim::engine
