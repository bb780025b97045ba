// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace lianxin;
using namespace lianxin::vault;
using namespace std::chrono_literals;
using Cache = platform::FakeFiles::Cache;

class TestVault : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_tablet.emplace();
        QVERIFY(m_tablet->enrol());
    }
    void enrolledUserUnlocksAfterARestart();
    void enrolNeverWritesOverAVault();
    void enrolRefusesAWeakPassphrase();
    void aPinNeedsHardware();
    void wrongPassphrase();
    void emptyTypingCostsNoTry();
    void lockoutIsKeptAcrossRestarts();
    void theTryIsCountedBeforeItIsJudged();
    void aTryThatCannotBeCountedIsNotJudged();
    void afterTenTriesOnlyRecovery();
    void lockedTabletStartsAgainInFullAfterReboot();
    void aLostDeviceSecretIsNoWrongTry();
    void aSilentKeyStoreIsNoWrongTry();
    void aKeyStoreThatCannotBeReadIsNotWritten();
    void tooLittleMemoryIsNoWrongTry();
    void nothingIsGivenWhileLocked();
    void keysAreTheSameEachTime();
    void counsellingNeedsTheStepUp();
    void stepUpCountsTries();
    void lockDropsBothKeys();
    void leaseEndsAfterThirtyMinutes();
    void leaseOfAnOpenVaultDoesNotEnd();
    void usersOnOneTabletAreApart();
    void unlockTime();

private:
    std::optional<VaultFixture> m_tablet;
};

void TestVault::enrolledUserUnlocksAfterARestart()
{
    auto& tablet = *m_tablet;
    QVERIFY(tablet.vault->unlocked());
    const auto key = tablet.vault->dataKeys().value();
    const auto user = tablet.vault->user();
    tablet.files.powerOn(Cache::lost); // all of it was durable
    QVERIFY(tablet.restart());
    QVERIFY(!tablet.vault->unlocked());
    QVERIFY(tablet.vault->user() == user);
    QVERIFY(!tablet.vault->otherFileDamage());
    QVERIFY(tablet.unlock());
    QVERIFY(tablet.vault->dataKeys().value().current.data.key.equals(key.current.data.key));
    QCOMPARE(tablet.vault->door().triesLeft, 10);
}

void TestVault::enrolNeverWritesOverAVault()
{
    const auto before = m_tablet->files.peek(m_tablet->folder / "header.0");
    QCOMPARE(codeOf(m_tablet->enrol()), Errc::notAllowed);
    m_tablet->files.put(m_tablet->folder / "header.1", "damaged");
    QCOMPARE(codeOf(m_tablet->enrol()), Errc::notAllowed);
    QVERIFY(m_tablet->files.peek(m_tablet->folder / "header.0") == before);
}

void TestVault::enrolRefusesAWeakPassphrase()
{
    const auto weak = secretText("lianxin");
    const auto made = Vault::enrol(m_tablet->services(), "/other", {UserId{}, weak, kArgonFloor, std::nullopt});
    QCOMPARE(codeOf(made), Errc::invalidInput);
    QVERIFY(!m_tablet->files.exists("/other/header.1"));
    const auto good = secretText(VaultFixture::kPassphrase);
    const auto cheap = Vault::enrol(m_tablet->services(), "/other", {UserId{}, good, ArgonParams{1, 8}, std::nullopt});
    QCOMPARE(codeOf(cheap), Errc::damaged); // below the floor
}

void TestVault::aPinNeedsHardware()
{
    const auto pin = secretText("739214");
    const auto refused = Vault::enrol(m_tablet->services(), "/other", {UserId{}, pin, kArgonFloor, std::nullopt});
    QCOMPARE(codeOf(refused), Errc::invalidInput);
    QCOMPARE(refused.error().detail, std::string("pinNeedsHardware"));
    platform::InMemoryKeyStore chip(platform::InMemoryKeyStore::Claims::hardware);
    const VaultServices services{m_tablet->files, chip, m_tablet->boot, m_tablet->random};
    auto made = Vault::enrol(services, "/other", {UserId{}, pin, kArgonFloor, std::nullopt});
    QVERIFY(made);
    made->vault.lock();
    QVERIFY(made->vault.unlock(pin));
}

