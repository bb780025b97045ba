// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/header_file.hpp"
#include "platform/fake/fake_files.hpp"
#include "platform/system_random.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;
using platform::FakeFiles;
using platform::Path;
using Cache = FakeFiles::Cache;

namespace {

const Path kFolder = "/vault";
const Path kEven = kFolder / "header.0";
const Path kOdd = kFolder / "header.1";

// The largest header there can be; its slots hold random bytes, for the file does not care.
VaultHeader fullHeader(RandomSource& random)
{
    const auto sealed = [&](std::size_t size) {
        Sealed made;
        random.fill(made.nonce);
        made.bytes = std::string(SecretBytes::random(size + 16, random).view());
        return made;
    };
    VaultHeader header;
    random.fill(header.place.user.bytes);
    random.fill(header.place.vault.bytes);
    random.fill(header.replica.bytes);
    random.fill(header.passphrase.salt);
    header.passphrase.sealed = sealed(32);
    random.fill(header.stepUp.deviceSecret);
    header.stepUp.sealed = sealed(32);
    header.stepUpFollows = false;
    header.recovery.sealed = sealed(64);
    header.escrow.emplace();
    for (auto& box : header.escrow->keys)
        box = std::string(300, 'e');
    for (auto& box : header.escrow->deviceSecret)
        box = std::string(300, 'd');
    header.dataKey = {7, sealed(32)};
    header.nextDataKey = WrappedDataKey{8, sealed(32)};
    for (int i = 1; i <= 3; ++i)
        header.keys.push_back({static_cast<KeyPurpose>(i), {}, sealed(32)});
    random.fill(header.dataDigest.bytes);
    random.fill(header.mac);
    header.lockout = {4, "2b2d4dd8-6a3f-4b0e-9b3d-5f1f0a1c7a11", std::chrono::hours(5)};
    return header;
}

} // namespace

class TestVaultHeader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void comesBackWhole();
    void everyFlippedBitIsFound();
    void everyCutIsFound();
    void otherRubbishIsFound();
    void weakParametersAreRefused();
    void aNewerSuiteIsNotDamage();
    void theNewestSoundOneWins();
    void eachGenerationDamagedByteByByte();
    void bothDamagedIsSaidAndKept();
    void aDamagedFileIsKeptAside();
    void aFileInTheOthersPlaceIsRefused();
    void oneFileMissing();
    void powerCutAtEveryStep_data();
    void powerCutAtEveryStep();
    void everyFailingCallLeavesTheOldOne();
    void aFullDiskIsOverwrittenInPlace();
    void aFullDiskThatRefusesEverything();
    void powerCutOnAFullDisk();

private:
    std::string flipped(std::string bytes, std::size_t bit)
    {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        return bytes;
    }
    std::string frame(std::uint64_t generation)
    {
        auto header = m_header;
        header.generation = generation;
        header.lockout.failures = static_cast<std::uint8_t>(generation);
        return encodeHeader(header).value();
    }

    platform::SystemRandom m_random;
    VaultHeader m_header = fullHeader(m_random);
    std::optional<FakeFiles> m_files;
};

void TestVaultHeader::init()
{
    m_files.emplace();
    m_files->put(kOdd, frame(5));
    m_files->put(kEven, frame(6));
}

void TestVaultHeader::comesBackWhole()
{
    m_header.generation = 12;
    const auto bytes = encodeHeader(m_header).value();
    QCOMPARE(bytes.size(), kFrameBytes);
    QVERIFY(decodeHeader(bytes).value() == m_header);
    auto small = m_header;
    small.escrow.reset();
    small.nextDataKey.reset();
    small.keys.clear();
    small.lockout = {};
    QVERIFY(decodeHeader(encodeHeader(small).value()).value() == small);
    auto large = m_header;
    large.keys.resize(60, large.keys.front());
    QCOMPARE(encodeHeader(large).error().code, Errc::internal);
}

