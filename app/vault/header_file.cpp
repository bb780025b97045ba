// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/header_file.hpp"

#include "platform/atomic_file.hpp"

namespace lianxin::vault {

using platform::Path;

HeaderFile::HeaderFile(platform::Files& files, Path folder) : m_files(files), m_folder(std::move(folder)) {}

Path HeaderFile::path(std::uint64_t generation) const
{
    return m_folder / (generation % 2 == 0 ? "header.0" : "header.1");
}

bool HeaderFile::present() { return m_files.exists(path(0)) || m_files.exists(path(1)); }

Result<HeaderFile::Loaded> HeaderFile::load()
{
    struct Candidate {
        std::optional<std::uint64_t> generation; // of a sound frame in its right place
        std::optional<VaultHeader> header;
        Error error;
    };
    std::array<Candidate, 2> found;
    for (std::uint64_t index = 0; index < found.size(); ++index) {
        auto& candidate = found[index];
        auto bytes = m_files.read(path(index), kFrameBytes);
        if (!bytes) {
            candidate.error = bytes.error();
            if (candidate.error.code == Errc::invalidInput)
                candidate.error.code = Errc::damaged; // longer than any header
            continue;
        }
        const auto generation = frameGeneration(*bytes);
        auto header = decodeHeader(*bytes);
        if (header)
            candidate.header = std::move(*header);
        else
            candidate.error = header.error();
        if (generation && *generation % 2 != index) {
            candidate.header.reset();
            candidate.error = fail(Errc::damaged, "the header lies in the other one's place");
        } else if (generation && (candidate.header || candidate.error.code == Errc::upgradeNeeded)) {
            candidate.generation = *generation;
        }
    }
    if (!found[0].generation && !found[1].generation) {
        const auto& first = found[0].error;
        const auto& second = found[1].error;
        if (first.code == Errc::notFound && second.code == Errc::notFound)
            return fail(Errc::notFound, "no vault header");
        const bool io = first.code == Errc::io && second.code == Errc::io;
        return fail(io ? Errc::io : Errc::damaged, "header.0: " + first.detail + "; header.1: " + second.detail);
    }
    const std::size_t newest =
        found[1].generation.value_or(0) > found[0].generation.value_or(0) || !found[0].generation ? 1 : 0;
    if (!found[newest].header)
        return found[newest].error;
    Loaded loaded{std::move(*found[newest].header), std::nullopt};
    // The very first write leaves one file for a moment; a missing one is no damage then.
    const auto& other = found[1 - newest];
    if (!other.generation && !(other.error.code == Errc::notFound && loaded.header.generation == 1))
        loaded.otherFile = other.error;
    return loaded;
}

Result<void> HeaderFile::save(VaultHeader& header, Copies copies)
{
    VaultHeader attempt = header;
    LIANXIN_CHECK(saveOnce(attempt));
    if (copies == Copies::both)
        LIANXIN_CHECK(saveOnce(attempt));
    header = std::move(attempt);
    return {};
}

Result<void> HeaderFile::saveOnce(VaultHeader& header)
{
    ++header.generation;
    LIANXIN_TRY(const auto bytes, encodeHeader(header));
    const auto target = path(header.generation);
    keepDamagedAside(target);
    auto written = platform::writeAtomically(m_files, target, bytes);
    if (!written && written.error().code == Errc::diskFull) {
        LIANXIN_CHECK(m_files.exists(target) ? m_files.overwrite(target, bytes) : written);
        return m_files.syncFile(target);
    }
    return written;
}

void HeaderFile::keepDamagedAside(const Path& damagedPath)
{
    Path aside = damagedPath;
    aside += ".damaged";
    constexpr std::size_t kMostKept = 64 * 1024;
    const auto bytes = m_files.read(damagedPath, kMostKept);
    if (!bytes || m_files.exists(aside))
        return;
    if (const auto header = decodeHeader(*bytes); header || header.error().code != Errc::damaged)
        return;
    // Best effort: a full disk must not keep a person out of a sound vault.
    [[maybe_unused]] auto ignored = platform::writeAtomically(m_files, aside, *bytes);
}

} // namespace lianxin::vault
