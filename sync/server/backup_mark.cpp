// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/backup_mark.hpp"

#include "sync/server/server_meta.hpp"

namespace lianxin::server {

namespace {
constexpr std::string_view kFolder = "backup folder"; // of the copy that waits to be found good
constexpr std::string_view kBackupAt = "backup at";
constexpr std::string_view kMarkedAt = "marked at";
constexpr std::string_view kPicturesBegun = "pictures begun";
constexpr std::string_view kPicturesAt = "pictures at";
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
    LIANXIN_CHECK(setMeta(database, kBackupAt, now));
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
    if (folder.empty() || noted.value_or("") != folder)
        return fail(Errc::invalidInput,
                    "another backup was made meanwhile: this one is good, and nothing is told of it");
    LIANXIN_TRY(const auto sum,
                database.queryInt("SELECT coalesce(sum(held), 0) FROM backup_held WHERE announced = 0"));
    if (static_cast<std::uint64_t>(sum) != held)
        return fail(Errc::invalidInput, "the copy does not hold what was noted of it");
    for (const auto* sql :
         {"DELETE FROM backup_held WHERE announced = 1", "DELETE FROM backup_feed WHERE announced = 1",
          "UPDATE backup_held SET announced = 1", "UPDATE backup_feed SET announced = 1"})
        LIANXIN_CHECK(database.exec(sql));
    LIANXIN_TRY(const auto at, metaTime(database, kBackupAt));
    LIANXIN_CHECK(setMeta(database, kMarkedAt, at));
    return setMeta(database, kFolder, std::string_view());
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
    if (mark) {
        LIANXIN_TRY(mark->pictures, picturesAt(store.database()));
    }
    return mark;
}

Result<void> notePictures(store::Database& database, Millis now) { return setMeta(database, kPicturesBegun, now); }

Result<Millis> picturesBegun(store::Database& database) { return metaTime(database, kPicturesBegun); }

Result<void> announcePictures(store::Database& database, Millis begun)
{
    LIANXIN_TRY(const auto noted, picturesBegun(database));
    if (noted == 0 || noted != begun)
        return fail(Errc::invalidInput, "pictures were copied once more meanwhile: nothing is told of this time");
    return setMeta(database, kPicturesAt, begun);
}

Result<Millis> picturesAt(store::Database& database) { return metaTime(database, kPicturesAt); }

Result<void> forgetSnapshots(store::Database& database)
{
    for (const auto* sql :
         {"DELETE FROM backup_held", "DELETE FROM backup_feed",
          "DELETE FROM meta WHERE name IN ('marked at', 'backup folder', 'pictures begun', 'pictures at')"})
        LIANXIN_CHECK(database.exec(sql));
    return {};
}

Result<Millis> madeAt(store::Database& database) { return metaTime(database, kBackupAt); }

Result<Millis> markedAt(store::Database& database) { return metaTime(database, kMarkedAt); }

} // namespace lianxin::server
