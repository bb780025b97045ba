// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_transport.hpp"
#include "sync/seal/keys.hpp"
#include "sync/wire/enrol.hpp"

#include <functional>
#include <optional>
#include <string>

namespace lianxin::client {

// What a new replica brings along. The keys are made on the tablet; only their public halves travel.
struct EnrolAsk {
    std::string code; // as typed, spaces and case do not matter to the server
    const seal::SignKey* replicaKey{nullptr};
    std::optional<seal::PublicSignKey> personSign;
    std::optional<seal::PublicBoxKey> personBox;
    std::string label;
    seal::Realm expected{seal::Realm::production};
    Hash pinnedRoot; // fingerprint of ORG-ROOT, from the QR code
};

// Asks once. The reply is believed only after the pinned root, the chain, the realm and the check words agree.
void enrol(HttpTransport& transport, const EnrolAsk& ask, std::function<void(Result<wire::EnrolReply>)> done);

} // namespace lianxin::client
