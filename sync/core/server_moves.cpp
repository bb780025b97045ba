// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ServerCore that files: roots that move to another partition take along what hangs on them (R19, R20, R24).
#include "sync/core/server_core.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin::core {

std::optional<PartitionId> placeIn(const Heads& heads)
{
    const auto* head = provisional(heads);
    const auto text = head != nullptr ? head->value.asText() : std::nullopt;
    const auto place = text ? PartitionId::parse(*text) : Result<PartitionId>(fail(Errc::notFound, "no place"));
    return place ? std::optional(*place) : std::nullopt;
}

Result<PartitionRow*> ServerCore::rowOf(PartitionRows& rows, const PartitionId& id)
{
    auto found = rows.find(id);
    if (found == rows.end()) {
        LIANXIN_TRY(auto row, m_store.partition(id));
        found = rows.emplace(id, std::move(row)).first;
        found->second.partition = id;
    }
    return &found->second;
}

Result<void> ServerCore::putRows(const PartitionRows& rows)
{
    for (const auto& [id, row] : rows)
        LIANXIN_CHECK(m_store.putPartition(row));
    return {};
}

// R19: where heads differ the filing partition is that of the provisional one, everywhere the same.
Result<void> ServerCore::follow(PartitionRows& rows, RecordId id)
{
    LIANXIN_TRY(const auto root, m_store.record(id));
    const auto* place = root ? root->find({kLocationRegister, {}}) : nullptr;
    const auto home = place != nullptr ? placeIn(place->heads) : std::nullopt;
    return home ? move(rows, id, *home)
                : Result<void>(); // also what came before its root, and was filed where its author saw it
}

// R20: out of the old feed and into the new one, in the transaction of the change. The new home's list of replicas takes in the old one's (R4): its
// vector must be able to say what the rows that arrive have seen.
Result<void> ServerCore::move(PartitionRows& rows, RecordId root, const PartitionId& home)
{
    LIANXIN_TRY(const auto records, m_store.recordsUnder(root));
    if (std::ranges::all_of(records, [&](const RecordState& one) { return one.partition == home; }))
        return {};
    LIANXIN_TRY(auto* to, rowOf(rows, home));
    for (const auto& listed : records) {
        LIANXIN_TRY(auto* from, rowOf(rows, listed.partition));
        if (from == to)
            continue;
        std::vector<ReplicaId> replicas;
        std::ranges::set_union(to->replicas, from->replicas, std::back_inserter(replicas));
        to->replicas = std::move(replicas);
        LIANXIN_TRY(const bool told, m_store.hasLeft(listed.partition, root));
        if (!told)
            LIANXIN_CHECK(tellGone(rows, listed.partition, root));
        auto record = listed;
        record.partition = home;
        ++to->sequence;
        for (auto& reg : record.registers)
            reg.feed = to->sequence;
        to->chain = m_ports.feedHash(to->chain, record.record, to->sequence, encodeRegisters(record.registers));
        LIANXIN_CHECK(m_store.putFeedChain(home, to->sequence, to->chain));
        LIANXIN_CHECK(m_store.putRecord(record, to->sequence));
    }
    return m_store.putGone(home, root, 0); // it may have been here before
}

Result<void> ServerCore::tellGone(PartitionRows& rows, const PartitionId& from, RecordId root)
{
    LIANXIN_TRY(auto* row, rowOf(rows, from));
    ++row->sequence;
    row->chain = m_ports.feedHash(row->chain, root, row->sequence, "gone");
    LIANXIN_CHECK(m_store.putFeedChain(from, row->sequence, row->chain));
    return m_store.putGone(from, root, row->sequence);
}

// R20: the location as it is now, with its whole context, taken with the list of where the root is now.
Result<RecordState> ServerCore::stub(RecordId root)
{
    LIANXIN_TRY(const auto record, m_store.record(root));
    if (!record)
        return fail(Errc::damaged, "a root that left is nowhere");
    RecordState stub{record->record, record->root, record->type, record->partition, {}};
    LIANXIN_TRY(const auto home, m_store.partition(record->partition));
    LIANXIN_TRY(auto context, baseOf(home));
    if (const auto* place = record->find({kLocationRegister, {}})) {
        stub.registers.push_back(*place);
        context.merge(place->exceptions);
    }
    for (auto& reg : stub.registers)
        reg.exceptions = context;
    return stub;
}

} // namespace lianxin::core
