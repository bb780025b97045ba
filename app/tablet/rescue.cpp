// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/rescue.hpp"

#include <map>

namespace lianxin::tablet {
namespace {

using Numbers = std::map<std::uint64_t, std::uint64_t>; // old changeset number -> new one

core::Context renamed(core::Context past, const Numbers& numbers, ReplicaId before, ReplicaId now)
{
    for (const auto& [was, is] : numbers)
        if (past.contains({before, was}))
            past.add({now, is});
    return past;
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
            record.past.set(write.key, renamed(changeset.pasts[write.past], numbers, changeset.dot.replica, now));
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
    for (auto number = before->acknowledged + 1; number <= before->saved; ++number) {
        const auto changeset = from.ownChangeset(number);
        const auto saved = changeset ? into.save(editOf(*changeset, numbers, now->replica))
                                     : Result<store::SavedChange>(changeset.error());
        if (saved)
            numbers[number] = saved->number;
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