void TestVaultHeader::everyFlippedBitIsFound()
{
    const auto bytes = frame(6);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        const auto found = decodeHeader(flipped(bytes, bit));
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::damaged); // never "newer", never "wrong passphrase"
    }
}

void TestVaultHeader::everyCutIsFound()
{
    const auto bytes = frame(6);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QCOMPARE(decodeHeader(std::string_view(bytes).substr(0, size)).error().code, Errc::damaged);
    QCOMPARE(decodeHeader(bytes + "x").error().code, Errc::damaged);
}

void TestVaultHeader::otherRubbishIsFound()
{
    QCOMPARE(decodeHeader({}).error().code, Errc::damaged);
    QCOMPARE(decodeHeader(std::string(kFrameBytes, '\0')).error().code, Errc::damaged);
    QCOMPARE(decodeHeader(std::string(kFrameBytes, '\xff')).error().code, Errc::damaged);
    QCOMPARE(decodeHeader(std::string(SecretBytes::random(kFrameBytes, m_random).view())).error().code, Errc::damaged);
}

void TestVaultHeader::weakParametersAreRefused()
{
    // A sound checksum over a cost below the floor: somebody's file, not an accident.
    for (auto* slot : {&m_header.passphrase, &m_header.stepUp}) {
        const auto before = slot->argon;
        slot->argon.passes = 1;
        QCOMPARE(decodeHeader(encodeHeader(m_header).value()).error().code, Errc::damaged);
        slot->argon = {1'000'000, 64 * 1024};
        QCOMPARE(decodeHeader(encodeHeader(m_header).value()).error().code, Errc::damaged);
        slot->argon = before;
    }
}

void TestVaultHeader::aNewerSuiteIsNotDamage()
{
    auto bytes = frame(8);
    bytes[9] = 2; // suite 2, and its checksum
    bytes.resize(kFrameBytes - 32);
    const auto checksum = plainHash(bytes);
    bytes.append(reinterpret_cast<const char*>(checksum.data()), checksum.size());
    QCOMPARE(decodeHeader(bytes).error().code, Errc::upgradeNeeded);
    m_files->put(kEven, bytes);
    HeaderFile file(*m_files, kFolder);
    QCOMPARE(file.load().error().code,
             Errc::upgradeNeeded); // not generation 5, which the newer program has left behind
    m_files->put(kOdd, frame(9));
    QCOMPARE(file.load().value().header.generation, std::uint64_t{9});
}

void TestVaultHeader::theNewestSoundOneWins()
{
    HeaderFile file(*m_files, kFolder);
    auto loaded = file.load().value();
    QCOMPARE(loaded.header.generation, std::uint64_t{6});
    QVERIFY(!loaded.otherFile);
    QVERIFY(file.save(loaded.header, HeaderFile::Copies::one));
    QCOMPARE(loaded.header.generation, std::uint64_t{7});
    QVERIFY(m_files->peek(kEven) == frame(6)); // the newest one before was not touched
    QCOMPARE(file.load().value().header.generation, std::uint64_t{7});
    QVERIFY(file.save(loaded.header, HeaderFile::Copies::both));
    QCOMPARE(loaded.header.generation, std::uint64_t{9});
    QCOMPARE(decodeHeader(*m_files->peek(kEven)).value().generation, std::uint64_t{8});
}

void TestVaultHeader::eachGenerationDamagedByteByByte()
{
    const auto even = frame(6);
    const auto odd = frame(5);
    HeaderFile file(*m_files, kFolder);
    for (std::size_t i = 0; i < kFrameBytes; ++i) {
        m_files->put(kEven, flipped(even, i * 8 + i % 8));
        auto loaded = file.load().value();
        QCOMPARE(loaded.header.generation, std::uint64_t{5});
        QVERIFY(loaded.otherFile && loaded.otherFile->code == Errc::damaged); // and it says so
        m_files->put(kEven, even);
        m_files->put(kOdd, flipped(odd, i * 8 + i % 8));
        loaded = file.load().value();
        QCOMPARE(loaded.header.generation, std::uint64_t{6});
        QVERIFY(loaded.otherFile && loaded.otherFile->code == Errc::damaged);
        m_files->put(kOdd, odd);
    }
}

