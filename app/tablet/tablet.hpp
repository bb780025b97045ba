// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/desktop.hpp"
#include "app/tablet/rescue.hpp"
#include "app/tablet/reserve.hpp"
#include "app/vault/tablet_store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lianxin::tablet {

// The tablet as a thing that several people use: who they are, whose vault is in hand, and how a new person comes to it.
class Tablet {
public:
    // Makes the folders. The unlock page's own store is opened when there is a device secret, that is after the first registration.
    [[nodiscard]] static Result<std::unique_ptr<Tablet>> open(const TabletPorts& ports, const platform::Path& root);
    ~Tablet();

    [[nodiscard]] std::vector<vault::UserTile> tiles();
    [[nodiscard]] std::vector<vault::DutyNumber> dutyNumbers();
    void rememberDutyNumbers(const std::vector<vault::DutyNumber>& numbers);
    void rememberTile(const vault::UserTile& tile);
    void rememberLock(UserId user, std::int64_t pending);
    // Why the unlock page's store was begun anew, or why a vault cannot be read; for the notice.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }
    // What room is left belongs to text: nothing is fetched until there is more.
    [[nodiscard]] bool nearlyFull() const { return m_reserve.isGiven(); }
    [[nodiscard]] bool hardwareBacked() const { return m_ports.keyStore.hardwareBacked(); }
    [[nodiscard]] const platform::BootClock& bootClock() const { return m_ports.bootClock; }

    // --- the vault in hand
    [[nodiscard]] Result<void> choose(UserId user); // closes what was open
    [[nodiscard]] vault::Vault* vault() { return m_vault ? &*m_vault : nullptr; }
    [[nodiscard]] Result<Desktop*> openDesk(); // after the vault is unlocked
    [[nodiscard]] Desktop* desk() { return m_desk.get(); }
    void lock(); // closes the store, wipes the keys

    // Makes the vault, asks the province once, and keeps the answer. A vault that an earlier try left behind is used again with the same
    // passphrase. `done` gives the recovery code, empty where the vault was there already. Nothing else of this class may be called meanwhile.
    // A vault whose data file is gone or damaged begins anew under a new replica id (I14: no number is given twice): the damaged file is kept
    // aside, what was not sent is brought over as far as it reads, and the first sync fetches the rest from the province.
    struct Registered {
        UserId user;
        vault::SecretBytes recoveryCode;
        std::optional<Rescued> rescued; // after beginning anew
        platform::Path keptAside;       // empty: there was no file to keep
    };
    using Done = std::function<void(Result<Registered>)>;
    void enrol(const Invitation& invitation, const vault::SecretBytes& passphrase, const vault::ArgonParams& argon, Done done);

private:
    Tablet(const TabletPorts& ports, const platform::Path& root);
    [[nodiscard]] vault::VaultServices services() const;
    void openTabletStore();
    [[nodiscard]] Result<void> makeVault(const Invitation& invitation, const vault::SecretBytes& passphrase, const vault::ArgonParams& argon);
    [[nodiscard]] bool dataAreDamaged() const;
    [[nodiscard]] Result<void> keepReply(const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> makeData(const platform::Path& file, const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> beginAnew(const platform::Path& data, const platform::Path& fresh, const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> takeFresh(const platform::Path& data, const platform::Path& fresh);
    void finishEnrolment(Result<void> outcome);

    TabletPorts m_ports;
    vault::VaultDirectory m_directory;
    Reserve m_reserve;
    std::optional<vault::TabletStore> m_store;
    std::optional<vault::Vault> m_vault;
    std::unique_ptr<Desktop> m_desk;
    std::optional<Error> m_trouble;
    struct Enrolling;
    std::unique_ptr<Enrolling> m_enrolling;
};

} // namespace lianxin::tablet
