// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;
using Cache = platform::FakeFiles::Cache;

class TestVaultChanges : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_tablet.emplace();
        QVERIFY(m_tablet->enrol());
    }
    void passphraseChangeKeepsTheKeys();
    void theOldPassphraseIsInNeitherGeneration();
    void passphraseChangeNeedsTheOldOne();
    void passphraseChangeObeysTheRule();
    void stepUpFollowsThePassphrase();
    void ownStepUpSecret();
    void replicaIdIsKept();
    void aForkGetsANewReplicaKey();
    void digestIsKept();
    void aSplicedHeaderIsFoundAtUnlock();
    void rekeyInOrder();
    void rekeyOldKeyIsGone();
    void rekeyThatDidNotHappen();
    void rekeySurvivesDamageOfEitherFile();
    void aDamagedGenerationIsReported();

private:
    [[nodiscard]] VaultHeader header(int index) const
    {
        return decodeHeader(*m_tablet->files.peek(m_tablet->folder / ("header." + std::to_string(index)))).value();
    }
    void put(int index, VaultHeader changed)
    {
        m_tablet->files.put(m_tablet->folder / ("header." + std::to_string(index)), encodeHeader(changed).value());
    }

    std::optional<VaultFixture> m_tablet;
};

void TestVaultChanges::passphraseChangeKeepsTheKeys()
{
    auto& tablet = *m_tablet;
    const auto before = header(0);
    const auto key = tablet.vault->dataKeys().value();
    QVERIFY(tablet.vault->changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther)));
    const auto after = header(0);
    QVERIFY(!(after.passphrase == before.passphrase));
    QVERIFY(after.recovery == before.recovery && after.dataKey == before.dataKey && after.keys == before.keys);
    QVERIFY(tablet.restart());
    QCOMPARE(codeOf(tablet.unlock()), Errc::wrongSecret);
    QVERIFY(tablet.unlock(VaultFixture::kOther));
    QVERIFY(tablet.vault->dataKeys().value().current.data.key.equals(key.current.data.key));
}

void TestVaultChanges::theOldPassphraseIsInNeitherGeneration()
{
    auto& tablet = *m_tablet;
    QVERIFY(tablet.vault->changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther)));
    for (int index = 0; index < 2; ++index) {
        VaultFixture copy;
        copy.files.put(copy.folder / "header.0", *tablet.files.peek(tablet.folder / "header.0"));
        copy.files.put(copy.folder / "header.1", *tablet.files.peek(tablet.folder / "header.1"));
        copy.files.put(copy.folder / ("header." + std::to_string(index)), "damaged");
        QVERIFY(copy.keyStore.storeDeviceSecret(tablet.keyStore.loadDeviceSecret().value()));
        QVERIFY(copy.restart());
        QCOMPARE(codeOf(copy.unlock()), Errc::wrongSecret);
        QVERIFY(copy.unlock(VaultFixture::kOther));
    }
}

void TestVaultChanges::passphraseChangeNeedsTheOldOne()
{
    auto& tablet = *m_tablet;
    QCOMPARE(codeOf(tablet.vault->changePassphrase(secretText(VaultFixture::kWrong), secretText(VaultFixture::kOther))),
             Errc::wrongSecret);
    QCOMPARE(tablet.vault->door().triesLeft, 9); // an open tablet is no place to guess either
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
}

void TestVaultChanges::passphraseChangeObeysTheRule()
{
    QCOMPARE(codeOf(m_tablet->vault->changePassphrase(secretText(VaultFixture::kPassphrase), secretText("739214"))),
             Errc::invalidInput);
    QCOMPARE(m_tablet->vault->door().triesLeft, 10);
}

void TestVaultChanges::stepUpFollowsThePassphrase()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(vault.stepUpFollowsPassphrase());
    QVERIFY(vault.changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther)));
    QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kPassphrase))), Errc::wrongSecret);
    QVERIFY(vault.stepUp(secretText(VaultFixture::kOther)));
    QVERIFY(vault.boxKey());
}

