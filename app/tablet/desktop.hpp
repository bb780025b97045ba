// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/envelope_sealer.hpp"
#include "app/tablet/province_forms.hpp"
#include "app/tablet/registration.hpp"
#include "app/vault/vault.hpp"
#include "app/vault/vault_directory.hpp"
#include "platform/disk.hpp"
#include "sync/client/blob_transfer.hpp"
#include "sync/client/carry_driver.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/seal/enrolment.hpp"
#include "sync/store/blob_store.hpp"

#include <memory>
#include <optional>

namespace lianxin::tablet {

// What the tablet stands on. All of it lives as long as the program.
struct TabletPorts {
    platform::Files& files;
    platform::Disk& disk;
    platform::KeyStore& keyStore;
    const platform::BootClock& bootClock;
    const Clock& clock;
    RandomSource& random;
    const Catalogue& catalogue;
    const store::TextFolder& folder;
    ProvinceForms* forms{nullptr}; // what changes `catalogue`; null: the program's own stays
};

// The store's key as SQLCipher takes it.
[[nodiscard]] store::RawKey rawKey(const vault::FileKey& key);

// The store of an unlocked vault. notFound: never registered. damaged: the file is gone, cut off, of another key or its first page does not
// read; the header that gave the key is whole, so a key that does not fit is the file's fault and no reason to ask for the passphrase again.
[[nodiscard]] Result<std::unique_ptr<store::ReplicaStore>> openData(const TabletPorts& ports, const vault::Vault& vault,
                                                                    const platform::Path& file, store::SpareRoom* room);

// The province's answer is in the file, and the power went before the vault's header named the new replica: names it now.
[[nodiscard]] Result<void> completeRegistration(vault::Vault& vault, const store::ReplicaStore& store);

// One person's open records: the store, the sealer and the way to the province. Exists only while the vault is unlocked.
class Desktop : public forms::PersonKeys, private client::AnotherId {
public:
    // notAllowed: the vault is locked. The rest as openData() says.
    [[nodiscard]] static Result<std::unique_ptr<Desktop>> open(const TabletPorts& ports, vault::Vault& vault,
                                                               const vault::VaultDirectory::Places& places,
                                                               store::SpareRoom* room = nullptr);
    ~Desktop() override;

    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] store::BlobStore* blobs() { return m_blobs.get(); }           // null: it does not open today
    [[nodiscard]] client::BlobTransfer* transfer() { return m_transfer.get(); } // null with them
    [[nodiscard]] forms::EnvelopeSealer& sealer() { return *m_sealer; }
    [[nodiscard]] client::SyncDriver& driver() { return *m_driver; }
    [[nodiscard]] client::CarryDriver& carrying() { return *m_carrying; }
    [[nodiscard]] const Registration& registration() const { return m_registration; }
    // Some page of the file does not fit its check value. What reads is shown and sent; nothing is refused, and nothing thrown away.
    [[nodiscard]] bool hasDamage() const { return m_damaged; }
    [[nodiscard]] bool begunAnew() const { return m_begunAnew; } // the file of attachments: the old one was kept aside
    struct Sizes {                                               // of the files, in bytes
        std::uint64_t data{0};
        std::uint64_t attachments{0};
    };
    [[nodiscard]] Sizes sizes() const;
    [[nodiscard]] UserId user() const { return m_vault.user(); }

    // The words that the administrator compares, and whether the certificate of this tablet has come down since: what the issuer signed, so
    // that nobody between can say so.
    [[nodiscard]] Result<seal::CheckWords> checkWords() const;
    [[nodiscard]] Result<bool> confirmed() const;
    [[nodiscard]] Result<std::optional<seal::Certificate>> ownCertificate() const; // none: not confirmed yet
    // From the registration until the person said that the recovery code is on paper: whoever was interrupted is shown a new one.
    [[nodiscard]] bool owesRecoveryCode() const;
    void recoveryCodeCopied();

    [[nodiscard]] Result<seal::SignKey> signKey() const override;
    [[nodiscard]] Result<seal::PublicBoxKey> publicBox() const override;
    [[nodiscard]] Result<seal::BoxKey> boxKey() const override;

private:
    Desktop(vault::Vault& vault, const Catalogue& catalogue) : m_vault(vault), m_catalogue(catalogue) {}
    void startCarrying(const TabletPorts& ports);
    void tidy(); // after a purge: pictures, then new keys
    void tidyWhenPurged();
    // This tablet's id lives in another body too: the vault makes the next key, and takes it into use.
    [[nodiscard]] Result<const seal::SignKey*> nextKey() override;
    [[nodiscard]] Result<void> keyTaken() override;
    [[nodiscard]] Result<void> became(ReplicaId replica) override;

    vault::Vault& m_vault;
    const Catalogue& m_catalogue;
    Registration m_registration;
    bool m_damaged{false};
    bool m_begunAnew{false};
    bool m_isTidying{false};
    platform::Path m_data, m_attachments;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::unique_ptr<store::BlobStore> m_blobs;
    std::unique_ptr<forms::EnvelopeSealer> m_sealer;
    std::unique_ptr<seal::SignKey> m_replicaKey;
    std::unique_ptr<seal::SignKey> m_nextKey;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<client::BlobTransfer> m_transfer;
    std::unique_ptr<client::SyncDriver> m_driver;
    std::unique_ptr<client::CarryDriver> m_carrying;
};

// The note of the store that holds the registration.
inline constexpr std::string_view kRegistrationNote = "registration";
inline constexpr std::string_view kRecoveryNote = "recovery-code";
inline constexpr std::string_view kRecoveryOwed = "owed";
inline constexpr std::string_view kRecoveryCopied = "copied";

} // namespace lianxin::tablet
