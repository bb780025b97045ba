// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/engine_judge.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>
#include <set>

namespace lianxin::sim::engine {

std::string EngineJudge::nameOf(OracleKey key)
{
    return std::string(kPlan[key.first].type) + std::to_string(key.first) + "." + keyOf(key).text();
}

bool EngineJudge::inConflict(OracleKey key, const OracleRegister& truth)
{
    std::set<int> values;
    for (const auto& dot : truth.heads())
        values.insert(truth.applied.at(dot).value);
    return !isElement(key) && values.size() > 1;
}

bool EngineJudge::sameHeads(const std::string& where, OracleKey key, const Heads* heads,
                            const OracleRegister& truth) const
{
    DotSet shown;
    for (const auto& head : heads != nullptr ? *heads : Heads{})
        shown.insert(m.truthOf(head.dot));
    const auto wanted = truth.heads();
    if (shown != wanted) {
        m.violated("I2 I3 I4 " + where + " " + nameOf(key) + " has " + m.textOf(shown) + "should have " +
                   m.textOf(wanted));
        return false;
    }
    for (const auto& head : heads != nullptr ? *heads : Heads{})
        if (head.value != m.valueOf(key, truth.applied.at(m.truthOf(head.dot)).value)) {
            m.violated("I2 " + where + " " + nameOf(key) + " holds another value than was written");
            return false;
        }
    return true;
}

void EngineJudge::server() const
{
    auto& store = m.server->province().store();
    for (int record = 0; record < kRecords && !m.failed(); ++record) {
        const auto stored = must(store.record(m.records[static_cast<std::size_t>(record)]));
        if (stored && stored->partition != m.partitionIn(m.oracle.server(), record))
            m.violated("R20 the server files " + nameOf({record, 0}) + " in " + stored->partition.text());
        for (int reg = 0; reg < kRegisters; ++reg)
            serverRegister({record, reg}, stored ? stored->find(keyOf({record, reg})) : nullptr);
    }
    std::set<OracleDot> pending;
    for (const auto* tablets : {&m.tablets, &m.lost})
        for (const auto& tablet : *tablets) {
            const auto row = must(store.replica(tablet->who.replica));
            if (row->held != m.held[static_cast<std::size_t>(tablet->index)])
                m.violated("I5 the server counts " + std::to_string(row->held) + " of T" +
                           std::to_string(tablet->index));
            if (row->frozen)
                m.violated("I14 T" + std::to_string(tablet->index) + " is taken for a clone");
            for (const auto& entry : must(store.pendingOf(tablet->who.replica)))
                pending.insert(m.truthOf(entry.dot));
        }
    if (pending != m.pending)
        m.violated("I2 in quarantine: " + m.textOf({pending.begin(), pending.end()}) + "should be " +
                   m.textOf({m.pending.begin(), m.pending.end()}));
}

void EngineJudge::serverRegister(OracleKey key, const core::RegisterState* reg) const
{
    static const OracleRegister kNothing;
    const auto found = m.oracle.server().find(key);
    const auto& truth = found == m.oracle.server().end() ? kNothing : found->second;
    if (!sameHeads("server", key, reg != nullptr ? &reg->heads : nullptr, truth) || reg == nullptr)
        return;
    if (inConflict(key, truth) != reg->note.has_value())
        return m.violated("I6 note of the server's " + nameOf(key));
    if (!reg->note || !reg->note->before)
        return;
    const auto before = m.truthOf(reg->note->before->dot);
    for (const auto& dot : truth.heads())
        if (truth.applied.at(dot).past.count(before) == 0)
            m.violated("I6 the note of the server's " + nameOf(key) + " names what a head had not seen");
}

void EngineJudge::tablet(SimTablet& tablet) const
{
    const auto sealed = outbox(tablet);
    for (int record = 0; record < kRecords && !m.failed(); ++record) {
        const auto view = tablet.store->view(m.records[static_cast<std::size_t>(record)]);
        if (!view && view.error().code != Errc::notFound)
            return m.violated("T" + std::to_string(tablet.index) + " cannot read: " + view.error().detail);
        if (tablet.isAway(record, m.homeOn(tablet, record))) {
            if (view)
                m.violated("I9 T" + std::to_string(tablet.index) + " still shows " + nameOf({record, 0}));
            continue;
        }
        if (tablet.purged.contains(record))
            continue; // granted again, and not here again yet as it is
        for (int reg = 0; reg < kRegisters; ++reg)
            tabletRegister(tablet, {record, reg}, view ? &*view : nullptr);
    }
    if (!m.failed())
        books(tablet);
    if (!m.failed() && must(tablet.store->counts()).sealed != sealed)
        m.violated("I9 T" + std::to_string(tablet.index) + " keeps " +
                   std::to_string(must(tablet.store->counts()).sealed) + " records out of sight, should " +
                   std::to_string(sealed));
}

// Records that nobody may see on this tablet any more and that wait for a receipt. All others of theirs are gone by now.
std::uint64_t EngineJudge::outbox(SimTablet& tablet) const
{
    std::uint64_t sealed = 0;
    for (int record = 0; record < kRecords; ++record) {
        if (!tablet.isAway(record, m.homeOn(tablet, record)))
            continue;
        const bool waits = m.wroteUnpushed(tablet, record);
        sealed += waits;
        if (waits)
            continue;
        notePurged(tablet, record);
        std::erase_if(tablet.received, [&](const auto& entry) { return entry.first.first == record; });
    }
    return sealed;
}

// Of each word it is decided once, but for a row that had come back in between.
void EngineJudge::notePurged(SimTablet& tablet, int record) const
{
    const bool wasHere = tablet.purged.insert(record).second;
    for (const auto& [dot, changeset] : m.oracle.changesets()) {
        const auto first = changeset.writes.lower_bound({record, 0});
        if (dot.first != tablet.index || dot.second > tablet.receipted || first == changeset.writes.end() ||
            first->first.first != record)
            continue;
        auto& gone = tablet.purgedWords.emplace(std::pair(record, dot.second), !tablet.heldBack.contains(dot.second))
                         .first->second;
        gone = gone || (wasHere && !tablet.heldBack.contains(dot.second));
    }
}

void EngineJudge::tabletRegister(const SimTablet& tablet, OracleKey key, const store::RecordView* view) const
{
    const auto where = "T" + std::to_string(tablet.index);
    const auto truth = m.shownOn(tablet, key);
    const auto* reg = view != nullptr ? view->find(keyOf(key)) : nullptr;
    if (!sameHeads(where, key, reg != nullptr ? &reg->heads : nullptr, truth) || reg == nullptr)
        return;
    const bool conflict = inConflict(key, truth);
    if (reg->conflict != conflict)
        return m.violated("I6 " + where + " " + nameOf(key) + (conflict ? " hides" : " shows") + " a difference");
    if (isElement(key) && !reg->heads.empty()) {
        const auto heads = truth.heads();
        const bool present = std::any_of(heads.begin(), heads.end(),
                                         [&](const auto& dot) { return truth.applied.at(dot).value % 2 == 1; });
        if (reg->value.isTrue() != present)
            m.violated("R34 " + where + " " + nameOf(key));
    }
    // What the server sent with its state must be there while nothing of our own lies on top.
    const auto stored = tablet.received.find(key);
    if (conflict && stored != tablet.received.end() && stored->second.heads() == truth.heads() && !reg->note)
        m.violated("I6 " + where + " " + nameOf(key) + " lost the note beside a difference");
}

// Numbers and places: what is on its way, what is safe, how far each feed was read.
void EngineJudge::books(SimTablet& tablet) const
{
    const auto where = "T" + std::to_string(tablet.index);
    const auto state = must(tablet.store->syncState());
    const auto counts = must(tablet.store->counts());
    if (state.saved != tablet.saved)
        m.violated("I2 " + where + " has saved " + std::to_string(state.saved) + " of " + std::to_string(tablet.saved));
    if (state.acknowledged != std::max(tablet.receipted, state.trimmed))
        m.violated("I5 " + where + " says received up to " + std::to_string(state.acknowledged) + ", receipts say " +
                   std::to_string(tablet.receipted));
    const bool isBehind =
        state.epoch != m.server->province().epoch(); // of a server that was put back: it does not know yet
    if (!isBehind && tablet.receipted > m.held[static_cast<std::size_t>(tablet.index)])
        m.violated("I5 " + where + " says received for what the server does not have");
    // Who is granted nothing, has sent everything and purged everything lets go of its log, and of what it says of it (PROTOCOL.md 8.3).
    if (tablet.granted && tablet.granted->empty() && tablet.receipted == tablet.saved && counts.heldBack == 0)
        tablet.letGo = tablet.saved;
    // The last number stays, and with it what the province says of it.
    const auto isLast = tablet.letGo > 0 && tablet.heldBack.contains(tablet.letGo) ? 1U : 0U;
    const auto heldBack =
        static_cast<std::uint64_t>(std::distance(tablet.heldBack.upper_bound(tablet.letGo), tablet.heldBack.end()));
    if (counts.heldBack < heldBack || counts.heldBack > heldBack + isLast)
        m.violated("I2 " + where + " says held back of " + std::to_string(counts.heldBack) + ", should of " +
                   std::to_string(heldBack));
    for (const auto& partition : must(tablet.store->partitions())) {
        auto& seen = tablet.cursors[partition.partition];
        if (partition.cursor < seen)
            m.violated("I10 " + where + " went back to " + std::to_string(partition.cursor) + " of " +
                       partition.partition.text().substr(0, 14));
        seen = partition.cursor;
    }
    const auto phase = tablet.runner->state().phase;
    const bool heals = must(tablet.store->isDonating()) || isBehind;
    if (phase == core::Phase::forked || (phase == core::Phase::recovering && !heals) ||
        (phase == core::Phase::refused && !tablet.garbled))
        m.violated(where + " stands still for no reason, phase " + std::to_string(static_cast<int>(phase)));
}

void EngineJudge::atRest() const
{
    server();
    for (const auto& tablet : m.tablets) {
        this->tablet(*tablet);
        if (m.failed())
            return;
        const auto where = "T" + std::to_string(tablet->index);
        const auto counts = must(tablet->store->counts());
        const auto trimmed = must(tablet->store->syncState()).trimmed;
        if (std::max(tablet->receipted, trimmed) != tablet->saved || counts.waiting != 0 ||
            !must(tablet->store->waiting()).empty())
            m.violated("I17 " + where + " still has something to send");
        // A regular question may be on its way; that nothing comes of it was seen before.
        const auto phase = tablet->runner->state().phase;
        if (phase != core::Phase::idle && phase != core::Phase::pulling)
            m.violated("I17 " + where + " is not idle but in phase " + std::to_string(static_cast<int>(phase)) +
                       (tablet->runner->trouble() ? ": " + tablet->runner->trouble()->detail : ""));
        const auto staged = must(tablet->store->segmentProgress());
        if (staged.missing != 0 || staged.ready != 0)
            m.violated("I17 " + where + " still keeps segments");
        // Frames would do the same, and hide that something is wrong with what an honest server made.
        for (const auto& entry : must(tablet->store->audit(100)))
            if (entry.kind == "segments dropped" && entry.detail != "not there any more" &&
                entry.detail != "a family moved meanwhile")
                m.violated("I11 " + where + " could not use honest segments: " + entry.detail);
        conflictsAtRest(*tablet);
        hashesAtRest(*tablet);
    }
    if (!m.pending.empty())
        m.violated("I2 a changeset was forgotten in quarantine");
}

// The second counsellor holds the case only once a changeset was accepted that names them.
bool EngineJudge::holdsNow(const SimTablet& tablet, int record) const
{
    return m.mayHold(tablet.index, record) &&
           (record != kCase || tablet.index == 2 || m.oracle.server().count({kCase, kCounsellorRegister}) > 0);
}

void EngineJudge::conflictsAtRest(const SimTablet& tablet) const
{
    std::set<std::string> wanted;
    std::set<std::string> listed;
    for (const auto& [key, truth] : m.oracle.server())
        if (holdsNow(tablet, key.first) && inConflict(key, truth))
            wanted.insert(m.records[static_cast<std::size_t>(key.first)].text() + keyOf(key).text());
    for (const auto& conflict : must(tablet.store->conflicts()))
        for (const auto& reg : conflict.registers)
            listed.insert(conflict.record.text() + reg.text());
    if (wanted != listed)
        m.violated("I6 I7 T" + std::to_string(tablet.index) + " lists " + std::to_string(listed.size()) +
                   " things to look at, should " + std::to_string(wanted.size()));
}

bool EngineJudge::isOnServer(int record) const
{
    const auto& server = m.oracle.server();
    const auto first = server.lower_bound({record, 0});
    return first != server.end() && first->first.first == record;
}

void EngineJudge::hashesAtRest(SimTablet& tablet) const
{
    for (int record = 0; record < kRecords; ++record) {
        const bool there = must(tablet.store->contains(m.records[static_cast<std::size_t>(record)]));
        if (there ? !m.mayHold(tablet.index, record) : holdsNow(tablet, record) && isOnServer(record))
            m.violated("I10 T" + std::to_string(tablet.index) + (there ? " holds " : " lacks ") +
                       kPlan[static_cast<std::size_t>(record)].type);
    }
    for (const auto& partition : must(tablet.store->partitions())) {
        if (!partition.granted)
            continue;
        std::string input;
        for (const auto& record : must(m.server->province().store().recordsOf(partition.partition)))
            core::appendStateHashInput(input, record);
        const auto hash = seal::blake2b(input);
        m.note("hash " + partition.partition.text().substr(0, 14) + " " + hash.text().substr(0, 8));
        if (must(tablet.store->stateHash(partition.partition)) != hash)
            m.violated("I1 T" + std::to_string(tablet.index) + " differs from the server in " +
                       partition.partition.text().substr(0, 14));
    }
    if (auto whole = tablet.store->verify(); !whole)
        m.violated("T" + std::to_string(tablet.index) + "'s file: " + whole.error().detail);
}

} // namespace lianxin::sim::engine
