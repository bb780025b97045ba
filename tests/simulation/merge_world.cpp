// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge_world.hpp"

#include "bodies.hpp"
#include "judge.hpp"

#include <functional>
#include <memory>
#include <ostream>
#include <random>

namespace lianxin::sim {

namespace {

class World {
public:
    World(std::uint64_t seed, std::ostream* trace) : m_random(seed), m_trace(trace), m_core(m_store, ports())
    {
        m_quarantinePercent = pick(3) == 0 ? 35 : pick(12);
        const int tablets = 2 + pick(3);
        for (int i = 0; i < tablets; ++i) {
            m_tablets.push_back(std::make_unique<Tablet>(i));
            core::ReplicaRow row;
            row.replica = replicaId(i);
            row.user = userId(i);
            (void)m_store.putReplica(row);
        }
    }

    SeedResult run()
    {
        // Mostly short ones: nearly every bug needs few steps, and many short histories meet more of them than a few long ones.
        const int steps = 10 + pick(1 + pick(100));
        for (int i = 0; i < steps && m_result.violation.empty(); ++i) {
            step();
            look();
        }
        if (m_result.violation.empty())
            m_judge.everyStep();
        settle();
        return m_result;
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(below)); }

    void note(const std::string& line)
    {
        for (const char c : line)
            m_result.traceHash = (m_result.traceHash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        if (m_trace)
            *m_trace << line << '\n';
    }
    void violated(const std::string& what)
    {
        if (m_result.violation.empty())
            m_result.violation = what;
        note("VIOLATION " + what);
    }
    void must(const Result<void>& result)
    {
        if (!result)
            violated("core said " + result.error().detail);
    }

    core::ServerPorts ports()
    {
        core::ServerPorts ports;
        ports.decode = [this](std::string_view body) { return m_bodies.decode(body); };
        ports.feedHash = &feedHash;
        ports.check = [this](const core::Changeset&, const core::RecordChange&, const PartitionId&) {
            return m_hold ? core::QuarantineReason::notAllowed : core::QuarantineReason::none;
        };
        ports.isSetElement = [](std::uint32_t, const RegisterKey& key) { return !key.element.empty(); };
        return ports;
    }

    // At what the step can have changed. The rest is what it was when it was looked at, and everything is looked at again in the end.
    void look()
    {
        if (m_serverMoved)
            m_judge.afterServer();
        if (m_received)
            m_judge.afterTablet(*m_moved);
        else if (m_moved != nullptr)
            m_judge.afterSave(*m_moved, m_wrote);
    }

    void step()
    {
        auto& tablet = *m_tablets[static_cast<std::size_t>(pick(static_cast<int>(m_tablets.size())))];
        const int what = pick(100);
        m_received = what >= 70 && what < 95;
        m_moved = what >= 15 && what < 95 ? &tablet : nullptr;
        m_serverMoved = what >= 95 || (what >= 50 && what < 70);
        m_wrote.clear();
        if (what < 15)
            open(tablet);
        else if (what < 50)
            edit(tablet);
        else if (what < 70)
            push(tablet, pick(4) == 0);
        else if (what < 92)
            pull(tablet);
        else if (what < 95)
            lateReply(tablet);
        else if (what < 97)
            compact();
        else
            decide();
    }

    Opened shownAt(const Tablet& tablet, OracleKey key) const
    {
        return {tablet.model.shown(partitionOf(key.first), key).past,
                m_oracle.shown(tablet.index, key, tablet.received).seen()};
    }

    OpenForm formOf(const Tablet& tablet) const
    {
        OpenForm form;
        for (int record = 0; record < kRecords; ++record)
            for (int reg = 0; reg < kRegisters; ++reg)
                form.at({record, reg}) = shownAt(tablet, {record, reg});
        return form;
    }

    void open(Tablet& tablet) // changes nothing on the tablet
    {
        tablet.forms.push_back(formOf(tablet)); // saved later: R9 says the past is that of the opening
        note("T" + std::to_string(tablet.index) + " opens a form");
    }

    void edit(Tablet& tablet)
    {
        std::optional<OpenForm> form; // opened earlier, or only for this: what it shows is looked up where it writes
        if (!tablet.forms.empty() && pick(2) == 0) {
            form = std::move(tablet.forms.back());
            tablet.forms.pop_back();
        }
        core::Changeset changeset;
        const auto number = tablet.model.own().size() + 1;
        changeset.dot = {replicaId(tablet.index), number};
        changeset.user = userId(tablet.index);
        changeset.hlc = core::Hlc{1000} + pick(100000); // clocks are wrong, on purpose
        OracleChangeset truth;
        for (int record = 0; record < kRecords; ++record) {
            if (pick(2) == 0 && !(record == kRecords - 1 && changeset.changes.empty()))
                continue;
            core::RecordChange change{recordId(record), recordId(record), 1, partitionOf(record), {}};
            for (int reg = 0; reg < kRegisters; ++reg)
                if (pick(3) == 0 || (reg == kRegisters - 1 && change.writes.empty()))
                    write(changeset, change, truth, form ? form->at({record, reg}) : shownAt(tablet, {record, reg}),
                          {record, reg});
            changeset.changes.push_back(std::move(change));
        }
        for (const auto& [key, write] : truth.writes)
            m_wrote.push_back(key);
        tablet.model.save(changeset);
        m_bodies.put(std::move(changeset));
        m_oracle.saved({tablet.index, number}, std::move(truth));
        ++m_result.edits;
        note("T" + std::to_string(tablet.index) + " saves " + std::to_string(number));
    }

    void write(core::Changeset& changeset, core::RecordChange& change, OracleChangeset& truth, Opened opened,
               OracleKey key)
    {
        const int value = keyOf(key.second).element.empty() ? pick(4) : pick(2);
        const auto shownValue = keyOf(key.second).element.empty() ? Value::fromInt(value) : Value::fromBool(value == 1);
        changeset.pasts.push_back(std::move(opened.past));
        change.writes.push_back(
            {keyOf(key.second), shownValue, static_cast<std::uint32_t>(changeset.pasts.size() - 1)});
        truth.writes[key] = {std::move(opened.seen), value};
    }

    void push(Tablet& tablet, bool replyLost)
    {
        // A run of own changesets from the first that the tablet believes unacknowledged: repeats are the rule, not the exception.
        const auto& own = tablet.model.own();
        const auto from = tablet.model.acknowledged();
        if (from == own.size())
            return;
        const auto to = from + 1 + static_cast<std::uint64_t>(pick(static_cast<int>(own.size() - from)));
        const bool loses = losesPower(from, to);
        m_store.mayLosePower(loses);
        must(m_store.begin());
        auto row = *m_store.replica(replicaId(tablet.index)).value();
        const auto backup = loses ? std::optional(m_oracle.server()) : std::nullopt;
        const auto heldBefore = row.held;
        std::string outcome;
        for (auto number = from + 1; number <= to; ++number) {
            if (number <= row.held)
                continue; // R11: the same receipt again
            m_hold = pick(100) < m_quarantinePercent;
            const auto result = m_core.apply(row, Bodies::nameOf(own[number - 1].dot), Hash{});
            if (!result)
                return violated("apply: " + result.error().detail);
            const OracleDot dot{tablet.index, number};
            if (result->outcome == core::Outcome::quarantined) {
                m_oracle.changeset(dot).quarantined = true;
                ++m_result.quarantined;
            } else {
                m_oracle.applied(dot);
            }
            if (result->outcome == core::Outcome::conflicted)
                ++m_result.conflicts;
            outcome += std::to_string(static_cast<int>(result->outcome));
        }
        if (pick(12) == 0) { // power cut at the server before the commit
            m_store.rollback();
            m_oracle.putBack(*backup);
            for (auto number = std::max(from, heldBefore) + 1; number <= to; ++number)
                m_oracle.changeset({tablet.index, number}).quarantined = false;
            note("server loses power in mid-push");
            return;
        }
        must(m_store.commit());
        m_truth.reset();
        if (!replyLost)
            tablet.model.acknowledge(row.held);
        note("T" + std::to_string(tablet.index) + " pushes to " + std::to_string(to) + " " + outcome +
             (replyLost ? " reply lost" : ""));
    }

    // Whether the dice will say so at the end of this push: keeping what was before costs more than all the rest.
    bool losesPower(std::uint64_t from, std::uint64_t to)
    {
        auto ahead = m_random;
        const auto& tablet = *m_moved;
        const auto held = m_store.replica(replicaId(tablet.index)).value()->held;
        if (to > std::max(from, held))
            ahead.discard(to - std::max(from, held));
        return ahead() % 12 == 0;
    }

    // What the server had applied when it answered; the same for all answers until it applies more.
    const std::shared_ptr<const OracleState>& truth()
    {
        if (!m_truth)
            m_truth = std::make_shared<const OracleState>(m_oracle.server());
        return m_truth;
    }

    Reply answer(Tablet& tablet, const PartitionId& partition)
    {
        Reply reply;
        const std::size_t budget = pick(3) == 0 ? 100000 : 1 + static_cast<std::size_t>(pick(200));
        auto frame = m_core.frame(tablet.model.cursorOf(partition), budget);
        if (!frame)
            violated("frame: " + frame.error().detail);
        else
            reply.frame = std::move(*frame);
        reply.withdrawn = *m_store.withdrawn();
        reply.truth = truth();
        reply.held = m_store.replica(replicaId(tablet.index)).value()->held;
        return reply;
    }

    void pull(Tablet& tablet)
    {
        const auto partition = m_partitions[static_cast<std::size_t>(pick(2))];
        auto reply = answer(tablet, partition);
        if (pick(5) == 0) { // late: it comes again, or only later
            tablet.late.emplace_back(partition, reply);
            if (pick(2) == 0)
                return;
        }
        receive(tablet, partition, reply);
    }

    void lateReply(Tablet& tablet)
    {
        if (tablet.late.empty())
            return;
        const auto [partition, reply] = tablet.late.back();
        tablet.late.pop_back();
        receive(tablet, partition, reply);
    }

    void receive(Tablet& tablet, const PartitionId& partition, const Reply& reply)
    {
        const auto before = tablet.model.cursor(partition);
        if (!tablet.model.apply(reply.frame, reply.withdrawn))
            return;
        tablet.model.acknowledge(reply.held);
        if (tablet.model.cursor(partition) < before)
            violated("I10 a cursor went back");
        for (const auto& gone : reply.withdrawn)
            if (gone.replica == replicaId(tablet.index))
                m_oracle.changeset({tablet.index, gone.number}).withdrawn = true;
        for (int record = 0; record < kRecords; ++record) {
            if (partitionOf(record) != partition)
                continue;
            for (int reg = 0; reg < kRegisters; ++reg) {
                const bool delivered =
                    std::any_of(reply.frame.rows.begin(), reply.frame.rows.end(), [&](const core::RecordState& row) {
                        return row.record == recordId(record) && row.find(keyOf(reg)) != nullptr;
                    });
                const auto truth = reply.truth->find({record, reg});
                if ((delivered || reply.frame.atHead) && truth != reply.truth->end())
                    tablet.received[{record, reg}] = truth->second;
            }
        }
        note("T" + std::to_string(tablet.index) + " pulls " + std::to_string(reply.frame.from) + ".." +
             std::to_string(reply.frame.to) + (reply.frame.atHead ? " head" : ""));
    }

    // I11: nobody may notice.
    void compact()
    {
        must(m_store.begin());
        for (const auto& partition : m_partitions)
            must(m_core.dropCovered(partition));
        must(m_store.commit());
        note("the server compacts");
    }

    void decide()
    {
        std::vector<Dot> waiting;
        for (const auto& tablet : m_tablets)
            for (const auto& entry : *m_store.pendingOf(replicaId(tablet->index)))
                waiting.push_back(entry.dot);
        if (waiting.empty())
            return;
        const auto dot = waiting[static_cast<std::size_t>(pick(static_cast<int>(waiting.size())))];
        settleQuarantine(dot, pick(2) == 0);
    }

    void settleQuarantine(const Dot& dot, bool release)
    {
        const OracleDot truth{dot.replica.bytes[7] - 1, dot.number};
        if (release) {
            must(m_core.release(dot));
            m_oracle.applied(truth);
            m_truth.reset();
        } else {
            must(m_core.withdraw(dot));
            m_oracle.changeset(truth).quarantined = false;
        }
        note(std::string(release ? "release " : "withdraw ") + std::to_string(truth.first) + "/" +
             std::to_string(truth.second));
    }

    // I17 and I1: with a good link everything goes quiet and everybody holds the same.
    void settle()
    {
        m_quarantinePercent = 0;
        while (m_result.violation.empty()) {
            std::vector<Dot> waiting;
            for (auto& tablet : m_tablets) {
                tablet->late.clear();
                m_moved = tablet.get();
                for (int i = 0; tablet->model.acknowledged() < tablet->model.own().size() && i < 1000; ++i)
                    push(*tablet, false);
                for (const auto& entry : *m_store.pendingOf(replicaId(tablet->index)))
                    waiting.push_back(entry.dot);
            }
            if (waiting.empty())
                break;
            settleQuarantine(waiting.front(), pick(2) == 0);
        }
        for (auto& tablet : m_tablets)
            for (const auto& partition : m_partitions)
                for (int i = 0; i < 1000; ++i) {
                    const auto reply = answer(*tablet, partition);
                    receive(*tablet, partition, reply);
                    if (reply.frame.atHead && reply.frame.rows.empty())
                        break;
                }
        m_judge.everyStep();
        m_judge.atRest();
    }

    std::mt19937_64 m_random;
    std::ostream* m_trace;
    Bodies m_bodies;
    MapServerStore m_store;
    core::ServerCore m_core;
    Oracle m_oracle;
    std::vector<PartitionId> m_partitions{partitionOf(0), partitionOf(1)};
    std::vector<std::unique_ptr<Tablet>> m_tablets;
    int m_quarantinePercent{0};
    bool m_hold{false};
    std::shared_ptr<const OracleState> m_truth;
    const Tablet* m_moved{nullptr}; // by the last step
    bool m_received{false}, m_serverMoved{false};
    std::vector<OracleKey> m_wrote;
    SeedResult m_result;
    Judge m_judge{m_store, m_oracle, m_tablets, [this](const std::string& what) { violated(what); }};
};

} // namespace

SeedResult runMergeSeed(std::uint64_t seed, std::ostream* trace) { return World(seed, trace).run(); }

} // namespace lianxin::sim
