// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/server_core.hpp"
#include "sync/core/server_run.hpp"

#include <algorithm>
#include <limits>

namespace lianxin::core {

ServerCore::ServerCore(ServerStore& store, ServerPorts ports) : m_store(store), m_ports(std::move(ports)) {}

Result<ChangeOutcome> ServerCore::apply(ReplicaRow& replica, std::string body, const Hash& chain)
{
    ArchivedChangeset entry;
    entry.dot = {replica.replica, replica.held + 1};
    entry.body = std::move(body);
    entry.chain = chain;

    // Whoever holds it now: nothing is lost, and nothing counts before a person has looked at it.
    if (replica.revoked)
        return quarantine(replica, std::move(entry), QuarantineReason::notAllowed);
    const auto decoded = m_ports.decode(entry.body);
    if (!decoded)
        return quarantine(replica, std::move(entry), QuarantineReason::malformed);
    if (decoded->dot != entry.dot || decoded->user != replica.user)
        return quarantine(replica, std::move(entry), QuarantineReason::foreignAuthor);

    LIANXIN_TRY(const auto gone, m_store.withdrawn());
    ChangeOutcome outcome{entry.dot.number, Outcome::applied, QuarantineReason::none};
    // R43: settled, perhaps in an epoch before.
    const bool isWithdrawn = std::find(gone.begin(), gone.end(), entry.dot) != gone.end();
    Run run{*decoded, replica, false, {}};
    if (!isWithdrawn) {
        LIANXIN_TRY(const auto reason, judge(run));
        if (reason != QuarantineReason::none)
            return quarantine(replica, std::move(entry), reason);
    }
    // The archive first: a conflict note reads its own changeset from there.
    LIANXIN_CHECK(m_store.archive(entry));
    if (!isWithdrawn) {
        LIANXIN_TRY(const auto conflicted, write(run));
        if (conflicted) {
            outcome.outcome = Outcome::conflicted;
            LIANXIN_CHECK(m_store.setArchiveState(entry.dot, outcome.outcome, outcome.reason, false));
        }
        replica.base.add(entry.dot.number); // R32: only after the last register
    }
    replica.held = entry.dot.number;
    replica.head = chain;
    LIANXIN_CHECK(m_store.putReplica(replica));
    return outcome;
}

// R36: archived and counted in `held`; nothing of it is applied, no value and no past. A hole in `base`.
Result<ChangeOutcome> ServerCore::quarantine(ReplicaRow& replica, ArchivedChangeset entry, QuarantineReason reason)
{
    entry.outcome = Outcome::quarantined;
    entry.reason = reason;
    entry.pending = true;
    LIANXIN_CHECK(m_store.archive(entry));
    replica.held = entry.dot.number;
    replica.head = entry.chain;
    LIANXIN_CHECK(m_store.putReplica(replica));
    return ChangeOutcome{entry.dot.number, Outcome::quarantined, reason};
}

Result<QuarantineReason> ServerCore::judge(Run& run)
{
    for (const auto& change : run.changeset.changes) {
        LIANXIN_TRY(const auto stored, m_store.filing(change.record));
        if (stored && (stored->root != change.root || stored->type != change.type))
            return QuarantineReason::foreignRoot; // D3: neither ever changes
        LIANXIN_TRY(const auto filed, filedIn(run, change));
        const auto reason = m_ports.check(run.changeset, change, filed);
        if (reason == QuarantineReason::none)
            continue;
        // R44: it was applied before the restore. Each change speaks for itself: one that anybody may write proves nothing of another.
        LIANXIN_TRY(const bool shown, isShown(run.changeset.dot, {change.record}));
        if (!shown)
            return reason;
    }
    return QuarantineReason::none;
}

Result<PartitionId> ServerCore::filedIn(const Run& run, const RecordChange& change)
{
    LIANXIN_TRY(const auto root, m_store.filing(change.root));
    if (root)
        return root->partition;
    for (const auto& other : run.changeset.changes) {
        if (other.record != change.root)
            continue;
        for (const auto& write : other.writes)
            if (write.key.number == kLocationRegister)
                if (const auto text = write.value.asText())
                    return PartitionId::parse(*text);
    }
    return change.partition;
}

Result<bool> ServerCore::write(Run& run)
{
    bool conflicted = false;
    for (const auto& change : run.changeset.changes) {
        LIANXIN_TRY(const auto one, writeRecord(run, change));
        conflicted = conflicted || one;
    }
    for (const auto& change : run.changeset.changes)
        if (change.record == change.root && std::ranges::any_of(change.writes, [](const Write& write) {
                return write.key == RegisterKey{kLocationRegister, {}};
            }))
            LIANXIN_CHECK(follow(run.partitions, change.root));
    LIANXIN_CHECK(putRows(run.partitions));
    return conflicted;
}

Result<bool> ServerCore::writeRecord(Run& run, const RecordChange& change)
{
    LIANXIN_TRY(const auto filed, filedIn(run, change));
    LIANXIN_TRY(auto stored, m_store.record(change.record));
    const bool isNew = !stored;
    RecordState record = stored ? std::move(*stored) : RecordState{change.record, change.root, change.type, filed, {}};
    bool conflicted = false;
    for (const auto& write : change.writes) {
        LIANXIN_TRY(const auto one, writeRegister(run, record, write));
        conflicted = conflicted || one;
    }
    LIANXIN_CHECK(m_store.addTouch(change.record, run.changeset.dot));
    LIANXIN_CHECK(publish(run, record, change));
    // Its author saw it where it is no more, or never was: a row that was made there must hear of it too. Not where they only say so.
    const bool hasSeen = change.partition != record.partition &&
                         (!m_ports.mayHaveSeen || m_ports.mayHaveSeen(run.changeset.user, change.partition));
    if (hasSeen) {
        LIANXIN_TRY(const bool left, m_store.hasLeft(change.partition, change.root));
        if (left || isNew)
            LIANXIN_CHECK(tellGone(run.partitions, change.partition, change.root));
    }
    return conflicted;
}

Result<bool> ServerCore::writeRegister(Run& run, RecordState& record, const Write& write)
{
    const auto& past = run.changeset.pasts.at(write.past);
    auto& reg = record.at(write.key);
    // The dot's own number is not in `base` yet (a new one: held + 1; a released one: a hole), so only exceptions can know it.
    const Head head{run.changeset.dot, run.changeset.user, run.changeset.hlc, write.value};
    const auto applied = applyWrite(reg.heads, reg.exceptions, head, past);
    reg.exceptions.merge(past);
    LIANXIN_TRY(reg.exceptions, beyondBase(run, reg.exceptions));
    reg.exceptions.remove(run.changeset.dot); // `base` takes it with the last register
    if (m_ports.isSetElement(record.type, write.key))
        return false;
    if (!differ(reg.heads)) {
        reg.note.reset();
        return false;
    }
    if (applied == Applied::written)
        LIANXIN_CHECK(noteConflict(record, reg));
    return true;
}

Result<Context> ServerCore::beyondBase(const Run& run, const Context& context)
{
    Context base;
    for (const auto& entry : context.entries()) {
        if (entry.replica == run.replica.replica) {
            base.merge(entry.replica, run.replica.base);
            continue;
        }
        LIANXIN_TRY(const auto row, m_store.replica(entry.replica));
        if (row)
            base.merge(entry.replica, row->base);
    }
    return context.without(base);
}

// Gives the record and its changed registers the next feed number; the list of replicas grows by the author and the pasts (R4).
Result<void> ServerCore::publish(Run& run, RecordState& record, const RecordChange& change)
{
    LIANXIN_TRY(auto* row, rowOf(run.partitions, record.partition));
    auto& partition = *row;
    const auto list = [&](ReplicaId id) {
        const auto place = std::lower_bound(partition.replicas.begin(), partition.replicas.end(), id);
        if (place == partition.replicas.end() || *place != id)
            partition.replicas.insert(place, id);
    };
    list(run.changeset.dot.replica);
    for (const auto& past : run.changeset.pasts)
        for (const auto& entry : past.entries())
            list(entry.replica);
    ++partition.sequence;
    std::vector<RegisterState> changed;
    for (const auto& write : change.writes) {
        auto& reg = record.at(write.key);
        reg.feed = partition.sequence;
        changed.push_back(reg);
    }
    partition.chain = m_ports.feedHash(partition.chain, record.record, partition.sequence, encodeRegisters(changed));
    LIANXIN_CHECK(m_store.putFeedChain(record.partition, partition.sequence, partition.chain));
    return m_store.putRecord(record, partition.sequence);
}

Result<Context> ServerCore::pastOf(const Dot& dot, RecordId record, const RegisterKey& key, std::string& why)
{
    LIANXIN_TRY(const auto entry, m_store.archived(dot));
    if (!entry)
        return Context{};
    LIANXIN_TRY(const auto changeset, m_ports.decode(entry->body));
    why = changeset.why;
    for (const auto& change : changeset.changes)
        if (change.record == record)
            for (const auto& write : change.writes)
                if (write.key == key)
                    return changeset.pasts.at(write.past);
    return Context{};
}

// What the register was before: the latest write that every head's author had seen. Read from the archive, only when heads differ.
Result<void> ServerCore::noteConflict(RecordState& record, RegisterState& reg)
{
    ConflictNote note;
    std::vector<Context> pasts;
    for (const auto& head : reg.heads) {
        std::string why;
        LIANXIN_TRY(auto past, pastOf(head.dot, record.record, reg.key, why));
        pasts.push_back(std::move(past));
        if (!why.empty())
            note.whys.emplace_back(head.dot, std::move(why));
    }
    LIANXIN_TRY(const auto touches, m_store.touches(record.record));
    for (const auto& dot : touches) {
        const bool seenByAll =
            std::all_of(pasts.begin(), pasts.end(), [&](const Context& past) { return past.contains(dot); });
        if (!seenByAll)
            continue;
        LIANXIN_TRY(const auto entry, m_store.archived(dot));
        if (!entry)
            continue;
        LIANXIN_TRY(const auto changeset, m_ports.decode(entry->body));
        for (const auto& change : changeset.changes)
            for (const auto& write : change.writes)
                if (change.record == record.record && write.key == reg.key &&
                    (!note.before || note.before->hlc < changeset.hlc))
                    note.before = Head{dot, changeset.user, changeset.hlc, write.value};
    }
    reg.note = std::move(note);
    return {};
}

Result<void> ServerCore::release(const Dot& dot)
{
    LIANXIN_TRY(const auto entry, m_store.archived(dot));
    LIANXIN_TRY(const auto replica, m_store.replica(dot.replica));
    if (!entry || !entry->pending || !replica)
        return fail(Errc::notFound, "no such changeset in quarantine");
    return applyAfterAll(*entry, *replica);
}

Result<void> ServerCore::applyAfterAll(const ArchivedChangeset& entry, ReplicaRow replica)
{
    LIANXIN_TRY(const auto changeset, m_ports.decode(entry.body));
    Run run{changeset, replica, true, {}};
    LIANXIN_TRY(const auto conflicted, write(run)); // the ORIGINAL pasts (R38); every register gets a feed number (R40)
    replica.base.add(entry.dot.number);
    LIANXIN_CHECK(m_store.putReplica(replica));
    return m_store.setArchiveState(entry.dot, conflicted ? Outcome::conflicted : Outcome::applied,
                                   QuarantineReason::none, false);
}

Result<void> ServerCore::withdraw(const Dot& dot)
{
    LIANXIN_TRY(const auto entry, m_store.archived(dot));
    LIANXIN_TRY(auto replica, m_store.replica(dot.replica));
    if (!entry || !entry->pending || !replica)
        return fail(Errc::notFound, "no such changeset in quarantine");
    LIANXIN_CHECK(m_store.addWithdrawn(dot)); // R39: never into `base` or a context
    LIANXIN_CHECK(m_store.setArchiveState(dot, Outcome::quarantined, entry->reason, false));
    const auto changeset = m_ports.decode(entry->body);
    if (!changeset)
        return {}; // it never had a register that anyone could show
    Run run{*changeset, *replica, true, {}};
    for (const auto& change : changeset->changes) {
        LIANXIN_TRY(auto record, m_store.record(change.record));
        if (record)
            LIANXIN_CHECK(publish(run, *record, change));
    }
    return putRows(run.partitions);
}

Result<Context> ServerCore::baseOf(const PartitionRow& partition)
{
    Context base;
    for (const auto& id : partition.replicas) {
        LIANXIN_TRY(const auto row, m_store.replica(id));
        if (row)
            base.merge(id, row->base);
    }
    return base;
}

Result<void> ServerCore::dropCovered(const PartitionId& id)
{
    constexpr std::size_t kRowsPerQuery = 256;
    LIANXIN_TRY(const auto partition, m_store.partition(id));
    LIANXIN_TRY(const auto base, baseOf(partition));
    for (std::uint64_t after = 0;;) {
        LIANXIN_TRY(auto rows, m_store.feed(id, after, kRowsPerQuery));
        if (rows.empty())
            return {};
        for (auto& [feed, record] : rows) {
            after = feed;
            bool changed = false;
            for (auto& reg : record.registers) {
                auto beyond = reg.exceptions.without(base);
                changed = changed || beyond != reg.exceptions;
                reg.exceptions = std::move(beyond);
            }
            if (changed)
                LIANXIN_CHECK(m_store.putRecord(record, feed));
        }
    }
}

// Both kinds of entries in the order of the feed, as many as fit.
Result<bool> ServerCore::fill(Frame& frame, const PartitionCursor& cursor, std::size_t budget)
{
    constexpr std::size_t kRowsPerQuery = 256;
    std::size_t size = 0;
    for (;;) {
        LIANXIN_TRY(auto rows, m_store.feed(cursor.partition, frame.to, kRowsPerQuery));
        LIANXIN_TRY(const auto left, m_store.gone(cursor.partition, frame.to, kRowsPerQuery));
        if (rows.empty() && left.empty())
            return false;
        // What lies behind the last entry of a full list may be missing from the other one.
        const auto known = [](const auto& list) {
            return list.size() < kRowsPerQuery ? std::numeric_limits<std::uint64_t>::max() : list.back().first;
        };
        const auto upTo = std::min(known(rows), known(left));
        auto row = rows.begin();
        auto root = left.begin();
        while (row != rows.end() || root != left.end()) {
            const bool isRow = root == left.end() || (row != rows.end() && row->first < root->first);
            const auto feed = isRow ? row->first : root->first;
            if (feed > upTo)
                break;
            if (size >= budget)
                return true;
            if (isRow) {
                auto& record = row->second;
                std::erase_if(record.registers,
                              [&](const RegisterState& reg) { return reg.feed <= cursor.consistent; });
                size += encodeRegisters(record.registers).size() + sizeof(RecordId);
                frame.rows.push_back(std::move(record));
                ++row;
            } else {
                LIANXIN_TRY(auto gone, stub(root->second));
                size += encodeRegisters(gone.registers).size() + sizeof(RecordId);
                frame.gone.push_back(std::move(gone));
                ++root;
            }
            frame.to = feed;
        }
    }
}

Result<Frame> ServerCore::frame(const PartitionCursor& cursor, std::size_t budget)
{
    const auto& id = cursor.partition;
    LIANXIN_TRY(const auto partition, m_store.partition(id));
    Frame frame;
    frame.partition = id;
    frame.from = cursor.sequence;
    frame.to = cursor.sequence;
    LIANXIN_TRY(const bool full, fill(frame, cursor, budget));
    if (!full)
        frame.to = partition.sequence;
    frame.atHead = frame.to == partition.sequence;
    LIANXIN_TRY(frame.vector, baseOf(partition));
    for (auto& row : frame.rows)
        for (auto& reg : row.registers)
            if (!reg.exceptions.isEmpty()) // `base` may have caught up since it was stored (R18)
                reg.exceptions = reg.exceptions.without(frame.vector);
    LIANXIN_TRY(const auto chain, m_store.feedChain(id, frame.to));
    frame.chain = chain.value_or(Hash{});
    return frame;
}

} // namespace lianxin::core