void TestVaultHeader::bothDamagedIsSaidAndKept()
{
    const auto even = flipped(frame(6), 4000);
    m_files->put(kEven, even);
    m_files->put(kOdd, "");
    HeaderFile file(*m_files, kFolder);
    const auto loaded = file.load();
    QCOMPARE(loaded.error().code, Errc::damaged);
    QVERIFY(QByteArray::fromStdString(loaded.error().detail).contains("checksum"));
    QVERIFY(m_files->peek(kEven) == even);
    QVERIFY(m_files->peek(kOdd) == "");
    m_files->drop(kOdd); // one damaged, one gone
    QCOMPARE(file.load().error().code, Errc::damaged);
    m_files->drop(kEven);
    QCOMPARE(file.load().error().code, Errc::notFound);
}

void TestVaultHeader::aDamagedFileIsKeptAside()
{
    const auto bad = flipped(frame(6), 999);
    m_files->put(kEven, bad);
    HeaderFile file(*m_files, kFolder);
    auto loaded = file.load().value();
    QVERIFY(file.save(loaded.header, HeaderFile::Copies::both));
    QVERIFY(m_files->peek(kFolder / "header.0.damaged") == bad);
    const auto again = file.load().value();
    QVERIFY(!again.otherFile); // mended by the writes
}

void TestVaultHeader::aFileInTheOthersPlaceIsRefused()
{
    m_files->put(kEven, frame(9));
    const auto loaded = HeaderFile(*m_files, kFolder).load().value();
    QCOMPARE(loaded.header.generation, std::uint64_t{5});
    QCOMPARE(loaded.otherFile->code, Errc::damaged);
}

void TestVaultHeader::oneFileMissing()
{
    m_files->drop(kOdd);
    const auto loaded = HeaderFile(*m_files, kFolder).load().value();
    QCOMPARE(loaded.header.generation, std::uint64_t{6});
    QCOMPARE(loaded.otherFile->code, Errc::notFound);
    m_files->drop(kEven);
    m_files->put(kOdd, frame(1)); // the very first write
    QVERIFY(!HeaderFile(*m_files, kFolder).load().value().otherFile);
}

void TestVaultHeader::powerCutAtEveryStep_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("cache");
    QTest::addColumn<int>("copies");
    for (int copies = 1; copies <= 2; ++copies) {
        for (int call = 1; call <= 4 * copies + 1; ++call) {
            for (int cache = 0; cache < 3; ++cache)
                QTest::addRow("%d copies, call %d, cache %d", copies, call, cache) << call << cache << copies;
        }
    }
}

void TestVaultHeader::powerCutAtEveryStep()
{
    QFETCH(int, call);
    QFETCH(int, cache);
    QFETCH(int, copies);
    HeaderFile file(*m_files, kFolder);
    auto header = file.load().value().header;
    header.lockout.failures = 200;
    m_files->cutPowerAtCall(call);
    const auto saved = file.save(header, copies == 1 ? HeaderFile::Copies::one : HeaderFile::Copies::both);
    QCOMPARE(saved.has_value(), call > 4 * copies);
    m_files->powerOn(static_cast<Cache>(cache));
    HeaderFile after(*m_files, kFolder);
    auto loaded = after.load();
    QVERIFY2(loaded, "a sound generation must be there at every step");
    const bool isOld = loaded->header.generation == 6 && loaded->header.lockout.failures == 6;
    const bool isNew = loaded->header.generation > 6 && loaded->header.lockout.failures == 200;
    QVERIFY(isOld || isNew);
    if (saved)
        QVERIFY(isNew);
    QVERIFY(after.save(loaded->header, HeaderFile::Copies::both)); // and life goes on
    m_files->powerOn(Cache::lost);
    QVERIFY(!after.load().value().otherFile);
}

