// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"
#include "sync/model/ids.hpp"

#include <vector>

namespace lianxin::vault {

// Where things lie on a tablet. Names are random ids, never a person's:
//   tablet.db  reserve  users/<user id>/{header.0, header.1, data.db, attachments.db}
class VaultDirectory {
public:
    VaultDirectory(platform::Files& files, platform::Path root);

    struct Places {            // the three files of one vault (D19)
        platform::Path folder; // for Vault::enrol and Vault::open
        platform::Path data;
        platform::Path attachments;
    };
    [[nodiscard]] Places placesOf(UserId user) const;
    [[nodiscard]] platform::Path tabletStore() const { return m_root / "tablet.db"; }
    [[nodiscard]] platform::Path reserve() const { return m_root / "reserve"; }

    [[nodiscard]] Result<void> prepare(); // makes the folders
    // Users who have a vault here, sound or not, by id. Anything else in the folder is left alone.
    [[nodiscard]] Result<std::vector<UserId>> users();
    // For a vault that was never registered and whose passphrase nobody remembers: out of the way, not deleted.
    [[nodiscard]] Result<void> putAside(UserId user);

private:
    platform::Files& m_files;
    platform::Path m_root;
};

} // namespace lianxin::vault
