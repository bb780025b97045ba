// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/push_service.hpp"

namespace lianxin::server {

struct Admission {
    std::optional<wire::ErrorReply> refusal;
    core::ReplicaRow row;
};

// Whether a replica may read now: its counter is new, it is known and not frozen, and it speaks of this epoch.
template <typename Request>
[[nodiscard]] Result<Admission> admit(SqlServerStore& store, RequestLedger& ledger, const Signed<Request>& job,
                                      EpochId epoch)
{
    const auto no = [](const Error& error) { return Admission{wire::errorReplyOf(error), {}}; };
    if (const auto accepted = ledger.accept(job.replica, job.counter, job.hash); !accepted)
        return Admission{RequestLedger::refusalOf(accepted.error()), {}};
    LIANXIN_TRY(const auto row, store.replica(job.replica));
    if (!row)
        return no(fail(Errc::notAllowed, "no such replica"));
    if (row->frozen)
        return no(fail(Errc::fork, "this replica is frozen: enrol again"));
    if (job.request.epoch != epoch) {
        auto refused = no(fail(Errc::epochChanged, "the server was restored"));
        refused.refusal->epoch = epoch;
        return refused;
    }
    return Admission{std::nullopt, *row};
}

} // namespace lianxin::server