void TestVaultChanges::ownStepUpSecret()
{
    auto& vault = *m_tablet->vault;
    QCOMPARE(codeOf(vault.changeStepUpSecret(secretText(VaultFixture::kWrong), secretText(VaultFixture::kOther))),
             Errc::wrongSecret);
    QVERIFY(vault.changeStepUpSecret(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther)));
    QVERIFY(!vault.stepUpFollowsPassphrase());
    QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kPassphrase))), Errc::wrongSecret);
    QVERIFY(vault.stepUp(secretText(VaultFixture::kOther)));
    // A passphrase change leaves it alone from now on.
    QVERIFY(vault.changePassphrase(secretText(VaultFixture::kPassphrase), secretText("third passphrase 33")));
    QVERIFY(vault.stepUp(secretText(VaultFixture::kOther)));
}

void TestVaultChanges::replicaIdIsKept()
{
    auto& tablet = *m_tablet;
    QVERIFY(tablet.vault->replica().isNil());
    const auto replica = makeReplicaId(tablet.random);
    QVERIFY(tablet.vault->setReplica(replica));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.vault->replica() == replica);
    QVERIFY(tablet.unlock());
}

void TestVaultChanges::aForkGetsANewReplicaKey()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(vault.setReplica(makeReplicaId(m_tablet->random)));
    const auto replicaKey = vault.publicSignKey(KeyPurpose::replicaSigning).value();
    const auto personKey = vault.publicSignKey(KeyPurpose::personSigning).value();
    const auto old = vault.replica();
    QVERIFY(vault.prepareReplicaKey());
    QVERIFY(vault.replicaKeyPending());
    // Until the province answers, the present replica works on, also after a restart.
    QVERIFY(m_tablet->restart());
    QVERIFY(m_tablet->unlock());
    auto& again = *m_tablet->vault;
    QVERIFY(again.replica() == old);
    QVERIFY(again.publicSignKey(KeyPurpose::replicaSigning).value() == replicaKey);
    const auto next = again.publicSignKey(KeyPurpose::nextReplicaSigning).value();
    QVERIFY(again.prepareReplicaKey()); // asked again with the same key
    QVERIFY(again.publicSignKey(KeyPurpose::nextReplicaSigning).value() == next);
    const auto fresh = makeReplicaId(m_tablet->random);
    QVERIFY(again.setReplica(fresh));
    QVERIFY(!again.replicaKeyPending());
    QVERIFY(again.replica() == fresh);
    QVERIFY(again.publicSignKey(KeyPurpose::replicaSigning).value() == next);
    QVERIFY(again.signKey(KeyPurpose::replicaSigning).value().publicKey() == next);
    QVERIFY(again.publicSignKey(KeyPurpose::personSigning).value() == personKey);
    QVERIFY(m_tablet->restart());
    QVERIFY(m_tablet->unlock());
    QVERIFY(m_tablet->vault->signKey(KeyPurpose::replicaSigning));
}

void TestVaultChanges::digestIsKept()
{
    Hash digest;
    m_tablet->random.fill(digest.bytes);
    QVERIFY(m_tablet->vault->recordDataDigest(digest));
    QVERIFY(m_tablet->restart());
    QVERIFY(m_tablet->vault->dataDigest() == digest);
}

void TestVaultChanges::aSplicedHeaderIsFoundAtUnlock()
{
    auto& tablet = *m_tablet;
    // Sound checksums, sound slots, one thing from elsewhere each time.
    const auto good0 = header(0);
    const auto good1 = header(1);
    const auto splice = [&](const std::function<void(VaultHeader&)>& how) {
        for (int index = 0; index < 2; ++index) {
            auto changed = index == 0 ? good0 : good1;
            how(changed);
            put(index, changed);
        }
        if (!tablet.restart())
            return Errc::internal;
        return codeOf(tablet.unlock());
    };
    QCOMPARE(splice([&](VaultHeader& changed) { tablet.random.fill(changed.replica.bytes); }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.keys[1].publicKey[0] ^= 1; }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.keys.pop_back(); }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.recovery.salt[0] ^= 1; }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.dataKey.generation = 9; }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.dataDigest.bytes[3] ^= 1; }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.stepUpFollows = false; }), Errc::damaged);
    QCOMPARE(splice([&](VaultHeader& changed) { changed.place.user.bytes[0] ^= 1; }),
             Errc::wrongSecret); // bound in the slot
    QCOMPARE(splice([&](VaultHeader& changed) { changed.passphrase.argon.passes = 4; }), Errc::wrongSecret);
    QCOMPARE(splice([](VaultHeader&) {}), static_cast<Errc>(0)); // the control
}

