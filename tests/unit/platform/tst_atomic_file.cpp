// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/atomic_file.hpp"
#include "platform/fake/fake_files.hpp"
#include "platform/linux/posix_files.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace lianxin;
using namespace lianxin::platform;
using Cache = FakeFiles::Cache;

Q_DECLARE_METATYPE(FakeFiles::Cache)

namespace {

const Path kFolder = "/vaults/one";
const Path kFile = kFolder / "file";
const std::string kOld(3000, 'o');
const std::string kNew(3000, 'n');

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

private slots:
    void aCutAnywhereLeavesOldOrNew_data();
    void aCutAnywhereLeavesOldOrNew();
    void aFailedCallChangesNothing();
    void aFullDiskChangesNothingAndGivesItsRoomBack();
    void theFakeLosesWhatWasNotSynced();
    void theRealOneWritesReadsAndOverwrites();
    void theRealOneNamesItsErrors();
    void theRealOneKeepsFilesToTheOwner();
};

void TestAtomicFile::aCutAnywhereLeavesOldOrNew_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<Cache>("cache");
    for (int call = 1; call <= 5; ++call) {
        QTest::addRow("call %d, cache lost", call) << call << Cache::lost;
        QTest::addRow("call %d, cache kept", call) << call << Cache::kept;
        QTest::addRow("call %d, cache torn", call) << call << Cache::torn;
    }
}

void TestAtomicFile::aCutAnywhereLeavesOldOrNew()
{
    QFETCH(int, call);
    QFETCH(Cache, cache);
    FakeFiles files;
    files.put(kFile, kOld);
    files.cutPowerAtCall(call);
    const auto written = writeAtomically(files, kFile, kNew);
    QCOMPARE(written.has_value(), call == 5); // four calls; the fifth never comes
    files.powerOn(cache);
    const auto found = files.read(kFile, 10'000);
    QVERIFY(found);
    QVERIFY(*found == kOld || *found == kNew);
    if (written)
        QVERIFY(*found == kNew);
    // and a left-over of the cut does not stand in the way
    QVERIFY(writeAtomically(files, kFile, kNew));
    files.powerOn(Cache::lost);
    QVERIFY(files.peek(kFile) == kNew);
}

void TestAtomicFile::aFailedCallChangesNothing()
{
    for (int call = 1; call <= 3; ++call) {
        for (const Errc failure : {Errc::io, Errc::diskFull}) {
            FakeFiles files;
            files.put(kFile, kOld);
            files.failAtCall(call, failure);
            const auto written = writeAtomically(files, kFile, kNew);
            QVERIFY(!written);
            QCOMPARE(written.error().code, failure);
            QVERIFY(files.peek(kFile) == kOld);
        }
    }
}

void TestAtomicFile::aFullDiskChangesNothingAndGivesItsRoomBack()
{
    FakeFiles files;
    files.put(kFile, kOld);
    files.setCapacity(kOld.size() + 100);
    const auto written = writeAtomically(files, kFile, kNew);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::diskFull);
    QVERIFY(files.peek(kFile) == kOld);
    QVERIFY(!files.peek(Path(kFile) += ".tmp"));
    QVERIFY(files.overwrite(kFile, kNew)); // no new blocks needed
}

void TestAtomicFile::theFakeLosesWhatWasNotSynced()
{
    // Leaving out any one of the syncs must be found by the fake, or the tests above prove nothing.
    FakeFiles files;
    files.put(kFile, kOld);
    QVERIFY(files.write(kFolder / "t", kNew));
    QVERIFY(files.rename(kFolder / "t", kFile));
    QVERIFY(files.syncFolder(kFolder));
    files.powerOn(Cache::torn);
    QVERIFY(files.peek(kFile) != kNew);

    QVERIFY(files.write(kFolder / "t", kNew));
    QVERIFY(files.syncFile(kFolder / "t"));
    QVERIFY(files.rename(kFolder / "t", kFile));
    files.powerOn(Cache::lost);
    QVERIFY(files.peek(kFile) != kNew);
}

void TestAtomicFile::theRealOneWritesReadsAndOverwrites()
{
    const QTemporaryDir folder;
    PosixFiles files;
    const Path deep = Path(folder.path().toStdString()) / "a" / "b";
    QVERIFY(files.makeFolder(deep));
    QVERIFY(files.makeFolder(deep)); // may be there
    QVERIFY(writeAtomically(files, deep / "f", kOld));
    QVERIFY(writeAtomically(files, deep / "f", kNew));
    QVERIFY(files.read(deep / "f", kNew.size()).value() == kNew);
    QVERIFY(files.overwrite(deep / "f", kOld));
    QVERIFY(files.read(deep / "f", kOld.size()).value() == kOld);
    QCOMPARE(files.overwrite(deep / "f", "short").error().code, Errc::invalidInput);
    QVERIFY(files.list(deep).value() == std::vector<std::string>{"f"});
    QVERIFY(files.remove(deep / "f"));
    QVERIFY(!files.exists(deep / "f"));
}

void TestAtomicFile::theRealOneNamesItsErrors()
{
    const QTemporaryDir folder;
    PosixFiles files;
    const Path base = folder.path().toStdString();
    QCOMPARE(files.read(base / "absent", 10).error().code, Errc::notFound);
    QCOMPARE(files.remove(base / "absent").error().code, Errc::notFound);
    QVERIFY(files.write(base / "long", std::string(11, 'x')));
    QCOMPARE(files.read(base / "long", 10).error().code, Errc::invalidInput);
    // /dev/full answers ENOSPC to each write.
    QCOMPARE(files.write("/dev/full", "x").error().code, Errc::diskFull);
    QCOMPARE(files.makeFolder(base / "long").error().code, Errc::io); // a file is in the way
    QVERIFY(!QByteArray::fromStdString(files.read(base / "absent", 10).error().detail).contains("absent"));
}

void TestAtomicFile::theRealOneKeepsFilesToTheOwner()
{
    const QTemporaryDir folder;
    PosixFiles files;
    const Path base = Path(folder.path().toStdString()) / "mine";
    QVERIFY(files.makeFolder(base));
    QVERIFY(writeAtomically(files, base / "f", kOld));
    struct stat info {};
    QCOMPARE(::stat(base.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0700U);
    QCOMPARE(::stat((base / "f").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
