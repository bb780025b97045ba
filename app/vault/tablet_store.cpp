// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/tablet_store.hpp"

#include "app/vault/database_key.hpp"

#include <algorithm>

namespace lianxin::vault {

namespace {

constexpr std::string_view kSchema1 = R"(
CREATE TABLE tile (
    user BLOB PRIMARY KEY, display_name TEXT NOT NULL, initial TEXT NOT NULL, place TEXT NOT NULL, role TEXT NOT NULL,
    pending INTEGER NOT NULL, last_used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE document (kind INTEGER PRIMARY KEY, version INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE duty_number (place INTEGER PRIMARY KEY, label TEXT NOT NULL, number TEXT NOT NULL);
CREATE TABLE parcel (
    id INTEGER PRIMARY KEY AUTOINCREMENT, replica BLOB NOT NULL, sealed BLOB NOT NULL, made INTEGER NOT NULL);
)";

// Small: a few tiles, one catalogue.
constexpr int kCacheKiB = 2 * 1024;

FileKey keyOf(const SecretBytes& deviceSecret)
{
    return {keyedHash(deviceSecret, {"lianxin tablet store key"}),
            keyedHash(deviceSecret, {"lianxin tablet store salt"}).part(0, 16)};
}

Result<std::unique_ptr<store::Database>> openMigrated(const platform::Path& file, const FileKey& key)
{
    LIANXIN_TRY(auto database, store::Database::open(file.string(), rawKey(key),
                                                     {.mustExist = false, .exclusive = true, .cacheKiB = kCacheKiB}));
    LIANXIN_CHECK(database->migrate({kSchema1}));
    return database;
}

std::int64_t kindOf(TabletStore::Document which) { return which == TabletStore::Document::catalogue ? 1 : 2; }

} // namespace

TabletStore::TabletStore(std::unique_ptr<store::Database> database) : m_database(std::move(database)) {}

Result<TabletStore> TabletStore::open(const platform::Path& file, const SecretBytes& deviceSecret)
{
    const auto key = keyOf(deviceSecret);
    auto database = openMigrated(file, key);
    if (database)
        return TabletStore(std::move(*database));
    const Error why = database.error();
    // Another device secret (the old one was lost), or damage. Anything else, such as a full disk, may pass.
    if (why.code != Errc::wrongSecret && why.code != Errc::damaged)
        return why;
    LIANXIN_TRY(const auto aside, store::Database::setAside(file.string()));
    LIANXIN_TRY(auto fresh, openMigrated(file, key));
    TabletStore made(std::move(fresh));
    made.m_begunAnew = fail(why.code, platform::Path(aside).filename().string() + ": " + why.detail);
    return made;
}

Result<std::vector<UserTile>> TabletStore::tiles()
{
    LIANXIN_TRY(auto rows,
                m_database->statement("SELECT user, display_name, initial, place, role, pending, last_used FROM tile "
                                      "ORDER BY last_used DESC, user"));
    std::vector<UserTile> tiles;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return tiles;
        UserTile tile;
        LIANXIN_TRY(tile.user, rows.idAt<UserId>(0));
        tile.displayName = rows.textAt(1);
        tile.initial = rows.textAt(2);
        tile.place = rows.textAt(3);
        tile.role = rows.textAt(4);
        tile.pending = rows.intAt(5);
        tile.lastUsed = rows.intAt(6);
        tiles.push_back(std::move(tile));
    }
}

Result<std::vector<UserTile>> TabletStore::tiles(VaultDirectory& directory)
{
    LIANXIN_TRY(const auto users, directory.users());
    LIANXIN_TRY(auto known, tiles());
    std::erase_if(known, [&](const UserTile& tile) { return std::ranges::find(users, tile.user) == users.end(); });
    for (const auto& user : users) {
        if (std::ranges::find(known, user, &UserTile::user) == known.end()) {
            known.emplace_back();
            known.back().user = user;
        }
    }
    return known;
}

Result<void> TabletStore::putTile(const UserTile& tile)
{
    LIANXIN_TRY(auto row,
                m_database->statement(
                    "INSERT INTO tile VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user) DO UPDATE SET "
                    "display_name = excluded.display_name, initial = excluded.initial, place = excluded.place, "
                    "role = excluded.role, pending = excluded.pending, last_used = excluded.last_used"));
    row.bindId(1, tile.user)
        .bindText(2, tile.displayName)
        .bindText(3, tile.initial)
        .bindText(4, tile.place)
        .bindText(5, tile.role);
    row.bindInt(6, tile.pending).bindInt(7, tile.lastUsed);
    return row.run();
}

Result<void> TabletStore::recordLock(UserId user, std::int64_t pending, Millis now)
{
    LIANXIN_TRY(auto row, m_database->statement("UPDATE tile SET pending = ?, last_used = ? WHERE user = ?"));
    LIANXIN_CHECK(row.bindInt(1, pending).bindInt(2, now).bindId(3, user).run());
    if (m_database->changedRows() == 0)
        return fail(Errc::notFound, "no tile of this user");
    return {};
}

Result<void> TabletStore::removeTile(UserId user)
{
    LIANXIN_TRY(auto row, m_database->statement("DELETE FROM tile WHERE user = ?"));
    return row.bindId(1, user).run();
}

Result<TabletStore::Versioned> TabletStore::document(Document which)
{
    LIANXIN_TRY(auto row, m_database->statement("SELECT version, bytes FROM document WHERE kind = ?"));
    LIANXIN_TRY(const bool found, row.bindInt(1, kindOf(which)).step());
    if (!found)
        return fail(Errc::notFound, "no such document yet");
    return Versioned{row.intAt(0), std::string(row.blobAt(1))};
}

Result<void> TabletStore::putDocument(Document which, const Versioned& document)
{
    LIANXIN_TRY(auto row,
                m_database->statement("INSERT INTO document VALUES (?, ?, ?) ON CONFLICT (kind) DO UPDATE SET "
                                      "version = excluded.version, bytes = excluded.bytes "
                                      "WHERE excluded.version >= document.version"));
    LIANXIN_CHECK(row.bindInt(1, kindOf(which)).bindInt(2, document.version).bindBlob(3, document.bytes).run());
    if (m_database->changedRows() == 0)
        return fail(Errc::notAllowed, "an older version than the one that is here");
    return {};
}

Result<std::vector<DutyNumber>> TabletStore::dutyNumbers()
{
    LIANXIN_TRY(auto rows, m_database->statement("SELECT label, number FROM duty_number ORDER BY place"));
    std::vector<DutyNumber> numbers;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return numbers;
        numbers.push_back({std::string(rows.textAt(0)), std::string(rows.textAt(1))});
    }
}

