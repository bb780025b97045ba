// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault.hpp"

#include "app/vault/passphrase_rule.hpp"
#include "app/vault/vault_keys.hpp"

namespace lianxin::vault {

using std::chrono::milliseconds;

Vault::Vault(const VaultServices& services, HeaderFile file, VaultHeader header)
    : m_services(services), m_file(std::move(file)), m_header(std::move(header))
{}

Result<Vault> Vault::open(const VaultServices& services, platform::Path folder)
{
    HeaderFile file(services.files, std::move(folder));
    LIANXIN_TRY(auto loaded, file.load());
    Vault vault(services, std::move(file), std::move(loaded.header));
    vault.m_otherFile = std::move(loaded.otherFile);
    return vault;
}

Result<const WrappedKey*> Vault::wrappedKey(KeyPurpose purpose) const
{
    for (const auto& key : m_header.keys) {
        if (key.purpose == purpose)
            return &key;
    }
    return fail(Errc::notFound, "the vault has no key for this purpose");
}

Result<seal::PublicSignKey> Vault::publicSignKey(KeyPurpose purpose) const
{
    if (purpose == KeyPurpose::personSealing)
        return fail(Errc::invalidInput, "this key does not sign");
    LIANXIN_TRY(const auto* key, wrappedKey(purpose));
    return seal::PublicSignKey{key->publicKey};
}

Result<seal::PublicBoxKey> Vault::publicBoxKey() const
{
    LIANXIN_TRY(const auto* key, wrappedKey(KeyPurpose::personSealing));
    return seal::PublicBoxKey{key->publicKey};
}

Vault::Door Vault::door() const
{
    Door door;
    door.triesLeft = kMostTries - m_header.lockout.failures;
    door.wait = m_header.lockout.waitLeft(m_services.bootClock.now());
    if (m_header.lockout.closed())
        door = {Door::State::recoveryOnly, milliseconds(0), 0};
    else if (door.wait > milliseconds(0))
        door.state = Door::State::wait;
    return door;
}

Result<void> Vault::checkDeviceSecret() const
{
    LIANXIN_TRY([[maybe_unused]] const auto secret, deviceSecretOf(m_header.passphrase));
    return {};
}

Result<SecretBytes> Vault::deviceSecretOf(const PassphraseSlot& slot) const
{
    LIANXIN_TRY(auto secret, m_services.keyStore.loadDeviceSecret());
    if (slot.deviceSecret != nameOf(secret))
        return fail(Errc::notFound, "the device secret is not the one of this vault: recovery");
    return secret;
}

Result<void> Vault::countTry()
{
    const auto now = m_services.bootClock.now();
    if (m_header.lockout.closed())
        return fail(Errc::notAllowed, "ten wrong tries: only recovery opens this vault");
    if (const auto wait = m_header.lockout.waitLeft(now); wait > milliseconds(0)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
        return fail(Errc::lockedOut, std::to_string(seconds.count()));
    }
    VaultHeader counted = m_header;
    counted.lockout = m_header.lockout.afterTry(now);
    LIANXIN_CHECK(m_file.save(counted, HeaderFile::Copies::one));
    m_header = std::move(counted);
    return {};
}

void Vault::forgiveTries()
{
    VaultHeader forgiven = m_header;
    forgiven.lockout = {};
    // The person is right whether or not the disk keeps up; at worst this try stays counted.
    if (m_file.save(forgiven, HeaderFile::Copies::one))
        m_header = std::move(forgiven);
}

Result<SecretBytes> Vault::judge(const PassphraseSlot& slot, char kind, const SecretBytes& typed,
                                 const SecretBytes* extra)
{
    LIANXIN_TRY(const auto normalised, normalisePassphrase(typed));
    if (m_header.lockout.closed())
        return countTry().error();
    // Before the count: a lost device secret is no wrong try.
    LIANXIN_TRY(const auto deviceSecret, deviceSecretOf(slot));
    const Lockout before = m_header.lockout;
    LIANXIN_CHECK(countTry());
    auto opened = openSlot(m_header.place.associated(kind), slot, {normalised, deviceSecret, extra});
    if (!opened && opened.error().code != Errc::wrongSecret) {
        VaultHeader uncounted = m_header;
        uncounted.lockout = before;
        if (m_file.save(uncounted, HeaderFile::Copies::one))
            m_header = std::move(uncounted);
    }
    return opened;
}

Result<void> Vault::verifyMac(const SecretBytes& userKey) const
{
    const auto mac = macOf(m_header, userKey);
    const auto view = [](const auto& bytes) {
        return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    if (!sameBytes(view(mac), view(m_header.mac)))
        return fail(Errc::damaged, "the vault header was changed by somebody else");
    return {};
}

Result<void> Vault::unlock(const SecretBytes& passphrase)
{
    LIANXIN_TRY(auto userKey, judge(m_header.passphrase, 'P', passphrase, nullptr));
    forgiveTries();
    LIANXIN_CHECK(verifyMac(userKey));
    m_userKey = std::move(userKey);
    m_stepUpKey.wipe();
    return {};
}

Result<void> Vault::stepUp(const SecretBytes& secret)
{
    LIANXIN_CHECK(requireOpen());
    const auto extra = stepUpExtra(m_userKey);
    LIANXIN_TRY(auto key, judge(m_header.stepUp, 'S', secret, &extra));
    forgiveTries();
    m_stepUpKey = std::move(key);
    return {};
}

void Vault::lock()
{
    m_stepUpKey.wipe();
    m_userKey.wipe();
    const auto now = m_services.bootClock.now().uptime;
    for (const auto& weak : m_leases) {
        if (const auto lease = weak.lock(); lease && !lease->lockedAt)
            lease->lockedAt = now;
    }
    std::erase_if(m_leases, [](const auto& weak) { return weak.expired(); });
}

Result<void> Vault::requireOpen() const
{
    if (!unlocked())
        return fail(Errc::notAllowed, "the vault is locked");
    return {};
}

Result<SecretBytes> Vault::openDataKey(const WrappedDataKey& wrapped) const
{
    auto seed = openDataKeySeed(m_header.place, wrapped, m_userKey);
    if (!seed)
        return fail(Errc::damaged, "the user key does not open the data key");
    return seed;
}

Result<DataKeySet> Vault::dataKeys() const
{
    LIANXIN_CHECK(requireOpen());
    LIANXIN_TRY(const auto seed, openDataKey(m_header.dataKey));
    DataKeySet keys{dataKeysFrom(seed, m_header.dataKey.generation), std::nullopt};
    if (m_header.nextDataKey) {
        LIANXIN_TRY(const auto next, openDataKey(*m_header.nextDataKey));
        keys.next = dataKeysFrom(next, m_header.nextDataKey->generation);
    }
    return keys;
}

Result<DataKeyLease> Vault::lendDataKeys()
{
    LIANXIN_TRY(auto keys, dataKeys());
    auto state = std::make_shared<DataKeyLease::State>();
    state->keys = std::move(keys);
    std::erase_if(m_leases, [](const auto& weak) { return weak.expired(); });
    m_leases.push_back(state);
    return DataKeyLease(std::move(state), m_services.bootClock);
}

Result<SecretBytes> Vault::recordMacKey() const
{
    LIANXIN_CHECK(requireOpen());
    return recordMacKeyOf(m_userKey);
}

Result<SecretBytes> Vault::auditKey() const
{
    LIANXIN_CHECK(requireOpen());
    return auditKeyOf(m_userKey);
}

Result<seal::SignKey> Vault::signKey(KeyPurpose purpose) const
{
    LIANXIN_CHECK(requireOpen());
    if (purpose == KeyPurpose::personSealing)
        return fail(Errc::invalidInput, "this key does not sign");
    LIANXIN_TRY(const auto* key, wrappedKey(purpose));
    LIANXIN_TRY(const auto seed, openPersonSeed(m_header.place, *key, m_userKey, m_stepUpKey));
    return seal::SignKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
}

Result<seal::BoxKey> Vault::boxKey() const
{
    LIANXIN_CHECK(requireOpen());
    if (!steppedUp())
        return fail(Errc::notAllowed, "counselling needs the second unlock");
    LIANXIN_TRY(const auto* key, wrappedKey(KeyPurpose::personSealing));
    LIANXIN_TRY(const auto seed, openPersonSeed(m_header.place, *key, m_userKey, m_stepUpKey));
    return seal::BoxKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
}

} // namespace lianxin::vault
