// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lianxin::test::faulty::Fault)

// The power goes, the process is killed, the disk is full: at every single write, sync and truncate.
class ReplicaPowerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_base;
    std::string m_file;
    RecordId m_home;

    // What a child acknowledged, in the order in which it did.
    struct Told {
        std::uint32_t saves{0};
        bool draft{false};
        bool receipt{false};
        bool pulled{false};
    };

    [[nodiscard]] static std::string phone(std::uint64_t number) { return "phone-" + std::to_string(number); }

    // A day's work; `tell` is called only after the store has answered.
    void work(Tablet& tablet, Province& province, const std::function<void(char)>& tell)
    {
        for (int i = 0; i < 3; ++i) {
            const auto last = must(tablet.store->syncState()).saved;
            tablet.write(m_home, {{kPhone, Value::fromText(phone(last + 1))}});
            tell('s');
        }
        must(tablet.store->putDraft({m_home, kHousehold, m_home, m_home, {}, "draft-text", 1}));
        tell('d');
        const auto request = must(tablet.store->nextPush(tablet.sign));
        must(tablet.store->storeReceipt(province.push(request, tablet), province.key.publicKey()));
        tell('r');
        const auto reply = province.pull(must(tablet.store->nextPull(1)), tablet, 1000);
        must(tablet.store->applyPull(reply));
        tell('p');
        must(tablet.store->checkpoint());
        tablet.write(m_home, {{kPhone, Value::fromText(phone(5))}});
        tell('s');
    }

    void copyBase()
    {
        for (const auto* suffix : {"", "-wal", "-journal"})
            fs::remove(m_file + suffix);
        fs::copy_file(m_base, m_file);
    }

    void check(const Told& told)
    {
        Tablet tablet(m_file, 1);
        tablet.open();
        must(tablet.store->verify());
        const auto state = must(tablet.store->syncState());
        QVERIFY(state.saved >= 1 + told.saves);
        QVERIFY(state.saved <= 2 + told.saves); // at most the one that was under way
        const auto shown = tablet.text(m_home, kPhone);
        QCOMPARE(shown, state.saved == 1 ? "phone-1" : phone(state.saved));
        QCOMPARE(must(tablet.store->search("林秀英")).size(), std::size_t{1});
        if (told.draft)
            QCOMPARE(must(tablet.store->drafts()).at(0).body, "draft-text");
        if (told.receipt)
            QCOMPARE(state.acknowledged, 4U);
        if (told.pulled)
            QVERIFY(must(tablet.store->partitions()).at(0).cursor > 0);
        // The chain is whole and goes on.
        tablet.write(m_home, {{kPhone, Value::fromText("after")}});
        QCOMPARE(tablet.text(m_home, kPhone), "after");
        for (const auto& parcel : must(tablet.store->nextPush(tablet.sign)).parcels)
            QVERIFY(seal::verifyParcel(tablet.sign.publicKey(), parcel));
    }

    // Answers false when the child came to the end without meeting the fault.
    bool runChild(faulty::Fault fault, int at, Told& told)
    {
        int pipes[2];
        if (pipe(pipes) != 0)
            return false;
        const auto child = fork();
        if (child == 0) {
            Province province;
            Tablet tablet(faulty::uri(m_file), 1);
            faulty::arm(fault, at);
            try {
                tablet.open();
                province.admit(tablet);
                work(tablet, province, [&](char what) { (void)!::write(pipes[1], &what, 1); });
            } catch (const std::exception&) {
                _exit(3);
            }
            _exit(0);
        }
        ::close(pipes[1]);
        char what = 0;
        while (::read(pipes[0], &what, 1) == 1) {
            told.saves += what == 's' ? 1 : 0;
            told.draft = told.draft || what == 'd';
            told.receipt = told.receipt || what == 'r';
            told.pulled = told.pulled || what == 'p';
        }
        ::close(pipes[0]);
        int status = 0;
        waitpid(child, &status, 0);
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        if (code != 0 && code != faulty::kCrashCode)
            throw std::runtime_error("the child ended with " + std::to_string(code));
        return code == faulty::kCrashCode;
    }

