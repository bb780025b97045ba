// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;

class TestVaultRecovery : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_tablet.emplace();
        QVERIFY(m_tablet->enrol(true));
        m_key = m_tablet->vault->dataKeys().value().current.data.key.clone();
        QVERIFY(m_tablet->restart());
    }
    void codeOpensAndSetsANewPassphrase();
    void codeWorksWithoutTheDeviceSecret();
    void aTypoIsNamedAndCostsNothing();
    void anothersCodeDoesNotOpen();
    void recoveryObeysTheRule();
    void recoveryBringsTheStepUpBack();
    void aNewCodeVoidsTheOldOne();
    void secondUserRecoversAfterTheFirst();
    void anyTwoHoldersOpen();
    void holdersGiveTheDeviceSecretBack();
    void escrowFollowsANewDeviceSecret();
    void wrongEscrowKeysAreRefused();

private:
    [[nodiscard]] bool sameData() const
    {
        const auto keys = m_tablet->vault->dataKeys();
        return keys && keys->current.data.key.equals(m_key);
    }
    Result<SecretBytes> escrowed(std::size_t pair, bool deviceSecret)
    {
        const auto boxes = m_tablet->vault->escrowBoxes().value();
        const auto [first, second] = kHolderPairs[pair];
        LIANXIN_TRY(const auto inner,
                    openOuterBox((deviceSecret ? boxes.deviceSecret : boxes.keys)[pair], m_tablet->holders[first]));
        return openInnerBox(deviceSecret ? boxes.deviceSecretPlace : boxes.keysPlace, inner, m_tablet->holders[second]);
    }

    std::optional<VaultFixture> m_tablet;
    SecretBytes m_key;
};

void TestVaultRecovery::codeOpensAndSetsANewPassphrase()
{
    auto& tablet = *m_tablet;
    QVERIFY(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther)));
    QVERIFY(sameData());
    QVERIFY(tablet.restart());
    QCOMPARE(codeOf(tablet.unlock()), Errc::wrongSecret);
    QVERIFY(tablet.unlock(VaultFixture::kOther));
    QVERIFY(sameData());
}

void TestVaultRecovery::codeWorksWithoutTheDeviceSecret()
{
    auto& tablet = *m_tablet;
    const auto old = tablet.keyStore.loadDeviceSecret().value();
    tablet.keyStore.forget();
    QVERIFY(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther)));
    QVERIFY(sameData());
    QVERIFY(!tablet.keyStore.loadDeviceSecret().value().equals(old)); // a new one is there
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock(VaultFixture::kOther));
    QVERIFY(sameData());
}

void TestVaultRecovery::aTypoIsNamedAndCostsNothing()
{
    auto& tablet = *m_tablet;
    std::string typo(tablet.recoveryCode.view());
    typo[13] = typo[13] == 'A' ? 'B' : 'A';
    const auto answer = tablet.vault->recover(SecretBytes::copyOf(typo), secretText(VaultFixture::kOther));
    QCOMPARE(codeOf(answer), Errc::invalidInput);
    QCOMPARE(answer.error().detail, std::string("group 3"));
    QCOMPARE(tablet.vault->door().triesLeft, 10);
    QVERIFY(tablet.unlock());
}

void TestVaultRecovery::anothersCodeDoesNotOpen()
{
    VaultFixture other;
    QVERIFY(other.enrol());
    const auto before = m_tablet->files.peek(m_tablet->folder / "header.0");
    QCOMPARE(codeOf(m_tablet->vault->recover(other.recoveryCode, secretText(VaultFixture::kOther))), Errc::wrongSecret);
    QVERIFY(m_tablet->files.peek(m_tablet->folder / "header.0") == before);
    QVERIFY(!m_tablet->vault->unlocked());
}

void TestVaultRecovery::recoveryObeysTheRule()
{
    QCOMPARE(codeOf(m_tablet->vault->recover(m_tablet->recoveryCode, secretText("739214"))), Errc::invalidInput);
    QVERIFY(m_tablet->unlock()); // the old one still holds
}

