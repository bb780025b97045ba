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

// The door: who gets in, how often one may try, and what a failing tablet must not count as a try.
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