private slots:
    void initTestCase()
    {
        faulty::install();
        m_base = m_folder.filePath("base.db").toStdString();
        m_file = m_folder.filePath("work.db").toStdString();
        Province province;
        Tablet tablet(m_base, 1);
        province.enrol(tablet);
        m_home = tablet.addHousehold("林秀英", "phone-1");
        must(tablet.store->checkpoint());
        tablet.close();
    }

    void losesNothingItAcknowledged_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("killed") << faulty::Fault::crashKeepingWrites;
        QTest::newRow("power cut") << faulty::Fault::crashLosingUnsynced;
        QTest::newRow("power cut, writes reordered") << faulty::Fault::crashLosingSomeUnsynced;
    }
    void losesNothingItAcknowledged()
    {
        QFETCH(faulty::Fault, fault);
        int boundaries = 0;
        for (int at = 1;; ++at) {
            copyBase();
            Told told;
            const bool crashed = runChild(fault, at, told);
            check(told);
            if (QTest::currentTestFailed()) {
                std::printf("at write %d\n", at);
                return;
            }
            if (!crashed)
                break;
            boundaries = at;
        }
        QVERIFY(boundaries > 30);
        std::printf("%s: %d boundaries\n", QTest::currentDataTag(), boundaries);
    }

    // The first opening of all: either there is no store yet, or a whole one.
    void survivesACrashWhileTheStoreIsMade()
    {
        for (int at = 1;; ++at) {
            for (const auto* suffix : {"", "-wal", "-journal"})
                fs::remove(m_file + suffix);
            const auto child = fork();
            if (child == 0) {
                Province province;
                Tablet tablet(faulty::uri(m_file), 1);
                faulty::arm(faulty::Fault::crashLosingUnsynced, at);
                province.enrol(tablet);
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
            Province province;
            Tablet tablet(m_file, 1);
            const auto opened = ReplicaStore::open(m_file, tablet.key, tablet.ports());
            QVERIFY2(opened,
                     opened
                         ? ""
                         : qPrintable(QString("at %1: %2").arg(at).arg(QString::fromStdString(opened.error().detail))));
            must((*opened)->initialise(tablet.replica, tablet.user, province.epoch));
            must((*opened)->verify());
            if (WEXITSTATUS(status) == 0)
                break;
        }
    }

    void saysDiskFullAndGoesOn_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::addColumn<int>("expected");
        QTest::newRow("full") << faulty::Fault::full << static_cast<int>(Errc::diskFull);
        QTest::newRow("refused") << faulty::Fault::io << static_cast<int>(Errc::io);
    }
    void saysDiskFullAndGoesOn()
    {
        QFETCH(faulty::Fault, fault);
        QFETCH(int, expected);
        int failures = 0;
        for (int at = 1;; ++at) {
            copyBase();
            Tablet tablet(faulty::uri(m_file), 1);
            tablet.open();
            tablet.write(m_home, {{kPhone, Value::fromText("before")}});
            const auto opened = must(tablet.store->openForEdit(m_home));
            Edit edit;
            edit.records = {
                {m_home,
                 m_home,
                 kHousehold,
                 village(),
                 {{kPhone, Value::fromText("lost")}, {kName, Value::fromText("陈")}},
                 opened.past},
                Tablet::household(RecordId::fromRaw("0123456789abcdef").value(), {{kName, Value::fromText("黄")}})};
            edit.draft = m_home;
            must(tablet.store->putDraft({m_home, kHousehold, m_home, m_home, {}, "draft-text", 1}));
            faulty::arm(fault, at);
            const auto saved = tablet.store->save(edit);
            const bool fired = faulty::fired();
            if (!saved) {
                QCOMPARE(static_cast<int>(saved.error().code), expected);
                ++failures;
                // Full still: what was there is readable, nothing of the save is.
                QCOMPARE(tablet.text(m_home, kPhone), "before");
                QCOMPARE(tablet.text(m_home, kName), "林秀英");
                QCOMPARE(must(tablet.store->syncState()).saved, 2U);
                QCOMPARE(must(tablet.store->countOfType(kHousehold)), 1U);
                QCOMPARE(must(tablet.store->drafts()).size(), std::size_t{1});
                QVERIFY(!tablet.store->save(edit));
                faulty::disarm();
                must(tablet.store->save(edit)); // space again
            }
            faulty::disarm();
            for (const bool reopened : {false, true}) {
                if (reopened)
                    tablet.reopen();
                QCOMPARE(tablet.text(m_home, kPhone), "lost");
                QCOMPARE(must(tablet.store->syncState()).saved, 3U);
                QCOMPARE(must(tablet.store->search("黄")).size(), std::size_t{1});
                QVERIFY(must(tablet.store->drafts()).empty());
            }
            must(tablet.store->verify());
            if (!fired)
                break;
        }
        QVERIFY(failures > 3);
    }
};

QTEST_GUILESS_MAIN(ReplicaPowerTest)
#include "tst_replica_power.moc"
