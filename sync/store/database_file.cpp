// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.hpp"
#include "sync/store/key_text.hpp"

#include <filesystem>
#include <fstream>

// What a database needs around its statements: keys, upkeep, and what to do with a damaged file.
namespace lianxin::store {

void wipe(void* bytes, std::size_t size)
{
    auto* at = static_cast<volatile unsigned char*>(bytes);
    while (size-- > 0)
        *at++ = 0;
}

RawKey::~RawKey()
{
    wipe(key.data(), key.size());
    wipe(salt.data(), salt.size());
}

RawKey RawKey::random(RandomSource& random)
{
    RawKey made;
    random.fill(made.key);
    random.fill(made.salt);
    return made;
}

KeyText::KeyText(const RawKey& key)
{
    m_text.reserve(2 * (key.key.size() + key.salt.size()) + 3); // grown once: no copy of the key stays behind
    m_text = "x'";
    append(key.key);
    append(key.salt);
    m_text += '\'';
}

void KeyText::append(std::span<const std::uint8_t> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    for (const auto byte : bytes) {
        m_text += kDigits[byte >> 4U];
        m_text += kDigits[byte & 15U];
    }
}

std::string fileOf(std::string_view path)
{
    if (!path.starts_with("file:"))
        return std::string(path);
    path.remove_prefix(5);
    return std::string(path.substr(0, path.find('?')));
}

Result<std::uint64_t> wholePages(const std::string& file, std::uint64_t pageSize)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return fail(Errc::io, "the database file has no size");
    std::ifstream in(file, std::ios::binary);
    std::string start(16, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (start == std::string_view("SQLite format 3\0", 16))
        return fail(Errc::damaged, "the database file is not encrypted");
    if (size == 0 || size % pageSize != 0)
        return fail(Errc::damaged, "the database file is cut off");
    return size / pageSize;
}

Result<std::int64_t> Database::queryInt(std::string_view sql)
{
    LIANXIN_TRY(auto query, statement(sql));
    LIANXIN_TRY(const bool row, query.step());
    if (!row)
        return fail(Errc::notFound, "no row");
    return query.intAt(0);
}

Result<int> Database::userVersion()
{
    LIANXIN_TRY(const auto version, queryInt("PRAGMA user_version"));
    return static_cast<int>(version);
}

Result<void> Database::migrate(const std::vector<std::string_view>& steps)
{
    LIANXIN_TRY(const int found, userVersion());
    if (found < 0 || static_cast<std::size_t>(found) > steps.size())
        return fail(Errc::upgradeNeeded, "the file has schema version " + std::to_string(found));
    for (auto version = static_cast<std::size_t>(found); version < steps.size(); ++version) {
        LIANXIN_TRY(auto transaction, Transaction::begin(*this));
        LIANXIN_CHECK(exec(steps[version]));
        LIANXIN_CHECK(exec("PRAGMA user_version = " + std::to_string(version + 1)));
        LIANXIN_CHECK(transaction.commit());
    }
    return {};
}

Result<void> Database::checkpoint()
{
    LIANXIN_TRY(auto run, statement("PRAGMA wal_checkpoint(TRUNCATE)"));
    LIANXIN_TRY(const bool row, run.step());
    if (row && run.intAt(0) != 0)
        return fail(Errc::busy, "the log is being read");
    return {};
}

Result<void> Database::verify()
{
    LIANXIN_CHECK(checkpoint()); // the check values are read from the file itself
    {
        LIANXIN_TRY(auto pages, statement("PRAGMA cipher_integrity_check"));
        LIANXIN_TRY(const bool row, pages.step());
        if (row)
            return fail(Errc::damaged, "a page does not fit its check value");
    }
    LIANXIN_TRY(auto check, statement("PRAGMA quick_check(1)"));
    LIANXIN_TRY(const bool row, check.step());
    if (!row || check.textAt(0) != "ok")
        return fail(Errc::damaged, "the tables do not hang together");
    return {};
}

Result<std::string> Database::setAside(const std::string& path)
{
    const auto file = fileOf(path);
    std::error_code error;
    for (int n = 1; n < 1000; ++n) {
        const auto aside = file + ".damaged-" + std::to_string(n);
        if (std::filesystem::exists(aside, error))
            continue;
        std::filesystem::rename(file, aside, error);
        if (error)
            return fail(Errc::io, "cannot rename the damaged file");
        // The log goes with it, under the name that SQLite will look for.
        if (std::filesystem::exists(file + "-wal", error))
            std::filesystem::rename(file + "-wal", aside + "-wal", error);
        if (error)
            return fail(Errc::io, "cannot rename the damaged file's log");
        std::filesystem::remove(file + "-shm", error); // rebuilt from the log
        return aside;
    }
    return fail(Errc::io, "too many damaged files");
}

} // namespace lianxin::store
