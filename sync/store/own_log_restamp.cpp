// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the own log when this tablet's id lived in another body too (PROTOCOL.md 9.1, R25-R29).
#include "sync/seal/chain.hpp"
#include "sync/seal/restamp.hpp"
#include "sync/store/own_log.hpp"
#include "sync/wire/changeset_codec.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::store {

namespace {

// Who put a record away named what was seen of it (life.hpp), own words by the ids that they had then: unseen, they would bring it back.
Value renamedLife(const Value& life, const Restamp& made)
{
    auto json = life.json();
    auto* object = json.if_object();
    auto* saw = object == nullptr ? nullptr : object->if_contains("saw");
    auto* seen = saw == nullptr ? nullptr : saw->if_object();
    const auto* named = seen == nullptr ? nullptr : seen->if_contains(made.old.text());
    const auto* numbers = named == nullptr ? nullptr : named->if_array();
    if (numbers == nullptr)
        return life;
    boost::json::array kept;
    boost::json::object anew;
    for (const auto& one : *numbers) {
        const auto number = one.is_int64() && one.get_int64() > 0 ? static_cast<std::uint64_t>(one.get_int64()) : 0;
        if (const auto name = made.names.find(number); name != made.names.end())
            anew[name->second.text()] = boost::json::array{1};
        else if (number <= made.shared)
            kept.push_back(one);
    }
    seen->erase(made.old.text());
    if (!kept.empty())
        (*seen)[made.old.text()] = std::move(kept);
    for (const auto& [id, first] : anew)
        (*seen)[id] = first;
    return Value::fromJson(json);
}

core::Changeset renamedChangeset(core::Changeset changeset, const Restamp& made)
{
    changeset.dot = {made.names.at(changeset.dot.number), 1};
    for (auto& past : changeset.pasts)
        past = made.renamed(past);
    for (auto& change : changeset.changes)
        for (auto& write : change.writes)
            if (write.key.number == kLifeRegister && write.key.element.empty())
                write.value = renamedLife(write.value, made);
    return changeset;
}

} // namespace

core::Context Restamp::renamed(const core::Context& context) const
{
    core::Context made;
    for (const auto& entry : context.entries()) {
        if (entry.replica != old) {
            made.merge(entry.replica, entry.numbers);
            continue;
        }
        for (const auto& [first, last] : entry.numbers.intervals())
            if (first <= shared)
                made.addRange(old, first, std::min(last, shared));
        for (const auto& [number, id] : names)
            if (entry.numbers.contains(number))
                made.add({id, 1});
    }
    return made;
}

Result<std::uint64_t> OwnLog::start() const
{
    LIANXIN_TRY(const auto last, m_database.queryInt("SELECT coalesce(max(last), 0) FROM former_self"));
    return static_cast<std::uint64_t>(last);
}

Result<Dot> OwnLog::dotOf(std::uint64_t number) const
{
    LIANXIN_TRY(const auto begun, start());
    if (number > begun) {
        LIANXIN_TRY(const auto self, m_meta.id<ReplicaId>(meta::kReplica));
        return Dot{self, number};
    }
    OwnChanges changes(*this);
    LIANXIN_TRY(const auto* changeset, changes.at(number));
    return changeset->dot;
}

Result<std::uint64_t> OwnLog::restampedWaiting() const
{
    LIANXIN_TRY(const auto count, m_database.queryInt("SELECT count(*) FROM restamped WHERE received = 0"));
    return static_cast<std::uint64_t>(count);
}

Result<bool> OwnLog::isReceived(std::uint64_t number) const
{
    LIANXIN_TRY(const auto received, acknowledged());
    if (number > received)
        return false;
    LIANXIN_TRY(auto query, m_database.statement("SELECT 1 FROM restamped WHERE number = ?1 AND received = 0"));
    LIANXIN_TRY(const bool waits, query.bindNumber(1, number).step());
    return !waits;
}

Result<std::vector<Restamp>> OwnLog::restamps() const
{
    std::vector<Restamp> all;
    LIANXIN_TRY(auto rows, m_database.statement("SELECT last, replica, shared FROM former_self ORDER BY last"));
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return all;
        Restamp one;
        LIANXIN_TRY(one.old, rows.idAt<ReplicaId>(1));
        one.shared = rows.numberAt(2);
        LIANXIN_TRY(auto names,
                    m_database.statement("SELECT number, replica FROM restamped WHERE number > ?1 AND number <= ?2"));
        names.bindNumber(1, one.shared).bindNumber(2, rows.numberAt(0));
        for (;;) {
            LIANXIN_TRY(const bool more, names.step());
            if (!more)
                break;
            LIANXIN_TRY(one.names[names.numberAt(0)], names.idAt<ReplicaId>(1));
        }
        all.push_back(std::move(one));
    }
}

