// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/fake/fake_clocks.hpp"
#include "platform/fake/fake_disk.hpp"
#include "platform/fake/fake_files.hpp"
#include "platform/fake/fake_maps.hpp"
#include "platform/fake/fake_network_monitor.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/fake/insecure_file_key_store.hpp"
#include "platform/linux/linux_boot_clock.hpp"
#include "platform/linux/posix_disk.hpp"
#include "platform/linux/posix_files.hpp"
#include "platform/machine.hpp"
#include "platform/process_hardening.hpp"
#include "platform/qt/keychain_key_store.hpp"
#include "platform/qt/qt_network_monitor.hpp"
#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"

#include <QDateTime>
#include <QLibrary>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace lianxin;
using namespace lianxin::platform;

namespace {

// Exit status of the work done in a child, or minus the signal that ended it.
int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGSEGV, SIG_DFL);
        ::signal(SIGABRT, SIG_DFL);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

class TestPlatform : public QObject {
    Q_OBJECT

private slots:
    void placesAsMapsReadThem()
    {
        QCOMPARE(geoAddress({2550316, 11978912, 0}, QStringLiteral("桥头 (家园)")),
                 QStringLiteral("geo:25.50316,119.78912?q=25.50316,119.78912("
                                "%E6%A1%A5%E5%A4%B4%20%28%E5%AE%B6%E5%9B%AD%29)"));
        QCOMPARE(geoAddress({-5, -1800000, 0}, {}), QStringLiteral("geo:-0.00005,-18.00000?q=-0.00005,-18.00000()"));
        FakeMaps maps;
        QVERIFY(maps.show({100000, 200000, 0}, QStringLiteral("a")).has_value());
        QCOMPARE(maps.shown, QStringList{QStringLiteral("geo:1.00000,2.00000?q=1.00000,2.00000(a)")});
        maps.missing = true;
        QVERIFY(!maps.show({}, {}).has_value());
    }

    void secretsCompareMoveAndWipe();
    void wipedSecretsCannotBeRead();
    void randomBytesDiffer();
    void memoryStoreSaysThatItIsInsecure();
    void storesNeverReplaceASecret();
    void fileStoreSurvivesARestart();
    void keychainRefusesWithoutItsPinnedBackend();
    void bootClockNeverGoesBackAndNamesItsBoot();
    void systemClockIsTheSystems();
    void reserveTakesRealBlocksAndGivesThemBack();
    void reserveOnAFullDiskLeavesNothing();
    void hardenedProcessHasNoDump();
    void networkMonitorTellsChangesOnce();
    void ownServerIsAlwaysReachable();
};

void TestPlatform::secretsCompareMoveAndWipe()
{
    auto secret = SecretBytes::copyOf(std::string_view("a secret"));
    QVERIFY(secret.equals(secret.clone()));
    QVERIFY(!secret.equals(SecretBytes::copyOf(std::string_view("a secreT"))));
    QVERIFY(!secret.equals(SecretBytes::copyOf(std::string_view("a secre"))));
    auto moved = std::move(secret);
    QVERIFY(secret.empty()); // NOLINT(bugprone-use-after-move): that is what is tested
    QVERIFY(moved.part(2, 6).equals(SecretBytes::copyOf(std::string_view("secret"))));
    moved.wipe();
    QVERIFY(moved.empty());
    QVERIFY(SecretBytes().equals(SecretBytes(0)));
    static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
}

void TestPlatform::wipedSecretsCannotBeRead()
{
    const auto touch = [](bool wipeFirst, std::ptrdiff_t offset) {
        auto secret = SecretBytes::copyOf(std::string_view("0123456789abcdef"));
        const volatile std::uint8_t* address = secret.data();
        if (wipeFirst)
            secret.wipe();
        return address[offset] == '0' ? 0 : 1;
    };
    QCOMPARE(inChild([&] { return touch(false, 0); }), 0);
    QVERIFY(inChild([&] { return touch(true, 0); }) < 0);   // the pages are gone
    QVERIFY(inChild([&] { return touch(false, 16); }) < 0); // a guard page ends it
}

void TestPlatform::randomBytesDiffer()
{
    SystemRandom random;
    QVERIFY(!SecretBytes::random(32, random).equals(SecretBytes::random(32, random)));
    QVERIFY(!SecretBytes::random(32, random).equals(SecretBytes(32)));
}

void TestPlatform::memoryStoreSaysThatItIsInsecure()
{
    InMemoryKeyStore plain;
    QVERIFY(plain.insecure());
    QVERIFY(!plain.hardwareBacked());
    const InMemoryKeyStore chip(InMemoryKeyStore::Claims::hardware);
    QVERIFY(chip.insecure()); // whatever it claims
    QVERIFY(chip.hardwareBacked());
    QCOMPARE(plain.loadDeviceSecret().error().code, Errc::notFound);
    plain.breakDown(Errc::io);
    QCOMPARE(plain.loadDeviceSecret().error().code, Errc::io);
}

void TestPlatform::storesNeverReplaceASecret()
{
    SystemRandom random;
    FakeFiles files;
    InMemoryKeyStore memory;
    InsecureFileKeyStore file(files, "/demo/key", InsecureFileKeyStore::Claims::software);
    for (KeyStore* store : std::initializer_list<KeyStore*>{&memory, &file}) {
        const auto first = SecretBytes::random(kDeviceSecretBytes, random);
        QVERIFY(store->storeDeviceSecret(first));
        QVERIFY(store->storeDeviceSecret(first)); // the same again is no change
        QCOMPARE(store->storeDeviceSecret(SecretBytes::random(kDeviceSecretBytes, random)).error().code,
                 Errc::notAllowed);
        QVERIFY(store->loadDeviceSecret().value().equals(first));
    }
}

