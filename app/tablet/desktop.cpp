// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/desktop.hpp"

#include "app/forms/record_fields.hpp"
#include "app/tablet/purging.hpp"
#include "sync/seal/escrow.hpp"

#include <algorithm>
#include <filesystem>

namespace lianxin::tablet {
namespace {

// Every page is checked at each unlock up to this size: a worker's whole village, in some 0.1 s. Above it only what is read is checked.
constexpr std::uintmax_t kCheckedAtOpen = 32U * 1024U * 1024U;

bool isDamaged(const store::ReplicaStore& store, const platform::Path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > kCheckedAtOpen)
        return false;
    const auto whole = store.verify();
    return !whole && whole.error().code == Errc::damaged;
}

// Words open whatever is the matter with the pictures. A file that does not read is kept aside, and a new one begun.
std::unique_ptr<store::BlobStore> openBlobs(const TabletPorts& ports, const vault::Vault& vault,
                                            const platform::Path& file, store::SpareRoom* room,
                                            store::ReplicaStore& records, bool& begunAnew)
{
    const auto keys = vault.dataKeys();
    if (!keys)
        return nullptr;
    const auto open = [&] {
        return withEitherKey(*keys, [&](const vault::DataKeys& one) {
            return store::BlobStore::open(file.string(), rawKey(one.attachments), {&ports.clock, room});
        });
    };
    auto blobs = open();
    if (!blobs && (blobs.error().code == Errc::damaged || blobs.error().code == Errc::wrongSecret)) {
        if (!store::Database::setAside(file.string()))
            return nullptr;
        (void)records.appendAudit("attachments begun anew", "the damaged file was kept aside");
        begunAnew = true;
        blobs = open();
    }
    return blobs ? std::move(*blobs) : nullptr;
}

} // namespace

store::RawKey rawKey(const vault::FileKey& key)
{
    store::RawKey raw;
    std::copy_n(key.key.data(), raw.key.size(), raw.key.begin());
    std::copy_n(key.salt.data(), raw.salt.size(), raw.salt.begin());
    return raw;
}

Result<std::unique_ptr<store::ReplicaStore>> openData(const TabletPorts& ports, const vault::Vault& vault,
                                                      const platform::Path& file, store::SpareRoom* room)
{
    LIANXIN_TRY(const auto keys, vault.dataKeys());
    // An empty one in its place would look like a person without families.
    if (std::error_code ignored; !ports.files.exists(file) || std::filesystem::is_empty(file, ignored))
        return vault.replica().isNil() ? fail(Errc::notFound, "this vault is not registered")
                                       : fail(Errc::damaged, "the data file is gone");
    auto opened = withEitherKey(keys, [&](const vault::DataKeys& one) {
        return store::ReplicaStore::open(file.string(), rawKey(one.data),
                                         {&ports.catalogue, &ports.folder, &ports.clock, &ports.random, room});
    });
    if (!opened && opened.error().code == Errc::wrongSecret)
        return fail(Errc::damaged, opened.error().detail);
    return opened;
}

Result<void> completeRegistration(vault::Vault& vault, const store::ReplicaStore& store)
{
    if (!vault.replicaKeyPending())
        return {};
    LIANXIN_TRY(const auto state, store.syncState());
    const bool isAnswered = state.initialised && state.user == vault.user() && state.replica != vault.replica();
    return isAnswered ? vault.setReplica(state.replica) : Result<void>();
}

Result<std::unique_ptr<Desktop>> Desktop::open(const TabletPorts& ports, vault::Vault& vault,
                                               const vault::VaultDirectory::Places& places, store::SpareRoom* room)
{
    std::unique_ptr<Desktop> desktop(new Desktop(vault, ports.catalogue));
    LIANXIN_TRY(desktop->m_store, openData(ports, vault, places.data, room));
    desktop->m_data = places.data;
    desktop->m_attachments = places.attachments;
    desktop->m_damaged = isDamaged(*desktop->m_store, places.data);
    LIANXIN_CHECK(completeRegistration(vault, *desktop->m_store));
    desktop->m_blobs = openBlobs(ports, vault, places.attachments, room, *desktop->m_store, desktop->m_begunAnew);
    LIANXIN_TRY(const auto note, desktop->m_store->note(kRegistrationNote));
    if (!note || vault.replica().isNil())
        return fail(Errc::notFound, "this vault is not registered");
    LIANXIN_TRY(desktop->m_registration, Registration::decode(*note));
    const auto& registration = desktop->m_registration;
    LIANXIN_TRY(auto key, vault.signKey(vault::KeyPurpose::replicaSigning));
    desktop->m_replicaKey = std::make_unique<seal::SignKey>(std::move(key));
    desktop->m_sealer = std::make_unique<forms::EnvelopeSealer>(forms::EnvelopeSealer::Parts{
        ports.catalogue, *desktop->m_store, *desktop, ports.random, vault.user(), registration.issuer.issuer,
        registration.issuer.realm, seal::escrowUser(seal::fingerprint(registration.issuer.root))});
    desktop->m_transport = std::make_unique<client::HttpTransport>(QUrl(QString::fromStdString(registration.server)),
                                                                   QByteArray::fromStdString(registration.caPem));
    desktop->m_driver = std::make_unique<client::SyncDriver>(
        *desktop->m_store, *desktop->m_transport,
        client::SyncIdentity{vault.replica(), desktop->m_replicaKey.get(), registration.serverCertificate.signKey},
        ports.random);
    if (desktop->m_blobs != nullptr) {
        desktop->m_transfer = std::make_unique<client::BlobTransfer>(
            client::BlobTransfer::Ports{*desktop->m_blobs, ports.clock, registration.serverCertificate.signKey,
                                        [driver = desktop->m_driver.get()] { driver->carryWanted(); }});
        desktop->m_driver->carry(*desktop->m_transfer);
    }
    desktop->m_driver->anotherId(*desktop); // put back from an image, or copied: it goes on under an id of its own
    LIANXIN_CHECK(desktop->m_driver->start());
    desktop->startCarrying(ports);
    desktop->tidy();
    // Each answer may have taken something away.
    QObject::connect(desktop->m_driver.get(), &client::SyncDriver::changed, desktop->m_driver.get(),
                     [at = desktop.get()] { at->tidyWhenPurged(); });
    return desktop;
}

