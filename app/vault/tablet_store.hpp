// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/data_keys.hpp"
#include "app/vault/vault_directory.hpp"
#include "sync/store/database.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::vault {

// One user on the unlock page. The pending count is refreshed at lock; nothing here tells of a family (D18).
struct UserTile {
    UserId user;
    std::string displayName;
    std::string initial;
    std::string place;
    std::string role;
    std::int64_t pending{0};
    Millis lastUsed{0};
    bool operator==(const UserTile&) const = default;
};

// A number that the crisis page shows without an unlock.
struct DutyNumber {
    std::string label;
    std::string number;
    bool operator==(const DutyNumber&) const = default;
};

// A parcel sealed to the server: a colleague's session or a relay may carry it unread (D12).
struct OutgoingParcel {
    std::int64_t id{0};
    ReplicaId replica;
    std::string sealed;
};

// What the tablet knows before anybody unlocks it (D18): SQLCipher, its key from the device secret. Everything in it
// can be had again, from the vaults and from the server; so a store that does not open is put aside (never deleted)
// and begun anew.
class TabletStore {
public:
    enum class Document { catalogue, directory };
    struct Versioned {
        std::int64_t version{0};
        std::string bytes;
    };

    [[nodiscard]] static Result<TabletStore> open(const platform::Path& file, const SecretBytes& deviceSecret);
    // Set when the store was begun anew: what was put aside, and why.
    [[nodiscard]] const std::optional<Error>& begunAnew() const { return m_begunAnew; }

    [[nodiscard]] Result<std::vector<UserTile>> tiles(); // last used first
    // Every user of the directory exactly once: a vault without a tile gets an empty one, a tile without a vault is
    // left out.
    [[nodiscard]] Result<std::vector<UserTile>> tiles(VaultDirectory& directory);
    [[nodiscard]] Result<void> putTile(const UserTile& tile);
    [[nodiscard]] Result<void> recordLock(UserId user, std::int64_t pending, Millis now); // notFound: no such tile
    [[nodiscard]] Result<void> removeTile(UserId user);

    [[nodiscard]] Result<Versioned> document(Document which); // notFound: none yet
    // notAllowed: an older version than the present one.
    [[nodiscard]] Result<void> putDocument(Document which, const Versioned& document);

    [[nodiscard]] Result<std::vector<DutyNumber>> dutyNumbers(); // in the order given
    [[nodiscard]] Result<void> replaceDutyNumbers(const std::vector<DutyNumber>& numbers);

    [[nodiscard]] Result<std::int64_t> addParcel(ReplicaId replica, std::string_view sealed, Millis now); // its id
    [[nodiscard]] Result<std::vector<OutgoingParcel>> parcels(); // oldest first
    [[nodiscard]] Result<void> removeParcel(std::int64_t id);    // once the server has receipted it

private:
    explicit TabletStore(std::unique_ptr<store::Database> database);
    std::unique_ptr<store::Database> m_database;
    std::optional<Error> m_begunAnew;
};

} // namespace lianxin::vault
