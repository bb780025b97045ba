// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/carry_shelf.hpp"

namespace lianxin::store {

namespace {

constexpr std::string_view kTables = R"sql(
CREATE TABLE carried(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  replica BLOB NOT NULL,
  epoch BLOB NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  head BLOB NOT NULL,
  hash BLOB NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  taken INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,
  refused TEXT NOT NULL DEFAULT '',
  onward_certificate TEXT,
  onward_hash BLOB,
  onward_signature BLOB);
CREATE UNIQUE INDEX carried_once ON carried(replica, epoch, first, last, head);

CREATE TABLE carried_receipt(
  replica BLOB PRIMARY KEY,
  epoch BLOB NOT NULL,
  held INTEGER NOT NULL,
  head BLOB NOT NULL,
  signature BLOB NOT NULL,
  came INTEGER NOT NULL) WITHOUT ROWID;
)sql";

} // namespace

std::string_view carryShelfTables() { return kTables; }

Result<bool> CarryShelf::isKnown(const seal::CarriedLabel& label)
{
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT 1 FROM carried WHERE replica = ?1 AND epoch = ?2 AND first = ?3 "
                                     "AND last = ?4 AND head = ?5"));
    query.bindId(1, label.replica).bindId(2, label.epoch).bindNumber(3, label.first).bindNumber(4, label.last);
    return query.bindId(5, label.head).step();
}

Result<bool> CarryShelf::isReceived(const seal::CarriedLabel& label)
{
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT 1 FROM carried_receipt WHERE replica = ?1 AND epoch = ?2 AND held >= ?3"));
    return query.bindId(1, label.replica).bindId(2, label.epoch).bindNumber(3, label.last).step();
}

Result<void> CarryShelf::checkRoom(const seal::CarriedLabel& label, std::size_t size)
{
    LIANXIN_TRY(auto all,
                m_database.statement("SELECT count(*), coalesce(sum(size), 0), "
                                     "coalesce(sum(CASE WHEN replica = ?1 THEN size ELSE 0 END), 0) FROM carried"));
    LIANXIN_TRY(const bool there, all.bindId(1, label.replica).step());
    if (!there)
        return fail(Errc::damaged, "the shelf cannot be counted");
    if (all.numberAt(0) >= m_limits.envelopes || all.numberAt(1) + size > m_limits.bytes)
        return fail(Errc::busy, "the shelf is full");
    if (all.numberAt(2) + size > m_limits.bytesOfOne)
        return fail(Errc::busy, "this replica's part of the shelf is full");
    return {};
}

Result<void> CarryShelf::take(const seal::CarriedEnvelope& envelope, std::string_view bytes, Millis now)
{
    const auto& label = envelope.label;
    LIANXIN_TRY(const bool known, isKnown(label));
    LIANXIN_TRY(const bool received, isReceived(label));
    if (known || received)
        return {};
    LIANXIN_CHECK(checkRoom(label, bytes.size()));
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(auto put,
                m_database.statement("INSERT INTO carried(replica, epoch, first, last, head, hash, size, bytes, "
                                     "taken) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    put.bindId(1, label.replica).bindId(2, label.epoch).bindNumber(3, label.first).bindNumber(4, label.last);
    put.bindId(5, label.head).bindId(6, envelope.hash).bindNumber(7, bytes.size()).bindBlob(8, bytes).bindInt(9, now);
    LIANXIN_CHECK(put.run());
    return transaction.commit();
}

Result<std::vector<CarriedItem>> CarryShelf::due(To to, Millis now, std::size_t maxCount, std::size_t maxBytes)
{
    LIANXIN_TRY(auto rows, m_database.statement(
                               "SELECT id, replica, epoch, first, last, head, hash, bytes FROM carried WHERE refused "
                               "= '' AND not_before <= ?1 AND (?2 = 0 OR onward_hash IS NULL) ORDER BY replica, "
                               "first, last DESC, id"));
    rows.bindInt(1, now).bindInt(2, to == To::carrier ? 1 : 0);
    std::vector<CarriedItem> items;
    std::size_t bytes = 0;
    while (items.size() < maxCount) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            break;
        CarriedItem item;
        item.id = rows.intAt(0);
        LIANXIN_TRY(item.label.replica, rows.idAt<ReplicaId>(1));
        LIANXIN_TRY(item.label.epoch, rows.idAt<EpochId>(2));
        item.label.first = rows.numberAt(3);
        item.label.last = rows.numberAt(4);
        LIANXIN_TRY(item.label.head, rows.idAt<Hash>(5));
        LIANXIN_TRY(item.hash, rows.idAt<Hash>(6));
        item.bytes = rows.blobAt(7);
        // The one before it brings all of this along; should the province refuse that one, this is due the next time.
        const auto* longer = items.empty() ? nullptr : &items.back().label;
        if (longer != nullptr && longer->replica == item.label.replica && longer->epoch == item.label.epoch &&
            longer->first <= item.label.first && longer->last >= item.label.last)
            continue;
        bytes += item.bytes.size();
        if (!items.empty() && bytes > maxBytes)
            break;
        items.push_back(std::move(item));
    }
    return items;
}

Result<void> CarryShelf::received(const core::Receipt& receipt, Millis now)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    // Within an epoch the number only grows; of two epochs the one that came last is the living one.
    LIANXIN_TRY(
        auto put,
        m_database.statement(
            "INSERT INTO carried_receipt(replica, epoch, held, head, signature, came) VALUES(?1, ?2, ?3, ?4, ?5, "
            "?6) ON CONFLICT(replica) DO UPDATE SET epoch = ?2, held = ?3, head = ?4, signature = ?5, came = ?6 "
            "WHERE epoch <> ?2 OR held <= ?3"));
    put.bindId(1, receipt.replica).bindId(2, receipt.epoch).bindNumber(3, receipt.held).bindId(4, receipt.head);
    LIANXIN_CHECK(put.bindId(5, receipt.signature).bindInt(6, now).run());
    LIANXIN_TRY(auto drop,
                m_database.statement("DELETE FROM carried WHERE replica = ?1 AND epoch = ?2 AND last <= ?3"));
    LIANXIN_CHECK(drop.bindId(1, receipt.replica).bindId(2, receipt.epoch).bindNumber(3, receipt.held).run());
    return transaction.commit();
}

