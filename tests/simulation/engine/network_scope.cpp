// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reply means for who may hold what: grants that came and went, families that left.
#include "tests/simulation/engine/network.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

void Network::tookGrants(SimTablet& tablet, const core::PullReply& said)
{
    tablet.given.insert(said.granted.begin(), said.granted.end());
    tablet.granted.emplace(said.granted.begin(), said.granted.end());
    // What the province applied of this tablet's words, it knows the place of.
    for (const auto& [dot, changeset] : m.oracle.changesets())
        if (dot.first == tablet.index && dot.second <= tablet.receipted && !tablet.heldBack.contains(dot.second) &&
            !changeset.withdrawn)
            for (const auto& write : changeset.writes)
                if (write.first.first != kCase)
                    tablet.given.insert(m.homeOn(tablet, write.first.first));
    for (const auto& partition : must(tablet.store->partitions()))
        if (!partition.granted)
            tablet.taken[partition.partition] = tablet.cursors[partition.partition] = 0;
}

// The forms of what went out of sight are closed, and of what was just being begun about it.
void Network::closeForms(SimTablet& tablet)
{
    std::erase_if(tablet.forms, [&](const OpenForm& form) {
        return std::ranges::any_of(form, [&](const OpenRecord& open) {
            const int root = kPlan[static_cast<std::size_t>(open.record)].root;
            return tablet.isAway(open.record, m.homeOn(tablet, open.record)) ||
                   tablet.isAway(root, m.homeOn(tablet, root));
        });
    });
}

// R20: what left this partition, and hangs on the root, goes where the stub says; of its words the stub brings the place only.
void Network::tookGone(SimTablet& tablet, const core::Frame& frame, const OracleState& truth)
{
    for (const auto& gone : frame.gone) {
        noteStub(tablet, gone.record, truth);
        for (int record = 0; record < kRecords; ++record) {
            const auto id = m.records[static_cast<std::size_t>(record)];
            if (m.rootOf(record) != gone.record || m.homeOn(tablet, record) != frame.partition)
                continue;
            const auto view = tablet.received.lower_bound({record, 0});
            const bool wasHere =
                (view != tablet.received.end() && view->first.first == record) || m.wroteHere(tablet, record);
            if (!wasHere)
                continue;
            tablet.home[record] = m.partitionIn(truth, record);
            tablet.left.insert(record);
            if (id == gone.record)
                if (const auto place = truth.find({record, kPlaceRegister}); place != truth.end())
                    tablet.received[{record, kPlaceRegister}] = place->second;
        }
    }
}

// R22: where a family went that may not be here is all that this tablet may keep of it.
void Network::noteStub(SimTablet& tablet, RecordId root, const OracleState& truth)
{
    const auto record = static_cast<int>(std::ranges::find(m.records, root) - m.records.begin());
    const auto place = truth.find({record, kPlaceRegister});
    if (!tablet.granted->contains(m.partitionIn(truth, record)) && place != truth.end())
        tablet.stubs[record].join(place->second);
}

// A family that is here again speaks for itself.
void Network::dropStubs(SimTablet& tablet)
{
    std::erase_if(tablet.stubs, [&](const auto& stub) {
        const auto here = tablet.received.lower_bound({stub.first, 0});
        return (here != tablet.received.end() && here->first.first == stub.first) || m.wroteHere(tablet, stub.first)
                   ? tablet.granted->contains(m.homeOn(tablet, stub.first))
                   : false;
    });
}

} // namespace lianxin::sim::engine
