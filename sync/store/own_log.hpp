// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/meta.hpp"
#include "sync/store/record_view.hpp"
#include "sync/store/restamp.hpp"

#include <map>
#include <optional>
#include <vector>

namespace lianxin::store {

// The replica's own changesets: numbered without gaps, chained over blinded commitments (D13), gathered in parcels that are signed once (D12).
// Kept after their receipt: the overlay, histories and a recovery read them, until they lie at the province twice (R8). The caller holds the transaction of whatever writes.
class OwnLog {
public:
    OwnLog(Database& database, Meta& meta, RandomSource& random) : m_database(database), m_meta(meta), m_random(random)
    {}

    [[nodiscard]] Result<std::uint64_t> last() const;
    [[nodiscard]] Result<std::uint64_t> acknowledged() const;
    [[nodiscard]] Result<Hash> chainAt(std::uint64_t number) const; // nil at 0
    [[nodiscard]] Result<std::string> body(std::uint64_t number) const;

    // `changeset` has number last + 1; `body` is its canonical text.
    [[nodiscard]] Result<void> append(const core::Changeset& changeset, std::string_view body, Millis now);
    // Signs the open parcel, if there is one: nothing is added to it afterwards.
    [[nodiscard]] Result<void> closeParcel(ReplicaId self, const seal::SignKey& key);
    // Signed parcels that a receipt does not cover whole, at least one when there is any.
    [[nodiscard]] Result<std::vector<core::Parcel>> parcelsToPush(ReplicaId self, std::size_t maxChangesets,
                                                                  std::size_t maxBytes) const;

    // R26: is (held, head) a place on our chain? Errc::fork when it is not.
    [[nodiscard]] Result<void> compare(std::uint64_t held, const Hash& head) const;
    // This body was revoked and the province has all of it: only the head of the chain stays, which numbers and receipts go on from.
    [[nodiscard]] Result<void> letGo();
    [[nodiscard]] Result<void> storeReceipt(const core::Receipt& receipt);
    // Of another epoch: what it does not cover waits again, held back or not.
    [[nodiscard]] Result<void> beginEpoch(const core::Receipt& receipt);
    [[nodiscard]] Result<bool> hasHealed() const; // an epoch began since this tablet was registered
    [[nodiscard]] Result<std::optional<core::Receipt>> receipt(ReplicaId self) const;

    // --- what lies at the province twice (own_log_trim.cpp): body and parcel go, number and chain hash stay
    [[nodiscard]] Result<std::uint64_t> trimmed() const; // the last one that was let go of
    [[nodiscard]] Result<std::uint64_t> mark() const;    // of the province's backup, in the present epoch
    // The oldest ones up to `upTo`, whole parcels, until there are `most` of them or one is needed here; answers how many.
    [[nodiscard]] Result<std::size_t> trim(ReplicaId self, std::uint64_t upTo, std::size_t most);

    // --- after a fork (own_log_restamp.cpp)
    // The last number that was given under an id before the present one; 0: there was none.
    [[nodiscard]] Result<std::uint64_t> start() const;
    [[nodiscard]] Result<Dot>
    dotOf(std::uint64_t number) const; // a changeset keeps its number on this tablet, whatever its dot
    [[nodiscard]] Result<std::uint64_t> restampedWaiting() const;
    [[nodiscard]] Result<bool> isReceived(std::uint64_t number) const;
    // Another id from here on: what of `shared` on was not taken is written anew under ids of its own.
    [[nodiscard]] Result<void> restamp(ReplicaId self, ReplicaId fresh, std::uint64_t shared);
    [[nodiscard]] Result<std::vector<core::Parcel>> restampedParcels(const seal::SignKey& key, std::size_t max) const;
    [[nodiscard]] Result<void> restampedTaken(ReplicaId id, const core::ChangeOutcome& outcome);
    [[nodiscard]] Result<std::vector<Restamp>> restamps() const; // oldest first
    [[nodiscard]] Result<Past> renamed(Past past, ReplicaId self) const;

    // Numbers of own changesets that may lie on top of a record, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> touching(RecordId record) const;
    [[nodiscard]] Result<bool> isTouched(RecordId record) const; // by own changes that may still lie on top
    [[nodiscard]] Result<std::vector<RecordId>> touchedRecords() const;
    [[nodiscard]] Result<void> dropTouch(RecordId record, std::uint64_t number);

    [[nodiscard]] Result<void> holdBack(const core::ChangeOutcome& outcome);
    [[nodiscard]] Result<void> replaceHeldBack(const std::vector<core::ChangeOutcome>& outcomes);
    [[nodiscard]] Result<void> replaceWithdrawn(const std::vector<Dot>& dots);
    [[nodiscard]] Result<std::vector<Dot>> withdrawn() const;

    [[nodiscard]] Result<std::vector<OwnChange>> waiting() const;
    [[nodiscard]] Result<std::vector<OwnChange>> heldBack() const;
    [[nodiscard]] Result<std::vector<OwnChange>> recent(std::size_t limit) const;
    [[nodiscard]] Result<RecordPlace> placeOf(RecordId record) const;

private:
    [[nodiscard]] Result<core::Parcel> parcel(std::uint64_t first, std::uint64_t last) const;
    [[nodiscard]] Result<std::vector<OwnChange>> list(Statement& rows) const;
    [[nodiscard]] Result<bool> isNeeded(ReplicaId self, std::uint64_t first, std::uint64_t last) const;
    [[nodiscard]] Result<void> forget(std::uint64_t first, std::uint64_t last);

    Database& m_database;
    Meta& m_meta;
    RandomSource& m_random;
};

// Decoded own changesets, each read once while an operation runs.
class OwnChanges {
public:
    explicit OwnChanges(const OwnLog& log) : m_log(log) {}
    [[nodiscard]] Result<const core::Changeset*> at(std::uint64_t number);

private:
    const OwnLog& m_log;
    std::map<std::uint64_t, core::Changeset> m_read;
};

} // namespace lianxin::store