// A form that was opened under an id before knows own changes by the names that they had then; one opened since does not need it.
Result<Past> OwnLog::renamed(Past past, ReplicaId self) const
{
    if (past.self().isNil() || past.self() == self)
        return past;
    LIANXIN_TRY(const auto all, restamps());
    const auto from = std::ranges::find(all, past.self(), &Restamp::old);
    for (auto one = from; one != all.end(); ++one)
        past.rename([&](const core::Context& context) { return one->renamed(context); });
    return past;
}

Result<void> OwnLog::restamp(ReplicaId self, ReplicaId fresh, std::uint64_t shared)
{
    LIANXIN_TRY(const auto mine, last());
    LIANXIN_TRY(const auto begun, start());
    Restamp made{self, shared, {}};
    std::map<std::uint64_t, core::BlindingSeed> seeds;
    {
        LIANXIN_TRY(auto rows, m_database.statement("SELECT c.number, c.chain, p.seed FROM changeset c JOIN parcel p "
                                                    "ON p.first = c.parcel WHERE c.number > ?1 AND length(c.body) > 0 "
                                                    "ORDER BY c.number"));
        rows.bindNumber(1, std::max(shared, begun));
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            const auto number = rows.numberAt(0);
            LIANXIN_TRY(const auto chain, rows.idAt<Hash>(1));
            LIANXIN_TRY(const auto seed, rows.idAt<core::BlindingSeed>(2));
            made.names[number] = seal::restampedId(self, number, chain);
            seeds[number] = seal::restampedSeed(seed, number);
        }
    }
    LIANXIN_TRY(auto put, m_database.statement("UPDATE changeset SET body = ?2, chain = ?3, held_back = 0 "
                                               "WHERE number = ?1"));
    LIANXIN_TRY(auto note,
                m_database.statement("INSERT INTO restamped(number, replica, seed, received) VALUES(?1, ?2, ?3, 0)"));
    for (const auto& [number, id] : made.names) {
        OwnChanges changes(*this);
        LIANXIN_TRY(const auto* before, changes.at(number));
        const auto body = wire::encodeChangeset(renamedChangeset(*before, made));
        const auto chain = seal::chainNext({}, seal::commitment(seeds.at(number), 1, body));
        LIANXIN_CHECK(put.bindNumber(1, number).bindBlob(2, body).bindId(3, chain).run());
        LIANXIN_CHECK(note.bindNumber(1, number).bindId(2, id).bindId(3, seeds.at(number)).run());
    }
    // Parcels of the old id that were not taken are of no use to anybody; what is saved from here on begins a new one.
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM parcel WHERE last > ?1 OR signature IS NULL"));
    LIANXIN_CHECK(drop.bindNumber(1, shared).run());
    LIANXIN_CHECK(m_database.exec("DELETE FROM carried_own"));
    LIANXIN_CHECK(m_database.exec("DELETE FROM receipt"));
    LIANXIN_CHECK(m_meta.setNumber(meta::kBackupMark, 0)); // of the old id's numbers
    // An id under which nothing was made names nothing: the one before it stands for that number already.
    LIANXIN_TRY(auto former,
                m_database.statement("INSERT OR IGNORE INTO former_self(last, replica, shared) VALUES(?1, ?2, ?3)"));
    LIANXIN_CHECK(former.bindNumber(1, mine).bindId(2, self).bindNumber(3, shared).run());
    LIANXIN_CHECK(m_meta.setBytes(meta::kReplica, fresh.raw()));
    return m_meta.setNumber(meta::kAcknowledged, static_cast<std::int64_t>(mine));
}

Result<std::vector<core::Parcel>> OwnLog::restampedParcels(const seal::SignKey& key, std::size_t max) const
{
    std::vector<core::Parcel> parcels;
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT r.replica, r.seed, c.body, c.chain FROM restamped r JOIN changeset c ON "
                                     "c.number = r.number WHERE r.received = 0 ORDER BY r.number LIMIT ?1"));
    rows.bindNumber(1, max);
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return parcels;
        core::Parcel parcel;
        LIANXIN_TRY(parcel.replica, rows.idAt<ReplicaId>(0));
        parcel.first = 1;
        LIANXIN_TRY(parcel.seed, rows.idAt<core::BlindingSeed>(1));
        parcel.bodies.emplace_back(rows.blobAt(2));
        LIANXIN_TRY(parcel.head, rows.idAt<Hash>(3));
        parcel.signature = seal::signParcel(key, parcel);
        parcels.push_back(std::move(parcel));
    }
}

Result<void> OwnLog::restampedTaken(ReplicaId id, const core::ChangeOutcome& outcome)
{
    LIANXIN_TRY(auto query, m_database.statement("SELECT number FROM restamped WHERE replica = ?1"));
    LIANXIN_TRY(const bool there, query.bindId(1, id).step());
    if (!there)
        return fail(Errc::protocol, "a receipt for what this tablet never wrote");
    const auto number = query.numberAt(0);
    LIANXIN_TRY(auto put, m_database.statement("UPDATE restamped SET received = 1 WHERE number = ?1"));
    LIANXIN_CHECK(put.bindNumber(1, number).run());
    return holdBack({number, outcome.outcome, outcome.reason});
}

} // namespace lianxin::store
