// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/backup_mark.hpp"

namespace lianxin::server {

namespace {
Result<void> setMeta(store::Database& database, std::string_view name, std::string_view value)
{
    LIANXIN_TRY(auto put, database.statement("INSERT OR REPLACE INTO meta(name, value) VALUES(?1, ?2)"));
    return put.bindText(1, name).bindBlob(2, value).run();
}

Result<std::string> meta(store::Database& database, std::string_view name)
{
    LIANXIN_TRY(auto get, database.statement("SELECT value FROM meta WHERE name = ?1"));
    LIANXIN_TRY(const bool there, get.bindText(1, name).step());
    return there ? std::string(get.blobAt(0)) : std::string();
}

constexpr std::string_view kFolder = "backup folder"; // of the copy that waits to be found good
} // namespace

Result<void> noteSnapshot(store::Database& database, const std::string& folder, Millis now)
{
    LIANXIN_TRY(auto transaction, store::Transaction::begin(database));
    LIANXIN_CHECK(setMeta(database, kFolder, folder));
    for (const auto* sql :
         {"DELETE FROM backup_held WHERE announced = 0", "DELETE FROM backup_feed WHERE announced = 0",
          "INSERT INTO backup_held(announced, replica, held) SELECT 0, id, held FROM replica",
          "INSERT INTO backup_feed(announced, partition, sequence) SELECT 0, id, sequence FROM "
          "partition"})
        LIANXIN_CHECK(database.exec(sql));
    LIANXIN_TRY(auto at, database.statement("INSERT OR REPLACE INTO meta(name, value) VALUES('backup at', ?1)"));
    LIANXIN_CHECK(at.bindInt(1, now).run());
    return transaction.commit();
}

Result<std::uint64_t> heldIn(store::Database& copy)
{
    LIANXIN_TRY(const auto sum, copy.queryInt("SELECT coalesce(sum(held), 0) FROM replica"));
    return static_cast<std::uint64_t>(sum);
}

Result<void> announceSnapshot(store::Database& database, const std::string& folder, std::uint64_t held)
{
    LIANXIN_TRY(const auto noted, meta(database, kFolder));
    if (folder.empty() || noted != folder)
        return fail(Errc::invalidInput,
                    "another backup was made meanwhile: this one is good, and nothing is told of it");
    LIANXIN_TRY(const auto sum,
                database.queryInt("SELECT coalesce(sum(held), 0) FROM backup_held WHERE announced = 0"));
    if (static_cast<std::uint64_t>(sum) != held)
        return fail(Errc::invalidInput, "the copy does not hold what was noted of it");
    for (const auto* sql :
         {"DELETE FROM backup_held WHERE announced = 1", "DELETE FROM backup_feed WHERE announced = 1",
          "UPDATE backup_held SET announced = 1", "UPDATE backup_feed SET announced = 1",
          "INSERT OR REPLACE INTO meta(name, value) SELECT 'marked at', value FROM meta WHERE name = 'backup at'"})
        LIANXIN_CHECK(database.exec(sql));
    return setMeta(database, kFolder, {});
}

Result<std::optional<core::BackupMark>> backupMark(SqlServerStore& store, const core::ReplicaRow& replica)
{
    std::optional<core::BackupMark> mark;
    LIANXIN_TRY(auto get,
                store.database().statement("SELECT held FROM backup_held WHERE announced = 1 AND replica = ?1"));
    LIANXIN_TRY(const bool there, get.bindId(1, replica.replica).step());
    const auto held = there ? get.numberAt(0) : 0;
    if (held == 0 || held > replica.held)
        return mark;
    LIANXIN_TRY(const auto entry, store.archived({replica.replica, held}));
    if (entry)
        mark = core::BackupMark{held, entry->chain, 0, {}};
    return mark;
}

Result<void> forgetSnapshots(store::Database& database)
{
    for (const auto* sql : {"DELETE FROM backup_held", "DELETE FROM backup_feed",
                            "DELETE FROM meta WHERE name IN ('marked at', 'backup folder')"})
        LIANXIN_CHECK(database.exec(sql));
    return {};
}

Result<Millis> markedAt(store::Database& database)
{
    return database.queryInt("SELECT coalesce((SELECT value FROM meta WHERE name = 'marked at'), 0)");
}

} // namespace lianxin::server
