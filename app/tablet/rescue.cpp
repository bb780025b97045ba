// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/rescue.hpp"

#include <map>

namespace lianxin::tablet {
namespace {

using Numbers = std::map<Dot, std::uint64_t>; // an unsent changeset's name -> its new number

core::Context renamed(core::Context past, const Numbers& numbers, ReplicaId now)
{
    for (const auto& [was, is] : numbers)
        if (past.contains(was))
            past.add({now, is});
    return past;
}

// Those that have no receipt, oldest first. What waits under an id of its own after a fork has a number below those that were received.
std::vector<std::uint64_t> unsent(const store::ReplicaStore& from, const store::SyncState& state, Rescued& rescued)
{
    std::vector<std::uint64_t> numbers;
    if (const auto waiting = state.restamped > 0 ? from.waiting() : Result<std::vector<store::OwnChange>>({})) {
        for (const auto& change : *waiting)
            if (change.number <= state.acknowledged && change.place == store::Place::tablet)
                numbers.push_back(change.number);
    } else {
        rescued.unreadable += state.restamped;
    }
    for (auto number = state.acknowledged + 1; number <= state.saved; ++number)
        numbers.push_back(number);
    return numbers;
}

store::Edit editOf(const core::Changeset& changeset, const Numbers& numbers, ReplicaId now)
{
    store::Edit edit;
    edit.why = changeset.why;
    edit.auditKind = "rescued";
    for (const auto& change : changeset.changes) {
        store::RecordEdit record{change.record, change.root, change.type, change.partition, {}, {}};
        for (const auto& write : change.writes) {
            record.writes.push_back({write.key, write.value});
            record.past.set(write.key, renamed(changeset.pasts[write.past], numbers, now));
        }
        edit.records.push_back(std::move(record));
    }
    return edit;
}

} // namespace

Rescued rescueUnsent(const store::ReplicaStore& from, store::ReplicaStore& into)
{
    Rescued rescued;
    const auto before = from.syncState();
    const auto now = into.syncState();
    if (!before || !now)
        return rescued;
    Numbers numbers;
    for (const auto number : unsent(from, *before, rescued)) {
        const auto changeset = from.ownChangeset(number);
        const auto saved = changeset ? into.save(editOf(*changeset, numbers, now->replica))
                                     : Result<store::SavedChange>(changeset.error());
        if (saved)
            numbers[changeset->dot] = saved->number;
        else
            ++rescued.unreadable;
    }
    rescued.changes = numbers.size();
    if (const auto drafts = from.drafts())
        for (const auto& draft : *drafts)
            rescued.drafts += into.putDraft(draft) ? 1 : 0;
    return rescued;
}

} // namespace lianxin::tablet
