// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_author.hpp"

#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"

#include <algorithm>

namespace lianxin::server {

using core::Changeset;

// R33 for a form that was opened just now on the server itself: everything that its register has seen.
Result<std::uint32_t> ServerAuthor::pastOf(Changeset& changeset, const Edit& edit, const RegisterKey& key)
{
    LIANXIN_TRY(const auto record, m_store.record(edit.record));
    core::Context past;
    const auto* reg = record ? record->find(key) : nullptr;
    if (reg) {
        LIANXIN_TRY(const auto partition, m_store.partition(record->partition));
        LIANXIN_TRY(past, m_core.baseOf(partition));
        past.merge(reg->exceptions);
    }
    const auto known = std::find(changeset.pasts.begin(), changeset.pasts.end(), past);
    const auto index = static_cast<std::uint32_t>(known - changeset.pasts.begin());
    if (known == changeset.pasts.end())
        changeset.pasts.push_back(std::move(past));
    return index;
}

Result<void> ServerAuthor::write(const std::vector<Edit>& edits)
{
    LIANXIN_TRY(auto row, m_store.replica(m_self.replica));
    if (!row)
        return fail(Errc::damaged, "the server's own replica is missing");
    Changeset changeset;
    changeset.dot = {m_self.replica, row->held + 1};
    changeset.user = m_self.user;
    changeset.catalogue = m_self.catalogue;
    changeset.deviceTime = m_clock.now();
    changeset.hlc = m_lastHlc = std::max(m_lastHlc + 1, changeset.deviceTime << 16);
    for (const auto& edit : edits) {
        core::RecordChange change{edit.record, edit.root, edit.type, edit.partition, {}};
        for (const auto& [key, value] : edit.values) {
            LIANXIN_TRY(const auto past, pastOf(changeset, edit, key));
            change.writes.push_back({key, value, past});
        }
        changeset.changes.push_back(std::move(change));
    }
    std::sort(changeset.changes.begin(), changeset.changes.end(),
              [](const auto& a, const auto& b) { return a.record < b.record; });

    core::Parcel parcel;
    parcel.replica = m_self.replica;
    parcel.first = changeset.dot.number;
    parcel.before = row->head;
    parcel.seed = seal::makeSeed(m_random);
    parcel.bodies.push_back(wire::encodeChangeset(changeset));
    parcel.head = seal::chainNext(parcel.before, seal::commitment(parcel.seed, parcel.first, parcel.bodies.front()));
    parcel.signature = seal::signParcel(m_key, parcel);
    LIANXIN_TRY(const auto outcome, m_core.apply(*row, parcel.bodies.front(), parcel.head));
    if (outcome.outcome == core::Outcome::quarantined)
        return fail(Errc::internal, "the server's own change was held back, reason " +
                                        std::to_string(static_cast<int>(outcome.reason)));
    return m_store.putParcel(parcel);
}

} // namespace lianxin::server