// Nothing waits for it, and nothing is refused when it cannot be done now: it is tried again at the next unlock.
void Desktop::tidy()
{
    if (m_blobs != nullptr)
        if (const auto purged = purgePictures(*m_store, *m_blobs); !purged)
            (void)m_store->appendAudit("pictures not purged", purged.error().detail);
    const auto renewed = renewKeys(m_vault, *m_store, m_blobs.get());
    if (!renewed)
        (void)m_store->appendAudit("not re-keyed", renewed.error().detail);
    else if (*renewed)
        (void)m_store->appendAudit("re-keyed", "after a purge");
}

void Desktop::tidyWhenPurged()
{
    if (const auto due = m_store->rekeyDue(); due && *due && !m_isTidying) {
        m_isTidying = true;
        tidy();
        m_isTidying = false;
    }
}

void Desktop::startCarrying(const TabletPorts& ports)
{
    const auto& server = m_registration.serverCertificate;
    m_carrying = std::make_unique<client::CarryDriver>(client::CarryDriver::Parts{
        *m_store, *m_driver, *m_transport, client::SyncIdentity{m_vault.replica(), m_replicaKey.get(), server.signKey},
        carry::Trust{m_registration.issuer, server.signKey}, server.boxKey,
        QByteArray::fromStdString(m_registration.caPem), ports.clock, ports.random, [this] {
            auto own = ownCertificate();
            return own ? std::move(*own) : std::nullopt;
        }});
}

Result<const seal::SignKey*> Desktop::nextKey()
{
    LIANXIN_CHECK(m_vault.prepareReplicaKey());
    LIANXIN_TRY(auto key, m_vault.signKey(vault::KeyPurpose::nextReplicaSigning));
    m_nextKey = std::make_unique<seal::SignKey>(std::move(key));
    return m_nextKey.get();
}

Result<void> Desktop::keyTaken()
{
    m_nextKey.reset();
    return m_vault.dropReplicaKey();
}

// The store has the new id already: a death before the vault has it is what completeRegistration() makes good.
Result<void> Desktop::became(ReplicaId replica)
{
    LIANXIN_CHECK(m_vault.setReplica(replica));
    LIANXIN_TRY(auto key, m_vault.signKey(vault::KeyPurpose::replicaSigning));
    *m_replicaKey = std::move(key);
    m_nextKey.reset();
    m_carrying->become(replica);
    return {};
}

Desktop::~Desktop() = default;

Desktop::Sizes Desktop::sizes() const
{
    const auto of = [](const platform::Path& file) {
        std::error_code gone;
        const auto size = std::filesystem::file_size(file, gone);
        return gone ? std::uint64_t{0} : static_cast<std::uint64_t>(size);
    };
    return {of(m_data), of(m_attachments)};
}

Result<seal::CheckWords> Desktop::checkWords() const
{
    LIANXIN_TRY(const auto own, m_vault.publicSignKey(vault::KeyPurpose::replicaSigning));
    return seal::checkWords(own, m_registration.serverCertificate.signKey);
}

Result<bool> Desktop::confirmed() const
{
    LIANXIN_TRY(const auto certificate, ownCertificate());
    return certificate.has_value();
}

Result<std::optional<seal::Certificate>> Desktop::ownCertificate() const
{
    std::optional<seal::Certificate> none;
    const RecordType* type = m_catalogue.type("certificate");
    if (type == nullptr)
        return none;
    LIANXIN_TRY(const auto own, m_vault.publicSignKey(vault::KeyPurpose::replicaSigning));
    LIANXIN_TRY(const auto views, m_store->ofType(type->number));
    for (const auto& view : views) {
        const forms::RecordFields fields(*type, view);
        const auto signature = core::Signature::parse(fields.text("signature"));
        if (fields.text("replica") != m_vault.replica().text() || fields.text("ed25519") != own.text() || !signature)
            continue;
        seal::Certificate certificate;
        certificate.kind = seal::CertificateKind::replica;
        certificate.realm = m_registration.issuer.realm;
        certificate.subject = m_vault.replica().text();
        certificate.user = m_vault.user();
        certificate.signKey = own;
        certificate.validFrom = fields.number("valid_from").value_or(0);
        certificate.signature = *signature;
        if (seal::verifyCertificate(m_registration.issuer.issuer, certificate))
            return std::optional(certificate);
    }
    return none;
}

bool Desktop::owesRecoveryCode() const
{
    const auto note = m_store->note(kRecoveryNote);
    return note && note->has_value() && **note == kRecoveryOwed;
}

// Not kept is no harm: a new code is shown the next time.
void Desktop::recoveryCodeCopied() { (void)m_store->putNote(kRecoveryNote, kRecoveryCopied); }

Result<seal::SignKey> Desktop::signKey() const { return m_vault.signKey(vault::KeyPurpose::personSigning); }

Result<seal::PublicBoxKey> Desktop::publicBox() const { return m_vault.publicBoxKey(); }

Result<seal::BoxKey> Desktop::boxKey() const { return m_vault.boxKey(); }

} // namespace lianxin::tablet
