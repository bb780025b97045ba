// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include <QTest>

#include <array>

using namespace lianxin;
using namespace lianxin::vault;
using namespace std::chrono_literals;

// The keys behind the door: when they are given, how long they are lent, and whom they belong to.
class TestVaultKeys : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_tablet.emplace();
        QVERIFY(m_tablet->enrol());
    }
    void nothingIsGivenWhileLocked();
    void keysAreTheSameEachTime();
    void counsellingNeedsTheStepUp();
    void stepUpCountsTries();
    void lockDropsBothKeys();
    void leaseEndsAfterThirtyMinutes();
    void leaseOfAnOpenVaultDoesNotEnd();
    void usersOnOneTabletAreApart();

private:
    std::optional<VaultFixture> m_tablet;
};

void TestVaultKeys::nothingIsGivenWhileLocked()
{
    auto& vault = *m_tablet->vault;
    vault.lock();
    QCOMPARE(codeOf(vault.dataKeys()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.lendDataKeys()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.recordMacKey()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.auditKey()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.signKey(KeyPurpose::replicaSigning)), Errc::notAllowed);
    QCOMPARE(codeOf(vault.boxKey()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kPassphrase))), Errc::notAllowed);
    QCOMPARE(codeOf(vault.setReplica(ReplicaId{})), Errc::notAllowed);
    QCOMPARE(codeOf(vault.beginRekey()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther))),
             Errc::notAllowed);
    QCOMPARE(codeOf(vault.renewRecoveryCode()), Errc::notAllowed);
    QVERIFY(vault.publicSignKey(KeyPurpose::personSigning)); // public ones are not secret
}

void TestVaultKeys::keysAreTheSameEachTime()
{
    auto& tablet = *m_tablet;
    const auto first = tablet.vault->dataKeys().value();
    const auto mac = tablet.vault->recordMacKey().value();
    const auto audit = tablet.vault->auditKey().value();
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
    const auto second = tablet.vault->dataKeys().value();
    QVERIFY(first.current.data.key.equals(second.current.data.key));
    QVERIFY(first.current.data.salt.equals(second.current.data.salt));
    QVERIFY(first.current.attachments.key.equals(second.current.attachments.key));
    QVERIFY(tablet.vault->recordMacKey().value().equals(mac));
    QVERIFY(tablet.vault->auditKey().value().equals(audit));
    // and all different from each other
    const std::array all{&first.current.data.key, &first.current.attachments.key, &mac, &audit};
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b)
            QVERIFY(!all[a]->equals(*all[b]));
    }
    for (const auto purpose : {KeyPurpose::replicaSigning, KeyPurpose::personSigning}) {
        const auto key = tablet.vault->signKey(purpose).value();
        QVERIFY(key.publicKey() == tablet.vault->publicSignKey(purpose).value());
        QVERIFY(seal::verify(tablet.vault->publicSignKey(purpose).value(), "message", key.sign("message")));
    }
}

void TestVaultKeys::counsellingNeedsTheStepUp()
{
    auto& vault = *m_tablet->vault;
    QCOMPARE(codeOf(vault.boxKey()), Errc::notAllowed);
    QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kWrong))), Errc::wrongSecret);
    QVERIFY(!vault.steppedUp());
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    const auto key = vault.boxKey().value();
    QVERIFY(key.publicKey() == vault.publicBoxKey().value());
    const auto note = secretText("a note");
    const auto sealed = seal::sealTo(vault.publicBoxKey().value(), note.span(), m_tablet->random).value();
    QCOMPARE(key.open(sealed).value().size(), note.size());
    vault.dropStepUp();
    QCOMPARE(codeOf(vault.boxKey()), Errc::notAllowed);
    QVERIFY(vault.unlocked());
}

void TestVaultKeys::stepUpCountsTries()
{
    // The step-up secret may be the passphrase: guessing at it must cost the same.
    auto& vault = *m_tablet->vault;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kWrong))), Errc::wrongSecret);
    QCOMPARE(codeOf(vault.stepUp(secretText(VaultFixture::kPassphrase))), Errc::lockedOut);
    QVERIFY(vault.unlocked()); // what is open stays open
    m_tablet->boot.advance(5s);
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    QCOMPARE(vault.door().triesLeft, 10);
}

void TestVaultKeys::lockDropsBothKeys()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    vault.lock();
    QVERIFY(!vault.unlocked());
    QVERIFY(!vault.steppedUp());
    QVERIFY(m_tablet->unlock());
    QVERIFY(!vault.steppedUp()); // an unlock is not a step-up
}

void TestVaultKeys::leaseEndsAfterThirtyMinutes()
{
    auto& tablet = *m_tablet;
    const auto key = tablet.vault->dataKeys().value().current.data.key.clone();
    auto lease = tablet.vault->lendDataKeys().value();
    tablet.vault->lock();
    tablet.boot.advance(30min);
    QVERIFY(lease.keys().value()->current.data.key.equals(key)); // the running sync goes on
    tablet.boot.advance(1s);
    QCOMPARE(codeOf(lease.keys()), Errc::notAllowed);
    QVERIFY(tablet.unlock());
    QCOMPARE(codeOf(lease.keys()), Errc::notAllowed); // over is over
}

void TestVaultKeys::leaseOfAnOpenVaultDoesNotEnd()
{
    auto& tablet = *m_tablet;
    auto lease = tablet.vault->lendDataKeys().value();
    tablet.boot.advance(10h);
    QVERIFY(lease.keys());
    tablet.vault->lock();
    tablet.boot.advance(10min);
    tablet.vault->lock(); // locking again does not start the time again
    tablet.boot.advance(21min);
    QVERIFY(!lease.keys());
}

void TestVaultKeys::usersOnOneTabletAreApart()
{
    auto& tablet = *m_tablet;
    const auto passphrase = secretText(VaultFixture::kPassphrase); // the same words
    auto second =
        Vault::enrol(tablet.services(), "/tablet/users/two", {UserId{}, passphrase, kArgonFloor, std::nullopt}).value();
    QVERIFY(
        !second.vault.dataKeys().value().current.data.key.equals(tablet.vault->dataKeys().value().current.data.key));
    // One's header in the other's folder does not help: it opens only its own keys.
    tablet.files.put(tablet.folder / "header.0", *tablet.files.peek("/tablet/users/two/header.0"));
    tablet.files.put(tablet.folder / "header.1", *tablet.files.peek("/tablet/users/two/header.1"));
    const auto mine = tablet.vault->dataKeys().value();
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
    QVERIFY(tablet.vault->user() == UserId{});
    QVERIFY(!tablet.vault->dataKeys().value().current.data.key.equals(mine.current.data.key));
}

QTEST_GUILESS_MAIN(TestVaultKeys)
#include "tst_vault_keys.moc"
