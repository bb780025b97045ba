// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/blob_service.hpp"
#include "sync/server/carry_service.hpp"
#include "sync/server/catalogue_guard.hpp"
#include "sync/server/donation_service.hpp"
#include "sync/server/enrolment.hpp"
#include "sync/server/published_forms.hpp"
#include "sync/server/pull_service.hpp"
#include "sync/server/restamp_service.hpp"
#include "sync/server/shelf_service.hpp"
#include "sync/server/store_worker.hpp"

#include <memory>

namespace lianxin::server {

// An open province: the database and every service on it, put together. After open() all calls come from the store worker's thread.
class Province final : public BatchStore {
public:
    // Draws the epoch, makes the server's own replica and writes the escrow certificate into the directory.
    [[nodiscard]] static Result<void> initialise(const HomePaths& paths, const ServerIdentity& identity,
                                                 const Catalogue& catalogue, Clock& clock, RandomSource& random);
    [[nodiscard]] static Result<std::unique_ptr<Province>>
    open(const HomePaths& paths, ServerIdentity identity, Catalogue catalogue, Clock& clock, RandomSource& random);
    ~Province() override;

    Result<void> begin() override { return m_store.begin(); }
    Result<void> commit() override;
    void rollback() override;
    void whenIdle() override;
    [[nodiscard]] Result<void> close(); // saves counters, checkpoints

    // Between two commits. The folder must not be there yet.
    [[nodiscard]] Result<void> backup(const std::string& folder);

    [[nodiscard]] EpochId epoch() const { return m_epoch; }
    [[nodiscard]] const ServerIdentity& identity() const { return m_identity; }
    // Takes the issuer's document while the server runs: what is judged from here on is judged by the new catalogue, and tablets are offered
    // the document with their next answer. Nothing changes when it is refused. Answers its version.
    [[nodiscard]] Result<std::uint32_t> publishForms(const CatalogueFiles& core, const std::string& text);
    [[nodiscard]] Result<void> showForms(const ServedCatalogue& served);  // what lay in the data folder at the start
    [[nodiscard]] const PublishedForms& forms() const { return m_forms; } // from any thread
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] KeyRing& keys() { return m_ring; }
    [[nodiscard]] SqlServerStore& store() { return m_store; }
    [[nodiscard]] core::ServerCore& core() { return m_core; }
    [[nodiscard]] MemberStore& members() { return m_members; }
    [[nodiscard]] DirectoryEditor& directory() { return m_directory; }
    [[nodiscard]] Enrolment& enrolment() { return m_enrolment; }
    [[nodiscard]] PushService& push() { return m_push; }
    [[nodiscard]] CarryService& carry() { return m_carry; }
    [[nodiscard]] ShelfService& shelf() { return m_shelf; }
    [[nodiscard]] RelayRegistry& relays() { return m_relays; }
    [[nodiscard]] RandomSource& random() { return m_random; }
    [[nodiscard]] DonationService& donation() { return m_donation; }
    [[nodiscard]] RestampService& restamp() { return m_restamp; }
    [[nodiscard]] PullService& pull() { return m_pull; }
    [[nodiscard]] SegmentService& segments() { return m_segments; }
    [[nodiscard]] BlobService& blobs() { return m_blobs; }
    [[nodiscard]] BodyReader& bodies() { return m_bodies; }
    [[nodiscard]] Clock& clock() { return m_clock; }
    [[nodiscard]] ReplicaId self() const { return m_author.self().replica; }

private:
    struct Names {
        EpochId epoch;
        ReplicaId replica;
        UserId user;
    };
    [[nodiscard]] static Result<Names> readNames(store::Database& database);
    Province(const HomePaths& paths, std::unique_ptr<store::Database> database, const Names& names,
             ServerIdentity identity, Catalogue catalogue, Clock& clock, RandomSource& random);
    [[nodiscard]] core::ServerPorts ports();
    [[nodiscard]] Result<void> compactOne();
    [[nodiscard]] Result<void> beginEpoch(); // after the commit that drew it

    HomePaths m_paths;
    PublishedForms m_forms;
    std::unique_ptr<store::Database> m_database;
    ServerIdentity m_identity;
    Catalogue m_catalogue;
    EpochId m_epoch;
    bool m_epochDrawn{false}; // in the transaction under way
    Clock& m_clock;
    RandomSource& m_random;
    KeyRing m_ring;
    SqlServerStore m_store;
    MemberStore m_members;
    ChangeCheck m_check;
    BodyReader m_bodies;
    SentVectors m_vectors;
    core::ServerCore m_core;
    ServerAuthor m_author;
    RequestLedger m_ledger;
    DirectoryEditor m_directory;
    Enrolment m_enrolment;
    PushService m_push;
    RelayRegistry m_relays;
    CarryService m_carry;
    SegmentService m_segments;
    ShelfService m_shelf;
    PullService m_pull;
    BlobService m_blobs;
    DonationService m_donation;
    RestampService m_restamp;
};

} // namespace lianxin::server