void TestVaultRecovery::recoveryBringsTheStepUpBack()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(m_tablet->unlock());
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    const auto seed = vault.boxKey().value().seed();
    vault.lock();
    QVERIFY(vault.recover(m_tablet->recoveryCode, secretText(VaultFixture::kOther)));
    QVERIFY(!vault.steppedUp());
    QVERIFY(vault.stepUp(secretText(VaultFixture::kOther)));
    QVERIFY(std::ranges::equal(vault.boxKey().value().seed().span(), seed.span())); // own notes stay readable
}

void TestVaultRecovery::aNewCodeVoidsTheOldOne()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(m_tablet->unlock());
    QCOMPARE(codeOf(vault.renewRecoveryCode()), Errc::notAllowed);
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    const auto fresh = vault.renewRecoveryCode().value();
    vault.lock();
    QCOMPARE(codeOf(vault.recover(m_tablet->recoveryCode, secretText(VaultFixture::kOther))), Errc::wrongSecret);
    QVERIFY(vault.recover(fresh, secretText(VaultFixture::kOther)));
    QVERIFY(sameData());
}

void TestVaultRecovery::secondUserRecoversAfterTheFirst()
{
    auto& tablet = *m_tablet;
    const auto passphrase = secretText(VaultFixture::kPassphrase);
    auto second =
        Vault::enrol(tablet.services(), "/tablet/users/two", {UserId{}, passphrase, kArgonFloor, std::nullopt}).value();
    second.vault.lock();
    tablet.keyStore.forget();
    QVERIFY(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther)));
    QCOMPARE(codeOf(second.vault.unlock(passphrase)), Errc::notFound); // says so, counts nothing
    QCOMPARE(second.vault.door().triesLeft, 10);
    QVERIFY(second.vault.recover(second.recoveryCode, passphrase));
    second.vault.lock();
    QVERIFY(second.vault.unlock(passphrase));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock(VaultFixture::kOther)); // the first one's secret was not replaced
}

void TestVaultRecovery::anyTwoHoldersOpen()
{
    for (std::size_t pair = 0; pair < kHolderPairs.size(); ++pair) {
        const auto keys = escrowed(pair, false);
        QVERIFY(keys);
        m_tablet->vault->lock();
        QVERIFY(m_tablet->vault->recoverFromEscrow(*keys, secretText(VaultFixture::kOther)));
        QVERIFY(sameData());
    }
    QVERIFY(m_tablet->restart());
    QVERIFY(m_tablet->unlock(VaultFixture::kOther));
}

void TestVaultRecovery::holdersGiveTheDeviceSecretBack()
{
    auto& tablet = *m_tablet;
    const auto old = tablet.keyStore.loadDeviceSecret().value();
    tablet.keyStore.forget();
    const auto secret = escrowed(1, true).value();
    QVERIFY(secret.equals(old));
    QCOMPARE(codeOf(tablet.vault->restoreDeviceSecret(SecretBytes::random(32, tablet.random))), Errc::wrongSecret);
    QVERIFY(tablet.vault->restoreDeviceSecret(secret));
    QVERIFY(tablet.unlock()); // with the passphrase as it was
    QVERIFY(sameData());
}

void TestVaultRecovery::escrowFollowsANewDeviceSecret()
{
    auto& tablet = *m_tablet;
    tablet.keyStore.forget();
    QVERIFY(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther)));
    QVERIFY(escrowed(2, true).value().equals(tablet.keyStore.loadDeviceSecret().value()));
    QVERIFY(escrowed(2, false));
}

void TestVaultRecovery::wrongEscrowKeysAreRefused()
{
    auto& tablet = *m_tablet;
    QCOMPARE(codeOf(tablet.vault->recoverFromEscrow(SecretBytes::random(64, tablet.random),
                                                    secretText(VaultFixture::kOther))),
             Errc::damaged);
    QCOMPARE(codeOf(tablet.vault->recoverFromEscrow(SecretBytes::random(10, tablet.random),
                                                    secretText(VaultFixture::kOther))),
             Errc::invalidInput);
    const auto boxes = tablet.vault->escrowBoxes().value();
    const auto inner = openOuterBox(boxes.keys[0], tablet.holders[0]).value();
    QVERIFY(!openInnerBox(boxes.keysPlace, inner, tablet.holders[2])); // not of this pair
    QVERIFY(tablet.unlock());
}

QTEST_GUILESS_MAIN(TestVaultRecovery)
#include "tst_vault_recovery.moc"