Result<void> TabletStore::replaceDutyNumbers(const std::vector<DutyNumber>& numbers)
{
    LIANXIN_TRY(auto change, store::Transaction::begin(*m_database));
    LIANXIN_CHECK(m_database->exec("DELETE FROM duty_number"));
    {
        LIANXIN_TRY(auto row, m_database->statement("INSERT INTO duty_number VALUES (?, ?, ?)"));
        std::int64_t place = 0;
        for (const auto& number : numbers) {
            row.bindInt(1, ++place).bindText(2, number.label).bindText(3, number.number);
            LIANXIN_CHECK(row.run());
        }
    }
    return change.commit();
}

Result<std::int64_t> TabletStore::addParcel(ReplicaId replica, std::string_view sealed, Millis now)
{
    LIANXIN_TRY(auto row, m_database->statement("INSERT INTO parcel (replica, sealed, made) VALUES (?, ?, ?)"));
    LIANXIN_CHECK(row.bindId(1, replica).bindBlob(2, sealed).bindInt(3, now).run());
    return m_database->lastInsertId();
}

Result<std::vector<OutgoingParcel>> TabletStore::parcels()
{
    LIANXIN_TRY(auto rows, m_database->statement("SELECT id, replica, sealed FROM parcel ORDER BY id"));
    std::vector<OutgoingParcel> parcels;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return parcels;
        OutgoingParcel parcel;
        parcel.id = rows.intAt(0);
        LIANXIN_TRY(parcel.replica, rows.idAt<ReplicaId>(1));
        parcel.sealed = rows.blobAt(2);
        parcels.push_back(std::move(parcel));
    }
}

Result<void> TabletStore::removeParcel(std::int64_t id)
{
    LIANXIN_TRY(auto row, m_database->statement("DELETE FROM parcel WHERE id = ?"));
    return row.bindInt(1, id).run();
}

} // namespace lianxin::vault
