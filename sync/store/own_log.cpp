// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/own_log.hpp"

#include "sync/core/tuning.hpp"
#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"

namespace lianxin::store {

Result<std::uint64_t> OwnLog::last() const
{
    LIANXIN_TRY(const auto number, m_database.queryInt("SELECT coalesce(max(number), 0) FROM changeset"));
    return static_cast<std::uint64_t>(number);
}

Result<std::uint64_t> OwnLog::acknowledged() const
{
    LIANXIN_TRY(const auto number, m_meta.number(meta::kAcknowledged));
    return static_cast<std::uint64_t>(number);
}

Result<Hash> OwnLog::chainAt(std::uint64_t number) const
{
    LIANXIN_TRY(const auto begun, start());
    if (number == begun) // 0, or where the present id began
        return Hash{};
    LIANXIN_TRY(auto get, m_database.statement("SELECT chain FROM changeset WHERE number = ?1"));
    LIANXIN_TRY(const bool row, get.bindNumber(1, number).step());
    if (!row)
        return fail(Errc::notFound, "no own changeset of this number");
    return get.idAt<Hash>(0);
}

Result<std::string> OwnLog::body(std::uint64_t number) const
{
    LIANXIN_TRY(auto get, m_database.statement("SELECT body FROM changeset WHERE number = ?1"));
    LIANXIN_TRY(const bool row, get.bindNumber(1, number).step());
    if (!row)
        return fail(Errc::damaged, "an own changeset is missing");
    return std::string(get.blobAt(0));
}

Result<void> OwnLog::append(const core::Changeset& changeset, std::string_view body, Millis now)
{
    const auto number = changeset.dot.number;
    LIANXIN_TRY(const auto before, chainAt(number - 1));
    LIANXIN_TRY(auto open,
                m_database.statement(
                    "SELECT first, last, size, seed FROM parcel WHERE signature IS NULL ORDER BY first DESC LIMIT 1"));
    LIANXIN_TRY(const bool found, open.step());
    // A full parcel stays unsigned until the next push; it takes nothing more.
    const bool fits = found && open.numberAt(1) + 1 - open.numberAt(0) < core::tuning::kPushChangesets &&
                      open.numberAt(2) + body.size() <= core::tuning::kParcelBytes;
    std::uint64_t first = number;
    core::BlindingSeed seed;
    if (fits) {
        first = open.numberAt(0);
        LIANXIN_TRY(seed, open.idAt<core::BlindingSeed>(3));
        LIANXIN_TRY(auto grow, m_database.statement("UPDATE parcel SET last = ?2, size = size + ?3 WHERE first = ?1"));
        LIANXIN_CHECK(grow.bindNumber(1, first).bindNumber(2, number).bindNumber(3, body.size()).run());
    } else {
        seed = seal::makeSeed(m_random);
        LIANXIN_TRY(auto begin, m_database.statement(
                                    "INSERT INTO parcel(first, last, size, seed, before) VALUES(?1, ?1, ?2, ?3, ?4)"));
        LIANXIN_CHECK(begin.bindNumber(1, number).bindNumber(2, body.size()).bindId(3, seed).bindId(4, before).run());
    }
    const auto chain = seal::chainNext(before, seal::commitment(seed, number, body));
    LIANXIN_TRY(auto put,
                m_database.statement(
                    "INSERT INTO changeset(number, body, chain, parcel, hlc, saved) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    LIANXIN_CHECK(put.bindNumber(1, number)
                      .bindBlob(2, body)
                      .bindId(3, chain)
                      .bindNumber(4, first)
                      .bindInt(5, changeset.hlc)
                      .bindInt(6, now)
                      .run());
    LIANXIN_TRY(auto touch, m_database.statement("INSERT INTO own_touch(record, number) VALUES(?1, ?2)"));
    for (const auto& change : changeset.changes)
        LIANXIN_CHECK(touch.bindId(1, change.record).bindNumber(2, number).run());
    return {};
}

Result<core::Parcel> OwnLog::parcel(std::uint64_t first, std::uint64_t last) const
{
    core::Parcel parcel;
    parcel.first = first;
    LIANXIN_TRY(auto get, m_database.statement("SELECT seed, before FROM parcel WHERE first = ?1"));
    LIANXIN_TRY(const bool row, get.bindNumber(1, first).step());
    if (!row)
        return fail(Errc::damaged, "an own parcel is missing");
    LIANXIN_TRY(parcel.seed, get.idAt<core::BlindingSeed>(0));
    LIANXIN_TRY(parcel.before, get.idAt<Hash>(1));
    LIANXIN_TRY(auto bodies,
                m_database.statement("SELECT body FROM changeset WHERE number BETWEEN ?1 AND ?2 ORDER BY number"));
    bodies.bindNumber(1, first).bindNumber(2, last);
    for (;;) {
        LIANXIN_TRY(const bool more, bodies.step());
        if (!more)
            break;
        parcel.bodies.emplace_back(bodies.blobAt(0));
    }
    if (parcel.bodies.size() != last - first + 1)
        return fail(Errc::damaged, "an own parcel has holes");
    LIANXIN_TRY(parcel.head, chainAt(last));
    return parcel;
}

Result<void> OwnLog::closeParcel(ReplicaId self, const seal::SignKey& key)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> open;
    {
        LIANXIN_TRY(auto rows,
                    m_database.statement("SELECT first, last FROM parcel WHERE signature IS NULL ORDER BY first"));
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            open.emplace_back(rows.numberAt(0), rows.numberAt(1));
        }
    }
    for (const auto& [first, last] : open) {
        LIANXIN_TRY(auto made, parcel(first, last));
        made.replica = self;
        const auto signature = seal::signParcel(key, made);
        LIANXIN_TRY(auto put, m_database.statement("UPDATE parcel SET head = ?2, signature = ?3 WHERE first = ?1"));
        LIANXIN_CHECK(put.bindNumber(1, first).bindId(2, made.head).bindId(3, signature).run());
    }
    return {};
}

