// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_files.hpp"

#include "platform/linux/posix_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace lianxin::platform {

namespace {

class Descriptor {
public:
    Descriptor(const Path& path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool valid() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Result<void> writeAll(const Descriptor& file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return posixError(errno, "write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> syncPath(const Path& path, int flags, const char* what)
{
    const Descriptor file(path, flags);
    if (!file.valid())
        return posixError(errno, what);
    if (::fsync(file.number()) != 0)
        return posixError(errno, what);
    return {};
}

} // namespace

Result<std::string> PosixFiles::read(const Path& path, std::size_t atMost)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.valid())
        return posixError(errno, "open for reading");
    std::string bytes(atMost + 1, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return posixError(errno, "read");
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled > atMost)
        return fail(Errc::invalidInput, "file longer than " + std::to_string(atMost) + " bytes");
    bytes.resize(filled);
    return bytes;
}

Result<void> PosixFiles::write(const Path& path, std::string_view bytes)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.valid())
        return posixError(errno, "open for writing");
    return writeAll(file, bytes);
}

Result<void> PosixFiles::overwrite(const Path& path, std::string_view bytes)
{
    const Descriptor file(path, O_WRONLY);
    if (!file.valid())
        return posixError(errno, "open for overwriting");
    struct stat info {};
    if (::fstat(file.number(), &info) != 0)
        return posixError(errno, "fstat");
    if (info.st_size != static_cast<off_t>(bytes.size()))
        return fail(Errc::invalidInput, "overwrite with another size");
    return writeAll(file, bytes);
}

Result<void> PosixFiles::syncFile(const Path& path) { return syncPath(path, O_RDONLY, "fsync of a file"); }

Result<void> PosixFiles::syncFolder(const Path& path)
{
    return syncPath(path, O_RDONLY | O_DIRECTORY, "fsync of a folder");
}

Result<void> PosixFiles::rename(const Path& from, const Path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return posixError(errno, "rename");
    return {};
}

Result<void> PosixFiles::remove(const Path& path)
{
    if (::unlink(path.c_str()) != 0)
        return posixError(errno, "unlink");
    return {};
}

Result<void> PosixFiles::makeFolder(const Path& path)
{
    std::error_code failure;
    if (const auto parent = path.parent_path(); !parent.empty() && !std::filesystem::exists(parent, failure))
        LIANXIN_CHECK(makeFolder(parent));
    if (::mkdir(path.c_str(), S_IRWXU) == 0)
        return path.has_parent_path() ? syncFolder(path.parent_path()) : Result<void>{};
    const int number = errno;
    if (number == EEXIST && std::filesystem::is_directory(path, failure))
        return {};
    return posixError(number, "mkdir");
}

bool PosixFiles::exists(const Path& path)
{
    std::error_code failure;
    return std::filesystem::exists(path, failure);
}

Result<std::vector<std::string>> PosixFiles::list(const Path& folder)
{
    std::error_code failure;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure))
        names.push_back(it->path().filename().string());
    if (failure)
        return posixError(failure.value(), "list a folder");
    std::ranges::sort(names);
    return names;
}

} // namespace lianxin::platform
