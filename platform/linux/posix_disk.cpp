// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_disk.hpp"

#include "platform/linux/posix_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>

namespace lianxin::platform {

Result<std::uint64_t> PosixDisk::freeBytes(const Path& folder)
{
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0)
        return posixError(errno, "statvfs");
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

Result<void> PosixDisk::createReserve(const Path& file, std::uint64_t bytes)
{
    struct stat info {};
    if (::stat(file.c_str(), &info) == 0 && info.st_size == static_cast<off_t>(bytes) &&
        static_cast<std::uint64_t>(info.st_blocks) * 512 >= bytes)
        return {};
    // Asked first: to take all that is left and give it back would make everybody else's writes fail for that moment.
    LIANXIN_TRY(const auto left, freeBytes(file.parent_path()));
    if (left < bytes)
        return fail(Errc::diskFull, "no room for the reserve");
    const int number = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (number < 0)
        return posixError(errno, "open the reserve");
    int failure = ::posix_fallocate(number, 0, static_cast<off_t>(bytes));
    if (failure == 0 && ::fsync(number) != 0)
        failure = errno;
    ::close(number);
    if (failure == 0)
        return {};
    ::unlink(file.c_str());
    return posixError(failure, "allocate the reserve");
}

Result<bool> PosixDisk::releaseReserve(const Path& file)
{
    if (::unlink(file.c_str()) == 0)
        return true;
    if (errno == ENOENT)
        return false;
    return posixError(errno, "release the reserve");
}

} // namespace lianxin::platform
