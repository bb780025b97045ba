// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/private_files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace lianxin::server {

namespace {
Error systemError(const char* doing, const std::string& path)
{
    return fail(errno == ENOSPC   ? Errc::diskFull
                : errno == ENOENT ? Errc::notFound
                                  : Errc::io,
                std::string("cannot ") + doing + " " + path + ": " + std::generic_category().message(errno));
}

class File {
public:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Result<void> writeAll(int descriptor, std::string_view bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const auto done = ::write(descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR)
            return systemError("write", path);
        if (done > 0)
            bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

Result<void> writeFile(const std::string& path, std::string_view bytes, mode_t mode)
{
    const auto temporary = path + ".tmp";
    {
        const File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode));
        if (file.get() < 0 || ::fchmod(file.get(), mode) != 0)
            return systemError("create", temporary);
        LIANXIN_CHECK(writeAll(file.get(), bytes, temporary));
        if (::fsync(file.get()) != 0)
            return systemError("flush", temporary);
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return systemError("rename to", path);
    const auto folder = std::filesystem::path(path).parent_path().string();
    const File directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0 || ::fsync(directory.get()) != 0)
        return systemError("flush the folder of", path);
    return {};
}
} // namespace

Result<void> makePrivateFolder(const std::string& path)
{
    std::error_code error;
    const auto parent = std::filesystem::path(path).parent_path();
    if (!parent.empty())
        std::filesystem::create_directories(parent, error);
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("create folder", path);
    if (::chmod(path.c_str(), 0700) != 0)
        return systemError("protect folder", path);
    return {};
}

Result<void> writePrivateFile(const std::string& path, std::string_view bytes) { return writeFile(path, bytes, 0600); }
Result<void> writePublicFile(const std::string& path, std::string_view bytes) { return writeFile(path, bytes, 0644); }

Result<std::string> readPrivateFile(const std::string& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return systemError("read", path);
    if ((info.st_mode & 077U) != 0)
        return fail(Errc::notAllowed,
                    path + " can be read by others; set its mode to 0600 after making sure that nobody did");
    return readFile(path);
}

Result<std::string> readFile(const std::string& path)
{
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemError("read", path);
    std::string bytes;
    char buffer[4096];
    for (;;) {
        const auto got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno != EINTR)
            return systemError("read", path);
        if (got == 0)
            return bytes;
        if (got > 0)
            bytes.append(buffer, static_cast<std::size_t>(got));
    }
}

bool fileExists(const std::string& path)
{
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0;
}

Result<FolderLock> FolderLock::take(const std::string& folder)
{
    const auto path = folder + "/lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return systemError("open", path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(Errc::busy, "another lianxin-server process works on " + folder);
    }
    return FolderLock(descriptor);
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace lianxin::server