void TestVault::wrongPassphrase()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    const auto answer = tablet.unlock(VaultFixture::kWrong);
    QCOMPARE(codeOf(answer), Errc::wrongSecret);
    QVERIFY(!tablet.vault->unlocked());
    QCOMPARE(tablet.vault->door().triesLeft, 9);
    QVERIFY(tablet.unlock()); // the right one forgives
    QCOMPARE(tablet.vault->door().triesLeft, 10);
}

void TestVault::emptyTypingCostsNoTry()
{
    m_tablet->vault->lock();
    QCOMPARE(codeOf(m_tablet->unlock("")), Errc::invalidInput);
    QCOMPARE(codeOf(m_tablet->unlock("   ")), Errc::invalidInput);
    QCOMPARE(m_tablet->vault->door().triesLeft, 10);
}

void TestVault::lockoutIsKeptAcrossRestarts()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(tablet.unlock(VaultFixture::kWrong)), Errc::wrongSecret);
    auto refused = tablet.unlock();
    QCOMPARE(codeOf(refused), Errc::lockedOut); // the right one, too early
    QCOMPARE(refused.error().detail, std::string("5"));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.vault->door().state == Vault::Door::State::wait);
    QCOMPARE(codeOf(tablet.unlock()), Errc::lockedOut);
    tablet.boot.advance(4500ms);
    refused = tablet.unlock();
    QCOMPARE(refused.error().detail, std::string("1")); // rounded up: never "0 seconds"
    tablet.boot.advance(500ms);
    QVERIFY(tablet.vault->door().state == Vault::Door::State::passphrase);
    QVERIFY(tablet.unlock());
}

void TestVault::theTryIsCountedBeforeItIsJudged()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    tablet.files.cutPowerAtCall(5); // right after the count is durable (4 calls), before the forgiving
    QVERIFY(tablet.unlock());       // the battery is out, the process does not know yet
    tablet.files.powerOn(Cache::lost);
    QVERIFY(tablet.restart());
    QCOMPARE(tablet.vault->door().triesLeft, 9);
}

void TestVault::aTryThatCannotBeCountedIsNotJudged()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    tablet.files.failAtCall(1, Errc::io);
    QCOMPARE(codeOf(tablet.unlock()), Errc::io); // the right passphrase
    QVERIFY(!tablet.vault->unlocked());
    QVERIFY(tablet.unlock());
    tablet.vault->lock();
    // At 0 bytes free it goes on, for the older generation is overwritten in place.
    tablet.files.setCapacity(2 * kFrameBytes);
    QVERIFY(tablet.unlock());
}

void TestVault::afterTenTriesOnlyRecovery()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    for (int i = 1; i <= 10; ++i) {
        QCOMPARE(codeOf(tablet.unlock(VaultFixture::kWrong)), Errc::wrongSecret);
        QCOMPARE(tablet.vault->door().triesLeft, 10 - i);
        tablet.boot.advance(1h + 1s);
    }
    QVERIFY(tablet.vault->door().state == Vault::Door::State::recoveryOnly);
    tablet.boot.advance(1000h);
    QCOMPARE(codeOf(tablet.unlock()), Errc::notAllowed);
    tablet.boot.reboot();
    QVERIFY(tablet.restart());
    QCOMPARE(codeOf(tablet.unlock()), Errc::notAllowed);
    // Nothing was destroyed.
    QVERIFY(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther)));
    QVERIFY(tablet.vault->dataKeys());
    QCOMPARE(tablet.vault->door().triesLeft, 10);
}

void TestVault::lockedTabletStartsAgainInFullAfterReboot()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(tablet.unlock(VaultFixture::kWrong)), Errc::wrongSecret);
    tablet.boot.advance(4s);
    tablet.boot.reboot(1s);
    QVERIFY(tablet.restart());
    QCOMPARE(codeOf(tablet.unlock()), Errc::lockedOut);
    QCOMPARE(tablet.vault->door().wait, std::chrono::milliseconds(4s)); // 5 s from the boot, a second of it gone
    tablet.boot.advance(4s);
    QVERIFY(tablet.unlock());
}

void TestVault::aLostDeviceSecretIsNoWrongTry()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    tablet.keyStore.forget();
    QCOMPARE(codeOf(tablet.unlock()), Errc::notFound);
    QCOMPARE(codeOf(tablet.vault->checkDeviceSecret()), Errc::notFound);
    QVERIFY(tablet.keyStore.storeDeviceSecret(SecretBytes::random(32, tablet.random))); // another tablet's
    QCOMPARE(codeOf(tablet.unlock()), Errc::notFound);
    QCOMPARE(tablet.vault->door().triesLeft, 10);
}

