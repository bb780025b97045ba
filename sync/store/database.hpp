// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace lianxin::store {

// SQLCipher's raw key: no key derivation here, the vault did that. Wiped when it goes.
struct RawKey {
    std::array<std::uint8_t, 32> key{};
    std::array<std::uint8_t, 16> salt{};

    RawKey() = default;
    RawKey(const RawKey&) = default;
    RawKey& operator=(const RawKey&) = default;
    RawKey(RawKey&&) = default;
    RawKey& operator=(RawKey&&) = default;
    ~RawKey();
    [[nodiscard]] static RawKey random(RandomSource& random);
};

struct DatabaseOptions {
    bool mustExist{false};
    // One process, one connection: other openers get Errc::busy, and no shared-memory file is needed.
    bool exclusive{true};
    int cacheKiB{32 * 1024};
    bool smallPages{false}; // of a new file: what changes single rows all over it writes half as much
};

class Database;

// A prepared statement on loan from the connection's cache; goes back, reset, when it dies. Parameters count from 1, columns from 0.
// A bind that fails is reported by the next step. Views of columns live until the next step, reset or the statement's end.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bindInt(int index, std::int64_t value);
    Statement& bindNumber(int index, std::uint64_t value); // changeset numbers, cursors: stored as 64 signed bits
    Statement& bindText(int index, std::string_view value);
    Statement& bindBlob(int index, std::string_view value);
    Statement& bindNull(int index);
    template <typename Tag, std::size_t N> Statement& bindId(int index, const RawId<Tag, N>& id)
    {
        return bindBlob(index, id.raw());
    }

    [[nodiscard]] Result<bool> step(); // true: a row is there
    [[nodiscard]] Result<void> run();  // to the end, then ready to be bound again
    void reset();                      // keeps the bound values

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t intAt(int column) const;
    [[nodiscard]] std::uint64_t numberAt(int column) const;
    [[nodiscard]] std::string_view textAt(int column) const;
    [[nodiscard]] std::string_view blobAt(int column) const;
    template <typename Id> [[nodiscard]] Result<Id> idAt(int column) const
    {
        auto id = Id::fromRaw(blobAt(column));
        if (!id)
            return fail(Errc::damaged, "stored id: " + id.error().detail);
        return *id;
    }

private:
    friend class Database;
    Statement(Database* database, sqlite3_stmt* handle, std::string_view sql);

    Database* m_database;
    sqlite3_stmt* m_handle;
    std::string_view m_sql; // the cache's key
    int m_bindError{0};
};

// BEGIN IMMEDIATE now; rolled back on destruction unless committed. May not be nested.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    // Durable when it answers without error. After an error nothing of the transaction is there.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database* database) : m_database(database) {}
    Database* m_database;
};

// The one writing connection to an encrypted file. Never shared by two threads at once: one worker owns it.
// Errors: wrongSecret = the file is whole but this key does not open it; damaged = bytes fail their check (never deleted: see setAside);
// diskFull, io, busy as their names say. Details never hold data, keys or SQL values.
class Database {
public:
    // `path` in UTF-8; a path that begins with "file:" is taken as an SQLite URI.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, const RawKey& key,
                                                                const DatabaseOptions& options = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // The first use compiles; `sql` may hold one statement only.
    [[nodiscard]] Result<Statement> statement(std::string_view sql);
    // Any number of statements, without parameters.
    [[nodiscard]] Result<void> exec(std::string_view sql);
    [[nodiscard]] Result<std::int64_t> queryInt(std::string_view sql);
    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::int64_t changedRows() const; // by the last statement

    [[nodiscard]] Result<int> userVersion();
    // Runs steps[userVersion..] each in one transaction with its number. Newer than we know: Errc::upgradeNeeded.
    [[nodiscard]] Result<void> migrate(const std::vector<std::string_view>& steps);

    [[nodiscard]] Result<void>
    rekey(const RawKey& key); // durable on return, the old pages are gone from the file and its log
    [[nodiscard]] Result<void> backupTo(const std::string& path,
                                        const RawKey& key); // a whole new encrypted file; must not exist
    [[nodiscard]] Result<void> checkpoint();                // moves the log into the file
    [[nodiscard]] Result<void> verify();                    // reads and checks every page and index
    // Renames the file and its log to "<path>.damaged-<n>"; answers the new name. Only when no connection is open.
    [[nodiscard]] static Result<std::string> setAside(const std::string& path);

private:
    friend class Statement;
    friend class Transaction;
    Database() = default;
    [[nodiscard]] static Result<std::unique_ptr<Database>> openAs(const std::string& path, const RawKey& key,
                                                                  const DatabaseOptions& options, std::size_t layout);
    [[nodiscard]] static Error whyNot(const std::string& path, const RawKey& key, const DatabaseOptions& options);
    [[nodiscard]] Result<void> unlock(const RawKey& key, const DatabaseOptions& options);
    [[nodiscard]] Result<void> configure(const DatabaseOptions& options);
    [[nodiscard]] Error lastError(int code, const char* doing) const;
    void giveBack(std::string_view sql, sqlite3_stmt* handle);

    sqlite3* m_handle{nullptr};
    std::string m_path;
    std::size_t m_layout{0}; // of its pages: index of a list in the source
    bool m_inTransaction{false};
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> m_idle;
};

} // namespace lianxin::store
