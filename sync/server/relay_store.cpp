// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_store.hpp"

namespace lianxin::server {

namespace {
constexpr int kCacheKiB = 8 * 1024;

const std::string& schema()
{
    static const std::string step =
        std::string("CREATE TABLE asked(id INTEGER PRIMARY KEY CHECK(id = 1), counter INTEGER NOT NULL);"
                    "INSERT INTO asked(id, counter) VALUES(1, 0);"
                    "CREATE TABLE segment(name BLOB PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);") +
        std::string(store::carryShelfTables());
    return step;
}

// Tablets that were lost or handed in, as the province said last.
constexpr std::string_view kShutOut = "CREATE TABLE shut_out(replica BLOB PRIMARY KEY) WITHOUT ROWID;";
// When age was looked at last, and by how much the machine's clock has jumped since it was set up.
constexpr std::string_view kAgeing = "CREATE TABLE ageing(id INTEGER PRIMARY KEY CHECK(id = 1), seen INTEGER NOT NULL, "
                                     "jumped INTEGER NOT NULL);"
                                     "INSERT INTO ageing(id, seen, jumped) VALUES(1, 0, 0);";
// It is looked at every few minutes. A step of more than this is a clock that was set, or a machine that was off: nothing grew old by it.
constexpr Millis kLongestStep = Millis{24} * 3600 * 1000;
// More requests than a relay makes in a year.
constexpr std::uint64_t kSkippedCounters = 1U << 22U;
} // namespace

Result<std::unique_ptr<RelayStore>> RelayStore::open(const RelayPaths& paths, const RelayIdentity& identity,
                                                     const store::CarryLimits& limits, const Clock& clock)
{
    store::DatabaseOptions options;
    options.cacheKiB = kCacheKiB;
    auto database = store::Database::open(paths.database(), identity.databaseKey, options);
    if (!database)
        return fail(database.error().code, paths.database() + ": " + database.error().detail +
                                               "; the file was left as it is: envelopes of tablets may lie in it");
    LIANXIN_CHECK((*database)->migrate({schema(), kShutOut, kAgeing}));
    return std::unique_ptr<RelayStore>(new RelayStore(std::move(*database), identity, limits, clock));
}

RelayStore::RelayStore(std::unique_ptr<store::Database> database, const RelayIdentity& identity,
                       const store::CarryLimits& limits, const Clock& clock)
    : m_database(std::move(database)), m_shelf(*m_database, limits),
      m_carrier({m_shelf, identity.key, identity.invitation.certificate, identity.trust(), clock,
                 [this](ReplicaId replica) { return isShutOut(replica); }}),
      m_trust(identity.trust()), m_clock(clock)
{}

Result<bool> RelayStore::isShutOut(ReplicaId replica)
{
    LIANXIN_TRY(auto query, m_database->statement("SELECT 1 FROM shut_out WHERE replica = ?1"));
    return query.bindId(1, replica).step();
}

Result<wire::CarryReply> RelayStore::take(const wire::CarryRequest& request, const carry::Asked& asked)
{
    const std::lock_guard guard(m_mutex);
    return m_carrier.take(request, asked);
}

Result<carry::Load> RelayStore::toProvince(std::size_t maxBytes)
{
    const std::lock_guard guard(m_mutex);
    return m_carrier.toProvince(maxBytes);
}

Result<void> RelayStore::provinceAnswered(const carry::Load& load, const wire::CarryReply& reply)
{
    const std::lock_guard guard(m_mutex);
    return m_carrier.provinceAnswered(load, reply);
}

Result<std::uint64_t> RelayStore::nextCounter()
{
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    LIANXIN_CHECK(m_database->exec("UPDATE asked SET counter = counter + 1"));
    LIANXIN_TRY(const auto counter, m_database->queryInt("SELECT counter FROM asked"));
    LIANXIN_CHECK(transaction.commit());
    return static_cast<std::uint64_t>(counter);
}

Result<void> RelayStore::skipCounters()
{
    const std::lock_guard guard(m_mutex);
    LIANXIN_TRY(auto skip, m_database->statement("UPDATE asked SET counter = counter + ?1"));
    return skip.bindNumber(1, kSkippedCounters).run();
}

Result<std::uint64_t> RelayStore::expire()
{
    const std::lock_guard guard(m_mutex);
    const auto now = m_clock.now();
    LIANXIN_TRY(const auto seen, m_database->queryInt("SELECT seen FROM ageing"));
    LIANXIN_TRY(auto jumped, m_database->queryInt("SELECT jumped FROM ageing"));
    if (seen != 0 && (now < seen || now - seen > kLongestStep))
        jumped += now - seen;
    {
        LIANXIN_TRY(auto note, m_database->statement("UPDATE ageing SET seen = ?1, jumped = ?2"));
        LIANXIN_CHECK(note.bindInt(1, now).bindInt(2, jumped).run());
    }
    return m_shelf.expire(now - jumped);
}

Result<store::CarryCounts> RelayStore::counts()
{
    const std::lock_guard guard(m_mutex);
    return m_shelf.counts();
}

Result<void> RelayStore::close()
{
    const std::lock_guard guard(m_mutex);
    return m_database->checkpoint();
}

} // namespace lianxin::server
