// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/core/record_state.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What the tablet's store gives to screens and takes from editors.
namespace lianxin::store {

struct RegisterView {
    RegisterKey key;
    Value value;       // provisional (D8); of a set element: true while any head is
    core::Heads heads; // stored ones and own changes on top (R10)
    bool conflict{
        false}; // single registers whose heads differ, and lives that a person decides; never an element of a set (R34)
    std::optional<core::ConflictNote>
        note; // of the stored heads; absent for a conflict that only this tablet knows yet
};

// A value that stood in a register and was overwritten while this tablet looked on.
struct PastValue {
    RegisterKey key;
    core::Head head;
    bool beside{false}; // it stood beside another one, and that one was chosen
    std::string why;    // as far as its writer said so
};

enum class Life : std::uint8_t { active = 1, voided = 2, merged = 3 };

struct RecordView {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    std::vector<RegisterView> registers; // sorted by key
    Life life{Life::active};             // put away beside words that were not seen then: still visible (life.hpp)
    bool conflict{false};
    bool pending{false};      // own changes that no receipt covers yet
    Millis since{0};          // when this tablet got to know the record, by its own clock; 0 = before that was kept
    Millis arrived{0};        // when words of other replicas last came in, by its own clock; 0 = never
    std::uint64_t lastOwn{0}; // greatest own changeset not yet reflected by the server's state, 0 = none

    [[nodiscard]] const RegisterView* find(const RegisterKey& key) const;
    [[nodiscard]] RegisterValues values() const; // provisional, without cleared registers of no heads
};

// The context of every register of a record when a form was opened, own changes shown on top and their pasts included (R9, R33).
// Goes into the draft: what the form did not show must survive it, however late it is saved.
class Past {
public:
    Past() = default;
    explicit Past(core::Context common) : m_common(std::move(common)) {}
    [[nodiscard]] core::Context of(const RegisterKey& key) const;
    void set(const RegisterKey& key, const core::Context& whole);
    // Whose own changes it names by which ids: a tablet can get another id while a form is open (R29).
    [[nodiscard]] ReplicaId self() const { return m_self; }
    void setSelf(ReplicaId self) { m_self = self; }
    void rename(const std::function<core::Context(const core::Context&)>& by);
    [[nodiscard]] std::string encode() const;
    [[nodiscard]] static Result<Past> decode(std::string_view bytes);
    bool operator==(const Past&) const = default;

private:
    core::Context m_common;                        // of every register that is not named below
    std::map<RegisterKey, core::Context> m_beyond; // with the common part
    std::map<RegisterKey, core::Context>
        m_alone; // registers that have not seen all of the common part (frozen by a move, R21)
    ReplicaId m_self;
};

struct OpenedRecord {
    RecordView view;
    Past past;
};

struct RegisterEdit {
    RegisterKey key;
    Value value;
};

// A record that is not on this tablet yet is created: an empty past is then right.
struct RecordEdit {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    std::vector<RegisterEdit> writes; // any order, each key at most once
    Past past;
};

// One save by one person; all of it or nothing (R31).
struct Edit {
    std::string why;
    std::vector<RecordEdit> records;
    std::optional<RecordId> draft; // removed by the same transaction
    std::string auditKind{"save"};
};

struct SavedChange {
    std::uint64_t number{0};
    core::Hlc hlc{0};
    std::vector<RecordId> records;
};

struct ConflictView {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    std::vector<RegisterKey> registers;
};

// Where a person's work is. Received only after a valid receipt.
enum class Place : std::uint8_t { tablet, received, heldBack };

struct RecordPlace {
    Place place{Place::received};
    core::QuarantineReason reason{core::QuarantineReason::none};
    std::uint64_t number{0}; // the own changeset that decides, 0 if none does
};

struct OwnChange {
    std::uint64_t number{0};
    Millis saved{0}; // the tablet's clock
    Place place{Place::tablet};
    core::QuarantineReason reason{core::QuarantineReason::none};
    std::vector<RecordId> records;
};

struct PartitionView {
    PartitionId partition;
    std::uint64_t cursor{0};
    bool granted{false};
    core::Context vector;
};

struct Counts {
    std::uint64_t records{0};
    std::uint64_t conflicts{0};
    std::uint64_t waiting{0};  // own changesets without a receipt
    std::uint64_t heldBack{0}; // own changesets in quarantine
    std::uint64_t drafts{0};
    std::uint64_t sealed{0}; // records out of sight that wait for the receipt of what was written in them
};

struct SyncState {
    bool initialised{false};
    ReplicaId replica;
    UserId user;
    EpochId epoch;
    std::uint64_t saved{0};
    // By a valid receipt of this epoch, or of one before where it was trimmed since: that will never be sent again.
    std::uint64_t acknowledged{0};
    std::uint64_t trimmed{0};   // up to it own changesets are not here any more: they lie at the province twice (R8)
    std::uint64_t restamped{0}; // below that and not received: they go up under ids of their own (PROTOCOL.md 9.1)
    std::uint64_t scopeGeneration{0};
    Millis lastContact{0}; // own clock at the last receipt or accepted pull, 0 = never
    Millis clockOffset{0}; // estimated server time minus own time
    std::optional<core::Receipt> receipt;
};

struct Draft {
    RecordId id;
    std::uint32_t type{0};
    RecordId record; // the record it edits or will create
    RecordId root;
    Past past;
    std::string body; // JSON of the form; sealed texts are envelopes made by the caller
    Millis updated{0};
};

enum class HitKind : std::uint8_t { name, namePinyin, nameInitials, phone, place, placePinyin, placeInitials, number };

struct SearchHit {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    HitKind kind{HitKind::name};
    bool fromStart{false};  // matches from the first character of the text
    std::uint32_t group{0}; // code of search_group; 0: of none
};

// What a search may answer with. Types that the reader may not read are left out before anything is counted.
struct SearchAsk {
    std::size_t perGroup{50};
    std::function<bool(std::uint32_t type)> mayShow; // empty: every type
};

struct AuditEntry {
    std::uint64_t number{0};
    Millis at{0};
    std::string kind;
    std::string detail;
    Hash hash;
};

} // namespace lianxin::store
