// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/faulty_vfs.hpp"

#include <sqlcipher/sqlite3.h>

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <vector>

namespace lianxin::test::faulty {

namespace {

struct File {
    sqlite3_file base;
    sqlite3_file* real; // right behind this struct
};

// What was there before a write that no sync has made durable yet.
struct Before {
    sqlite3_int64 offset;
    std::vector<char> bytes;
    sqlite3_int64 size; // of the file
};

constexpr sqlite3_int64 kChunk = 65536; // SQLite's own unix layer moves at most 128 KB at a time

struct State {
    Fault fault{Fault::none};
    int left{0};
    bool fired{false};
    std::optional<std::int64_t> room;
    bool keeps{true};
    std::map<File*, std::vector<Before>> unsynced;
};

State& state()
{
    static State instance;
    return instance;
}

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

void takeBack(sqlite3_file* file, const Before& before)
{
    const auto size = static_cast<sqlite3_int64>(before.bytes.size());
    for (sqlite3_int64 done = 0; done < size; done += kChunk)
        file->pMethods->xWrite(file, before.bytes.data() + done, static_cast<int>(std::min(kChunk, size - done)),
                               before.offset + done);
    file->pMethods->xTruncate(file, before.size);
}

[[noreturn]] void crash()
{
    const auto fault = state().fault;
    for (auto& [file, list] : state().unsynced) {
        bool drop = true;
        for (auto it = list.rbegin(); it != list.rend(); ++it) {
            if (fault == Fault::crashLosingUnsynced || (fault == Fault::crashLosingSomeUnsynced && drop))
                takeBack(file->real, *it);
            drop = !drop;
        }
    }
    _exit(kCrashCode);
}

// True when this call is to fail or to be the last.
int strike(int fullCode, int ioCode)
{
    auto& s = state();
    if (s.fault == Fault::none)
        return SQLITE_OK;
    if (s.left > 1) {
        --s.left;
        return SQLITE_OK;
    }
    s.fired = true;
    if (s.fault == Fault::full)
        return fullCode;
    if (s.fault == Fault::io)
        return ioCode;
    crash();
}

void note(sqlite3_file* file, sqlite3_int64 offset, int amount)
{
    if (!state().keeps)
        return;
    auto* under = real(file);
    Before before{offset, {}, 0};
    under->pMethods->xFileSize(under, &before.size);
    const auto have = before.size > offset ? std::min<sqlite3_int64>(before.size - offset, amount) : 0;
    before.bytes.resize(static_cast<std::size_t>(have));
    for (sqlite3_int64 done = 0; done < have; done += kChunk)
        under->pMethods->xRead(under, before.bytes.data() + done, static_cast<int>(std::min(kChunk, have - done)),
                               offset + done);
    state().unsynced[reinterpret_cast<File*>(file)].push_back(std::move(before));
}

int closeFile(sqlite3_file* file)
{
    state().unsynced.erase(reinterpret_cast<File*>(file));
    return real(file)->pMethods->xClose(real(file));
}
int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), to, amount, offset);
}
int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    if (const int code = strike(SQLITE_FULL, SQLITE_IOERR_WRITE); code != SQLITE_OK)
        return code;
    if (auto& room = state().room; room) {
        sqlite3_int64 size = 0;
        real(file)->pMethods->xFileSize(real(file), &size);
        const auto growth = std::max<sqlite3_int64>(0, offset + amount - size);
        if (growth > *room)
            return SQLITE_FULL;
        *room -= growth;
    }
    note(file, offset, amount);
    return real(file)->pMethods->xWrite(real(file), from, amount, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int code = strike(SQLITE_OK, SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
        return code;
    sqlite3_int64 now = 0;
    real(file)->pMethods->xFileSize(real(file), &now);
    if (now > size)
        note(file, size, static_cast<int>(now - size));
    if (auto& room = state().room; room && now > size)
        *room += now - size;
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    if (const int code = strike(SQLITE_OK, SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    state().unsynced.erase(reinterpret_cast<File*>(file));
    return real(file)->pMethods->xSync(real(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int checkLock(sqlite3_file* file, int* out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int control(sqlite3_file* file, int op, void* arg) { return real(file)->pMethods->xFileControl(real(file), op, arg); }
int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
// No promise of the medium beyond single sectors.
int characteristics(sqlite3_file*) { return 0; }

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 1; // no shared memory: the store's exclusive mode needs none
        m.xClose = closeFile;
        m.xRead = readFile;
        m.xWrite = writeFile;
        m.xTruncate = truncateFile;
        m.xSync = syncFile;
        m.xFileSize = sizeOfFile;
        m.xLock = lockFile;
        m.xUnlock = unlockFile;
        m.xCheckReservedLock = checkLock;
        m.xFileControl = control;
        m.xSectorSize = sectorSize;
        m.xDeviceCharacteristics = characteristics;
        return m;
    }();
    auto* under = static_cast<sqlite3_vfs*>(vfs->pAppData);
    auto* mine = reinterpret_cast<File*>(file);
    mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
    std::memset(mine->real, 0, static_cast<std::size_t>(under->szOsFile));
    const int code = under->xOpen(under, name, mine->real, flags, outFlags);
    mine->base.pMethods = mine->real->pMethods != nullptr ? &kMethods : nullptr;
    return code;
}

} // namespace

namespace {
sqlite3_vfs& faultyVfs()
{
    static sqlite3_vfs vfs = [] {
        auto* under = sqlite3_vfs_find(nullptr);
        auto copy = *under;
        copy.szOsFile = under->szOsFile + static_cast<int>(sizeof(File));
        copy.zName = "faulty";
        copy.pAppData = under;
        copy.pNext = nullptr;
        copy.xOpen = openFile;
        return copy;
    }();
    return vfs;
}
} // namespace

void install() { sqlite3_vfs_register(&faultyVfs(), 0); }
void installAsDefault()
{
    state().keeps = false;
    sqlite3_vfs_register(&faultyVfs(), 1);
}

std::string uri(const std::string& path) { return "file:" + path + "?vfs=faulty"; }

void arm(Fault fault, int atCall)
{
    state().fault = fault;
    state().left = atCall;
    state().fired = false;
}

void disarm() { state().fault = Fault::none; }
bool fired() { return state().fired; }
void setRoom(std::optional<std::int64_t> bytes) { state().room = bytes; }
std::int64_t roomLeft() { return state().room.value_or(0); }

} // namespace lianxin::test::faulty
