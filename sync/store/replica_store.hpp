// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/donation.hpp"
#include "sync/model/catalogue.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/carried_state.hpp"
#include "sync/store/carry_shelf.hpp"
#include "sync/store/record_view.hpp"
#include "sync/store/spare_room.hpp"
#include "sync/store/text_folder.hpp"
#include "sync/wire/restamp_messages.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

// All live longer than the store.
struct ReplicaPorts {
    const Catalogue* catalogue{nullptr};
    const TextFolder* folder{nullptr};
    const Clock* clock{nullptr};
    RandomSource* random{nullptr};
    SpareRoom* room{nullptr}; // none: a full disk is a full disk
};

class PieceShelf;

struct SegmentProgress { // in bytes
    std::uint64_t missing{0};
    std::uint64_t ready{0}; // of manifests that are here whole
};

// The next part of what a restored server is given, and where the store stands when it is acknowledged.
struct Donation {
    core::DonationRequest request;
    std::string progress;
};

// One user's records on one tablet (D1): register states as the server sent them, own changesets with their chain, drafts, search terms
// and audit in one encrypted file. One thread owns it. Each call that writes is one transaction and durable when it returns; after an
// error nothing of it is there.
class ReplicaStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<ReplicaStore>> open(const std::string& path, const RawKey& key,
                                                                    const ReplicaPorts& ports);
    ~ReplicaStore();
    ReplicaStore(const ReplicaStore&) = delete;
    ReplicaStore& operator=(const ReplicaStore&) = delete;

    // Once, after enrolment, with the generation of the grants that came with it: what is saved before the first pull carries it. A second
    // call with other ids is Errc::invalidInput.
    [[nodiscard]] Result<void> initialise(ReplicaId replica, UserId user, EpochId epoch,
                                          std::uint64_t scopeGeneration = 0);

    // Called after the commit with the ids of records whose view may have changed; empty when only places (receipts) changed.
    using ChangeListener = std::function<void(const std::vector<RecordId>&)>;
    void setChangeListener(ChangeListener listener);

    // --- reading: own changes are always on top (read your writes)
    [[nodiscard]] Result<RecordView> view(RecordId record) const; // Errc::notFound
    [[nodiscard]] Result<bool> contains(RecordId record) const;
    // What was overwritten in a record while this tablet looked on: by register, newest first. What stands there now is in its view.
    [[nodiscard]] Result<std::vector<PastValue>> pastValues(RecordId record) const;
    [[nodiscard]] Result<OpenedRecord> openForEdit(RecordId record) const;
    [[nodiscard]] Result<std::vector<RecordView>>
    children(RecordId root) const; // everything filed under it, itself included
    // By sort key: pinyin of the title, or the time of types with a timeline. limit 0 = all.
    [[nodiscard]] Result<std::vector<RecordView>> ofType(std::uint32_t type, std::size_t limit = 0,
                                                         std::size_t offset = 0, bool descending = false) const;
    // Records that this tablet got to know at that moment or later (RecordView::since), in no order.
    [[nodiscard]] Result<std::vector<RecordView>> cameSince(std::uint32_t type, Millis moment) const;
    [[nodiscard]] Result<std::uint64_t> countOfType(std::uint32_t type) const;
    [[nodiscard]] Result<std::vector<ConflictView>> conflicts() const;
    // Goes through all records: for who looks at the numbers, not for a page that opens.
    [[nodiscard]] Result<Counts> counts() const;
    [[nodiscard]] Result<std::uint64_t> waitingCount() const;      // Counts::waiting alone
    [[nodiscard]] Result<bool> hasSealed() const;                  // whether Counts::sealed is not 0
    [[nodiscard]] Result<std::vector<OwnChange>> waiting() const;  // without a receipt or held back; oldest first
    [[nodiscard]] Result<std::vector<OwnChange>> heldBack() const; // by the server (R36); oldest first
    [[nodiscard]] Result<std::vector<OwnChange>>
    recentChanges(std::size_t limit) const; // newest first, wherever they are
    [[nodiscard]] Result<std::vector<PartitionView>> partitions() const;
    // The changeset with this own number, as it lies in the log. Errc::damaged when it does not read.
    [[nodiscard]] Result<core::Changeset> ownChangeset(std::uint64_t number) const;
    // Whether this tablet made it, under whichever id it had then (PROTOCOL.md 9.1).
    [[nodiscard]] Result<bool> isMine(const Dot& dot) const;
    [[nodiscard]] Result<RecordPlace> recordPlace(RecordId record) const;
    [[nodiscard]] PieceShelf pieces() const; // derived from records, kept beside them
    // Best first within each group, the groups in the order of the code list search_group.
    [[nodiscard]] Result<std::vector<SearchHit>> search(std::string_view query, const SearchAsk& ask = {}) const;

    // --- writing. On a full disk saves and drafts take the spare room; pulls leave it to them (Errc::diskFull).
    [[nodiscard]] Result<SavedChange> save(const Edit& edit);
    [[nodiscard]] Result<void> putDraft(const Draft& draft);
    [[nodiscard]] Result<std::vector<Draft>> drafts() const; // newest first
    [[nodiscard]] Result<std::optional<Draft>> draft(RecordId id) const;
    [[nodiscard]] Result<void> dropDraft(RecordId id);
    [[nodiscard]] Result<void> appendAudit(std::string_view kind, std::string_view detail);
    [[nodiscard]] Result<std::vector<AuditEntry>> audit(std::size_t limit) const; // newest first
    [[nodiscard]] Result<void> verifyAudit() const; // Errc::damaged when the chain does not close
    // Small facts of the app (settings, last filter), encrypted like the rest.
    [[nodiscard]] Result<std::optional<std::string>> note(std::string_view key) const;
    [[nodiscard]] Result<void> putNote(std::string_view key, std::string_view text);

    // --- syncing
    [[nodiscard]] Result<SyncState> syncState() const;
    // Closes and signs the open parcel, durably, before it answers; asked again it gives the same bytes. No parcels: nothing waits.
    [[nodiscard]] Result<core::PushRequest> nextPush(const seal::SignKey& key, std::size_t maxChangesets = 500,
                                                     std::size_t maxBytes = 4U * 1024U * 1024U);
    // The same push without what the server can know already (PROTOCOL.md 7.1); empty when it cannot be said so.
    [[nodiscard]] Result<std::string> shortPush(const core::PushRequest& request) const;
    // Refuses a receipt that is not signed by `server`, of another replica or not over our chain (Errc::fork).
    [[nodiscard]] Result<void> storeReceipt(const core::PushReply& reply, const seal::PublicSignKey& server);
    // --- on the way by others (PROTOCOL.md 15)
    [[nodiscard]] Result<CarriedState> carried() const; // of own changes; never counted as received
    // The caller has verified the carrier's signature. Only what joins what lies there already counts.
    [[nodiscard]] Result<void> noteCarried(CarriedBy by, const seal::CarriedReceipt& receipt, const Hash& head,
                                           std::string_view carrier);
    // The province's receipt, brought by a carrier: refused like any other that does not fit.
    [[nodiscard]] Result<void> storeBroughtReceipt(const core::Receipt& receipt, const seal::PublicSignKey& server);
    [[nodiscard]] CarryShelf carryShelf() const; // others' envelopes that this tablet carries
    [[nodiscard]] Result<core::PullRequest> nextPull(std::uint32_t budget) const;
    // One transaction for the reply; nothing of it is used before epoch and own chain are compared (R26). Answers the changed records.
    [[nodiscard]] Result<std::vector<RecordId>> applyPull(const core::PullReply& reply);
    // --- first sync by segments. A reply's manifests, whose signatures the caller has checked, are kept with it.
    [[nodiscard]] Result<SegmentProgress> segmentProgress() const;
    [[nodiscard]] Result<std::optional<core::SegmentRequest>>
    nextSegments(std::uint32_t budget) const; // none: all are here
    // invalidInput: the bytes are not the segment's; nothing of the call is kept, and the caller drops everything.
    [[nodiscard]] Result<void> storeParts(const std::vector<core::SegmentPart>& parts);
    // What is whole, in one transaction: rows, terms, cursors, vectors; own changes on top again. Answers the changed records.
    // invalidInput, protocol, upgradeNeeded: it cannot be used, and is still there; the caller drops it.
    [[nodiscard]] Result<std::vector<RecordId>> loadSegments();
    [[nodiscard]] Result<void> dropSegments(std::string_view why); // for the audit; everything comes by frames then

    // --- healing a restored server (R14). Until the last part is acknowledged nothing may be pushed or pulled.
    // One transaction: takes the epoch of a receipt that `server` signed, forgets cursors, counts as received what that receipt covers.
    // All rows stay. Errc::fork when the receipt is not over our chain.
    [[nodiscard]] Result<void> adoptEpoch(const core::DonationReply& reply, const seal::PublicSignKey& server);
    [[nodiscard]] Result<bool> isDonating() const;
    [[nodiscard]] Result<Donation> nextDonation(std::uint32_t budget) const; // the same until it is acknowledged
    [[nodiscard]] Result<void> donated(const Donation& donation, const core::DonationReply& reply,
                                       const seal::PublicSignKey& server);
    [[nodiscard]] Result<bool>
    isRefilling() const; // some partition still has rows that only an earlier epoch vouches for

    // --- another id, because this one lives in another body too (PROTOCOL.md 9.1, R25-R29). `whole`: the server did not know the chain from
    // the last receipt on.
    [[nodiscard]] Result<wire::RestampAsk> nextRestamp(const seal::SignKey& fresh, bool whole) const;
    // One transaction: the new id, own changes that were not taken under ids of their own, their pasts and those of open forms by these names.
    // busy: something was saved since it was asked.
    [[nodiscard]] Result<void> restamp(const wire::RestampAsk& asked, const wire::RestampReply& reply,
                                       const seal::PublicSignKey& server);
    [[nodiscard]] Result<bool> hasRestamped() const; // they go up before anything else
    [[nodiscard]] Result<core::PushRequest> nextRestamped(const seal::SignKey& key, std::size_t max = 100) const;
    [[nodiscard]] Result<void> storeRestamped(const core::PushRequest& asked, const wire::RestampedReply& reply,
                                              const seal::PublicSignKey& server);
    [[nodiscard]] Result<void> skipRequestCounters(); // some were given before this tablet was put back

    [[nodiscard]] Result<std::uint64_t> nextRequestCounter();                 // never given twice, also after a crash
    [[nodiscard]] Result<Hash> stateHash(const PartitionId& partition) const; // D25, over stored heads

    // --- what this replica may not hold any more: hidden by the pull that said so
    // A piece of the purge, one transaction: rows of which nothing is unpushed, with all that was derived from them. True: call again. Harmless at
    // any time and after any death; the runner calls it after each receipt and pull, and at the start.
    [[nodiscard]] Result<bool> purgeSome();
    [[nodiscard]] Result<bool> rekeyDue() const; // something was purged under the file's present key

    // --- what lies at the province twice (R8, R42)
    [[nodiscard]] Result<bool> wantsMark(std::chrono::milliseconds pause) const; // since it was asked last
    // Of a reply that was applied and had been asked for it; the caller has checked the mark's signature. No mark: there is none.
    [[nodiscard]] Result<void> noteMark(const core::PullReply& reply);
    // A piece of what may go, the oldest first, one transaction; the newest `keep` changesets stay for those who look at them. True: call again.
    [[nodiscard]] Result<bool> trimSome(std::uint64_t keep);

    // --- the file
    [[nodiscard]] Result<void> verify() const;           // every page, every index, the audit chain
    [[nodiscard]] Result<void> rekey(const RawKey& key); // and nothing is due any more
    [[nodiscard]] Result<void> checkpoint();

private:
    struct Parts;
    explicit ReplicaStore(std::unique_ptr<Parts> parts);
    void notify(const std::vector<RecordId>& records) const;

    std::unique_ptr<Parts> m_parts;
    ChangeListener m_listener;
};

} // namespace lianxin::store
