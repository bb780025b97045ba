// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/segment_world.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lianxin::test::faulty::Fault)

// A first sync by segments that dies, or finds the disk full, at every single write, sync and truncate: the state before or the one after.
class SegmentsPowerTest : public QObject, protected SegmentWorld {
    Q_OBJECT

private slots:
    void initTestCase() { faulty::install(); }
    void init() { begin(); }

    void diesAtEachWrite_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("killed") << faulty::Fault::crashKeepingWrites;
        QTest::newRow("power cut") << faulty::Fault::crashLosingUnsynced;
        QTest::newRow("power cut, writes reordered") << faulty::Fault::crashLosingSomeUnsynced;
        QTest::newRow("disk full") << faulty::Fault::full;
        QTest::newRow("refused") << faulty::Fault::io;
    }
    void diesAtEachWrite()
    {
        QFETCH(faulty::Fault, fault);
        write(24);
        const auto offer = m_province->offer(20);
        must(m_segments->store->applyPull(m_province->replyWith(offer, *m_segments)));
        const auto own = m_segments->addHousehold("吴一", "1", "桥头村", villageOf(0));
        must(m_segments->store->checkpoint());
        m_segments->close();
        int boundaries = 0;
        for (int at = 1;; ++at) {
            const auto file = m_folder.filePath("work.db").toStdString();
            for (const auto* suffix : {"", "-wal", "-journal"})
                fs::remove(file + suffix);
            fs::copy_file(m_segments->file, file);
            const auto child = fork();
            if (child == 0) {
                Tablet tablet(faulty::uri(file), 3);
                faulty::arm(fault, at);
                try {
                    tablet.open();
                    fetch(tablet, offer, 900);
                    must(tablet.store->loadSegments());
                } catch (const std::exception&) {
                    _exit(faulty::kCrashCode);
                }
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
            Tablet tablet(file, 3);
            tablet.open();
            must(tablet.store->verify());
            // The state before or the one after, and the own family in both.
            const auto records = must(tablet.store->counts()).records;
            const bool isLoaded = records > 1;
            QCOMPARE(tablet.text(own, kPhone), "1");
            for (const auto& cursor : must(tablet.store->nextPull(1)).cursors)
                QCOMPARE(cursor.sequence > 0, isLoaded);
            QCOMPARE(must(tablet.store->search("林")).empty(), !isLoaded);
            QVERIFY(must(tablet.store->segmentProgress()).ready == 0 || !isLoaded);
            fetch(tablet, offer, 900);
            must(tablet.store->loadSegments());
            for (const auto& partition : m_province->granted)
                QVERIFY(must(tablet.store->stateHash(partition)) == m_province->stateHash(partition));
            if (QTest::currentTestFailed()) {
                std::printf("at write %d\n", at);
                return;
            }
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
                break;
            boundaries = at;
        }
        QVERIFY(boundaries > 10);
    }
};

QTEST_GUILESS_MAIN(SegmentsPowerTest)
#include "tst_segments_power.moc"