Result<std::vector<core::Parcel>> OwnLog::parcelsToPush(ReplicaId self, std::size_t maxChangesets,
                                                        std::size_t maxBytes) const
{
    LIANXIN_TRY(const auto received, acknowledged());
    LIANXIN_TRY(auto rows, m_database.statement("SELECT first, last, size, signature FROM parcel WHERE last > ?1 AND "
                                                "signature IS NOT NULL ORDER BY first"));
    rows.bindNumber(1, received);
    std::vector<core::Parcel> parcels;
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            break;
        const auto first = rows.numberAt(0);
        const auto last = rows.numberAt(1);
        count += static_cast<std::size_t>(last - first + 1);
        bytes += static_cast<std::size_t>(rows.numberAt(2));
        if (!parcels.empty() && (count > maxChangesets || bytes > maxBytes))
            break;
        LIANXIN_TRY(auto made, parcel(first, last));
        made.replica = self;
        LIANXIN_TRY(made.signature, rows.idAt<core::Signature>(3));
        parcels.push_back(std::move(made));
    }
    return parcels;
}

Result<void> OwnLog::compare(std::uint64_t held, const Hash& head) const
{
    LIANXIN_TRY(const auto mine, last());
    if (held > mine)
        return fail(Errc::fork, "the server holds changesets that this replica never made");
    LIANXIN_TRY(const auto chain, chainAt(held));
    if (chain != head)
        return fail(Errc::fork, "the server holds other changesets under our numbers");
    return {};
}

Result<void> OwnLog::storeReceipt(const core::Receipt& receipt)
{
    LIANXIN_TRY(const auto before, acknowledged());
    if (receipt.held < before)
        return {}; // a late reply: what was received stays received
    LIANXIN_TRY(auto put,
                m_database.statement(
                    "INSERT OR REPLACE INTO receipt(id, epoch, held, head, signature) VALUES(1, ?1, ?2, ?3, ?4)"));
    LIANXIN_CHECK(put.bindId(1, receipt.epoch)
                      .bindNumber(2, receipt.held)
                      .bindId(3, receipt.head)
                      .bindId(4, receipt.signature)
                      .run());
    return m_meta.setNumber(meta::kAcknowledged, static_cast<std::int64_t>(receipt.held));
}

Result<std::optional<core::Receipt>> OwnLog::receipt(ReplicaId self) const
{
    LIANXIN_TRY(auto get, m_database.statement("SELECT epoch, held, head, signature FROM receipt"));
    LIANXIN_TRY(const bool row, get.step());
    if (!row)
        return std::optional<core::Receipt>{};
    core::Receipt receipt;
    receipt.replica = self;
    LIANXIN_TRY(receipt.epoch, get.idAt<EpochId>(0));
    receipt.held = get.numberAt(1);
    LIANXIN_TRY(receipt.head, get.idAt<Hash>(2));
    LIANXIN_TRY(receipt.signature, get.idAt<core::Signature>(3));
    return std::optional(receipt);
}

Result<const core::Changeset*> OwnChanges::at(std::uint64_t number)
{
    auto found = m_read.find(number);
    if (found == m_read.end()) {
        LIANXIN_TRY(const auto body, m_log.body(number));
        if (body.empty()) // let go: there was one, and nobody here knows what it said
            return &m_read.emplace(number, core::Changeset{}).first->second;
        auto decoded = wire::decodeChangeset(body);
        if (!decoded)
            return fail(Errc::damaged, "an own changeset does not read: " + decoded.error().detail);
        found = m_read.emplace(number, std::move(*decoded)).first;
    }
    return &found->second;
}

} // namespace lianxin::store
