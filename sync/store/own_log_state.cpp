// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/own_log.hpp"

#include "sync/store/ids_of.hpp"

// Where own changesets are: on the tablet, received, held back, withdrawn; and which of them may still lie on top of a record.
namespace lianxin::store {

Result<std::vector<std::uint64_t>> OwnLog::touching(RecordId record) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT number FROM own_touch WHERE record = ?1 ORDER BY number"));
    rows.bindId(1, record);
    std::vector<std::uint64_t> numbers;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return numbers;
        numbers.push_back(rows.numberAt(0));
    }
}

Result<void> OwnLog::letGo()
{
    LIANXIN_TRY(const auto head, last());
    for (const auto* sql : {"DELETE FROM changeset WHERE number < ?1", "DELETE FROM parcel WHERE last <= ?1",
                            "UPDATE changeset SET body = x'', held_back = 0 WHERE number = ?1",
                            "DELETE FROM own_touch WHERE number <= ?1"}) {
        LIANXIN_TRY(auto drop, m_database.statement(sql));
        LIANXIN_CHECK(drop.bindNumber(1, head).run());
    }
    return {};
}

Result<bool> OwnLog::isTouched(RecordId record) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT 1 FROM own_touch WHERE record = ?1 LIMIT 1"));
    return rows.bindId(1, record).step();
}

Result<std::vector<RecordId>> OwnLog::touchedRecords() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT DISTINCT record FROM own_touch"));
    return idsOf<RecordId>(rows);
}

Result<void> OwnLog::dropTouch(RecordId record, std::uint64_t number)
{
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM own_touch WHERE record = ?1 AND number = ?2"));
    return drop.bindId(1, record).bindNumber(2, number).run();
}

Result<void> OwnLog::beginEpoch(const core::Receipt& receipt)
{
    LIANXIN_CHECK(m_meta.setNumber(meta::kAcknowledged, 0));
    LIANXIN_CHECK(m_meta.setNumber(meta::kBackupMark, 0)); // of a server that is no more
    LIANXIN_CHECK(m_meta.setNumber(meta::kHealed, 1));
    LIANXIN_CHECK(storeReceipt(receipt));
    // What carriers signed for was sealed to the epoch before: it waits here again, until one of them takes it anew.
    LIANXIN_CHECK(m_database.exec("DELETE FROM carried_own"));
    LIANXIN_TRY(auto free, m_database.statement("UPDATE changeset SET held_back = 0 WHERE number > ?1"));
    LIANXIN_CHECK(free.bindNumber(1, receipt.held).run());
    LIANXIN_CHECK(m_database.exec("UPDATE restamped SET received = 0"));
    LIANXIN_TRY(const auto mine, last());
    LIANXIN_TRY(auto touch, m_database.statement("INSERT OR IGNORE INTO own_touch(record, number) VALUES(?1, ?2)"));
    OwnChanges changes(*this);
    LIANXIN_TRY(const auto begun, start());
    for (auto number = std::uint64_t{1}; number <= mine; ++number) {
        if (number <= receipt.held) { // re-stamped ones go up again, whatever the receipt of the present id covers
            if (number > begun)
                number = receipt.held;
            LIANXIN_TRY(const bool there, number > begun ? Result<bool>(true) : isReceived(number));
            if (there)
                continue;
        }
        LIANXIN_TRY(const auto* changeset, changes.at(number));
        for (const auto& change : changeset->changes)
            LIANXIN_CHECK(touch.bindId(1, change.record).bindNumber(2, number).run());
    }
    return {};
}

Result<bool> OwnLog::hasHealed() const
{
    LIANXIN_TRY(const auto healed, m_meta.number(meta::kHealed));
    return healed > 0;
}

Result<void> OwnLog::holdBack(const core::ChangeOutcome& outcome)
{
    LIANXIN_TRY(auto put,
                m_database.statement("UPDATE changeset SET held_back = ?2 WHERE number = ?1 AND length(body) > 0"));
    const bool held = outcome.outcome == core::Outcome::quarantined;
    // Stored above 0, so that a reason of `none` is still held back. Of one that was trimmed nobody here could say what it was.
    return put.bindNumber(1, outcome.number).bindInt(2, held ? 1 + static_cast<std::int64_t>(outcome.reason) : 0).run();
}