void TestVaultChanges::rekeyInOrder()
{
    auto& tablet = *m_tablet;
    QVERIFY(!tablet.vault->rekeyPending());
    QCOMPARE(codeOf(tablet.vault->finishRekey(Vault::Rekeyed::switched)), Errc::invalidInput);
    const auto before = tablet.vault->dataKeys().value();
    QVERIFY(tablet.vault->beginRekey());
    const auto during = tablet.vault->dataKeys().value();
    QVERIFY(during.next);
    QVERIFY(during.current.data.key.equals(before.current.data.key));
    QVERIFY(!during.next->data.key.equals(before.current.data.key));
    QCOMPARE(during.next->generation, before.current.generation + 1);
    QVERIFY(tablet.restart()); // a crash while the store re-keys
    QVERIFY(tablet.vault->rekeyPending());
    QVERIFY(tablet.unlock());
    QVERIFY(tablet.vault->beginRekey()); // again: the same keys
    QVERIFY(tablet.vault->dataKeys().value().next->data.key.equals(during.next->data.key));
    QVERIFY(tablet.vault->finishRekey(Vault::Rekeyed::switched));
    const auto after = tablet.vault->dataKeys().value();
    QVERIFY(!after.next);
    QVERIFY(after.current.data.key.equals(during.next->data.key));
    QVERIFY(after.current.attachments.key.equals(during.next->attachments.key));
}

void TestVaultChanges::rekeyOldKeyIsGone()
{
    const auto old = header(0).dataKey;
    QVERIFY(m_tablet->vault->beginRekey());
    QVERIFY(m_tablet->vault->finishRekey(Vault::Rekeyed::switched));
    for (int index = 0; index < 2; ++index) {
        const auto bytes = *m_tablet->files.peek(m_tablet->folder / ("header." + std::to_string(index)));
        QVERIFY(bytes.find(old.sealed.bytes) == std::string::npos);
    }
}

void TestVaultChanges::rekeyThatDidNotHappen()
{
    const auto before = m_tablet->vault->dataKeys().value();
    QVERIFY(m_tablet->vault->beginRekey());
    QVERIFY(m_tablet->vault->finishRekey(Vault::Rekeyed::kept));
    const auto after = m_tablet->vault->dataKeys().value();
    QVERIFY(!after.next);
    QVERIFY(after.current.data.key.equals(before.current.data.key));
}

void TestVaultChanges::rekeySurvivesDamageOfEitherFile()
{
    auto& tablet = *m_tablet;
    QVERIFY(tablet.vault->beginRekey());
    const auto during = tablet.vault->dataKeys().value();
    const std::array saved{*tablet.files.peek(tablet.folder / "header.0"),
                           *tablet.files.peek(tablet.folder / "header.1")};
    for (int index = 0; index < 2; ++index) {
        tablet.files.put(tablet.folder / "header.0", saved[0]);
        tablet.files.put(tablet.folder / "header.1", saved[1]);
        tablet.files.put(tablet.folder / ("header." + std::to_string(index)), "damaged");
        QVERIFY(tablet.restart());
        QVERIFY(tablet.unlock());
        const auto keys = tablet.vault->dataKeys().value();
        QVERIFY(keys.next && keys.next->data.key.equals(during.next->data.key));
        QVERIFY(keys.current.data.key.equals(during.current.data.key));
    }
}

void TestVaultChanges::aDamagedGenerationIsReported()
{
    auto& tablet = *m_tablet;
    tablet.files.put(tablet.folder / "header.0", std::string(kFrameBytes, 'x'));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.vault->otherFileDamage());
    QCOMPARE(tablet.vault->otherFileDamage()->code, Errc::damaged);
    QVERIFY(tablet.unlock());
    QVERIFY(tablet.files.peek(tablet.folder / "header.0.damaged") == std::string(kFrameBytes, 'x'));
    tablet.files.put(tablet.folder / "header.0", "x");
    tablet.files.put(tablet.folder / "header.1", "y");
    QCOMPARE(codeOf(tablet.restart()), Errc::damaged);
    QVERIFY(tablet.files.peek(tablet.folder / "header.1") == "y");
}

QTEST_GUILESS_MAIN(TestVaultChanges)
#include "tst_vault_changes.moc"
