// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/tablet_carry.hpp"
#include "tests/simulation/engine/history.hpp"
#include "tests/simulation/engine/sim_office.hpp"

#include <set>

namespace lianxin::sim::engine {

// Whoever carries for others in a history: an office, and tablets that meet. Questions and answers are lost, doubled and come again after days, the
// office dies and loses its disk, a colleague never arrives anywhere. What each is allowed to believe is worked out here from signatures that were
// really given; only the province's receipts move a word to the province.
class Carriers {
public:
    struct Watch {
        std::function<void()> serverChanged;
        std::function<void(SimTablet&)> tabletChanged;
    };
    // `mayBeOn`: with restores, moves and grants that are taken nobody carries yet: what a carrier may believe then is played by nobody.
    Carriers(History& history, Watch watch, const std::string& place, std::uint64_t seed, bool mayBeOn);

    void step(); // one thing that happens, in histories with carriers
    void judge(SimTablet& tablet) const;
    void settle(); // all that is carried arrives
    void atRest() const;

private:
    using Numbers = std::map<int, std::set<std::uint64_t>>; // of each author, that somebody signed for
    // Who takes: answers a question, or nothing when it died under it.
    using Taker = std::function<std::optional<wire::CarryReply>(const wire::CarryRequest&, const carry::Asked&)>;

    [[nodiscard]] SimTablet& anyTablet();
    [[nodiscard]] bool isCalm(const SimTablet& tablet) const; // nothing of it is under way: its counters are in order
    [[nodiscard]] carry::TabletCarry carryOf(SimTablet& tablet) const;
    void handOver(SimTablet& tablet, carry::TabletCarry::Carriers kind, const Taker& taker);
    void toOffice(SimTablet& tablet);
    void meet(SimTablet& one, SimTablet& other);
    void bring(SimTablet& tablet);
    void forward();
    void presentOld();
    void presentForged(SimTablet& tablet);
    void touchOffice();
    [[nodiscard]] std::optional<wire::CarryReply> officeTakes(const wire::CarryRequest& request,
                                                              const carry::Asked& asked);
    [[nodiscard]] std::optional<wire::CarryReply> tabletTakes(SimTablet& tablet, const wire::CarryRequest& request,
                                                              const carry::Asked& asked);
    // To the real province, and what that means for the oracle.
    [[nodiscard]] std::optional<wire::CarryReply> atProvince(wire::CarryRequest request, const seal::SignKey& key,
                                                             ReplicaId id, std::uint64_t counter);
    void learn();
    void noteSigned(Numbers& numbers, const wire::CarryRequest& request, const wire::CarryReply& reply);
    void heard(SimTablet& tablet, const wire::CarryReply& reply, const std::function<Result<void>()>& store);
    void judgeOffice() const;
    [[nodiscard]] int indexOf(ReplicaId replica) const;

    History& m;
    Watch m_watch;
    bool m_isOn;
    std::unique_ptr<SimOffice> m_office;
    Numbers m_byOffice, m_byTablets;
    std::vector<seal::CarriedLabel> m_taken; // that the office signed for since it has this disk
    std::vector<std::string> m_old;          // envelopes of some time ago
    std::uint64_t m_counters{0};
};

} // namespace lianxin::sim::engine