void TestVaultHeader::everyFailingCallLeavesTheOldOne()
{
    for (int call = 1; call <= 3; ++call) {
        init();
        HeaderFile file(*m_files, kFolder);
        auto header = file.load().value().header;
        m_files->failAtCall(call, Errc::io);
        const auto saved = file.save(header, HeaderFile::Copies::one);
        QCOMPARE(saved.error().code, Errc::io);
        QCOMPARE(header.generation, std::uint64_t{6});
        QVERIFY(m_files->peek(kEven) == frame(6) && m_files->peek(kOdd) == frame(5));
    }
}

void TestVaultHeader::aFullDiskIsOverwrittenInPlace()
{
    // A try must be counted before it is judged, also at 0 bytes free: else nobody could read anything any more.
    m_files->setCapacity(2 * kFrameBytes + 10);
    HeaderFile file(*m_files, kFolder);
    auto header = file.load().value().header;
    header.lockout.failures = 99;
    QVERIFY(file.save(header, HeaderFile::Copies::one));
    m_files->powerOn(Cache::lost);
    QCOMPARE(file.load().value().header.lockout.failures, std::uint8_t{99});
    QVERIFY(m_files->peek(kEven) == frame(6));
    QVERIFY(!m_files->peek(kFolder / "header.1.tmp"));
}

void TestVaultHeader::aFullDiskThatRefusesEverything()
{
    class Refusing final : public platform::Files {
    public:
        explicit Refusing(FakeFiles& inner) : m_inner(inner) {}
        Result<std::string> read(const Path& path, std::size_t atMost) override { return m_inner.read(path, atMost); }
        Result<void> write(const Path&, std::string_view) override { return fail(Errc::diskFull, "no room"); }
        Result<void> overwrite(const Path&, std::string_view) override { return fail(Errc::diskFull, "no room"); }
        Result<void> syncFile(const Path& path) override { return m_inner.syncFile(path); }
        Result<void> syncFolder(const Path& path) override { return m_inner.syncFolder(path); }
        Result<void> rename(const Path& from, const Path& to) override { return m_inner.rename(from, to); }
        Result<void> remove(const Path& path) override { return m_inner.remove(path); }
        Result<void> makeFolder(const Path& path) override { return m_inner.makeFolder(path); }
        bool exists(const Path& path) override { return m_inner.exists(path); }
        Result<std::vector<std::string>> list(const Path& folder) override { return m_inner.list(folder); }

    private:
        FakeFiles& m_inner;
    };
    Refusing files(*m_files);
    HeaderFile file(files, kFolder);
    auto header = file.load().value().header;
    QCOMPARE(file.save(header, HeaderFile::Copies::both).error().code, Errc::diskFull);
    QCOMPARE(header.generation, std::uint64_t{6});
    QVERIFY(file.load().value().header == header);
}

void TestVaultHeader::powerCutOnAFullDisk()
{
    for (int call = 1; call <= 5; ++call) {
        for (const auto cache : {Cache::lost, Cache::kept, Cache::torn}) {
            init();
            m_files->setCapacity(2 * kFrameBytes + 10);
            HeaderFile file(*m_files, kFolder);
            auto header = file.load().value().header;
            header.lockout.failures = 99;
            m_files->cutPowerAtCall(call);
            const auto saved = file.save(header, HeaderFile::Copies::one);
            m_files->powerOn(cache);
            const auto loaded = file.load().value();
            QVERIFY(loaded.header.lockout.failures == 99 || loaded.header.generation == 6);
            if (saved)
                QCOMPARE(loaded.header.lockout.failures, std::uint8_t{99});
        }
    }
}

QTEST_GUILESS_MAIN(TestVaultHeader)
#include "tst_vault_header.moc"
