// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/passphrase_rule.hpp"
#include "app/vault/vault.hpp"
#include "app/vault/vault_keys.hpp"

namespace lianxin::vault {

// Both generations get the change: an old passphrase must not open the spare one, a new data key must not be missing
// there.
Result<void> Vault::commit(VaultHeader changed, const SecretBytes& userKey)
{
    changed.mac = macOf(changed, userKey);
    auto saved = m_file.save(changed, HeaderFile::Copies::both);
    if (saved) {
        m_header = std::move(changed);
        return {};
    }
    // "It failed" must mean that the old state holds, also when only the last step failed: write it again, as far as
    // that goes.
    VaultHeader before = m_header;
    if (m_file.save(before, HeaderFile::Copies::both))
        m_header = std::move(before);
    return saved;
}

Result<PassphraseSlot> Vault::sealStepUp(const SecretBytes& normalised, const SecretBytes& userKey,
                                         const SecretBytes& stepUpKey, const SecretBytes& deviceSecret) const
{
    const auto extra = stepUpExtra(userKey);
    return sealSlot(m_header.place.associated('S'), m_header.stepUp.argon, {normalised, deviceSecret, &extra},
                    stepUpKey, m_services.random);
}

Result<void> Vault::changePassphrase(const SecretBytes& old, const SecretBytes& fresh)
{
    LIANXIN_CHECK(requireOpen());
    LIANXIN_TRY(const auto accepted, acceptNewPassphrase(fresh, m_services.keyStore.hardwareBacked()));
    LIANXIN_TRY(const auto userKey, judge(m_header.passphrase, 'P', old, nullptr));
    forgiveTries();
    LIANXIN_TRY(const auto deviceSecret, deviceSecretOf(m_header.passphrase));

    VaultHeader changed = m_header;
    LIANXIN_TRY(changed.passphrase, sealSlot(m_header.place.associated('P'), m_header.passphrase.argon,
                                             {accepted, deviceSecret}, userKey, m_services.random));
    if (m_header.stepUpFollows) {
        LIANXIN_TRY(const auto normalised, normalisePassphrase(old));
        const auto extra = stepUpExtra(userKey);
        LIANXIN_TRY(const auto stepUpKey,
                    openSlot(m_header.place.associated('S'), m_header.stepUp, {normalised, deviceSecret, &extra}));
        LIANXIN_TRY(changed.stepUp, sealStepUp(accepted, userKey, stepUpKey, deviceSecret));
    }
    return commit(std::move(changed), userKey);
}

Result<void> Vault::changeStepUpSecret(const SecretBytes& old, const SecretBytes& fresh)
{
    LIANXIN_CHECK(requireOpen());
    LIANXIN_TRY(const auto accepted, acceptNewPassphrase(fresh, m_services.keyStore.hardwareBacked()));
    const auto extra = stepUpExtra(m_userKey);
    LIANXIN_TRY(const auto stepUpKey, judge(m_header.stepUp, 'S', old, &extra));
    forgiveTries();
    LIANXIN_TRY(const auto deviceSecret, deviceSecretOf(m_header.stepUp));
    VaultHeader changed = m_header;
    LIANXIN_TRY(changed.stepUp, sealStepUp(accepted, m_userKey, stepUpKey, deviceSecret));
    changed.stepUpFollows = false;
    return commit(std::move(changed), m_userKey);
}

bool Vault::replicaKeyPending() const { return wrappedKey(KeyPurpose::nextReplicaSigning).has_value(); }

Result<void> Vault::prepareReplicaKey()
{
    LIANXIN_CHECK(requireOpen());
    if (replicaKeyPending())
        return {};
    VaultHeader changed = m_header;
    changed.keys.push_back(
        makePersonKey(m_header.place, KeyPurpose::nextReplicaSigning, m_userKey, m_stepUpKey, m_services.random));
    return commit(std::move(changed), m_userKey);
}

Result<void> Vault::dropReplicaKey()
{
    LIANXIN_CHECK(requireOpen());
    if (!replicaKeyPending())
        return {};
    VaultHeader changed = m_header;
    std::erase_if(changed.keys, [](const WrappedKey& key) { return key.purpose == KeyPurpose::nextReplicaSigning; });
    return commit(std::move(changed), m_userKey);
}

Result<void> Vault::setReplica(ReplicaId replica)
{
    LIANXIN_CHECK(requireOpen());
    VaultHeader changed = m_header;
    changed.replica = replica;
    if (const auto next = wrappedKey(KeyPurpose::nextReplicaSigning)) {
        LIANXIN_TRY(const auto seed, openPersonSeed(m_header.place, **next, m_userKey, m_stepUpKey));
        std::erase_if(changed.keys, [](const WrappedKey& key) {
            return key.purpose == KeyPurpose::replicaSigning || key.purpose == KeyPurpose::nextReplicaSigning;
        });
        changed.keys.push_back(wrapPersonSeed(m_header.place, KeyPurpose::replicaSigning, seed, m_userKey, m_stepUpKey,
                                              m_services.random));
    }
    return commit(std::move(changed), m_userKey);
}

Result<void> Vault::recordDataDigest(const Hash& digest)
{
    LIANXIN_CHECK(requireOpen());
    VaultHeader changed = m_header;
    changed.dataDigest = digest;
    return commit(std::move(changed), m_userKey);
}

Result<void> Vault::beginRekey()
{
    LIANXIN_CHECK(requireOpen());
    if (rekeyPending())
        return {};
    VaultHeader changed = m_header;
    changed.nextDataKey = makeDataKey(m_header.place, m_header.dataKey.generation + 1, m_userKey, m_services.random);
    return commit(std::move(changed), m_userKey);
}

Result<void> Vault::finishRekey(Rekeyed outcome)
{
    LIANXIN_CHECK(requireOpen());
    if (!rekeyPending())
        return fail(Errc::invalidInput, "no re-key is under way");
    VaultHeader changed = m_header;
    if (outcome == Rekeyed::switched)
        changed.dataKey = *changed.nextDataKey;
    changed.nextDataKey.reset();
    return commit(std::move(changed), m_userKey);
}

} // namespace lianxin::vault
