// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

namespace lianxin::client {

// Who keeps this tablet's replica key and can make another one: what is needed when its id lives in two bodies (PROTOCOL.md 9.1).
class AnotherId {
public:
    virtual ~AnotherId() = default;
    // The key of the replica that will be; the same one, also after a restart, until became() was called.
    [[nodiscard]] virtual Result<const seal::SignKey*> nextKey() = 0;
    // That key is another body's already, which carried it too when it was copied: nextKey() makes a new one from here on.
    [[nodiscard]] virtual Result<void> keyTaken() = 0;
    // The store has the new id: SyncIdentity::key holds the new key when this returns. A death before it is made good at the next start.
    [[nodiscard]] virtual Result<void> became(ReplicaId replica) = 0;
};

} // namespace lianxin::client
