// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.hpp"
#include "sync/store/blob_store.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::tablet {

// Pictures of what this person may not hold any more: off the file, unless one still has to go up or a record in sight names it. Answers how many.
[[nodiscard]] Result<std::size_t> purgePictures(const store::ReplicaStore& store, store::BlobStore& blobs);

// What was purged lay under the key of before: both files get the vault's next one (D16). Nothing when nothing is due. It may end at any write:
// each file opens with one of the two keys, and the next unlock goes on here. `blobs` null: they do not open today, so it waits.
[[nodiscard]] Result<bool> renewKeys(vault::Vault& vault, store::ReplicaStore& store, store::BlobStore* blobs);

// While a re-key is under way a file has one of two keys. A new file gets the next one, which is tried first.
template <typename Open> auto withEitherKey(const vault::DataKeySet& keys, const Open& open)
{
    auto opened = open(keys.next ? *keys.next : keys.current);
    if (!opened && keys.next && opened.error().code == Errc::wrongSecret)
        opened = open(keys.current);
    return opened;
}

} // namespace lianxin::tablet