void TestVault::aSilentKeyStoreIsNoWrongTry()
{
    auto& tablet = *m_tablet;
    tablet.vault->lock();
    tablet.keyStore.breakDown(Errc::io);
    QCOMPARE(codeOf(tablet.unlock()), Errc::io);
    QCOMPARE(codeOf(tablet.enrol()), Errc::notAllowed);
    const auto passphrase = secretText(VaultFixture::kPassphrase);
    // Above all it must not lead to a new secret.
    QCOMPARE(codeOf(Vault::enrol(tablet.services(), "/other", {UserId{}, passphrase, kArgonFloor, std::nullopt})),
             Errc::io);
    QCOMPARE(codeOf(tablet.vault->recover(tablet.recoveryCode, secretText(VaultFixture::kOther))), Errc::io);
    tablet.keyStore.breakDown(std::nullopt);
    QVERIFY(tablet.unlock());
    QCOMPARE(tablet.vault->door().triesLeft, 10);
}

void TestVault::aKeyStoreThatCannotBeReadIsNotWritten()
{
    class WriteOnly final : public platform::KeyStore {
    public:
        [[nodiscard]] Kind kind() const override { return Kind::insecureMemory; }
        [[nodiscard]] bool hardwareBacked() const override { return false; }
        [[nodiscard]] Result<SecretBytes> loadDeviceSecret() override { return fail(Errc::io, "locked"); }
        [[nodiscard]] Result<void> storeDeviceSecret(const SecretBytes&) override
        {
            ++written;
            return {};
        }
        int written{0};
    };
    WriteOnly store;
    const VaultServices services{m_tablet->files, store, m_tablet->boot, m_tablet->random};
    const auto passphrase = secretText(VaultFixture::kPassphrase);
    QCOMPARE(codeOf(Vault::enrol(services, "/other", {UserId{}, passphrase, kArgonFloor, std::nullopt})), Errc::io);
    auto vault = Vault::open(services, m_tablet->folder).value();
    QCOMPARE(codeOf(vault.recover(m_tablet->recoveryCode, passphrase)), Errc::io);
    QCOMPARE(store.written, 0);
}

void TestVault::tooLittleMemoryIsNoWrongTry()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer's own memory does not fit below such a limit");
#endif
    m_tablet->vault->lock();
    QFile statm(QStringLiteral("/proc/self/statm"));
    QVERIFY(statm.open(QIODevice::ReadOnly));
    const auto mapped = statm.readAll().split(' ').first().toULongLong() * static_cast<std::uint64_t>(::getpagesize());
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_AS, &before), 0);
    // Room for small things, not for the 64 MiB of the key derivation.
    const rlimit small{mapped + 24ULL * 1024 * 1024, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_AS, &small), 0);
    const auto answer = m_tablet->unlock();
    QCOMPARE(::setrlimit(RLIMIT_AS, &before), 0);
    QCOMPARE(codeOf(answer), Errc::io);
    QCOMPARE(m_tablet->vault->door().triesLeft, 10);
    QVERIFY(m_tablet->unlock());
}

void TestVault::nothingIsGivenWhileLocked()
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

void TestVault::keysAreTheSameEachTime()
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

void TestVault::counsellingNeedsTheStepUp()
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

void TestVault::stepUpCountsTries()
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

void TestVault::lockDropsBothKeys()
{
    auto& vault = *m_tablet->vault;
    QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
    vault.lock();
    QVERIFY(!vault.unlocked());
    QVERIFY(!vault.steppedUp());
    QVERIFY(m_tablet->unlock());
    QVERIFY(!vault.steppedUp()); // an unlock is not a step-up
}

void TestVault::leaseEndsAfterThirtyMinutes()
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

void TestVault::leaseOfAnOpenVaultDoesNotEnd()
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

void TestVault::usersOnOneTabletAreApart()
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

void TestVault::unlockTime()
{
    const auto params = calibrateArgon(8ULL << 30);
    const auto passphrase = secretText(VaultFixture::kPassphrase);
    auto made = Vault::enrol(m_tablet->services(), "/calibrated", {UserId{}, passphrase, params, std::nullopt}).value();
    made.vault.lock();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(made.vault.unlock(passphrase));
    qInfo("unlock with %u passes over %u MiB: %lld ms", params.passes, params.memoryKiB / 1024, timer.elapsed());
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
