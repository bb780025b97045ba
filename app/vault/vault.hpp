// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/data_keys.hpp"
#include "app/vault/header_file.hpp"
#include "platform/key_store.hpp"

namespace lianxin::vault {

struct VaultServices {
    platform::Files& files;
    platform::KeyStore& keyStore;
    const platform::BootClock& bootClock;
    RandomSource& random;
};

struct Enrolment {
    UserId user;
    const SecretBytes& passphrase; // as typed
    ArgonParams argon;             // from calibrateArgon()
    std::optional<RecoveryHolders> holders;
};

// One user's keys on one tablet (D1). Locked, it knows what the header says in clear; unlocked, the user key; stepped
// up, also the key that counselling needs. Not safe for two threads at once: unlocking takes most of a second, so
// give it to a worker thread and wait for it.
class Vault {
public:
    struct Enrolled; // the open vault and the recovery code

    // notAllowed where a vault is already: nothing is ever written over one. invalidInput: the passphrase rule.
    [[nodiscard]] static Result<Enrolled> enrol(const VaultServices& services, platform::Path folder,
                                                const Enrolment& wanted);
    // notFound, damaged (both generations; both are kept), upgradeNeeded, io.
    [[nodiscard]] static Result<Vault> open(const VaultServices& services, platform::Path folder);

    // --- locked or not
    [[nodiscard]] UserId user() const { return m_header.place.user; }
    [[nodiscard]] VaultId id() const { return m_header.place.vault; }
    [[nodiscard]] ReplicaId replica() const { return m_header.replica; }
    [[nodiscard]] Result<seal::PublicSignKey> publicSignKey(KeyPurpose purpose) const; // invalidInput for personSealing
    [[nodiscard]] Result<seal::PublicBoxKey> publicBoxKey() const;
    [[nodiscard]] const ArgonParams& argon() const { return m_header.passphrase.argon; }
    [[nodiscard]] const std::optional<Error>& otherFileDamage() const { return m_otherFile; }
    [[nodiscard]] Hash dataDigest() const { return m_header.dataDigest; }
    [[nodiscard]] bool hasEscrow() const { return m_header.escrow.has_value(); }
    [[nodiscard]] bool stepUpFollowsPassphrase() const { return m_header.stepUpFollows; }

    struct Door {
        enum class State { passphrase, wait, recoveryOnly };
        State state{State::passphrase};
        std::chrono::milliseconds wait{0};
        int triesLeft{0};
    };
    [[nodiscard]] Door door() const;
    // notFound: lost, or another tablet's; recovery opens the vault. io: ask again later.
    [[nodiscard]] Result<void> checkDeviceSecret() const;

    // --- opening. wrongSecret; lockedOut (detail: seconds); notAllowed after ten tries; notFound and io as
    // checkDeviceSecret(); damaged: the header was tampered with. Only a judged passphrase costs a try.
    [[nodiscard]] Result<void> unlock(const SecretBytes& passphrase);
    [[nodiscard]] Result<void> stepUp(const SecretBytes& secret);
    void dropStepUp() { m_stepUpKey.wipe(); }
    void lock(); // at once; leases run on for at most 30 minutes
    [[nodiscard]] bool unlocked() const { return !m_userKey.empty(); }
    [[nodiscard]] bool steppedUp() const { return !m_stepUpKey.empty(); }

    // --- keys of the open vault; notAllowed while it is locked
    [[nodiscard]] Result<DataKeySet> dataKeys() const;
    [[nodiscard]] Result<DataKeyLease> lendDataKeys();
    [[nodiscard]] Result<SecretBytes> recordMacKey() const;
    [[nodiscard]] Result<SecretBytes> auditKey() const;
    [[nodiscard]] Result<seal::SignKey> signKey(KeyPurpose purpose) const; // replicaSigning, personSigning
    [[nodiscard]] Result<seal::BoxKey> boxKey() const; // personSealing: notAllowed without the step-up

