// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/backup.hpp"

#include "sync/server/backup_mark.hpp"
#include "sync/server/epoch.hpp"
#include "sync/server/server_schema.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace fs = std::filesystem;

namespace lianxin::server {

namespace {
constexpr std::string_view kDatabase = "province.db";
constexpr std::array<std::string_view, 2> kBeside{"catalogue.json", "forms.json"};

Result<void> ioFailed(const std::error_code& error, const std::string& what)
{
    return fail(error == std::errc::no_space_on_device ? Errc::diskFull : Errc::io, what + ": " + error.message());
}

Result<void> sync(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return done ? Result<void>() : fail(Errc::io, path + " could not be made durable");
}

// What is there already stays: forms that were published since must not become fewer.
Result<void> copyBeside(const std::string& from, const std::string& to)
{
    std::error_code error;
    for (const auto name : kBeside) {
        const auto source = fs::path(from) / name;
        if (!fs::exists(source, error) || fs::exists(fs::path(to) / name, error))
            continue;
        fs::copy_file(source, fs::path(to) / name, error);
        if (error)
            return ioFailed(error, source.string());
        LIANXIN_CHECK(sync((fs::path(to) / name).string()));
    }
    return {};
}

std::string parentOf(const std::string& folder)
{
    const auto parent = fs::absolute(fs::path(folder)).lexically_normal().parent_path();
    return parent.empty() ? "." : parent.string();
}

// The first free name of the database that was here.
std::string asideOf(const std::string& path)
{
    std::error_code ignored;
    for (int n = 1;; ++n)
        if (auto aside = path + ".before-restore-" + std::to_string(n); !fs::exists(aside, ignored))
            return aside;
}

Result<void> beginAnew(const std::string& path, const store::RawKey& key, Millis now, RandomSource& random)
{
    store::DatabaseOptions options;
    options.mustExist = true;
    LIANXIN_TRY(const auto database, store::Database::open(path, key, options));
    LIANXIN_CHECK(database->verify());
    LIANXIN_CHECK(prepareSchema(*database));
    SqlServerStore store(*database);
    LIANXIN_CHECK(store.begin());
    if (const auto drawn = drawEpoch(store, kByRestore, now, random); !drawn) {
        store.rollback();
        return drawn.error();
    }
    LIANXIN_CHECK(store.commit());
    return database->checkpoint();
}
} // namespace

Result<void> makeBackup(const HomePaths& paths, store::Database& database, const store::RawKey& key,
                        const std::string& folder)
{
    std::error_code error;
    if (fs::exists(folder, error))
        return fail(Errc::invalidInput, folder + " is there already: each backup has a folder of its own");
    const auto making = folder + ".making";
    fs::remove_all(making, error); // of a backup that was cut off
    fs::create_directories(making, error);
    if (error)
        return ioFailed(error, making);
    fs::permissions(making, fs::perms::owner_all, error);
    const auto copy = (fs::path(making) / kDatabase).string();
    auto done = database.backupTo(copy, key);
    if (done)
        done = sync(copy);
    if (done)
        done = copyBeside(paths.folder, making);
    if (done)
        done = sync(making);
    if (!done) {
        fs::remove_all(making, error);
        return done;
    }
    fs::rename(making, folder, error);
    return error ? ioFailed(error, folder) : sync(parentOf(folder));
}

Result<std::uint64_t> verifyBackup(const std::string& folder, const store::RawKey& key)
{
    store::DatabaseOptions options;
    options.mustExist = true;
    LIANXIN_TRY(const auto database, store::Database::open((fs::path(folder) / kDatabase).string(), key, options));
    LIANXIN_CHECK(database->verify());
    LIANXIN_TRY(const auto held, heldIn(*database));
    LIANXIN_CHECK(database->checkpoint());
    return held;
}

Result<std::string> restoreBackup(const HomePaths& paths, const store::RawKey& key, const std::string& folder,
                                  Millis now, RandomSource& random)
{
    const auto source = (fs::path(folder) / kDatabase).string();
    std::error_code error;
    if (!fs::is_regular_file(source, error))
        return fail(Errc::notFound, folder + " holds no backup of a server");
    const auto fresh = paths.database() + ".restoring";
    for (const auto* end : {"", "-wal", "-shm"})
        fs::remove(fresh + end, error); // of a restore that was cut off
    fs::copy_file(source, fresh, error);
    if (error)
        return ioFailed(error, fresh).error();
    LIANXIN_CHECK(beginAnew(fresh, key, now, random));
    LIANXIN_CHECK(sync(fresh));
    const auto aside = asideOf(paths.database());
    // The log belongs to the database that goes: it must never be applied to the one that comes.
    for (const auto* end : {"-wal", ""})
        if (fs::exists(paths.database() + end, error)) {
            fs::rename(paths.database() + end, aside + end, error);
            if (error)
                return ioFailed(error, paths.database()).error();
        }
    fs::remove(paths.database() + "-shm", error);
    fs::rename(fresh, paths.database(), error);
    if (error)
        return ioFailed(error, paths.database()).error();
    LIANXIN_CHECK(copyBeside(folder, paths.folder));
    LIANXIN_CHECK(sync(paths.folder));
    return aside;
}

} // namespace lianxin::server
