// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/request_ledger.hpp"

namespace lianxin::server {

Result<void> RequestLedger::load()
{
    LIANXIN_TRY(auto query, m_database.statement("SELECT id, sign_key, counter, request_hash FROM replica_key"));
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return {};
        LIANXIN_TRY(const auto replica, query.idAt<ReplicaId>(0));
        LIANXIN_TRY(const auto key, query.idAt<seal::PublicSignKey>(1));
        Entry entry;
        entry.counter = query.numberAt(2);
        LIANXIN_TRY(entry.request, query.idAt<Hash>(3));
        m_entries[replica] = entry;
        m_ring.put(replica, key);
    }
}

Result<void> RequestLedger::accept(ReplicaId replica, std::uint64_t counter, const Hash& request)
{
    const auto found = m_entries.find(replica);
    if (found == m_entries.end())
        return fail(Errc::notAllowed, "no such replica");
    auto& entry = found->second;
    if (counter == entry.counter && request == entry.request)
        return {};
    if (counter <= entry.counter)
        return fail(Errc::busy, "this request counter was used before");
    entry = {counter, request};
    m_unsaved.insert(replica);
    return {};
}

wire::ErrorReply RequestLedger::refusalOf(const Error& error)
{
    auto refusal = wire::errorReplyOf(error);
    if (error.code == Errc::busy)
        refusal.code = wire::kCodeCounterBehind;
    return refusal;
}

Result<void> RequestLedger::enrol(ReplicaId replica, const seal::PublicSignKey& key, Millis now)
{
    LIANXIN_TRY(
        auto put,
        m_database.statement(
            "INSERT INTO replica_key(id, sign_key, counter, request_hash, enrolled_at) VALUES(?1, ?2, 0, ?3, ?4)"));
    put.bindId(1, replica).bindId(2, key).bindId(3, Hash{}).bindInt(4, now);
    return put.run();
}

void RequestLedger::enrolled(ReplicaId replica, const seal::PublicSignKey& key)
{
    m_entries.try_emplace(replica);
    m_ring.put(replica, key);
}

Result<void> RequestLedger::save()
{
    for (const auto& replica : m_unsaved) {
        const auto& entry = m_entries.at(replica);
        LIANXIN_TRY(auto update,
                    m_database.statement("UPDATE replica_key SET counter = ?2, request_hash = ?3 WHERE id = ?1"));
        update.bindId(1, replica).bindNumber(2, entry.counter).bindId(3, entry.request);
        LIANXIN_CHECK(update.run());
    }
    return {};
}

} // namespace lianxin::server
