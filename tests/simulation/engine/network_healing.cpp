// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the network that learns what comes of donations, and what a new epoch does to a tablet's books.
#include "tests/simulation/engine/network.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

Network::Given Network::givenBy(const SimTablet& tablet) const
{
    auto& province = m.server->province();
    auto rows = must(province.store().database().statement(
        "SELECT rows, passed, done FROM donor WHERE replica = ?1 AND epoch = ?2"));
    rows.bindId(1, tablet.who.replica).bindId(2, province.epoch());
    Given given;
    if (must(rows.step()))
        given = {rows.intAt(0), rows.intAt(1), rows.intAt(2) != 0};
    return given;
}

// Whatever became of the answer: the server's own note says whether it took this part. What that means for values, the oracle works out: the
// union of what both sides reflect.
void Network::learnDonation(const Call& call, const Given& before)
{
    auto& tablet = call.tablet;
    const auto after = givenBy(tablet);
    if (after == before)
        return;
    ++m.result.donations;
    if (after.passed != before.passed)
        return m.violated("G1 the server passed over what T" + std::to_string(tablet.index) + " gave back");
    traceDonation(call);
    auto& gave = m_gave[{tablet.index, call.donation.epoch}];
    std::vector<OracleDot> shown;
    for (const auto& frame : call.donation.frames)
        for (auto row : frame.rows) {
            row.partition = frame.partition;
            learnRow(tablet, row, gave, shown);
        }
    m.changed();
    // R14: all of it, and not only what nobody else would bring.
    if (after.done)
        for (const auto& [key, reg] : tablet.received)
            if (!reg.applied.empty() && !gave.contains(key))
                m.violated("G1 T" + std::to_string(tablet.index) + " keeps record " + std::to_string(key.first) +
                           " to itself");
    for (const auto& [record, place] : tablet.stubs)
        if (after.done && !gave.contains({record, kPlaceRegister}))
            m.violated("G1 T" + std::to_string(tablet.index) + " keeps to itself where record " +
                       std::to_string(record) + " went");
    for (const auto& dot : shown)
        learnProof(dot);
    for (const auto& dot : call.donation.withdrawn)
        learnWithdrawn(dot);
}

// What it waits for is somebody else's word; until then it changes nothing.
void Network::learnRow(const SimTablet& tablet, const core::RecordState& row, std::set<OracleKey>& gave,
                       std::vector<OracleDot>& shown)
{
    const auto record = static_cast<int>(std::ranges::find(m.records, row.record) - m.records.begin());
    if (record == kRecords)
        return;
    const auto waiting = must(m.server->province().donation().waiting().all());
    for (int reg = 0; reg < kRegisters; ++reg) {
        const auto* given = row.find(keyOf({record, reg}));
        if (given == nullptr)
            continue;
        const auto known = knownOf(tablet, {record, reg}, *given);
        if (known.applied.empty() && !given->heads.empty())
            return m.violated("G1 T" + std::to_string(tablet.index) + " gives what it never had");
        gave.insert({record, reg});
        const auto kept = std::ranges::find_if(waiting, [&](const auto& one) {
            const auto* there = one.state.find(given->key);
            return one.donor == tablet.who.replica && one.state.record == row.record &&
                   one.state.partition == row.partition && there != nullptr && there->heads == given->heads;
        });
        if (kept != waiting.end()) {
            auto& waits = m.waiting[kept->number];
            waits.record = record;
            waits.donor = kept->donor;
            waits.known[{record, reg}].join(known);
            for (const auto& head : given->heads)
                waits.shown.push_back(m.truthOf(head.dot));
            m.detail("waits: " + std::to_string(record) + "." + given->key.text());
            continue;
        }
        m.oracle.donated({record, reg}, known);
        for (const auto& head : given->heads)
            shown.push_back(m.truthOf(head.dot));
    }
}

