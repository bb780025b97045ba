// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/desktop.hpp"
#include "app/tablet/rescue.hpp"
#include "app/tablet/reserve.hpp"
#include "app/vault/tablet_store.hpp"

#include <algorithm>
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
    // Forms that the open desk's province sent: judged, and kept for everybody of this tablet. They are worked with from the next unlock, when
    // no page is open. notAllowed: refused, what was there stays.
    [[nodiscard]] Result<void> keepForms(const std::string& text);
    void lock(); // closes the store, wipes the keys

    // --- a new person, in two steps
    // Makes the vault. One that an earlier try left behind is used again with the same passphrase, and gets a new recovery code, because the
    // old one was never shown; with another passphrase it is put aside, for it holds nothing. Derives keys for most of a second, so it may run
    // on another thread while nobody is chosen and nothing else of this class is called. notAllowed: this person is registered here, and the
    // records open.
    // A vault whose data file is gone or damaged begins anew under a new replica id (I14: no number is given twice): the damaged file is kept
    // aside, what was not sent is brought over as far as it reads, and the first sync fetches the rest from the province. The passphrase is the
    // one of before, and so is the recovery code on its paper.
    [[nodiscard]] Result<void> prepareVault(const Invitation& invitation, const vault::SecretBytes& passphrase,
                                            const vault::ArgonParams& argon);
    // Asks the province once, with the keys of the vault just prepared, and keeps the answer. Locked afterwards, whatever came of it.
    struct Registered {
        UserId user;
        vault::SecretBytes recoveryCode; // empty: the one on paper stays good
        std::optional<Rescued> rescued;  // after beginning anew
        platform::Path keptAside;        // empty: there was no file to keep
    };
    using Done = std::function<void(Result<Registered>)>;
    enum class CodeShown { later, never }; // never: the made-up people of a demonstration, who all have one code
    void askProvince(const Invitation& invitation, Done done, CodeShown shown = CodeShown::later);
    // Both, on this thread. Nobody sees the recovery code: a real person is shown a new one at the first unlock.
    void enrol(const Invitation& invitation, const vault::SecretBytes& passphrase, const vault::ArgonParams& argon,
               Done done);
    [[nodiscard]] bool isRegistered(UserId user);
    // An unlock found since the program started that the data do not read, or not all of them: another code is of use.
    [[nodiscard]] bool isDamaged(UserId user) const { return std::ranges::find(m_damaged, user) != m_damaged.end(); }

private:
    Tablet(const TabletPorts& ports, const platform::Path& root);
    [[nodiscard]] vault::VaultServices services() const;
    void openTabletStore();
    void layForms(); // over the catalogue, while nobody's records are open
    [[nodiscard]] Result<std::unique_ptr<Desktop>> openDesktop(UserId user);
    [[nodiscard]] bool isHalfMade(UserId user); // a vault that never got as far as the province
    [[nodiscard]] Result<void> reopenVault(vault::Vault present, const vault::SecretBytes& passphrase);
    [[nodiscard]] Result<void> begunBefore(vault::Vault& opened, const vault::SecretBytes& passphrase);
    [[nodiscard]] bool dataAreDamaged(const vault::Vault& opened) const;
    void askWith(const std::string& caPem);
    [[nodiscard]] Result<void> keepReply(const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> makeData(const platform::Path& file, const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> beginAnew(const platform::Path& data, const platform::Path& fresh,
                                         const wire::EnrolReply& reply);
    [[nodiscard]] Result<void> takeFresh(const platform::Path& data, const platform::Path& fresh);
    void finishEnrolment(const Result<void>& outcome);

    TabletPorts m_ports;
    vault::VaultDirectory m_directory;
    Reserve m_reserve;
    std::optional<vault::TabletStore> m_store;
    std::optional<vault::Vault> m_vault;
    std::unique_ptr<Desktop> m_desk;
    std::optional<Error> m_trouble;
    std::vector<UserId> m_damaged;
    vault::SecretBytes m_recoveryCode; // of the vault just prepared
    bool m_beginsAnew{false};          // so does that vault: its data are damaged
    struct Enrolling;
    std::unique_ptr<Enrolling> m_enrolling;
};

} // namespace lianxin::tablet
