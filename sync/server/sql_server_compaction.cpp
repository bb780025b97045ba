// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What SqlServerStore forgets of a feed without anybody noticing (I11). A row of `feed_chain` costs some 50 bytes for each change that ever was; a cursor
// names one of them, any one. An entry that stands at a number keeps its row, because a frame may end there; of the others eight bytes tell an honest cursor
// from one that this feed never had, as well as thirty-two do: whoever guesses gets rows that they may have anyway.
#include "sync/server/sql_server_store.hpp"

namespace lianxin::server {

namespace {
constexpr std::size_t kPrint = 8;
}

Result<bool> SqlServerStore::isOnFeed(const PartitionId& id, std::uint64_t sequence, const Hash& chain)
{
    LIANXIN_TRY(const auto whole, feedChain(id, sequence));
    if (whole)
        return *whole == chain;
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return false;
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT first, prints FROM feed_print WHERE partition = ?1 AND first <= ?2 "
                                     "ORDER BY first DESC LIMIT 1"));
    LIANXIN_TRY(const auto there, query.bindInt(1, home->number).bindNumber(2, sequence).step());
    if (!there)
        return false;
    const auto at = static_cast<std::size_t>(sequence - query.numberAt(0)) * kPrint;
    const auto prints = query.blobAt(1);
    return at + kPrint <= prints.size() && prints.substr(at, kPrint) == chain.raw().substr(0, kPrint);
}

Result<std::optional<PartitionId>> SqlServerStore::dueForCompaction()
{
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT name FROM partition WHERE sequence - compacted > ?1 ORDER BY id LIMIT 1"));
    LIANXIN_TRY(const auto there, query.bindNumber(1, m_compactFrom).step());
    if (!there)
        return std::optional<PartitionId>{};
    LIANXIN_TRY(auto id, PartitionId::parse(query.textAt(0)));
    return std::optional(std::move(id));
}

// The head is never in it: a frame that reaches the head ends there.
Result<void> SqlServerStore::compact(const PartitionId& id)
{
    LIANXIN_TRY(auto* home, entry(id, false));
    if (!home)
        return {};
    std::uint64_t done = 0;
    {
        LIANXIN_TRY(auto query, m_database.statement("SELECT compacted FROM partition WHERE id = ?1"));
        LIANXIN_TRY(const auto there, query.bindInt(1, home->number).step());
        done = there ? query.numberAt(0) : 0;
    }
    const auto last = done + m_compactFrom;
    if (last >= home->row.sequence)
        return {};
    std::string prints;
    {
        LIANXIN_TRY(auto rows,
                    m_database.statement("SELECT chain FROM feed_chain WHERE partition = ?1 AND sequence > ?2 AND "
                                         "sequence <= ?3 ORDER BY sequence"));
        rows.bindInt(1, home->number).bindNumber(2, done).bindNumber(3, last);
        for (;;) {
            LIANXIN_TRY(const auto there, rows.step());
            if (!there)
                break;
            prints += rows.blobAt(0).substr(0, kPrint);
        }
    }
    if (prints.size() != m_compactFrom * kPrint)
        return fail(Errc::damaged, "a feed has a gap");
    LIANXIN_TRY(auto put, m_database.statement("INSERT INTO feed_print(partition, first, prints) VALUES(?1, ?2, ?3)"));
    LIANXIN_CHECK(put.bindInt(1, home->number).bindNumber(2, done + 1).bindBlob(3, prints).run());
    LIANXIN_TRY(auto mark, m_database.statement("UPDATE partition SET compacted = ?2 WHERE id = ?1"));
    LIANXIN_CHECK(mark.bindInt(1, home->number).bindNumber(2, last).run());
    LIANXIN_TRY(auto drop,
                m_database.statement(
                    "DELETE FROM feed_chain WHERE partition = ?1 AND sequence <= ?2 AND NOT EXISTS (SELECT 1 FROM "
                    "record r WHERE r.partition = ?1 AND r.feed = feed_chain.sequence) AND NOT EXISTS (SELECT 1 "
                    "FROM gone g WHERE g.partition = ?1 AND g.feed = feed_chain.sequence)"));
    return drop.bindInt(1, home->number).bindNumber(2, last).run();
}

} // namespace lianxin::server
