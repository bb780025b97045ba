// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PullRun that fills partitions anew after a restore of the server. Everything that was here was given back before, so nearly all
// of it comes again; what does not come is what the server passed over.
#include "sync/store/pull_run.hpp"
#include "sync/store/schema.hpp"

#include <algorithm>

namespace lianxin::store {

// Registers that the new V does not vouch for mean the old one, explicitly and for good: as R21 does it for rows that moved.
Result<bool> PullRun::keepFormer(StoredRecord& record)
{
    record.flags &= ~kFlagStale;
    // The directory has no other writer than the server: what that does not know is not so.
    if (record.state.partition == PartitionId::directory()) {
        record.state.registers.clear();
        return false;
    }
    const auto former = m_former.find(record.partition);
    std::uint64_t id = 0;
    for (auto& reg : record.state.registers) {
        if (reg.contextId != 0 || former == m_former.end())
            continue;
        if (id == 0) {
            LIANXIN_TRY(id, m_partitions.intern(-record.partition, former->second));
        }
        reg.contextId = id;
    }
    return true;
}

Result<void> PullRun::renew(StoredRecord& record, const core::RecordState& incoming)
{
    auto all = std::move(record.state.registers);
    record.state.registers.clear();
    std::vector<core::RegisterState> coming;
    for (auto& reg : all)
        (incoming.find(reg.key) != nullptr ? coming : record.state.registers).push_back(std::move(reg));
    LIANXIN_TRY(const bool keeps, keepFormer(record));
    if (!keeps)
        record.state.registers.clear();
    // What comes is compared with what was here: only news count as news.
    for (auto& reg : coming)
        record.state.at(reg.key) = std::move(reg);
    return {};
}

// A row can be gone while own words of its record are not: its area was taken and came back while the province holds them back, or all of them
// were withdrawn in an epoch that is lost and are not in the W of this one (N7). They are shown anew as a save shows them, and no pull stands
// still for it.
Result<void> PullRun::remake(RecordId id)
{
    LIANXIN_TRY(const bool isGone, isWithdrawn(id));
    if (isGone)
        return {};
    LIANXIN_TRY(const auto numbers, m_log.touching(id));
    LIANXIN_TRY(const bool isKnown, wasTaken(numbers));
    if (isKnown) // frames bring it from where it is now; where they do not, it left, or this place went with it
        return {};
    OwnChanges changes(m_log);
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto* changeset, changes.at(number));
        const auto change = std::ranges::find(changeset->changes, id, &core::RecordChange::record);
        if (change == changeset->changes.end())
            continue;
        LIANXIN_TRY(const auto root, m_records.find(change->root));
        LIANXIN_TRY(const auto stub, m_away.stubs().find(change->root));
        if (stub && (!root || (root->flags & kFlagAway) != 0))
            return {}; // the whole family left for where this replica may not go
        StoredRecord record;
        record.state = {id, change->root, change->type, change->partition, {}};
        record.since = m_now;
        LIANXIN_TRY(auto partition, m_partitions.find(change->partition));
        if (partition && partition->grant == Grant::gone)
            return {}; // purged; the province holds the change back, and it may be shown again
        if (!partition) {
            m_records.forgetNames();
            LIANXIN_TRY(partition, m_partitions.add(change->partition, Grant::expected));
        }
        record.partition = partition->id;
        m_changed.insert(id);
        return m_records.put(record, nullptr, m_overlay);
    }
    return {};
}

Result<bool> PullRun::wasTaken(const std::vector<std::uint64_t>& numbers) const
{
    LIANXIN_TRY(const auto received, m_log.acknowledged());
    LIANXIN_TRY(const auto withdrawn, m_log.withdrawn());
    LIANXIN_TRY(const auto held, m_log.heldBack());
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto dot, m_log.dotOf(number));
        if (number <= received && std::ranges::find(withdrawn, dot) == withdrawn.end() &&
            std::ranges::find(held, number, &OwnChange::number) == held.end())
            return true;
    }
    return false;
}

Result<void> PullRun::settleRefill(std::int64_t partition)
{
    m_overlay.forget();
    LIANXIN_TRY(const auto left, m_records.staleIn(partition));
    for (const auto& id : left) {
        LIANXIN_TRY(const auto before, m_records.find(id));
        if (!before)
            continue;
        auto record = *before;
        LIANXIN_TRY(const bool keeps, keepFormer(record));
        LIANXIN_TRY(const bool isOwn, m_log.isTouched(id));
        m_changed.insert(id);
        if (keeps || isOwn) {
            LIANXIN_CHECK(m_records.put(record, &*before, m_overlay));
        } else {
            LIANXIN_CHECK(m_records.remove(*before));
        }
    }
    return {};
}

} // namespace lianxin::store
