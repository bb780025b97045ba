// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// What of its own log a tablet lets go of, and when it must not (R8, R42); and that nothing misses it afterwards.
class TrimmingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a;
    std::unique_ptr<Tablet> m_b;
    std::map<std::uint64_t, Hash> m_chain; // of a, by number

    // One parcel, and all that it changes back here.
    void bring(Tablet& tablet)
    {
        m_province->sync(tablet);
        if (&tablet != m_a.get())
            return;
        const auto receipt = must(m_a->store->syncState()).receipt;
        m_chain[receipt->held] = receipt->head;
    }
    core::PullReply saying(std::uint64_t held) const
    {
        core::PullReply reply;
        reply.epoch = m_province->epoch;
        reply.backup = core::BackupMark{held, m_chain.contains(held) ? m_chain.at(held) : Hash{}, 0, {}};
        return reply;
    }
    // What it holds no more when everything that may go is gone.
    std::uint64_t trimmed(std::uint64_t keep = 0)
    {
        while (must(m_a->store->trimSome(keep))) {
        }
        return must(m_a->store->syncState()).trimmed;
    }
    bool isHere(std::uint64_t number) { return must(m_a->store->ownChangeset(number)).dot.number == number; }

private slots:
    void init()
    {
        m_chain.clear();
        m_province = std::make_unique<Province>();
        const auto path = [&](const char* who) {
            return m_folder.filePath(QStringLiteral("%1%2.db").arg(who).arg(++m_count)).toStdString();
        };
        m_a = std::make_unique<Tablet>(path("a"), 1);
        m_b = std::make_unique<Tablet>(path("b"), 2);
        m_province->enrol(*m_a);
        m_province->enrol(*m_b);
    }

    void whatLiesThereTwiceGoes()
    {
        const auto first = m_a->addHousehold("first", "1");
        bring(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        bring(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("3")}});
        bring(*m_a);
        QCOMPARE(trimmed(), std::uint64_t{0}); // nobody said anything of a backup
        must(m_a->store->noteMark(saying(2)));
        QCOMPARE(trimmed(), std::uint64_t{2});
        QVERIFY(!isHere(1) && !isHere(2) && isHere(3));
        m_a->reopen();
        QVERIFY(!isHere(1) && isHere(3));

        // Nothing that a person looks at misses it.
        QCOMPARE(m_a->text(first, kPhone), std::string("3"));
        QCOMPARE(must(m_a->store->pastValues(first)).size(), std::size_t{2});
        QVERIFY(must(m_a->store->recordPlace(first)).place == Place::received);
        QCOMPARE(must(m_a->store->recentChanges(10)).size(), std::size_t{1});
        QVERIFY(must(m_a->store->waiting()).empty());
        QCOMPARE(must(m_a->store->counts()).waiting, std::uint64_t{0});
        must(m_a->store->verify());
        // And the chain goes on, from all of them gone too.
        must(m_a->store->noteMark(saying(3)));
        QCOMPARE(trimmed(), std::uint64_t{3});
        m_a->reopen();
        QCOMPARE(m_a->write(first, {{kPhone, Value::fromText("4")}}), std::uint64_t{4});
        bring(*m_a);
        QCOMPARE(must(m_a->store->syncState()).acknowledged, std::uint64_t{4});
        m_province->sync(*m_b);
        QCOMPARE(m_b->text(first, kPhone), std::string("4"));
        QVERIFY(must(m_b->store->conflicts()).empty());
        QVERIFY(must(m_a->store->stateHash(village())) == m_province->stateHash(village()));
    }

    void theNewestStayForWhoLooks()
    {
        for (int i = 0; i < 5; ++i) {
            m_a->addHousehold("n");
            bring(*m_a);
        }
        must(m_a->store->noteMark(saying(5)));
        QCOMPARE(trimmed(2), std::uint64_t{3});
        QCOMPARE(trimmed(9), std::uint64_t{3}); // what is gone is gone
    }

    // Received and in a backup, but no frame has brought it back: only the log shows it.
    void whatARowDoesNotReflectStays()
    {
        const auto first = m_a->addHousehold("first");
        bring(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        m_province->pushAll(*m_a);
        m_chain[2] = must(m_a->store->syncState()).receipt->head;
        must(m_a->store->noteMark(saying(2)));
        QCOMPARE(trimmed(), std::uint64_t{1});
        m_a->reopen();
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
        m_province->pullAll(*m_a);
        QCOMPARE(trimmed(), std::uint64_t{2});
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
    }

    void aParcelGoesWholeOrNotAtAll()
    {
        m_a->addHousehold("one");
        m_a->addHousehold("two");
        bring(*m_a); // both in one parcel
        m_chain[1] = m_chain[2];
        must(m_a->store->noteMark(saying(2)));
        QCOMPARE(trimmed(1), std::uint64_t{0});
        QVERIFY(isHere(1));
        QCOMPARE(trimmed(0), std::uint64_t{2});
    }

    void quarantineHoldsItAndAllBehindIt_data()
    {
        QTest::addColumn<bool>("release");
        QTest::newRow("released") << true;
        QTest::newRow("withdrawn") << false;
    }
    void quarantineHoldsItAndAllBehindIt()
    {
        QFETCH(bool, release);
        const auto first = m_a->addHousehold("first", "1");
        bring(*m_a);
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.dot.number == 2; };
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        bring(*m_a);
        m_a->write(first, {{kName, Value::fromText("later")}});
        bring(*m_a);
        must(m_a->store->noteMark(saying(3)));
        QCOMPARE(trimmed(), std::uint64_t{1});
        QVERIFY(isHere(2) && isHere(3));
        QCOMPARE(must(m_a->store->heldBack()).size(), std::size_t{1});
        const Dot dot{m_a->replica, 2};
        release ? m_province->release(dot) : m_province->withdraw(dot);
        m_province->pullAll(*m_a);
        QCOMPARE(trimmed(), std::uint64_t{3});
        QCOMPARE(m_a->text(first, kPhone), std::string(release ? "2" : "1"));
        QCOMPARE(m_a->text(first, kName), std::string("later"));
        QVERIFY(must(m_a->store->stateHash(village())) == m_province->stateHash(village()));
    }

    // Held back by a server that knows no better any more: a person here could not be told what it was.
    void whatIsGoneIsNotHeldBackAgain()
    {
        m_a->addHousehold("first");
        bring(*m_a);
        must(m_a->store->noteMark(saying(1)));
        QCOMPARE(trimmed(), std::uint64_t{1});
        auto reply = m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1 << 20);
        reply.quarantined = {{1, core::Outcome::quarantined, core::QuarantineReason::notAllowed}};
        must(m_a->store->applyPull(reply));
        QVERIFY(must(m_a->store->heldBack()).empty());
        QCOMPARE(must(m_a->store->counts()).heldBack, std::uint64_t{0});
    }

    void marksThatCannotBe()
    {
        for (int i = 0; i < 3; ++i) {
            m_a->addHousehold("n");
            bring(*m_a);
        }
        auto foreign = saying(2);
        foreign.epoch.bytes[0] ^= 1U;
        must(m_a->store->noteMark(foreign));
        QCOMPARE(trimmed(), std::uint64_t{0});
        auto forked = saying(2);
        forked.backup->head.bytes[0] ^= 1U;
        must(m_a->store->noteMark(forked));
        QCOMPARE(trimmed(), std::uint64_t{0});
        must(m_a->store->noteMark(saying(9))); // more than was ever received
        QCOMPARE(trimmed(), std::uint64_t{0});
        must(m_a->store->noteMark(saying(3)));
        must(m_a->store->noteMark(saying(1))); // backwards: what was safe stays safe
        QCOMPARE(trimmed(), std::uint64_t{3});
    }

    // A day's limit, and a clock that was put back does not make it years.
    void itAsksNowAndThen()
    {
        using namespace std::chrono_literals;
        QVERIFY(!must(m_a->store->wantsMark(6h))); // nothing to let go of
        m_a->addHousehold("n");
        bring(*m_a);
        QVERIFY(must(m_a->store->wantsMark(6h)));
        core::PullReply none;
        none.epoch = m_province->epoch;
        must(m_a->store->noteMark(none));
        QVERIFY(!must(m_a->store->wantsMark(6h)));
        m_a->clock.time += Millis{7} * 3600 * 1000;
        QVERIFY(must(m_a->store->wantsMark(6h)));
        must(m_a->store->noteMark(none));
        m_a->clock.time -= Millis{1000} * 86'400'000;
        QVERIFY(must(m_a->store->wantsMark(6h)));
        must(m_a->store->noteMark(saying(1)));
        m_a->clock.time += Millis{7} * 3600 * 1000;
        QVERIFY(!must(m_a->store->wantsMark(6h))); // all of it is there
    }

    void aLongLogGoesInPieces()
    {
        for (int i = 0; i < 6; ++i) {
            for (int k = 0; k < 100; ++k)
                m_a->addHousehold("n");
            bring(*m_a);
        }
        must(m_a->store->noteMark(saying(600)));
        QVERIFY(must(m_a->store->trimSome(0)));
        const auto some = must(m_a->store->syncState()).trimmed;
        QVERIFY(some >= 256 && some < 600);
        m_a->reopen();
        QCOMPARE(trimmed(), std::uint64_t{600});
        must(m_a->store->verify());
    }

    // Another epoch: nothing is known of its backups, and while rows are given back and come again everything stays.
    void aRestoredServerHasNoMarkYet()
    {
        for (int i = 0; i < 3; ++i) {
            m_a->addHousehold("n");
            bring(*m_a);
        }
        const auto backup = m_province->backUp();
        must(m_a->store->noteMark(saying(1)));
        QCOMPARE(trimmed(), std::uint64_t{1});
        must(m_a->store->noteMark(saying(3)));
        m_province->putBack(backup);
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        QCOMPARE(trimmed(), std::uint64_t{1});
        must(m_a->store->noteMark(saying(3))); // of the new epoch
        QCOMPARE(trimmed(), std::uint64_t{1}); // and the rows are not given back yet
        while (must(m_a->store->isDonating())) {
            const auto part = must(m_a->store->nextDonation(32768));
            must(m_a->store->donated(part, m_province->donate(part.request, *m_a), m_province->key.publicKey()));
        }
        QCOMPARE(trimmed(), std::uint64_t{1}); // nor filled anew
        bring(*m_a);
        QCOMPARE(trimmed(), std::uint64_t{3});
    }

    // N3: the server is put back to before its own mark. The numbers between are a hole; the values come back from the rows.
    void anOlderBackupLeavesAHole()
    {
        const auto first = m_a->addHousehold("first", "1");
        bring(*m_a);
        const auto old = m_province->backUp();
        for (const auto* phone : {"2", "3", "4"}) {
            m_a->write(first, {{kPhone, Value::fromText(phone)}});
            bring(*m_a);
        }
        m_province->sync(*m_b);
        must(m_a->store->noteMark(saying(3)));
        QCOMPARE(trimmed(), std::uint64_t{3});

        m_province->putBack(old);
        m_province->heal(*m_a);
        QCOMPARE(must(m_a->store->counts()).waiting, std::uint64_t{1}); // only what is still here
        QCOMPARE(must(m_a->store->waiting()).size(), std::size_t{1});
        const auto push = must(m_a->store->nextPush(m_a->sign));
        QVERIFY(push.trimmed);
        QCOMPARE(push.acknowledged, std::uint64_t{1});
        QCOMPARE(push.parcels.front().first, std::uint64_t{4});
        bring(*m_a);
        QCOMPARE(must(m_a->store->syncState()).acknowledged, std::uint64_t{4});
        QVERIFY(!must(m_a->store->nextPush(m_a->sign)).trimmed);
        QCOMPARE(m_a->text(first, kPhone), std::string("4"));
        QCOMPARE(must(m_a->store->counts()).waiting, std::uint64_t{0});
        m_province->heal(*m_b);
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        for (auto* tablet : {m_a.get(), m_b.get()}) {
            QCOMPARE(tablet->text(first, kPhone), std::string("4"));
            QVERIFY(must(tablet->store->conflicts()).empty());
            QVERIFY(must(tablet->store->stateHash(village())) == m_province->stateHash(village()));
        }
        // V speaks of 1 and 4, and of nothing between.
        const auto vector = must(m_a->store->partitions()).front().vector;
        QVERIFY(vector.contains({m_a->replica, 1}) && vector.contains({m_a->replica, 4}));
        QVERIFY(!vector.contains({m_a->replica, 2}) && !vector.contains({m_a->replica, 3}));
        QCOMPARE(m_a->write(first, {{kPhone, Value::fromText("5")}}), std::uint64_t{5});
        bring(*m_a);
        QCOMPARE(m_a->text(first, kPhone), std::string("5"));
    }

    // The same with nothing left to send: there is nothing to step over yet, nothing waits, and the next word goes up.
    void anOlderBackupWithAnEmptyLog()
    {
        const auto first = m_a->addHousehold("first", "1");
        bring(*m_a);
        const auto old = m_province->backUp();
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        bring(*m_a);
        must(m_a->store->noteMark(saying(2)));
        QCOMPARE(trimmed(), std::uint64_t{2});
        m_province->putBack(old);
        m_province->heal(*m_a);
        bring(*m_a);
        QCOMPARE(must(m_a->store->counts()).waiting, std::uint64_t{0});
        QVERIFY(must(m_a->store->waiting()).empty());
        QVERIFY(must(m_a->store->nextPush(m_a->sign)).parcels.empty());
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
        m_a->write(first, {{kName, Value::fromText("next")}});
        QCOMPARE(must(m_a->store->counts()).waiting, std::uint64_t{1});
        bring(*m_a);
        QCOMPARE(must(m_a->store->syncState()).receipt->held, std::uint64_t{3});
        QCOMPARE(m_a->text(first, kName), std::string("next"));
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
    }
};

QTEST_GUILESS_MAIN(TrimmingTest)
#include "tst_trimming.moc"
