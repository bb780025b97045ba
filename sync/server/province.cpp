// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/province.hpp"

#include "sync/seal/chain.hpp"
#include "sync/server/backup.hpp"
#include "sync/server/backup_mark.hpp"
#include "sync/server/server_meta.hpp"
#include "sync/server/server_schema.hpp"

#include <filesystem>

namespace lianxin::server {

namespace {
constexpr std::string_view kEpoch = "epoch";
constexpr std::string_view kReplica = "replica";
constexpr std::string_view kUser = "user";

template <typename Id> Result<Id> idMeta(store::Database& database, std::string_view name)
{
    LIANXIN_TRY(auto query, database.statement("SELECT value FROM meta WHERE name = ?1"));
    query.bindText(1, name);
    LIANXIN_TRY(const auto there, query.step());
    if (!there)
        return fail(Errc::damaged, "the database of this server was never finished: run init in an empty folder");
    return query.idAt<Id>(0);
}

// For the operator: which file, and that nothing was done to it.
Error aboutDatabase(const Error& error, const std::string& file)
{
    const auto* advice =
        error.code == Errc::wrongSecret ? "; is this the key that the server was made with? The file was left as it is"
        : error.code == Errc::damaged   ? "; the file was left as it is: put a backup in its place, and keep it"
                                        : "";
    return fail(error.code, file + ": " + error.detail + advice);
}
} // namespace

Result<void> Province::initialise(const HomePaths& paths, const ServerIdentity& identity, const Catalogue& catalogue,
                                  Clock& clock, RandomSource& random)
{
    Names names;
    {
        store::DatabaseOptions options;
        options.smallPages = true;
        LIANXIN_TRY(auto database, store::Database::open(paths.database(), identity.databaseKey, options));
        LIANXIN_CHECK(prepareSchema(*database));
        random.fill(names.epoch.bytes);
        names.replica = makeReplicaId(random);
        names.user = userOf(makeRecordId(clock.now(), random));
        LIANXIN_TRY(auto transaction, store::Transaction::begin(*database));
        LIANXIN_CHECK(addMeta(*database, kEpoch, names.epoch.raw()));
        LIANXIN_CHECK(addMeta(*database, kReplica, names.replica.raw()));
        LIANXIN_CHECK(addMeta(*database, kUser, names.user.raw()));
        LIANXIN_CHECK(transaction.commit());
    }
    LIANXIN_TRY(auto again, loadIdentity(paths));
    LIANXIN_TRY(const auto province, open(paths, std::move(again), catalogue, clock, random));
    LIANXIN_CHECK(province->begin());
    core::ReplicaRow self;
    self.replica = names.replica;
    self.user = names.user;
    auto done = province->m_store.putReplica(self);
    if (done)
        done = province->m_directory.publishOwn(identity.escrow);
    if (!done) {
        province->rollback();
        return done;
    }
    LIANXIN_CHECK(province->commit());
    return province->close();
}

Result<Province::Names> Province::readNames(store::Database& database)
{
    Names names;
    LIANXIN_TRY(names.epoch, idMeta<EpochId>(database, kEpoch));
    LIANXIN_TRY(names.replica, idMeta<ReplicaId>(database, kReplica));
    LIANXIN_TRY(names.user, idMeta<UserId>(database, kUser));
    return names;
}

Result<std::unique_ptr<Province>> Province::open(const HomePaths& paths, ServerIdentity identity, Catalogue catalogue,
                                                 Clock& clock, RandomSource& random)
{
    store::DatabaseOptions options;
    options.mustExist = true;
    options.cacheKiB = 128 * 1024;
    options.smallPages = true;
    auto opened = store::Database::open(paths.database(), identity.databaseKey, options);
    if (!opened)
        return aboutDatabase(opened.error(), paths.database());
    auto database = std::move(*opened);
    // 64 MB of log before it is copied into the file: an evening's pushes rewrite the same pages, and each would be copied every time.
    LIANXIN_CHECK(database->exec("PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = 67108864"));
    LIANXIN_CHECK(prepareSchema(*database));
    LIANXIN_TRY(const auto names, readNames(*database));
    std::unique_ptr<Province> province(
        new Province(paths, std::move(database), names, std::move(identity), std::move(catalogue), clock, random));
    province->m_forms.set({province->m_catalogue.version(), 0, {}});
    LIANXIN_CHECK(province->m_ledger.load());
    if (auto shelf = SegmentShelf::open(paths.segments(), province->m_identity.databaseKey))
        province->m_segments.use(std::move(*shelf));
    province->m_blobs.use([file = paths.blobs(), owner = province.get()]() -> Result<std::unique_ptr<BlobShelf>> {
        LIANXIN_TRY(auto shelf, SqlBlobShelf::open(file, owner->m_identity.databaseKey, owner->m_clock));
        return std::unique_ptr<BlobShelf>(std::move(shelf));
    });
    // Never begun anew: tablets were told that these bytes are safe here.
    if (std::error_code ignored; std::filesystem::exists(paths.blobs(), ignored)) {
        if (const auto ready = province->m_blobs.prepare(); !ready)
            return aboutDatabase(ready.error(), paths.blobs());
    }
    return province;
}

Province::Province(const HomePaths& paths, std::unique_ptr<store::Database> database, const Names& names,
                   ServerIdentity identity, Catalogue catalogue, Clock& clock, RandomSource& random)
    : m_paths(paths), m_database(std::move(database)), m_identity(std::move(identity)),
      m_catalogue(std::move(catalogue)), m_epoch(names.epoch), m_clock(clock), m_random(random), m_store(*m_database),
      m_members(m_store),
      m_check(m_catalogue, m_store, m_members, names.replica, m_identity.escrow.user, m_identity.realm()),
      m_core(m_store, ports()), m_author({names.replica, names.user, m_catalogue.version()}, m_identity.replicaKey,
                                         m_store, m_core, clock, random),
      m_ledger(*m_database, m_ring), m_directory(m_catalogue, m_store, m_members, m_author, clock, random),
      m_enrolment({m_store, m_members, m_ledger, m_directory, m_identity, m_catalogue.version(), clock, random}),
      m_push({m_store, m_core, m_check, m_members, m_ledger, m_author, m_bodies, m_vectors, m_catalogue, clock}),
      m_relays(*m_database, m_ledger), m_carry({m_store, m_ledger, m_push, m_relays, m_members, m_identity, m_ring}),
      m_segments({m_store, m_core, m_members, m_ledger, clock, m_identity.receiptKey, m_epoch}),
      m_shelf(m_relays, m_ledger, m_segments, m_store),
      m_pull(m_store, m_core, m_members, m_ledger, m_segments, m_vectors, clock),
      m_blobs({m_store, m_members, m_ledger, m_catalogue, m_epoch}),
      m_donation({m_store, m_core, m_check, m_members, m_ledger, m_author, m_bodies, m_catalogue, clock,
                  m_identity.receiptKey.publicKey(),
                  [this, &clock, &random](std::string_view reason) {
                      m_epochDrawn = true;
                      m_members.forget(); // generations jump
                      return drawEpoch(m_store, reason, clock.now(), random);
                  }}),
      m_restamp({m_store, m_ledger, m_push, m_directory, clock, random})
{}

Province::~Province() = default;

Result<void> Province::showForms(const ServedCatalogue& served)
{
    PublishedForms::State state{m_catalogue.version(), 0, served.forms};
    if (!served.forms.empty()) {
        LIANXIN_TRY(const auto forms, seal::parseSignedForms(served.forms));
        state.forms = forms.version;
    }
    m_forms.set(std::move(state));
    return {};
}

// The files go first: a server that is killed in between starts with what was published.
Result<std::uint32_t> Province::publishForms(const CatalogueFiles& core, const std::string& text)
{
    LIANXIN_TRY(const auto version, server::publishForms(m_paths, m_identity.issuer, core, text));
    LIANXIN_TRY(const auto served, servedCatalogue(m_paths, m_identity.issuer, core));
    LIANXIN_TRY(m_catalogue, loadCatalogue(served.files));
    LIANXIN_CHECK(showForms(served));
    return version;
}

core::ServerPorts Province::ports()
{
    core::ServerPorts made;
    made.decode = [this](std::string_view body) { return m_bodies.read(body); };
    made.feedHash = seal::feedHash;
    made.check = [this](const core::Changeset& changeset, const core::RecordChange& change, const PartitionId& filed) {
        return m_check.judge(changeset, change, filed);
    };
    made.mayHaveSeen = [this](UserId user, const PartitionId& partition) {
        return m_check.mayHaveSeen(user, partition);
    };
    made.isSetElement = [this](std::uint32_t type, const RegisterKey& key) { return m_check.isSetElement(type, key); };
    return made;
}

Result<void> Province::commit()
{
    if (auto settled = m_donation.settle(); !settled) {
        rollback();
        return settled;
    }
    if (auto saved = m_ledger.save(); !saved) {
        rollback();
        return saved;
    }
    auto done = m_store.commit();
    if (!done) {
        m_members.forget();
        m_epochDrawn = false;
        return done;
    }
    m_ledger.saved();
    return std::exchange(m_epochDrawn, false) ? beginEpoch() : done;
}

Result<void> Province::beginEpoch()
{
    LIANXIN_TRY(const auto names, readNames(*m_database));
    m_epoch = names.epoch;
    m_author.become(names.replica);
    m_check.setSelf(names.replica);
    m_segments.setEpoch(names.epoch);
    return {};
}

void Province::rollback()
{
    m_epochDrawn = false;
    m_store.rollback();
    m_members.forget();
}

// Counters of pulls are written late: a crash in between lets an old pull be sent again, which tells its sender nothing new.
void Province::whenIdle()
{
    if (m_ledger.hasUnsaved() && begin())
        std::ignore = commit();
    m_segments.refreshOne();
    m_segments.pressOne();
    if (const auto compacted = compactOne(); !compacted)
        rollback(); // nothing waits for it
}

// A block of one feed: what stays answers every cursor as before (I11).
Result<void> Province::compactOne()
{
    LIANXIN_TRY(const auto due, m_store.dueForCompaction());
    if (!due)
        return {};
    LIANXIN_CHECK(begin());
    LIANXIN_CHECK(m_core.dropCovered(*due));
    LIANXIN_CHECK(m_store.compact(*due));
    return commit();
}

Result<void> Province::backup(const std::string& folder)
{
    LIANXIN_CHECK(makeBackup(m_paths, *m_database, m_identity.databaseKey, folder));
    return noteSnapshot(*m_database, folder, m_clock.now());
}

Result<void> Province::close()
{
    if (m_ledger.hasUnsaved()) {
        LIANXIN_CHECK(begin());
        LIANXIN_CHECK(commit());
    }
    return m_database->checkpoint();
}

} // namespace lianxin::server