void TestPlatform::fileStoreSurvivesARestart()
{
    SystemRandom random;
    const QTemporaryDir folder;
    const Path path = Path(folder.path().toStdString()) / "sub" / "key";
    PosixFiles files;
    const auto secret = SecretBytes::random(kDeviceSecretBytes, random);
    QVERIFY(InsecureFileKeyStore(files, path, InsecureFileKeyStore::Claims::hardware).storeDeviceSecret(secret));
    InsecureFileKeyStore again(files, path, InsecureFileKeyStore::Claims::hardware);
    QVERIFY(again.loadDeviceSecret().value().equals(secret));
    QVERIFY(again.insecure());
    QVERIFY(files.write(path, "short"));
    QCOMPARE(again.loadDeviceSecret().error().code, Errc::damaged);
    QCOMPARE(again.storeDeviceSecret(secret).error().code, Errc::damaged); // not replaced either
}

void TestPlatform::keychainRefusesWithoutItsPinnedBackend()
{
    // Without the library, and with it but without a service on the bus, the answer is io: never notFound, which would
    // make the vault draw a new secret, and never a file in the home folder.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    KeychainKeyStore store(QStringLiteral("org.lianxin.test"));
    QVERIFY(!store.insecure());
    QVERIFY(!store.hardwareBacked());
    const auto loaded = store.loadDeviceSecret();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Errc::io);
    SystemRandom random;
    QCOMPARE(store.storeDeviceSecret(SecretBytes::random(kDeviceSecretBytes, random)).error().code, Errc::io);
}

void TestPlatform::bootClockNeverGoesBackAndNamesItsBoot()
{
    const LinuxBootClock clock;
    const auto first = clock.now();
    const auto second = LinuxBootClock().now();
    QCOMPARE(first.bootId.size(), std::size_t{36});
    QCOMPARE(first.bootId, second.bootId);
    QVERIFY(first.uptime.count() > 0);
    QVERIFY(second.uptime >= first.uptime);
    FakeBootClock fake;
    const auto before = fake.now();
    fake.reboot();
    QVERIFY(fake.now().bootId != before.bootId);
    QVERIFY(fake.now().uptime < before.uptime);
}

void TestPlatform::systemClockIsTheSystems()
{
    QVERIFY(std::abs(SystemClock().now() - QDateTime::currentMSecsSinceEpoch()) < 10'000);
    QVERIFY(physicalMemory() > 256ULL * 1024 * 1024);
}

void TestPlatform::reserveTakesRealBlocksAndGivesThemBack()
{
    const QTemporaryDir folder;
    const Path base = folder.path().toStdString();
    PosixDisk disk;
    QVERIFY(disk.freeBytes(base).value() > kReserveBytes);
    QCOMPARE(disk.freeBytes(base / "absent").error().code, Errc::notFound);
    const Path file = base / "reserve";
    QVERIFY(!disk.releaseReserve(file).value());
    QVERIFY(disk.createReserve(file, kReserveBytes));
    QVERIFY(disk.createReserve(file, kReserveBytes)); // there already
    struct stat info {};
    QCOMPARE(::stat(file.c_str(), &info), 0);
    QVERIFY(static_cast<std::uint64_t>(info.st_blocks) * 512 >= kReserveBytes);
    QVERIFY(disk.releaseReserve(file).value());
    QVERIFY(::stat(file.c_str(), &info) != 0);
}

void TestPlatform::reserveOnAFullDiskLeavesNothing()
{
    const QTemporaryDir folder;
    PosixDisk disk;
    const Path file = Path(folder.path().toStdString()) / "reserve";
    // More than the disk has.
    const auto made = disk.createReserve(file, disk.freeBytes(folder.path().toStdString()).value() + (1ULL << 32));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::diskFull);
    struct stat info {};
    QVERIFY(::stat(file.c_str(), &info) != 0);

    FakeDisk fake(kReserveBytes + 10);
    QVERIFY(fake.createReserve(file, kReserveBytes));
    QCOMPARE(fake.freeBytes(file).value(), 10ULL);
    QVERIFY(fake.releaseReserve(file).value());
    QCOMPARE(fake.freeBytes(file).value(), kReserveBytes + 10);
}

void TestPlatform::hardenedProcessHasNoDump()
{
    QVERIFY(!processHardened()); // a test process is not: the check can tell
    QCOMPARE(inChild([] { return hardenProcess() && processHardened() ? 0 : 1; }), 0);
}

void TestPlatform::networkMonitorTellsChangesOnce()
{
    FakeNetworkMonitor monitor;
    QSignalSpy spy(&monitor, &NetworkMonitor::onlineChanged);
    QVERIFY(!monitor.online());
    monitor.setOnline(true);
    monitor.setOnline(true);
    monitor.setOnline(false);
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.at(0).at(0).toBool(), true);
}

void TestPlatform::ownServerIsAlwaysReachable()
{
    const QtNetworkMonitor own(QtNetworkMonitor::Server::onThisMachine);
    QVERIFY(own.online());
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
