// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.hpp"

#include "sync/store/key_text.hpp"

// The only file that knows SQLite. The codec functions are declared for builds with a codec only.
#define SQLITE_HAS_CODEC 1
#include <sqlcipher/sqlite3.h>

#include <array>
#include <filesystem>

namespace lianxin::store {

namespace {

// Every page that is read or written is checked, and that is most of what encryption costs: SHA-256 has instructions of its own on today's
// processors (8 KB: 1.6 GB/s beside 0.6). Files keep what they were made with.
struct Layout {
    const char* check;
    int pageSize;
};
// 8 KB: 100k records in 0.3 s, with 1 KB pages 3 s. 4 KB where single rows are written all over the file.
constexpr std::array<Layout, 3> kLayouts{{{"HMAC_SHA256", 8192}, {"HMAC_SHA256", 4096}, {"HMAC_SHA512", 8192}}};

// The one that a new file gets comes first.
std::array<std::size_t, kLayouts.size()> layoutsFor(const DatabaseOptions& options)
{
    return options.smallPages ? std::array<std::size_t, 3>{1, 0, 2} : std::array<std::size_t, 3>{0, 1, 2};
}

std::uint64_t pageSizeOf(std::size_t layout) { return static_cast<std::uint64_t>(kLayouts.at(layout).pageSize); }

Errc errcOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return Errc::diskFull;
    case SQLITE_NOTADB: return Errc::wrongSecret;
    case SQLITE_CORRUPT: return Errc::damaged;
    case SQLITE_AUTH: return Errc::notAllowed;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Errc::busy;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM: return Errc::io;
    case SQLITE_TOOBIG: return Errc::invalidInput;
    default: return Errc::internal;
    }
}

// ATTACH with an empty key would write plain text; extensions would run foreign code inside the vault.
int authorize(void*, int action, const char*, const char* name, const char*, const char*)
{
    if (action == SQLITE_ATTACH)
        return SQLITE_DENY;
    if (action == SQLITE_FUNCTION && name != nullptr && std::string_view(name) == "load_extension")
        return SQLITE_DENY;
    return SQLITE_OK;
}

} // namespace

Statement::Statement(Database* database, sqlite3_stmt* handle, std::string_view sql)
    : m_database(database), m_handle(handle), m_sql(sql)
{}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_handle(std::exchange(other.m_handle, nullptr)), m_sql(other.m_sql),
      m_bindError(other.m_bindError)
{}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_handle, other.m_handle);
    std::swap(m_sql, other.m_sql);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement()
{
    if (m_handle != nullptr)
        m_database->giveBack(m_sql, m_handle);
}

Statement& Statement::bindInt(int index, std::int64_t value)
{
    m_bindError |= sqlite3_bind_int64(m_handle, index, value);
    return *this;
}

Statement& Statement::bindNumber(int index, std::uint64_t value)
{
    return bindInt(index, static_cast<std::int64_t>(value));
}

Statement& Statement::bindText(int index, std::string_view value)
{
    m_bindError |= sqlite3_bind_text64(m_handle, index, value.data() == nullptr ? "" : value.data(), value.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int index, std::string_view value)
{
    m_bindError |= sqlite3_bind_blob64(m_handle, index, value.data() == nullptr ? "" : value.data(), value.size(),
                                       SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int index)
{
    m_bindError |= sqlite3_bind_null(m_handle, index);
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return m_database->lastError(std::exchange(m_bindError, SQLITE_OK), "bind");
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    auto error = m_database->lastError(code, "step");
    sqlite3_reset(m_handle);
    return error;
}

Result<void> Statement::run()
{
    for (;;) {
        LIANXIN_TRY(const bool row, step());
        if (!row)
            break;
    }
    sqlite3_reset(m_handle);
    return {};
}

void Statement::reset() { sqlite3_reset(m_handle); }
bool Statement::isNull(int column) const { return sqlite3_column_type(m_handle, column) == SQLITE_NULL; }
std::int64_t Statement::intAt(int column) const { return sqlite3_column_int64(m_handle, column); }
std::uint64_t Statement::numberAt(int column) const { return static_cast<std::uint64_t>(intAt(column)); }

std::string_view Statement::textAt(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)));
}

