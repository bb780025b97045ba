// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_header.hpp"
#include "platform/files.hpp"

namespace lianxin::vault {

// Two files, header.0 and header.1: generation g lies in header.<g mod 2>, so a write never touches the newest sound
// one. A damaged file is copied aside before its place is needed, and never deleted.
class HeaderFile {
public:
    HeaderFile(platform::Files& files, platform::Path folder);

    struct Loaded {
        VaultHeader header;
        std::optional<Error> otherFile; // what is wrong with the generation that was not taken; nullopt: nothing
    };
    // The newest sound generation. notFound: no header at all. damaged: none is sound, both are kept. upgradeNeeded:
    // the newest sound one is of a newer program.
    [[nodiscard]] Result<Loaded> load();

    // `both`: for what must not come back from the other file (an old passphrase) or must not be missing there (a new
    // key).
    enum class Copies { one, both };
    // Raises header.generation on success; on failure the header is as before, and the disk holds the old one or the
    // new one whole. On a full disk the older file is overwritten in place, which needs no new blocks.
    [[nodiscard]] Result<void> save(VaultHeader& header, Copies copies);

    [[nodiscard]] bool present();
    [[nodiscard]] platform::Path path(std::uint64_t generation) const;

private:
    [[nodiscard]] Result<void> saveOnce(VaultHeader& header);
    void keepDamagedAside(const platform::Path& path);

    platform::Files& m_files;
    platform::Path m_folder;
};

} // namespace lianxin::vault
