// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_store.hpp"

#include <set>

// The sealed segments of an office (PROTOCOL.md 15.6): fetched in pieces over a weak uplink, given whole or in pieces to tablets that can open them.
namespace lianxin::server {

Result<void> RelayStore::takeList(const std::vector<wire::ShelfEntry>& entries)
{
    const std::lock_guard guard(m_mutex);
    std::set<Hash> listed;
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    LIANXIN_TRY(auto put,
                m_database->statement("INSERT OR IGNORE INTO segment(name, size, bytes) VALUES(?1, ?2, x'')"));
    for (const auto& entry : entries) {
        listed.insert(entry.name);
        LIANXIN_CHECK(put.bindId(1, entry.name).bindNumber(2, entry.size).run());
    }
    std::vector<Hash> gone;
    {
        LIANXIN_TRY(auto rows, m_database->statement("SELECT name FROM segment"));
        for (;;) {
            LIANXIN_TRY(const bool there, rows.step());
            if (!there)
                break;
            LIANXIN_TRY(const auto name, rows.idAt<Hash>(0));
            if (!listed.contains(name))
                gone.push_back(name);
        }
    }
    LIANXIN_TRY(auto drop, m_database->statement("DELETE FROM segment WHERE name = ?1"));
    for (const auto& name : gone)
        LIANXIN_CHECK(drop.bindId(1, name).run());
    return transaction.commit();
}

Result<std::optional<wire::ShelfAsk>> RelayStore::missing()
{
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto query, m_database->statement("SELECT name, length(bytes) FROM segment WHERE length(bytes) < size "
                                                  "ORDER BY length(bytes) DESC, name LIMIT 1"));
    LIANXIN_TRY(const bool there, query.step());
    if (!there)
        return std::optional<wire::ShelfAsk>{};
    wire::ShelfAsk ask;
    LIANXIN_TRY(ask.name, query.idAt<Hash>(0));
    ask.from = query.numberAt(1);
    return std::optional(std::move(ask));
}

Result<void> RelayStore::takePart(const wire::ShelfAsk& ask, std::string_view bytes)
{
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    LIANXIN_TRY(auto put,
                m_database->statement("UPDATE segment SET bytes = CAST(bytes || ?3 AS BLOB) WHERE name = ?1 AND "
                                      "length(bytes) = ?2 AND length(bytes) + ?4 <= size"));
    put.bindId(1, ask.name).bindNumber(2, ask.from).bindBlob(3, bytes).bindNumber(4, bytes.size());
    LIANXIN_CHECK(put.run());
    if (m_database->changedRows() == 0)
        return fail(Errc::protocol, "a part of a segment that does not fit");
    return transaction.commit();
}

Result<void> RelayStore::dropSegment(const Hash& name)
{
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    LIANXIN_TRY(auto drop, m_database->statement("DELETE FROM segment WHERE name = ?1"));
    LIANXIN_CHECK(drop.bindId(1, name).run());
    return transaction.commit();
}

Result<std::string> RelayStore::segmentPart(const wire::ShelfAsk& ask, const carry::Asked& asked)
{
    LIANXIN_CHECK(carry::verifyAsked(ask.certificate, asked, m_trust.issuer));
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto query, m_database->statement("SELECT substr(bytes, ?2, ?3) FROM segment WHERE name = ?1 AND "
                                                  "length(bytes) = size AND size > ?2 - 1"));
    query.bindId(1, ask.name).bindNumber(2, ask.from + 1).bindNumber(3, wire::kMaxShelfPart);
    LIANXIN_TRY(const bool there, query.step());
    if (!there)
        return fail(Errc::notFound, "no such segment here");
    return std::string(query.blobAt(0));
}

} // namespace lianxin::server