std::string_view Statement::blobAt(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)));
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (database.m_inTransaction)
        return fail(Errc::internal, "a transaction inside a transaction");
    LIANXIN_CHECK(database.exec("BEGIN IMMEDIATE"));
    database.m_inTransaction = true;
    return Transaction(&database);
}

Transaction::~Transaction()
{
    if (m_database == nullptr)
        return;
    m_database->m_inTransaction = false;
    // SQLite has rolled back by itself after some errors; then there is nothing left to do.
    if (sqlite3_get_autocommit(m_database->m_handle) == 0)
        sqlite3_exec(m_database->m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    LIANXIN_CHECK(m_database->exec("COMMIT")); // on an error the destructor rolls back
    m_database->m_inTransaction = false;
    m_database = nullptr;
    return {};
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, const RawKey& key,
                                                 const DatabaseOptions& options)
{
    const auto file = fileOf(path);
    std::error_code ignored;
    if (options.mustExist && !std::filesystem::exists(file, ignored))
        return fail(Errc::notFound, "no database file");
    // SQLite would begin a new one in it, without a word.
    if (options.mustExist && std::filesystem::is_empty(file, ignored))
        return fail(Errc::damaged, "the database file is empty");
    for (const auto layout : layoutsFor(options)) {
        LIANXIN_TRY(auto database, openAs(path, key, options, layout));
        const auto read = database->queryInt("SELECT count(*) FROM sqlite_schema");
        if (read) {
            LIANXIN_CHECK(database->configure(options));
            return database;
        }
        if (read.error().code == Errc::damaged)
            LIANXIN_CHECK(wholePages(file, pageSizeOf(layout))); // says so when the file is cut off
        if (read.error().code != Errc::wrongSecret)
            return read.error();
    }
    return whyNot(path, key, options);
}

Result<std::unique_ptr<Database>> Database::openAs(const std::string& path, const RawKey& key,
                                                   const DatabaseOptions& options, std::size_t layout)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = fileOf(path);
    database->m_layout = layout;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | (options.mustExist ? 0 : SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2(path.c_str(), &database->m_handle, flags, nullptr);
    if (code != SQLITE_OK)
        return database->lastError(code, "open");
    sqlite3_extended_result_codes(database->m_handle, 1);
    sqlite3_busy_timeout(database->m_handle, 2000);
    LIANXIN_CHECK(database->unlock(key, options));
    return database;
}

// A wrong key and a damaged first page give the same code. The check values of the pages tell them apart: with a wrong key none fits.
Error Database::whyNot(const std::string& path, const RawKey& key, const DatabaseOptions& options)
{
    const auto size = wholePages(fileOf(path), 1);
    if (!size)
        return size.error();
    bool isCut = true; // whatever its layout
    for (const auto layout : layoutsFor(options)) {
        const auto pages = *size / pageSizeOf(layout);
        const auto rest = *size % pageSizeOf(layout) == 0 ? 0U : 1U; // counts as a bad page
        isCut = isCut && rest != 0;
        auto database = openAs(path, key, options, layout);
        if (!database)
            return database.error();
        std::uint64_t bad = 0;
        if (auto check = (*database)->statement("PRAGMA cipher_integrity_check"); check) {
            for (auto row = check->step(); row && *row; row = check->step())
                ++bad;
        }
        if (bad < pages + rest && pages > 0)
            return fail(Errc::damaged, "the first page of the database does not fit its check value");
    }
    if (isCut)
        return fail(Errc::damaged, "the database file is cut off");
    return fail(Errc::wrongSecret, "no page of the database opens with this key");
}

Database::~Database()
{
    for (auto& [sql, idle] : m_idle)
        for (auto* handle : idle)
            sqlite3_finalize(handle);
    sqlite3_close(m_handle);
}

Result<void> Database::unlock(const RawKey& key, const DatabaseOptions& options)
{
    const KeyText text(key);
    if (const int code = sqlite3_key(m_handle, text.data(), text.size()); code != SQLITE_OK)
        return lastError(code, "key");
    {
        // An SQLite without the codec ignores the key in silence and would write plain text.
        LIANXIN_TRY(auto version, statement("PRAGMA cipher_version"));
        LIANXIN_TRY(const bool row, version.step());
        if (!row || version.textAt(0).empty())
            return fail(Errc::internal, "this SQLite cannot encrypt");
    }
    // The library's own words on stderr could name the file.
    LIANXIN_CHECK(exec(
        "PRAGMA cipher_log_level = NONE; PRAGMA cipher_page_size = " + std::to_string(kLayouts.at(m_layout).pageSize) +
        "; PRAGMA cipher_hmac_algorithm = " + kLayouts.at(m_layout).check));
    return options.exclusive ? exec("PRAGMA locking_mode = EXCLUSIVE") : Result<void>{};
}

Result<void> Database::configure(const DatabaseOptions& options)
{
    LIANXIN_CHECK(exec(
        "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -" +
        std::to_string(options.cacheKiB)));
    // FULL: a person was told "saved". NORMAL lost acknowledged records at half of the simulated power cuts.
    LIANXIN_CHECK(exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216"));
    LIANXIN_TRY(auto mode, statement("PRAGMA journal_mode"));
    LIANXIN_TRY(const bool row, mode.step());
    if (!row || mode.textAt(0) != "wal")
        return fail(Errc::io, "this place cannot hold a write-ahead log");
    sqlite3_set_authorizer(m_handle, authorize, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return {};
}

Result<Statement> Database::statement(std::string_view sql)
{
    auto found = m_idle.find(sql);
    if (found == m_idle.end())
        found = m_idle.emplace(std::string(sql), std::vector<sqlite3_stmt*>{}).first;
    if (!found->second.empty()) {
        auto* handle = found->second.back();
        found->second.pop_back();
        return Statement(this, handle, found->first);
    }
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK)
        return lastError(code, "prepare");
    if (handle == nullptr)
        return fail(Errc::internal, "an empty statement");
    return Statement(this, handle, found->first);
}

void Database::giveBack(std::string_view sql, sqlite3_stmt* handle)
{
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle); // values of records do not linger
    m_idle.find(sql)->second.push_back(handle);
}

Result<void> Database::exec(std::string_view sql)
{
    const int code = sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return lastError(code, "exec");
    return {};
}

std::int64_t Database::lastInsertId() const { return sqlite3_last_insert_rowid(m_handle); }
std::int64_t Database::changedRows() const { return sqlite3_changes64(m_handle); }

Result<void> Database::rekey(const RawKey& key)
{
    LIANXIN_CHECK(checkpoint());
    const KeyText text(key);
    if (const int code = sqlite3_rekey(m_handle, text.data(), text.size()); code != SQLITE_OK)
        return lastError(code, "rekey");
    return checkpoint();
}

Result<void> Database::backupTo(const std::string& path, const RawKey& key)
{
    std::error_code ignored;
    if (std::filesystem::exists(fileOf(path), ignored))
        return fail(Errc::invalidInput, "the backup file exists already");
    LIANXIN_TRY(const auto target, openAs(path, key, {}, m_layout)); // pages are copied as they are laid out
    LIANXIN_CHECK(target->configure({}));
    auto* backup = sqlite3_backup_init(target->m_handle, "main", m_handle, "main");
    if (backup == nullptr)
        return target->lastError(sqlite3_errcode(target->m_handle), "backup");
    const int copied = sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (copied != SQLITE_DONE)
        return target->lastError(copied, "backup");
    if (code != SQLITE_OK)
        return target->lastError(code, "backup");
    return target->checkpoint();
}

Error Database::lastError(int code, const char* doing) const
{
    const int extended =
        m_handle != nullptr && sqlite3_errcode(m_handle) != SQLITE_OK ? sqlite3_extended_errcode(m_handle) : code;
    // SQLite's words may quote values: the number says enough.
    return fail(errcOf(extended), std::string(doing) + ": sqlite " + std::to_string(extended));
}

} // namespace lianxin::store
