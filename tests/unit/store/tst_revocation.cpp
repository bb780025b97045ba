// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.hpp"
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lianxin::test::faulty::Fault)

// What a tablet does with what it may not hold any more (I9): out of sight at once, off the file when nothing of it is unpushed.
class RevocationTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_tablet;
    std::unique_ptr<Tablet> m_other;
    RecordId m_lin;
    RecordId m_chen; // in the next village

    static PartitionId next() { return village("350128001202"); }

    // What is in the file, whatever the views say.
    [[nodiscard]] std::int64_t rows(const std::string& sql) const
    {
        m_tablet->close();
        auto file = must(Database::open(m_tablet->file, m_tablet->key));
        const auto number = must(file->queryInt(sql));
        file.reset();
        m_tablet->open();
        return number;
    }
    void purge() const
    {
        while (must(m_tablet->store->purgeSome())) {
        }
    }
    void revokeNext() const { m_province->granted = {village()}; }

private slots:
    void initTestCase() { faulty::install(); }
    void init()
    {
        m_province = std::make_unique<Province>();
        m_province->granted = {village(), next()};
        const auto name = std::to_string(++m_files);
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString::fromStdString(name)).toStdString(), 1);
        m_other = std::make_unique<Tablet>(m_folder.filePath(QString::fromStdString(name + "b")).toStdString(), 2);
        m_province->enrol(*m_tablet);
        m_province->enrol(*m_other);
        m_lin = m_tablet->addHousehold("林秀英", "13800000001", "东村");
        m_chen = m_other->addHousehold("陈阿土", "13800000002", "西村", next());
        m_province->sync(*m_other);
        m_province->sync(*m_tablet);
    }

    void whatIsGoneIsHiddenAtOnce()
    {
        must(m_tablet->store->putDraft({m_tablet->newId(), kVisit, m_tablet->newId(), m_chen, {}, "{}", 1}));
        revokeNext();
        std::vector<RecordId> told;
        m_tablet->store->setChangeListener([&](const auto& records) { told = records; });
        m_province->pullAll(*m_tablet);
        m_tablet->store->setChangeListener({});
        QVERIFY(std::ranges::find(told, m_chen) != told.end());
        const auto& store = *m_tablet->store;
        QVERIFY(!must(store.contains(m_chen)));
        QCOMPARE(store.view(m_chen).error().code, Errc::notFound);
        QCOMPARE(store.openForEdit(m_chen).error().code, Errc::notFound);
        QVERIFY(must(store.children(m_chen)).empty());
        QVERIFY(must(store.search("陈阿土")).empty());
        QVERIFY(must(store.drafts()).empty());
        QCOMPARE(must(store.ofType(kHousehold)).size(), std::size_t{1});
        QCOMPARE(must(store.counts()).records, 1U);
        QCOMPARE(must(store.counts()).drafts, 0U);
        QCOMPARE(must(store.counts()).sealed, 1U);
        QCOMPARE(m_tablet->text(m_lin, kName), "林秀英");
    }

    void whatIsPushedGoesWithAllThatWasMadeOfIt()
    {
        m_other->write(m_chen, {{kPhone, Value::fromText("13800000003")}});
        m_province->sync(*m_other);
        m_province->pullAll(*m_tablet); // keeps the number of before
        must(m_tablet->store->putDraft({m_tablet->newId(), kVisit, m_tablet->newId(), m_chen, {}, "{}", 1}));
        revokeNext();
        m_province->pullAll(*m_tablet);
        QVERIFY(!must(m_tablet->store->rekeyDue()));
        purge();
        QCOMPARE(must(m_tablet->store->counts()).sealed, 0U);
        QVERIFY(must(m_tablet->store->rekeyDue()));
        QCOMPARE(rows("SELECT count(*) FROM record"), 1);
        QCOMPARE(rows("SELECT count(*) FROM past_value"), 0);
        QCOMPARE(rows("SELECT count(*) FROM draft"), 0);
        QCOMPARE(rows("SELECT count(*) FROM term WHERE record NOT IN (SELECT record FROM record)"), 0);
        QCOMPARE(rows("SELECT count(*) FROM partition WHERE granted = 0 AND (cursor <> 0 OR length(vector) > 4)"), 0);
        QCOMPARE(must(m_tablet->store->search("林秀英")).size(), std::size_t{1});
        must(m_tablet->store->verify());
        // Another key, and nothing is due any more.
        const auto fresh = RawKey::random(m_tablet->random);
        must(m_tablet->store->rekey(fresh));
        QVERIFY(!must(m_tablet->store->rekeyDue()));
        m_tablet->close();
        QVERIFY(!ReplicaStore::open(m_tablet->file, m_tablet->key, m_tablet->ports()));
        m_tablet->key = fresh;
        m_tablet->open();
        QCOMPARE(m_tablet->text(m_lin, kName), "林秀英");
    }

    void whatIsUnpushedWaitsSealedIsPushedAndGoes()
    {
        m_tablet->write(m_chen, {{kPhone, Value::fromText("13900000009")}});
        revokeNext();
        m_province->pullAll(*m_tablet);
        purge();
        QCOMPARE(must(m_tablet->store->counts()).sealed, 1U);
        QCOMPARE(must(m_tablet->store->counts()).waiting, 1U);
        QVERIFY(!must(m_tablet->store->contains(m_chen)));
        m_tablet->reopen();
        QVERIFY(!must(m_tablet->store->contains(m_chen)));
        m_province->pushAll(*m_tablet);
        purge();
        QCOMPARE(must(m_tablet->store->counts()).sealed, 0U);
        QCOMPARE(must(m_tablet->store->counts()).waiting, 0U);
        QCOMPARE(rows("SELECT count(*) FROM record"), 1);
        m_province->granted = {village(), next()}; // which the other one still has
        m_province->sync(*m_other);
        QCOMPARE(m_other->text(m_chen, kPhone), "13900000009"); // nothing was lost on the way
    }

    // A form outlived its grant: the words are taken, sent and judged there; nobody here sees them.
    void aFormThatOutlivedItsGrant()
    {
        const auto opened = must(m_tablet->store->openForEdit(m_chen));
        revokeNext();
        m_province->pullAll(*m_tablet);
        purge();
        m_tablet->writeWith(opened, {{kPhone, Value::fromText("13900000008")}});
        QVERIFY(!must(m_tablet->store->contains(m_chen)));
        QCOMPARE(must(m_tablet->store->counts()).sealed, 1U);
        m_province->pushAll(*m_tablet);
        purge();
        QCOMPARE(rows("SELECT count(*) FROM record"), 1);
        m_province->granted = {village(), next()}; // which the other one still has
        m_province->sync(*m_other);
        QCOMPARE(m_other->text(m_chen, kPhone), "13900000008");
    }

    void whatComesBackIsAllThere_data()
    {
        QTest::addColumn<bool>("purged");
        QTest::addColumn<bool>("unpushed");
        for (const bool purged : {false, true})
            for (const bool unpushed : {false, true})
                QTest::addRow("%s, %s", purged ? "purged" : "not purged yet", unpushed ? "with own words" : "without")
                    << purged << unpushed;
    }
    void whatComesBackIsAllThere()
    {
        QFETCH(bool, purged);
        QFETCH(bool, unpushed);
        if (unpushed)
            m_tablet->write(m_chen, {{kRemark, Value::fromText("mine")}});
        revokeNext();
        m_province->pullAll(*m_tablet);
        if (purged)
            purge();
        m_province->granted = {village(), next()};
        m_other->write(m_chen, {{kPhone, Value::fromText("13700000000")}});
        m_province->sync(*m_other);
        m_province->pullAll(*m_tablet, 1); // in many small frames
        QCOMPARE(m_tablet->text(m_chen, kName), "陈阿土");
        QCOMPARE(m_tablet->text(m_chen, kPhone), "13700000000");
        QCOMPARE(m_tablet->text(m_chen, kRemark), unpushed ? "mine" : "");
        QCOMPARE(must(m_tablet->store->search("陈阿土")).size(), std::size_t{1});
        m_province->sync(*m_tablet);
        QCOMPARE(must(m_tablet->store->stateHash(next())), m_province->stateHash(next()));
        QCOMPARE(must(m_tablet->store->counts()).sealed, 0U);
        QVERIFY(must(m_tablet->store->conflicts()).empty());
    }

    // The province holds it back: the person's words are not forgotten because the record is out of sight meanwhile.
    void heldBackAndSeenAgain()
    {
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.dot.number == 2; };
        const auto number = m_tablet->write(m_chen, {{kRemark, Value::fromText("held")}});
        QCOMPARE(number, 2U);
        revokeNext();
        m_province->sync(*m_tablet);
        purge();
        QCOMPARE(must(m_tablet->store->counts()).heldBack, 1U);
        QCOMPARE(must(m_tablet->store->heldBack()).size(), std::size_t{1});
        m_province->granted = {village(), next()};
        m_province->pullAll(*m_tablet);
        QCOMPARE(m_tablet->text(m_chen, kRemark), "held");
        m_province->release({m_tablet->replica, number});
        m_province->pullAll(*m_tablet);
        QCOMPARE(m_tablet->text(m_chen, kRemark), "held");
        QCOMPARE(must(m_tablet->store->stateHash(next())), m_province->stateHash(next()));
    }

    // A reply from before the grants changed gives nothing back.
    void anOldReplyGivesNothingBack()
    {
        auto old = m_province->pull(must(m_tablet->store->nextPull(32768)), *m_tablet, 1 << 20);
        old.frames.clear();
        auto later = old;
        later.granted = {village()};
        later.scopeGeneration = old.scopeGeneration + 1;
        must(m_tablet->store->applyPull(later));
        QVERIFY(!m_tablet->store->applyPull(old));
        QVERIFY(!must(m_tablet->store->contains(m_chen)));
    }

    void bytesOnTheirWayAreDropped()
    {
        Tablet fresh(m_folder.filePath("fresh").toStdString(), 3);
        m_province->enrol(fresh);
        const auto offer = m_province->offer(10);
        must(fresh.store->applyPull(m_province->replyWith(offer, fresh)));
        auto asked = must(fresh.store->nextSegments(20));
        must(fresh.store->storeParts(Province::partsOf(offer, *asked)));
        revokeNext();
        auto reply = m_province->pull({}, fresh, 1 << 20);
        must(fresh.store->applyPull(reply));
        QVERIFY(!must(fresh.store->nextSegments(20)));
        QCOMPARE(must(fresh.store->segmentProgress()).missing, 0U);
        QVERIFY(!must(fresh.store->contains(m_chen)));
        QVERIFY(must(fresh.store->contains(m_lin)));
    }

    // Not even the directory is granted: this body was revoked. What it has goes up, then nothing stays; and it can come back.
    void aTabletThatWasRevoked()
    {
        m_tablet->write(m_lin, {{kRemark, Value::fromText("last words")}});
        m_province->granted = {};
        m_province->pullAll(*m_tablet);
        purge();
        QVERIFY(!must(m_tablet->store->contains(m_lin)));
        QCOMPARE(must(m_tablet->store->counts()).sealed, 1U);
        m_province->pushAll(*m_tablet);
        purge();
        purge();
        QCOMPARE(rows("SELECT count(*) FROM record"), 0);
        QCOMPARE(rows("SELECT count(*) FROM changeset WHERE body <> x''"), 0);
        QCOMPARE(rows("SELECT count(*) FROM own_touch"), 0);
        QVERIFY(must(m_tablet->store->rekeyDue()));
        QVERIFY(must(m_tablet->store->recentChanges(10)).size() <= 1);
        m_province->pullAll(*m_tablet); // asked again: still nothing, and the chain still fits
        m_province->granted = {village(), next()};
        m_province->pullAll(*m_tablet);
        QCOMPARE(m_tablet->text(m_lin, kRemark), "last words");
        m_tablet->write(m_lin, {{kRemark, Value::fromText("again")}});
        m_province->sync(*m_tablet);
        QCOMPARE(must(m_tablet->store->stateHash(village())), m_province->stateHash(village()));
    }

    // The power goes at every single write of the pull that hides, the receipt and the purge: it goes on at the next start.
    void powerCuts_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("killed") << faulty::Fault::crashKeepingWrites;
        QTest::newRow("no power") << faulty::Fault::crashLosingUnsynced;
        QTest::newRow("no power, some written") << faulty::Fault::crashLosingSomeUnsynced;
        QTest::newRow("a medium that refuses") << faulty::Fault::io;
    }
    void powerCuts()
    {
        QFETCH(faulty::Fault, fault);
        m_tablet->write(m_chen, {{kPhone, Value::fromText("13900000009")}});
        revokeNext();
        must(m_tablet->store->checkpoint());
        m_tablet->close();
        const auto base = m_tablet->file + ".base";
        fs::copy_file(m_tablet->file, base);
        bool finished = false;
        for (int at = 1; !finished && at < 400; ++at) {
            for (const auto* suffix : {"", "-wal", "-journal"})
                fs::remove(m_tablet->file + suffix);
            fs::copy_file(base, m_tablet->file);
            finished = !diesAt(fault, at);
            afterwards();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(finished);
    }

private:
    void exchange(Tablet& tablet, Province& province)
    {
        const auto reply = province.pull(must(tablet.store->nextPull(32768)), tablet, 1 << 20);
        must(tablet.store->applyPull(reply));
        (void)must(tablet.store->purgeSome());
        const auto request = must(tablet.store->nextPush(tablet.sign));
        must(tablet.store->storeReceipt(province.push(request, tablet), province.key.publicKey()));
        (void)must(tablet.store->purgeSome());
        (void)must(tablet.store->purgeSome());
        must(tablet.store->checkpoint());
    }
    // In a process of its own; false when it came to its end.
    bool diesAt(faulty::Fault fault, int at)
    {
        const auto child = fork();
        if (child == 0) {
            int code = 0;
            try {
                Tablet tablet(faulty::uri(m_tablet->file), 1);
                faulty::arm(fault, at);
                tablet.open();
                exchange(tablet, *m_province);
            } catch (const std::exception&) {
                code = 3;
            }
            _exit(code);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    }
    // Whatever stage it died at: another exchange leaves the same.
    void afterwards()
    {
        Tablet again(m_tablet->file, 1);
        again.open();
        must(again.store->verify());
        QCOMPARE(must(again.store->syncState()).saved, 2U);
        exchange(again, *m_province);
        QVERIFY(!must(again.store->contains(m_chen)));
        QCOMPARE(must(again.store->counts()).sealed, 0U);
        QCOMPARE(must(again.store->counts()).waiting, 0U);
        QVERIFY(must(again.store->rekeyDue()));
        QCOMPARE(again.text(m_lin, kName), "林秀英");
        again.close();
        const auto file = must(Database::open(again.file, again.key));
        QCOMPARE(must(file->queryInt("SELECT count(*) FROM record")), 1);
    }
};

QTEST_GUILESS_MAIN(RevocationTest)
#include "tst_revocation.moc"
