// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/overlay.hpp"

#include "sync/core/replica_view.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr int kLookups = 16; // a family with its people and events is saved with fewer
}

void Overlay::forget()
{
    m_vectors.clear();
    m_interned.clear();
    m_withdrawn.reset();
    m_touched.reset();
    m_lookups = 0;
}

Result<bool> Overlay::mayCover(RecordId record)
{
    if (!m_touched && m_lookups < kLookups) {
        ++m_lookups;
        return m_log.isTouched(record);
    }
    if (!m_touched) {
        LIANXIN_TRY(const auto records, m_log.touchedRecords());
        m_touched.emplace(records.begin(), records.end());
    }
    return m_touched->contains(record);
}

Result<bool> Overlay::isWithdrawn(const Dot& dot)
{
    if (!m_withdrawn) {
        LIANXIN_TRY(m_withdrawn, m_log.withdrawn());
    }
    return std::find(m_withdrawn->begin(), m_withdrawn->end(), dot) != m_withdrawn->end();
}

Result<const core::Context*> Overlay::vectorOf(std::int64_t partition)
{
    auto found = m_vectors.find(partition);
    if (found == m_vectors.end()) {
        LIANXIN_TRY(auto row, m_partitions.get(partition));
        found = m_vectors.emplace(partition, std::move(row.vector)).first;
    }
    return &found->second;
}

Result<const core::Context*> Overlay::internedOr(std::uint64_t id, const core::Context& vector)
{
    if (id == 0)
        return &vector;
    auto found = m_interned.find(id);
    if (found == m_interned.end()) {
        LIANXIN_TRY(auto context, m_partitions.interned(id));
        found = m_interned.emplace(id, std::move(context)).first;
    }
    return found->second ? &*found->second : &vector;
}

Result<Shown> Overlay::show(const core::RecordState& stored, std::int64_t partition)
{
    if (!m_withdrawn) {
        LIANXIN_TRY(m_withdrawn, m_log.withdrawn());
    }
    LIANXIN_TRY(const auto* vector, vectorOf(partition));
    LIANXIN_TRY(const auto numbers, m_log.touching(stored.record));

    std::map<RegisterKey, std::vector<core::OwnWrite>> writes;
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto* changeset, m_own.at(number));
        for (const auto& change : changeset->changes)
            if (change.record == stored.record)
                for (const auto& write : change.writes)
                    writes[write.key].push_back(
                        {core::Head{changeset->dot, changeset->user, changeset->hlc, write.value},
                         &changeset->pasts.at(write.past)});
    }

    Shown shown;
    shown.registers = stored.registers;
    shown.past = Past(*vector);
    shown.past.setSelf(m_self);
    core::RecordState merged{stored.record, stored.root, stored.type, stored.partition, std::move(shown.registers)};
    core::Context onTop;
    for (const auto& [key, own] : writes) {
        // A register that never came has nothing of ours inside: V speaks of what its feed delivered, and this row may have been filed here by
        // another one (R21).
        const bool hasCome = merged.find(key) != nullptr;
        auto& reg = merged.at(key);
        core::Context context;
        if (hasCome) {
            LIANXIN_TRY(const auto* base, internedOr(reg.contextId, *vector));
            context = *base;
            context.merge(reg.exceptions);
        }
        auto result = core::show(reg.heads, context, own, *m_withdrawn);
        for (const auto& write : own)
            if (result.past.contains(write.head.dot) && !context.contains(write.head.dot))
                onTop.add(write.head.dot);
        reg.heads = std::move(result.heads);
        if (!core::differ(reg.heads))
            reg.note.reset();
        shown.past.set(key, result.past);
    }
    for (const auto& reg : merged.registers) {
        if (writes.contains(reg.key) || (reg.contextId == 0 && reg.exceptions.isEmpty()))
            continue;
        LIANXIN_TRY(const auto* base, internedOr(reg.contextId, *vector));
        auto context = *base;
        context.merge(reg.exceptions);
        shown.past.set(reg.key, context);
    }
    shown.registers = std::move(merged.registers);
    for (const auto number : numbers) {
        LIANXIN_TRY(const auto* changeset, m_own.at(number));
        if (onTop.contains(changeset->dot))
            shown.ownOnTop.push_back(number);
    }
    return shown;
}

} // namespace lianxin::store
