// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"

// Opening, enrolment, upkeep, drafts, notes and audit. Reading, saving, pushing, pulling and search have files of their own.
namespace lianxin::store {

namespace {

// One commit per so many requests instead of one each; a crash skips at most as many numbers.
constexpr std::uint64_t kCounterBlock = 32;

} // namespace

ReplicaStore::ReplicaStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
ReplicaStore::~ReplicaStore() = default;

Result<std::unique_ptr<ReplicaStore>> ReplicaStore::open(const std::string& path, const RawKey& key,
                                                         const ReplicaPorts& ports)
{
    if (ports.catalogue == nullptr || ports.folder == nullptr || ports.clock == nullptr || ports.random == nullptr)
        return fail(Errc::internal, "a store without its ports");
    LIANXIN_TRY(auto database, Database::open(path, key));
    LIANXIN_CHECK(database->migrate(replicaSchema()));
    auto parts = std::make_unique<Parts>(std::move(database), ports);
    // Terms and sort keys follow the catalogue: another version of it makes them anew.
    const auto wanted = static_cast<std::int64_t>((kIndexVersion << 32U) | ports.catalogue->version());
    LIANXIN_TRY(const auto index, parts->metaTable.number(meta::kIndex));
    if (index != wanted) {
        LIANXIN_TRY(auto transaction, Transaction::begin(*parts->database));
        LIANXIN_TRY(auto overlay, parts->overlay());
        LIANXIN_CHECK(parts->records.rebuild(overlay));
        LIANXIN_CHECK(parts->metaTable.setNumber(meta::kIndex, wanted));
        LIANXIN_CHECK(transaction.commit());
    }
    return std::unique_ptr<ReplicaStore>(new ReplicaStore(std::move(parts)));
}

Result<void> ReplicaStore::initialise(ReplicaId replica, UserId user, EpochId epoch, std::uint64_t scopeGeneration)
{
    auto& meta = m_parts->metaTable;
    if (replica.isNil() || user.isNil() || epoch.isNil())
        return fail(Errc::invalidInput, "an enrolment without ids");
    LIANXIN_TRY(const auto known, meta.id<ReplicaId>(meta::kReplica));
    if (!known.isNil()) {
        LIANXIN_TRY(const auto knownUser, meta.id<UserId>(meta::kUser));
        LIANXIN_TRY(const auto knownEpoch, meta.id<EpochId>(meta::kEpoch));
        if (known == replica && knownUser == user && knownEpoch == epoch)
            return {};
        return fail(Errc::invalidInput, "this store is enrolled already");
    }
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_parts->database));
    LIANXIN_CHECK(meta.setBytes(meta::kReplica, replica.raw()));
    LIANXIN_CHECK(meta.setBytes(meta::kUser, user.raw()));
    LIANXIN_CHECK(meta.setBytes(meta::kEpoch, epoch.raw()));
    LIANXIN_CHECK(meta.setNumber(meta::kScopeGeneration, static_cast<std::int64_t>(scopeGeneration)));
    LIANXIN_CHECK(m_parts->audit.append(m_parts->ports.clock->now(), "enrolled", replica.text()));
    return transaction.commit();
}

void ReplicaStore::setChangeListener(ChangeListener listener) { m_listener = std::move(listener); }

void ReplicaStore::notify(const std::vector<RecordId>& records) const
{
    if (m_listener)
        m_listener(records);
}

Result<std::uint64_t> ReplicaStore::nextRequestCounter()
{
    auto& parts = *m_parts;
    if (parts.nextCounter == parts.reservedCounter) {
        LIANXIN_TRY(const auto given, parts.metaTable.number(meta::kRequestCounter));
        const auto reserved = static_cast<std::uint64_t>(given) + kCounterBlock;
        LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
        LIANXIN_CHECK(parts.metaTable.setNumber(meta::kRequestCounter, static_cast<std::int64_t>(reserved)));
        LIANXIN_CHECK(transaction.commit());
        parts.nextCounter = static_cast<std::uint64_t>(given);
        parts.reservedCounter = reserved;
    }
    return ++parts.nextCounter;
}

Result<void> ReplicaStore::putDraft(const Draft& draft)
{
    return m_parts->textSave([&]() -> Result<void> {
        LIANXIN_TRY(auto transaction, Transaction::begin(*m_parts->database));
        LIANXIN_CHECK(m_parts->drafts.put(draft));
        return transaction.commit();
    });
}

Result<std::vector<Draft>> ReplicaStore::drafts() const { return m_parts->drafts.all(); }
Result<std::optional<Draft>> ReplicaStore::draft(RecordId id) const { return m_parts->drafts.find(id); }

Result<void> ReplicaStore::dropDraft(RecordId id)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_parts->database));
    LIANXIN_CHECK(m_parts->drafts.drop(id));
    return transaction.commit();
}

Result<void> ReplicaStore::appendAudit(std::string_view kind, std::string_view detail)
{
    LIANXIN_TRY(auto transaction, Transaction::begin(*m_parts->database));
    LIANXIN_CHECK(m_parts->audit.append(m_parts->ports.clock->now(), kind, detail));
    return transaction.commit();
}

Result<std::vector<AuditEntry>> ReplicaStore::audit(std::size_t limit) const { return m_parts->audit.newest(limit); }
Result<void> ReplicaStore::verifyAudit() const { return m_parts->audit.verify(); }

Result<std::optional<std::string>> ReplicaStore::note(std::string_view key) const
{
    LIANXIN_TRY(auto get, m_parts->database->statement("SELECT text FROM note WHERE key = ?1"));
    LIANXIN_TRY(const bool row, get.bindText(1, key).step());
    return row ? std::optional(std::string(get.textAt(0))) : std::nullopt;
}

Result<void> ReplicaStore::putNote(std::string_view key, std::string_view text)
{
    LIANXIN_TRY(auto put, m_parts->database->statement("INSERT OR REPLACE INTO note(key, text) VALUES(?1, ?2)"));
    return put.bindText(1, key).bindText(2, text).run();
}

Result<void> ReplicaStore::verify() const
{
    LIANXIN_CHECK(m_parts->database->verify());
    return m_parts->audit.verify();
}

Result<void> ReplicaStore::checkpoint() { return m_parts->database->checkpoint(); }

} // namespace lianxin::store