Result<void> OwnLog::replaceHeldBack(const std::vector<core::ChangeOutcome>& outcomes)
{
    LIANXIN_CHECK(m_database.exec("UPDATE changeset SET held_back = 0 WHERE held_back > 0"));
    for (auto outcome : outcomes) {
        outcome.outcome = core::Outcome::quarantined;
        LIANXIN_CHECK(holdBack(outcome));
    }
    return {};
}

Result<void> OwnLog::replaceWithdrawn(const std::vector<Dot>& dots)
{
    LIANXIN_CHECK(m_database.exec("DELETE FROM withdrawn"));
    LIANXIN_TRY(auto put, m_database.statement("INSERT OR IGNORE INTO withdrawn(replica, number) VALUES(?1, ?2)"));
    for (const auto& dot : dots)
        LIANXIN_CHECK(put.bindId(1, dot.replica).bindNumber(2, dot.number).run());
    return {};
}

Result<std::vector<Dot>> OwnLog::withdrawn() const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT replica, number FROM withdrawn"));
    std::vector<Dot> dots;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return dots;
        LIANXIN_TRY(const auto replica, rows.idAt<ReplicaId>(0));
        dots.push_back({replica, rows.numberAt(1)});
    }
}

Result<std::vector<OwnChange>> OwnLog::list(Statement& rows) const
{
    OwnChanges changes(*this);
    std::vector<OwnChange> list;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return list;
        OwnChange change;
        change.number = rows.numberAt(0);
        change.saved = rows.intAt(1);
        if (const auto held = rows.intAt(2); held > 0) {
            change.place = Place::heldBack;
            change.reason = static_cast<core::QuarantineReason>(held - 1);
        } else {
            LIANXIN_TRY(const bool there, isReceived(change.number));
            change.place = there ? Place::received : Place::tablet;
        }
        LIANXIN_TRY(const auto* changeset, changes.at(change.number));
        for (const auto& one : changeset->changes)
            change.records.push_back(one.record);
        list.push_back(std::move(change));
    }
}

Result<std::vector<OwnChange>> OwnLog::waiting() const
{
    LIANXIN_TRY(const auto received, acknowledged());
    LIANXIN_TRY(
        auto rows,
        m_database.statement(
            "SELECT number, saved, held_back FROM changeset WHERE held_back > 0 AND number <= ?1 UNION ALL "
            "SELECT c.number, c.saved, c.held_back FROM restamped r JOIN changeset c ON c.number = r.number "
            "WHERE r.received = 0 AND c.held_back = 0 UNION ALL "
            "SELECT number, saved, held_back FROM changeset WHERE number > ?1 AND length(body) > 0 ORDER BY 1"));
    rows.bindNumber(1, received);
    return list(rows);
}

Result<std::vector<OwnChange>> OwnLog::heldBack() const
{
    LIANXIN_TRY(auto rows, m_database.statement(
                               "SELECT number, saved, held_back FROM changeset WHERE held_back > 0 ORDER BY number"));
    return list(rows);
}

Result<std::vector<OwnChange>> OwnLog::recent(std::size_t limit) const
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT number, saved, held_back FROM changeset WHERE length(body) > 0 "
                                                "ORDER BY number DESC LIMIT ?1"));
    rows.bindNumber(1, limit);
    return list(rows);
}

// What still waits comes first: a record is with the province only when all that was written in it is.
Result<RecordPlace> OwnLog::placeOf(RecordId record) const
{
    LIANXIN_TRY(auto rows, m_database.statement(
                               "SELECT t.number, c.held_back FROM own_touch t JOIN changeset c ON c.number = t.number "
                               "WHERE t.record = ?1 ORDER BY t.number DESC"));
    rows.bindId(1, record);
    RecordPlace place;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return place;
        const auto number = rows.numberAt(0);
        LIANXIN_TRY(const bool there, isReceived(number));
        if (!there)
            return RecordPlace{Place::tablet, core::QuarantineReason::none, number};
        if (rows.intAt(1) > 0 && place.place == Place::received)
            place = {Place::heldBack, static_cast<core::QuarantineReason>(rows.intAt(1) - 1), number};
        else if (place.number == 0)
            place.number = number;
    }
}

} // namespace lianxin::store