// What the tablet's state of this register reflects; of a location it may have two, in its row and in the stub.
OracleRegister Network::knownOf(const SimTablet& tablet, OracleKey key, const core::RegisterState& given) const
{
    DotSet heads;
    for (const auto& head : given.heads)
        heads.insert(m.truthOf(head.dot));
    OracleRegister known;
    if (const auto row = tablet.received.find(key); row != tablet.received.end())
        known = row->second;
    const auto stub = tablet.stubs.find(key.first);
    if (key.second != kPlaceRegister || stub == tablet.stubs.end() || !isFamily(key.first))
        return known;
    if (known.heads() != heads)
        return stub->second;
    if (stub->second.heads() == heads)
        known.join(stub->second);
    return known;
}

// What the server does not keep aside any more counts from here on.
void Network::learnWaiting()
{
    if (m.waiting.empty())
        return;
    std::set<std::int64_t> there;
    for (const auto& one : must(m.server->province().donation().waiting().all()))
        there.insert(one.number);
    for (auto one = m.waiting.begin(); one != m.waiting.end();) {
        if (there.contains(one->first)) {
            ++one;
            continue;
        }
        m.note("what was given of record " + std::to_string(one->second.record) + " waits no more");
        for (const auto& [key, reg] : one->second.known)
            m.oracle.donated(key, reg);
        m.changed();
        for (const auto& dot : one->second.shown)
            learnProof(dot);
        one = m.waiting.erase(one);
    }
}

void Network::traceDonation(const Call& call) const
{
    if (m.trace == nullptr)
        return;
    for (const auto& frame : call.donation.frames)
        for (const auto& row : frame.rows)
            for (const auto& reg : row.registers) {
                const auto record = std::ranges::find(m.records, row.record) - m.records.begin();
                std::string heads;
                for (const auto& head : reg.heads)
                    heads += m.textOf({m.truthOf(head.dot)});
                m.detail("gives " + std::to_string(record) + "." + reg.key.text() + ": " + heads);
            }
    for (const auto& dot : call.donation.withdrawn)
        m.detail("gives withdrawn " + m.textOf({m.truthOf(dot)}));
}

// R44: what somebody was shown had been released.
void Network::learnProof(OracleDot dot)
{
    if (dot.first < 0)
        return;
    const Dot named{m.ground.person(dot.first).replica, dot.second};
    const bool wasPending = m.pending.erase(dot) > 0;
    const bool wasWithdrawn = std::erase(m.withdrawn, named) > 0;
    if ((wasPending || wasWithdrawn) && dot.second <= m.held[static_cast<std::size_t>(dot.first)])
        m.applied(dot);
}

// R43: applied wins over withdrawn.
void Network::learnWithdrawn(const Dot& named)
{
    if (std::find(m.withdrawn.begin(), m.withdrawn.end(), named) != m.withdrawn.end())
        return;
    const auto dot = m.truthOf(named);
    const bool isHeld = dot.second <= m.held[static_cast<std::size_t>(dot.first)];
    if ((isHeld && m.pending.count(dot) == 0) || m.isHead(dot))
        return;
    m.pending.erase(dot);
    m.withdrawn.push_back(named);
}

void Network::noteEpoch(SimTablet& tablet)
{
    const auto state = must(tablet.store->syncState());
    if (state.epoch == tablet.epoch)
        return;
    m.note("T" + std::to_string(tablet.index) + " begins a new epoch, received up to " +
           std::to_string(state.receipt ? state.receipt->held : 0));
    tablet.epoch = state.epoch;
    tablet.receipted = state.receipt ? state.receipt->held : 0;
    tablet.cursors.clear();
    tablet.taken.clear();
    // Of what nothing but own words lies here the new server may not know yet.
    std::erase_if(tablet.given, [&](const PartitionId& partition) {
        return std::ranges::none_of(tablet.received, [&](const auto& entry) {
            return !entry.second.applied.empty() && m.homeOn(tablet, entry.first.first) == partition;
        });
    });
    std::erase_if(tablet.heldBack, [&](std::uint64_t number) { return number > tablet.receipted; });
}

} // namespace lianxin::sim::engine
