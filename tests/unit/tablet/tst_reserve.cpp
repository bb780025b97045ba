// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/reserve.hpp"
#include "platform/fake/fake_disk.hpp"
#include "platform/fake/fake_files.hpp"

#include <QTest>

using namespace lianxin;
using lianxin::tablet::Reserve;

// 32 MB that wait for the day when the disk is full.
class TestReserve : public QObject {
    Q_OBJECT

    static constexpr std::uint64_t kMegabyte = 1024 * 1024;
    const platform::Path m_file = "/tablet/reserve";
    platform::FakeFiles m_files;

private slots:
    void isHeldWhileThereIsRoomAndGivenOnce()
    {
        platform::FakeDisk disk(100 * kMegabyte);
        Reserve reserve(m_files, disk, m_file);
        reserve.take();
        QVERIFY(!reserve.isGiven());
        QCOMPARE(disk.freeBytes("/").value(), 68 * kMegabyte);
        disk.setFree(0);
        QVERIFY(reserve.give());
        QVERIFY(reserve.isGiven());
        QCOMPARE(disk.freeBytes("/").value(), 32 * kMegabyte);
        QVERIFY(!reserve.give()); // there is nothing more: a save that still does not fit says so
        reserve.take();           // not from the last of the disk
        QVERIFY(reserve.isGiven());
        disk.setFree(200 * kMegabyte); // somebody has cleaned up
        reserve.take();
        QVERIFY(!reserve.isGiven());
        QCOMPARE(disk.freeBytes("/").value(), 168 * kMegabyte);
    }

    void isNotTakenFromAFullDisk()
    {
        platform::FakeDisk disk(40 * kMegabyte);
        Reserve reserve(m_files, disk, m_file);
        reserve.take();
        QVERIFY(reserve.isGiven());
        QCOMPARE(disk.freeBytes("/").value(), 40 * kMegabyte);
        QVERIFY(!reserve.give());
    }
};

QTEST_GUILESS_MAIN(TestReserve)
#include "tst_reserve.moc"
