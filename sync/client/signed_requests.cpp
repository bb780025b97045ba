// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/signed_requests.hpp"

#include "sync/seal/request.hpp"

namespace lianxin::client {

Authorise signedRequests(store::ReplicaStore& store, ReplicaId replica, const seal::SignKey& key)
{
    return [&store, replica, &key](std::string_view method, std::string_view path,
                                   std::string_view packed) -> Result<std::string> {
        LIANXIN_TRY(const auto counter, store.nextRequestCounter());
        return seal::formatAuth(seal::signRequest(key, replica, counter, method, path, packed));
    };
}

} // namespace lianxin::client
