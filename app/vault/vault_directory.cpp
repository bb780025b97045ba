// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_directory.hpp"

#include "app/vault/header_file.hpp"

namespace lianxin::vault {

VaultDirectory::VaultDirectory(platform::Files& files, platform::Path root) : m_files(files), m_root(std::move(root)) {}

VaultDirectory::Places VaultDirectory::placesOf(UserId user) const
{
    const auto folder = m_root / "users" / user.text();
    return {folder, folder / "data.db", folder / "attachments.db"};
}

Result<void> VaultDirectory::prepare() { return m_files.makeFolder(m_root / "users"); }

Result<std::vector<UserId>> VaultDirectory::users()
{
    auto names = m_files.list(m_root / "users");
    if (!names && names.error().code == Errc::notFound)
        return std::vector<UserId>{};
    if (!names)
        return names.error();
    std::vector<UserId> found;
    for (const auto& name : *names) {
        const auto user = UserId::parse(name);
        if (user && HeaderFile(m_files, placesOf(*user).folder).present())
            found.push_back(*user);
    }
    return found;
}

Result<void> VaultDirectory::putAside(UserId user)
{
    const auto folder = placesOf(user).folder;
    int number = 1;
    auto aside = folder;
    do {
        aside = folder;
        aside += ".aside." + std::to_string(number++);
    } while (m_files.exists(aside));
    LIANXIN_CHECK(m_files.rename(folder, aside));
    return m_files.syncFolder(folder.parent_path());
}

} // namespace lianxin::vault
