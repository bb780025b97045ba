// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/passphrase_rule.hpp"
#include "app/vault/recovery_code.hpp"
#include "app/vault/vault.hpp"
#include "app/vault/vault_keys.hpp"

namespace lianxin::vault {

namespace {

// The key store is asked first: a secret is made only where it says that there is none.
Result<SecretBytes> obtainDeviceSecret(const VaultServices& services)
{
    auto present = services.keyStore.loadDeviceSecret();
    if (present || present.error().code != Errc::notFound)
        return present;
    auto made = SecretBytes::random(platform::kDeviceSecretBytes, services.random);
    LIANXIN_CHECK(services.keyStore.storeDeviceSecret(made));
    return made;
}

SecretBytes joined(const SecretBytes& userKey, const SecretBytes& stepUpKey)
{
    SecretBytes both(2 * kKeyBytes);
    std::copy_n(userKey.data(), kKeyBytes, both.data());
    std::copy_n(stepUpKey.data(), kKeyBytes, both.data() + kKeyBytes);
    return both;
}

Result<EscrowSlot> sealEscrow(const SlotPlace& place, const RecoveryHolders& holders, const SecretBytes& keys,
                              const SecretBytes& deviceSecret, RandomSource& random)
{
    EscrowSlot slot;
    slot.holders = holders;
    LIANXIN_TRY(slot.keys, sealToPairs(place.associated('E'), holders, keys, random));
    LIANXIN_TRY(slot.deviceSecret, sealToPairs(place.associated('V'), holders, deviceSecret, random));
    return slot;
}

} // namespace

Result<Vault::Enrolled> Vault::enrol(const VaultServices& services, platform::Path folder, const Enrolment& wanted)
{
    LIANXIN_TRY(const auto passphrase, acceptNewPassphrase(wanted.passphrase, services.keyStore.hardwareBacked()));
    LIANXIN_CHECK(services.files.makeFolder(folder));
    HeaderFile file(services.files, std::move(folder));
    if (file.present())
        return fail(Errc::notAllowed, "there is a vault already");
    LIANXIN_TRY(const auto deviceSecret, obtainDeviceSecret(services));

    auto& random = services.random;
    auto userKey = SecretBytes::random(kKeyBytes, random);
    const auto stepUpKey = SecretBytes::random(kKeyBytes, random);
    const auto code = SecretBytes::random(kRecoveryCodeBytes, random);
    const auto keys = joined(userKey, stepUpKey);

    VaultHeader header;
    header.place.user = wanted.user;
    random.fill(header.place.vault.bytes);
    LIANXIN_TRY(header.passphrase,
                sealSlot(header.place.associated('P'), wanted.argon, {passphrase, deviceSecret}, userKey, random));
    const auto extra = stepUpExtra(userKey);
    LIANXIN_TRY(header.stepUp, sealSlot(header.place.associated('S'), wanted.argon, {passphrase, deviceSecret, &extra},
                                        stepUpKey, random));
    header.recovery = sealRecovery(header.place.associated('R'), code, keys, random);
    if (wanted.holders) {
        LIANXIN_TRY(header.escrow, sealEscrow(header.place, *wanted.holders, keys, deviceSecret, random));
    }
    header.dataKey = makeDataKey(header.place, 1, userKey, random);
    for (const auto purpose : {KeyPurpose::replicaSigning, KeyPurpose::personSigning, KeyPurpose::personSealing})
        header.keys.push_back(makePersonKey(header.place, purpose, userKey, stepUpKey, random));
    header.mac = macOf(header, userKey);
    LIANXIN_CHECK(file.save(header, HeaderFile::Copies::both));

    Vault vault(services, std::move(file), std::move(header));
    vault.m_userKey = std::move(userKey);
    return Enrolled{std::move(vault), printRecoveryCode(code)};
}

Result<void> Vault::recover(const SecretBytes& typedCode, const SecretBytes& fresh)
{
    LIANXIN_TRY(const auto code, readRecoveryCode(typedCode));
    LIANXIN_TRY(const auto keys, openRecovery(m_header.place.associated('R'), m_header.recovery, code));
    return openWithKeys(keys, fresh);
}

Result<void> Vault::recoverFromEscrow(const SecretBytes& keys, const SecretBytes& fresh)
{
    if (keys.size() != 2 * kKeyBytes)
        return fail(Errc::invalidInput, "these are not a vault's keys");
    return openWithKeys(keys, fresh);
}

Result<void> Vault::openWithKeys(const SecretBytes& keys, const SecretBytes& fresh)
{
    auto userKey = keys.part(0, kKeyBytes);
    const auto stepUpKey = keys.part(kKeyBytes, kKeyBytes);
    LIANXIN_CHECK(verifyMac(userKey));
    LIANXIN_TRY(const auto passphrase, acceptNewPassphrase(fresh, m_services.keyStore.hardwareBacked()));
    // In the key store before the header names it: a cut between the two leaves a vault that asks for recovery once
    // more.
    LIANXIN_TRY(const auto deviceSecret, obtainDeviceSecret(m_services));

    VaultHeader changed = m_header;
    changed.lockout = {};
    LIANXIN_TRY(changed.passphrase, sealSlot(m_header.place.associated('P'), m_header.passphrase.argon,
                                             {passphrase, deviceSecret}, userKey, m_services.random));
    LIANXIN_TRY(changed.stepUp, sealStepUp(passphrase, userKey, stepUpKey, deviceSecret));
    changed.stepUpFollows = true;
    if (changed.escrow) {
        LIANXIN_TRY(changed.escrow,
                    sealEscrow(m_header.place, changed.escrow->holders, keys, deviceSecret, m_services.random));
    }
    LIANXIN_CHECK(commit(std::move(changed), userKey));
    m_userKey = std::move(userKey);
    m_stepUpKey.wipe();
    return {};
}

Result<SecretBytes> Vault::renewRecoveryCode()
{
    LIANXIN_CHECK(requireOpen());
    if (!steppedUp())
        return fail(Errc::notAllowed, "a new recovery code needs the second unlock");
    const auto code = SecretBytes::random(kRecoveryCodeBytes, m_services.random);
    VaultHeader changed = m_header;
    changed.recovery =
        sealRecovery(m_header.place.associated('R'), code, joined(m_userKey, m_stepUpKey), m_services.random);
    LIANXIN_CHECK(commit(std::move(changed), m_userKey));
    return printRecoveryCode(code);
}

std::optional<Vault::EscrowBoxes> Vault::escrowBoxes() const
{
    if (!m_header.escrow)
        return std::nullopt;
    return EscrowBoxes{m_header.escrow->keys, m_header.escrow->deviceSecret, m_header.place.associated('E'),
                       m_header.place.associated('V')};
}

Result<void> Vault::restoreDeviceSecret(const SecretBytes& secret)
{
    if (secret.size() != platform::kDeviceSecretBytes || nameOf(secret) != m_header.passphrase.deviceSecret)
        return fail(Errc::wrongSecret, "this device secret is not the one of this vault");
    return m_services.keyStore.storeDeviceSecret(secret);
}

} // namespace lianxin::vault
