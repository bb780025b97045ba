// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/desktop.hpp"

#include "sync/seal/escrow.hpp"

#include <algorithm>

namespace lianxin::tablet {

store::RawKey rawKey(const vault::FileKey& key)
{
    store::RawKey raw;
    std::copy_n(key.key.data(), raw.key.size(), raw.key.begin());
    std::copy_n(key.salt.data(), raw.salt.size(), raw.salt.begin());
    return raw;
}

Result<std::unique_ptr<Desktop>> Desktop::open(const TabletPorts& ports, vault::Vault& vault, const vault::VaultDirectory::Places& places)
{
    LIANXIN_TRY(const auto keys, vault.dataKeys());
    std::unique_ptr<Desktop> desktop(new Desktop(vault));
    LIANXIN_TRY(desktop->m_store, store::ReplicaStore::open(places.data.string(), rawKey(keys.current.data),
                                                            {&ports.catalogue, &ports.folder, &ports.clock, &ports.random}));
    LIANXIN_TRY(const auto note, desktop->m_store->note(kRegistrationNote));
    if (!note)
        return fail(Errc::notFound, "this vault is not registered");
    LIANXIN_TRY(desktop->m_registration, Registration::decode(*note));
    const auto& registration = desktop->m_registration;
    LIANXIN_TRY(auto key, vault.signKey(vault::KeyPurpose::replicaSigning));
    desktop->m_replicaKey = std::make_unique<seal::SignKey>(std::move(key));
    desktop->m_sealer = std::make_unique<forms::EnvelopeSealer>(forms::EnvelopeSealer::Parts{
        ports.catalogue, *desktop->m_store, *desktop, ports.random, vault.user(), registration.issuer.issuer, registration.issuer.realm,
        seal::escrowUser(seal::fingerprint(registration.issuer.root))});
    desktop->m_transport = std::make_unique<client::HttpTransport>(QUrl(QString::fromStdString(registration.server)),
                                                                   QByteArray::fromStdString(registration.caPem));
    desktop->m_driver = std::make_unique<client::SyncDriver>(
        *desktop->m_store, *desktop->m_transport,
        client::SyncIdentity{vault.replica(), desktop->m_replicaKey.get(), registration.serverCertificate.signKey}, ports.random);
    LIANXIN_CHECK(desktop->m_driver->start());
    return desktop;
}

Desktop::~Desktop() = default;

Result<seal::SignKey> Desktop::signKey() const { return m_vault.signKey(vault::KeyPurpose::personSigning); }

Result<seal::PublicBoxKey> Desktop::publicBox() const { return m_vault.publicBoxKey(); }

Result<seal::BoxKey> Desktop::boxKey() const { return m_vault.boxKey(); }

} // namespace lianxin::tablet
