// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/life.hpp"
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"

#include "sync/wire/changeset_codec.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {

// The same context is written once per changeset, however many registers share it.
std::uint32_t indexOfPast(std::vector<core::Context>& pasts, core::Context past)
{
    const auto found = std::find(pasts.begin(), pasts.end(), past);
    if (found != pasts.end())
        return static_cast<std::uint32_t>(found - pasts.begin());
    pasts.push_back(std::move(past));
    return static_cast<std::uint32_t>(pasts.size() - 1);
}

Result<core::RecordChange> changeOf(const RecordEdit& edit, std::vector<core::Context>& pasts)
{
    core::RecordChange change{edit.record, edit.root, edit.type, edit.partition, {}};
    auto writes = edit.writes;
    std::sort(writes.begin(), writes.end(), [](const RegisterEdit& a, const RegisterEdit& b) { return a.key < b.key; });
    for (auto& write : writes) {
        if (!change.writes.empty() && change.writes.back().key == write.key)
            return fail(Errc::invalidInput, "a register twice in one save");
        change.writes.push_back({write.key, std::move(write.value), indexOfPast(pasts, edit.past.of(write.key))});
    }
    return change;
}

} // namespace

// D8: own and server time move it; on contact it is held below server time + 24 h. A tablet in 1970 or 2038 saves.
Result<core::Hlc> ReplicaStore::Parts::nextHlc(Millis now) const
{
    LIANXIN_TRY(const auto last, metaTable.number(meta::kHlc));
    LIANXIN_TRY(const auto offset, metaTable.number(meta::kClockOffset));
    const auto millis =
        std::clamp<Millis>(now, 0, kLatestMillis) + std::clamp<Millis>(offset, -kLatestMillis, kLatestMillis);
    return std::max<core::Hlc>(last + 1, std::clamp<Millis>(millis, 0, kLatestMillis) << 16U);
}

Result<core::Changeset> ReplicaStore::Parts::changesetOf(const Edit& edit, Millis now) const
{
    core::Changeset changeset;
    LIANXIN_TRY(changeset.dot.replica, self());
    LIANXIN_TRY(const auto last, log.last());
    changeset.dot.number = last + 1;
    LIANXIN_TRY(changeset.user, metaTable.id<UserId>(meta::kUser));
    changeset.catalogue = ports.catalogue->version();
    LIANXIN_TRY(const auto generation, metaTable.number(meta::kScopeGeneration));
    changeset.scopeGeneration = static_cast<std::uint64_t>(generation);
    LIANXIN_TRY(changeset.hlc, nextHlc(now));
    changeset.deviceTime = now;
    LIANXIN_TRY(changeset.clockOffset, metaTable.number(meta::kClockOffset));
    changeset.why = edit.why;
    for (const auto& one : edit.records) {
        if (one.writes.empty())
            continue;
        auto edited = one;
        LIANXIN_TRY(edited.past, log.renamed(one.past, changeset.dot.replica)); // R29
        LIANXIN_TRY(auto change, changeOf(edited, changeset.pasts));
        LIANXIN_TRY(change.partition, partitionFor(edited));
        LIANXIN_CHECK(nameSeen(edited, change));
        changeset.changes.push_back(std::move(change));
    }
    std::sort(changeset.changes.begin(), changeset.changes.end(),
              [](const core::RecordChange& a, const core::RecordChange& b) { return a.record < b.record; });
    if (changeset.changes.empty())
        return fail(Errc::invalidInput, "nothing to save");
    return changeset;
}

// Who puts a record away names what was seen of it: words that come besides keep it in sight (life.hpp).
Result<void> ReplicaStore::Parts::nameSeen(const RecordEdit& edit, core::RecordChange& change) const
{
    const auto life = std::ranges::find_if(change.writes, [](const core::Write& write) {
        return write.key.number == kLifeRegister && write.key.element.empty();
    });
    if (life == change.writes.end())
        return {};
    LIANXIN_TRY(const auto found, records.find(edit.record));
    if (found)
        life->value = withSeen(life->value, records.viewOf(*found), edit.past);
    return {};
}

// Where the record lies; a new one lies where its root is, if that is known here (D3), else where its author says.
Result<PartitionId> ReplicaStore::Parts::partitionFor(const RecordEdit& edit) const
{
    LIANXIN_TRY(const auto found, records.find(edit.record));
    if (found) {
        if (found->state.root != edit.root || found->state.type != edit.type)
            return fail(Errc::invalidInput, "root and type of a record never change");
        return found->state.partition;
    }
    LIANXIN_TRY(const auto root, records.find(edit.root));
    return root ? root->state.partition : edit.partition;
}

// The new changeset is in the log: each record that it touches is shown anew. A new record has a row with no stored registers.
Result<void> ReplicaStore::Parts::showAnew(const core::Changeset& changeset, Millis now)
{
    LIANXIN_TRY(auto on, overlay());
    for (const auto& change : changeset.changes) {
        LIANXIN_TRY(const auto before, records.find(change.record));
        StoredRecord record;
        if (before) {
            record = *before;
        } else {
            record.state = {change.record, change.root, change.type, change.partition, {}};
            record.since = now;
            LIANXIN_TRY(auto partition, partitions.find(change.partition));
            if (!partition) {
                // A counselling case opened offline: the server will grant its partition when it has the case.
                records.forgetNames();
                LIANXIN_TRY(partition, partitions.add(change.partition, Grant::expected));
            }
            record.partition = partition->id;
            // A form outlived its grant: the words are kept and sent, and nothing of them is shown.
            record.flags = partition->grant == Grant::gone ? kFlagAway : 0;
        }
        LIANXIN_CHECK(records.put(record, before ? &*before : nullptr, on));
    }
    return {};
}

Result<SavedChange> ReplicaStore::Parts::save(const Edit& edit)
{
    const auto now = ports.clock->now();
    LIANXIN_TRY(auto transaction, Transaction::begin(*database));
    LIANXIN_TRY(const auto changeset, changesetOf(edit, now));
    const auto body = wire::encodeChangeset(changeset);
    if (body.size() > core::kMaxChangesetBytes)
        return fail(Errc::invalidInput, "a save of more than 1 MB");
    // What the server would refuse must not enter the chain: it could never leave it again.
    if (const auto read = wire::decodeChangeset(body); !read)
        return fail(Errc::invalidInput, "this save breaks the format: " + read.error().detail);
    LIANXIN_CHECK(log.append(changeset, body, now));
    LIANXIN_CHECK(metaTable.setNumber(meta::kHlc, changeset.hlc));
    LIANXIN_CHECK(showAnew(changeset, now));
    if (edit.draft)
        LIANXIN_CHECK(drafts.drop(*edit.draft));
    LIANXIN_CHECK(audit.append(now, edit.auditKind, "changeset " + std::to_string(changeset.dot.number)));
    LIANXIN_CHECK(transaction.commit());

    SavedChange saved{changeset.dot.number, changeset.hlc, {}};
    for (const auto& change : changeset.changes)
        saved.records.push_back(change.record);
    return saved;
}

Result<SavedChange> ReplicaStore::save(const Edit& edit)
{
    LIANXIN_TRY(auto saved, m_parts->textSave([&] { return m_parts->save(edit); }));
    notify(saved.records);
    return saved;
}

} // namespace lianxin::store
