// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/envelope_sealer.hpp"
#include "app/tablet/registration.hpp"
#include "app/vault/vault.hpp"
#include "app/vault/vault_directory.hpp"
#include "sync/client/sync_driver.hpp"

#include <memory>

namespace lianxin::tablet {

// What the tablet stands on. All of it lives as long as the program.
struct TabletPorts {
    platform::Files& files;
    platform::KeyStore& keyStore;
    const platform::BootClock& bootClock;
    const Clock& clock;
    RandomSource& random;
    const Catalogue& catalogue;
    const store::TextFolder& folder;
};

// The store's key as SQLCipher takes it.
[[nodiscard]] store::RawKey rawKey(const vault::FileKey& key);

// One person's open records: the store, the sealer and the way to the province. Exists only while the vault is unlocked.
class Desktop : public forms::PersonKeys {
public:
    // notAllowed: the vault is locked. notFound: the vault was never registered. damaged, io and the rest as the store says.
    [[nodiscard]] static Result<std::unique_ptr<Desktop>> open(const TabletPorts& ports, vault::Vault& vault, const vault::VaultDirectory::Places& places);
    ~Desktop() override;

    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] forms::EnvelopeSealer& sealer() { return *m_sealer; }
    [[nodiscard]] client::SyncDriver& driver() { return *m_driver; }
    [[nodiscard]] const Registration& registration() const { return m_registration; }
    [[nodiscard]] UserId user() const { return m_vault.user(); }

    [[nodiscard]] Result<seal::SignKey> signKey() const override;
    [[nodiscard]] Result<seal::PublicBoxKey> publicBox() const override;
    [[nodiscard]] Result<seal::BoxKey> boxKey() const override;

private:
    explicit Desktop(vault::Vault& vault) : m_vault(vault) {}

    vault::Vault& m_vault;
    Registration m_registration;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::unique_ptr<forms::EnvelopeSealer> m_sealer;
    std::unique_ptr<seal::SignKey> m_replicaKey;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<client::SyncDriver> m_driver;
};

// The note of the store that holds the registration.
inline constexpr std::string_view kRegistrationNote = "registration";

} // namespace lianxin::tablet