    // --- changes of the open vault; each is durable in both generations when it answers
    [[nodiscard]] Result<void> changePassphrase(const SecretBytes& old, const SecretBytes& fresh);
    [[nodiscard]] Result<void> changeStepUpSecret(const SecretBytes& old, const SecretBytes& fresh);
    [[nodiscard]] Result<SecretBytes> renewRecoveryCode(); // printed form; the old code is void. Needs the step-up.
    // Another replica is to be asked for: a key of its own beside the present one, which stays in use until setReplica() puts the new key in
    // its place together with the id. Asked again it keeps the key, for the same code and the same key get the same answer.
    [[nodiscard]] Result<void> prepareReplicaKey();
    [[nodiscard]] bool replicaKeyPending() const;
    [[nodiscard]] Result<void> dropReplicaKey(); // the one that waits: the province has it under another id
    [[nodiscard]] Result<void> setReplica(ReplicaId replica);
    [[nodiscard]] Result<void> recordDataDigest(const Hash& digest);
    // Re-key: begin (both keys durable) -> the store re-keys its files and verifies them -> finish (the old key is
    // dropped). Begin again after a crash answers the same keys. `kept`: both files were found to open with the old
    // key.
    enum class Rekeyed { switched, kept };
    [[nodiscard]] Result<void> beginRekey();
    [[nodiscard]] Result<void> finishRekey(Rekeyed outcome);
    [[nodiscard]] bool rekeyPending() const { return m_header.nextDataKey.has_value(); }

    // --- recovery: open whatever the lockout says, set a new passphrase, make a device secret where it is lost,
    // leave it unlocked
    [[nodiscard]] Result<void> recover(const SecretBytes& typedCode, const SecretBytes& fresh);
    [[nodiscard]] Result<void> recoverFromEscrow(const SecretBytes& keys, const SecretBytes& fresh);
    // For the holders' program: what openOuterBox/openInnerBox take. Empty without escrow.
    struct EscrowBoxes {
        PairBoxes keys;
        PairBoxes deviceSecret;
        std::string keysPlace;
        std::string deviceSecretPlace;
    };
    [[nodiscard]] std::optional<EscrowBoxes> escrowBoxes() const;
    // Puts the escrowed device secret back into an empty key store. wrongSecret: it is another vault's.
    [[nodiscard]] Result<void> restoreDeviceSecret(const SecretBytes& secret);

private:
    Vault(const VaultServices& services, HeaderFile file, VaultHeader header);

    [[nodiscard]] Result<SecretBytes> judge(const PassphraseSlot& slot, char kind, const SecretBytes& typed,
                                            const SecretBytes* extra);
    [[nodiscard]] Result<void> countTry();
    void forgiveTries();
    [[nodiscard]] Result<SecretBytes> deviceSecretOf(const PassphraseSlot& slot) const;
    [[nodiscard]] Result<void> verifyMac(const SecretBytes& userKey) const;
    [[nodiscard]] Result<void> requireOpen() const;
    [[nodiscard]] Result<void> commit(VaultHeader changed, const SecretBytes& userKey);
    [[nodiscard]] Result<void> openWithKeys(const SecretBytes& keys, const SecretBytes& fresh);
    [[nodiscard]] Result<const WrappedKey*> wrappedKey(KeyPurpose purpose) const;
    [[nodiscard]] Result<SecretBytes> openDataKey(const WrappedDataKey& wrapped) const;
    [[nodiscard]] Result<PassphraseSlot> sealStepUp(const SecretBytes& normalised, const SecretBytes& userKey,
                                                    const SecretBytes& stepUpKey,
                                                    const SecretBytes& deviceSecret) const;

    VaultServices m_services;
    HeaderFile m_file;
    VaultHeader m_header;
    std::optional<Error> m_otherFile;
    SecretBytes m_userKey;
    SecretBytes m_stepUpKey;
    std::vector<std::weak_ptr<DataKeyLease::State>> m_leases;
};

struct Vault::Enrolled {
    Vault vault;
    SecretBytes recoveryCode; // printed form, to be shown once
};

} // namespace lianxin::vault
