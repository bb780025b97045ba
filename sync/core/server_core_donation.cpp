// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ServerCore that takes back what tablets hold, after the server was restored from a backup (R15-R18, R43, R44).
#include "sync/core/server_core.hpp"

#include <algorithm>
#include <map>

namespace lianxin::core {

namespace {

void list(std::vector<ReplicaId>& replicas, ReplicaId id)
{
    const auto place = std::lower_bound(replicas.begin(), replicas.end(), id);
    if (place == replicas.end() || *place != id)
        replicas.insert(place, id);
}

std::uint64_t feedOf(const RecordState& record)
{
    std::uint64_t feed = 0;
    for (const auto& reg : record.registers)
        feed = std::max(feed, reg.feed);
    return feed;
}

} // namespace

Result<Context> ServerCore::baseFor(const Context& of)
{
    Context base;
    for (const auto& entry : of.entries()) {
        LIANXIN_TRY(const auto row, m_store.replica(entry.replica));
        if (row)
            base.merge(entry.replica, row->base);
    }
    return base;
}

// R16 for one register: what both sides make together.
Result<ServerCore::Joined> ServerCore::joined(const RegisterState& reg, const RegisterState& given)
{
    auto theirs = given.exceptions;
    for (const auto& head : given.heads)
        theirs.add(head.dot); // a state reflects what it shows
    // `base` matters only for the replicas that the donor names.
    auto ours = reg.exceptions;
    LIANXIN_TRY(const auto base, baseFor(theirs));
    ours.merge(base);
    auto heads = mergeHeads(reg.heads, ours, given.heads, theirs);
    return Joined{std::move(heads), std::move(theirs)};
}

// True when its heads are others than before.
Result<bool> ServerCore::join(RegisterState& reg, const RegisterState& given, RecordId record, ReplicaId donor)
{
    LIANXIN_TRY(auto both, joined(reg, given));
    auto& [heads, theirs] = both;
    reg.exceptions.merge(theirs); // R17: the row's context only
    LIANXIN_TRY(const auto allBase, baseFor(reg.exceptions));
    reg.exceptions = reg.exceptions.without(allBase);
    if (heads == reg.heads)
        return false;
    for (const auto& head : heads)
        if (std::ranges::find(reg.heads, head.dot, &Head::dot) == reg.heads.end())
            LIANXIN_CHECK(m_store.addDonated(head.dot, record, donor)); // N6: by whose word it stands here
    reg.heads = std::move(heads);
    return true;
}

Result<std::optional<PartitionId>> ServerCore::placeAfter(const RecordState& row)
{
    const RegisterKey location{kLocationRegister, {}};
    const auto* given = row.record == row.root ? row.find(location) : nullptr;
    if (given == nullptr)
        return std::optional<PartitionId>{};
    LIANXIN_TRY(const auto stored, m_store.record(row.record));
    const auto* there = stored ? stored->find(location) : nullptr;
    LIANXIN_TRY(const auto both, joined(there != nullptr ? *there : RegisterState{}, *given));
    return placeIn(both.heads);
}

Result<bool> ServerCore::donate(const RecordState& row, ReplicaId donor)
{
    LIANXIN_TRY(const auto stored, m_store.record(row.record));
    LIANXIN_TRY(const auto root, m_store.filing(row.root));
    RecordState record =
        stored ? *stored : RecordState{row.record, row.root, row.type, root ? root->partition : row.partition, {}};
    PartitionRows rows;
    LIANXIN_TRY(auto* partition, rowOf(rows, record.partition));
    std::vector<RegisterKey> changed;
    for (const auto& given : row.registers) {
        auto& reg = record.at(given.key);
        LIANXIN_TRY(const auto isNews, join(reg, given, row.record, donor));
        if (isNews || !stored)
            changed.push_back(given.key);
        // R4: what `base` has of it too, because only the vector can say so.
        for (const auto& entry : given.exceptions.entries())
            list(partition->replicas, entry.replica);
        for (const auto& head : given.heads)
            list(partition->replicas, head.dot.replica);
        const bool differs = differ(reg.heads) && !m_ports.isSetElement(record.type, given.key);
        if (!differs)
            reg.note.reset();
        else if (isNews)
            LIANXIN_CHECK(noteConflict(record, reg));
    }
    LIANXIN_CHECK(keep(rows, record, changed, !stored || stored->registers != record.registers));
    LIANXIN_CHECK(fileDonated(rows, row));
    LIANXIN_CHECK(putRows(rows));
    for (const auto& given : row.registers)
        for (const auto& head : given.heads)
            LIANXIN_CHECK(proveRelease(head.dot));
    return !changed.empty();
}

// What changed gets the next feed number; contexts alone are stored where they are: who pulled the row before knows them by its own state.
Result<void> ServerCore::keep(PartitionRows& rows, RecordState& record, const std::vector<RegisterKey>& changed,
                              bool isChanged)
{
    if (!isChanged)
        return {};
    if (!changed.empty()) {
        LIANXIN_TRY(auto* partition, rowOf(rows, record.partition));
        ++partition->sequence;
        std::vector<RegisterState> published;
        for (const auto& key : changed) {
            auto& reg = record.at(key);
            reg.feed = partition->sequence;
            published.push_back(reg);
        }
        partition->chain =
            m_ports.feedHash(partition->chain, record.record, partition->sequence, encodeRegisters(published));
        LIANXIN_CHECK(m_store.putFeedChain(record.partition, partition->sequence, partition->chain));
    }
    return m_store.putRecord(record, feedOf(record));
}

// R16: a location that came back moves what hangs on it (R20); and the partition that the donor had the row in says where it is now.
Result<void> ServerCore::fileDonated(PartitionRows& rows, const RecordState& given)
{
    if (given.record == given.root && given.find({kLocationRegister, {}}) != nullptr)
        LIANXIN_CHECK(follow(rows, given.root));
    LIANXIN_TRY(const auto root, m_store.filing(given.root));
    if (!root || root->partition == given.partition)
        return {};
    LIANXIN_TRY(const bool told, m_store.hasLeft(given.partition, given.root));
    return told ? Result<void>() : tellGone(rows, given.partition, given.root);
}

// R44: somebody was shown it, so it was released. A number that is held and not in `base` is in quarantine or withdrawn.
Result<void> ServerCore::proveRelease(const Dot& dot)
{
    LIANXIN_TRY(const auto replica, m_store.replica(dot.replica));
    if (replica && dot.number <= replica->held) {
        if (replica->base.contains(dot.number))
            return {};
        LIANXIN_TRY(const auto entry, m_store.archived(dot));
        if (!entry)
            return {};
        LIANXIN_CHECK(m_store.removeWithdrawn(dot));
        return applyAfterAll(*entry, *replica);
    }
    LIANXIN_TRY(const auto gone, m_store.withdrawn());
    return std::ranges::find(gone, dot) == gone.end() ? Result<void>() : m_store.removeWithdrawn(dot);
}

Result<bool> ServerCore::isShown(const Dot& dot, const std::vector<RecordId>& records)
{
    for (const auto& id : records) {
        LIANXIN_TRY(const auto record, m_store.record(id));
        if (!record)
            continue;
        for (const auto& reg : record->registers)
            if (std::ranges::find(reg.heads, dot, &Head::dot) != reg.heads.end())
                return true;
    }
    return false;
}

Result<void> ServerCore::donateWithdrawn(const Dot& dot)
{
    LIANXIN_TRY(const auto gone, m_store.withdrawn());
    if (std::ranges::find(gone, dot) != gone.end())
        return {};
    LIANXIN_TRY(const auto replica, m_store.replica(dot.replica));
    const bool isHeld = replica && dot.number <= replica->held;
    if (isHeld && replica->base.contains(dot.number))
        return {}; // applied wins over withdrawn
    LIANXIN_TRY(const auto records, m_store.donatedWith(dot));
    LIANXIN_TRY(const auto shown, isShown(dot, records));
    if (shown)
        return {};
    LIANXIN_TRY(const auto entry, m_store.archived(dot));
    return entry && entry->pending ? withdraw(dot) : m_store.addWithdrawn(dot);
}

} // namespace lianxin::core
