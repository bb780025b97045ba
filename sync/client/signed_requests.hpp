// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_answer.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::client {

// Signs each request anew under the replica's next counter, which is durable before the request leaves. Store and key outlive it.
[[nodiscard]] Authorise signedRequests(store::ReplicaStore& store, ReplicaId replica, const seal::SignKey& key);

} // namespace lianxin::client