Result<void> CarryShelf::refused(std::int64_t id, std::string_view code)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(auto put, m_database.statement("UPDATE carried SET refused = ?2 WHERE id = ?1"));
    LIANXIN_CHECK(put.bindInt(1, id).bindText(2, code).run());
    return transaction.commit();
}

Result<void> CarryShelf::postpone(std::int64_t id, Millis until)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(auto put, m_database.statement("UPDATE carried SET not_before = ?2 WHERE id = ?1"));
    LIANXIN_CHECK(put.bindInt(1, id).bindInt(2, until).run());
    return transaction.commit();
}

Result<void> CarryShelf::handedOn(std::int64_t id, const HandedOn& proof)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(auto put, m_database.statement("UPDATE carried SET onward_certificate = ?2, onward_hash = ?3, "
                                               "onward_signature = ?4 WHERE id = ?1"));
    put.bindInt(1, id).bindText(2, proof.certificate).bindId(3, proof.receipt.envelope);
    LIANXIN_CHECK(put.bindId(4, proof.receipt.signature).run());
    return transaction.commit();
}

Result<std::vector<core::Receipt>> CarryShelf::receipts(const std::vector<ReplicaId>& replicas)
{
    std::vector<core::Receipt> found;
    LIANXIN_TRY(auto query,
                m_database.statement("SELECT epoch, held, head, signature FROM carried_receipt WHERE replica = ?1"));
    for (const auto& replica : replicas) {
        LIANXIN_TRY(const bool there, query.bindId(1, replica).step());
        if (there) {
            core::Receipt receipt;
            receipt.replica = replica;
            LIANXIN_TRY(receipt.epoch, query.idAt<EpochId>(0));
            receipt.held = query.numberAt(1);
            LIANXIN_TRY(receipt.head, query.idAt<Hash>(2));
            LIANXIN_TRY(receipt.signature, query.idAt<core::Signature>(3));
            found.push_back(receipt);
        }
        query.reset();
    }
    return found;
}

Result<std::vector<HandedOn>> CarryShelf::onward(const std::vector<ReplicaId>& replicas)
{
    std::vector<HandedOn> found;
    LIANXIN_TRY(
        auto query,
        m_database.statement("SELECT onward_certificate, onward_hash, onward_signature, first, last, head FROM carried "
                             "WHERE replica = ?1 AND onward_hash IS NOT NULL ORDER BY last DESC LIMIT 1"));
    for (const auto& replica : replicas) {
        LIANXIN_TRY(const bool there, query.bindId(1, replica).step());
        if (there) {
            HandedOn one;
            one.certificate = query.textAt(0);
            one.receipt.replica = replica;
            LIANXIN_TRY(one.receipt.envelope, query.idAt<Hash>(1));
            LIANXIN_TRY(one.receipt.signature, query.idAt<core::Signature>(2));
            one.receipt.first = query.numberAt(3);
            one.receipt.last = query.numberAt(4);
            LIANXIN_TRY(one.head, query.idAt<Hash>(5));
            found.push_back(std::move(one));
        }
        query.reset();
    }
    return found;
}

Result<std::vector<ReplicaId>> CarryShelf::authors()
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT DISTINCT replica FROM carried ORDER BY replica"));
    std::vector<ReplicaId> authors;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return authors;
        LIANXIN_TRY(const auto replica, rows.idAt<ReplicaId>(0));
        authors.push_back(replica);
    }
}

Result<std::uint64_t> CarryShelf::expire(Millis now)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(m_database));
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM carried WHERE taken < ?1"));
    LIANXIN_CHECK(drop.bindInt(1, now - m_limits.age).run());
    const auto gone = static_cast<std::uint64_t>(m_database.changedRows());
    LIANXIN_CHECK(transaction.commit());
    return gone;
}

Result<CarryCounts> CarryShelf::counts()
{
    CarryCounts counts;
    LIANXIN_TRY(auto query, m_database.statement("SELECT coalesce(sum(refused = ''), 0), coalesce(sum(size), 0), "
                                                 "coalesce(sum(refused <> ''), 0), coalesce(min(CASE WHEN refused = '' "
                                                 "THEN taken END), 0) FROM carried"));
    LIANXIN_TRY(const bool there, query.step());
    if (!there)
        return counts;
    counts.waiting = query.numberAt(0);
    counts.bytes = query.numberAt(1);
    counts.refused = query.numberAt(2);
    counts.oldest = query.intAt(3);
    LIANXIN_TRY(const auto receipts, m_database.queryInt("SELECT count(*) FROM carried_receipt"));
    counts.receipts = static_cast<std::uint64_t>(receipts);
    return counts;
}

} // namespace lianxin::store
