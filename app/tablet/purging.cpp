// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/purging.hpp"

#include "app/tablet/desktop.hpp"

namespace lianxin::tablet {

namespace {

Result<bool> mayGo(const store::ReplicaStore& store, const store::BlobStore& blobs, const Hash& id)
{
    LIANXIN_TRY(const auto facts, blobs.facts(id));
    const bool hasToGoUp = facts.claimed && facts.shared && !facts.received;
    if (hasToGoUp)
        return false;
    LIANXIN_TRY(const auto records, blobs.names(id));
    for (const auto& record : records) {
        LIANXIN_TRY(const bool inSight,
                    store.contains(record)); // its family moved, and this person has the new village too
        if (inSight)
            return false;
    }
    return true;
}

} // namespace

Result<std::size_t> purgePictures(const store::ReplicaStore& store, store::BlobStore& blobs)
{
    std::size_t purged = 0;
    LIANXIN_TRY(const auto partitions, store.partitions());
    for (const auto& partition : partitions) {
        if (partition.granted || partition.partition.isCase())
            continue;
        LIANXIN_TRY(const auto ids, blobs.madeIn(partition.partition));
        for (const auto& id : ids) {
            LIANXIN_TRY(const bool may, mayGo(store, blobs, id));
            if (!may)
                continue;
            LIANXIN_CHECK(blobs.drop(id));
            ++purged;
        }
    }
    return purged;
}

Result<bool> renewKeys(vault::Vault& vault, store::ReplicaStore& store, store::BlobStore* blobs)
{
    if (blobs == nullptr)
        return false;
    if (!vault.rekeyPending()) {
        LIANXIN_TRY(const bool due, store.rekeyDue());
        if (!due)
            return false;
        LIANXIN_CHECK(vault.beginRekey());
    }
    LIANXIN_TRY(const auto keys, vault.dataKeys());
    if (!keys.next)
        return fail(Errc::internal, "a re-key without a next key");
    // The records last: as long as they say that it is due, the other file is tried again too.
    LIANXIN_CHECK(blobs->rekey(rawKey(keys.next->attachments)));
    LIANXIN_CHECK(store.rekey(rawKey(keys.next->data)));
    LIANXIN_CHECK(vault.finishRekey(vault::Vault::Rekeyed::switched));
    return true;
}

} // namespace lianxin::tablet
