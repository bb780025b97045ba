// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// Two tablets and a province that runs the real merge core.
class ReplicaSyncTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a;
    std::unique_ptr<Tablet> m_b;

    [[nodiscard]] static bool conflicted(const Tablet& tablet, RecordId id)
    {
        return must(tablet.store->view(id)).conflict;
    }
    void compareStates()
    {
        for (const auto& partition : m_province->granted) {
            const auto there = m_province->stateHash(partition);
            QVERIFY(must(m_a->store->stateHash(partition)) == there);
            QVERIFY(must(m_b->store->stateHash(partition)) == there);
        }
    }
    // Both know of the household, nothing waits.
    RecordId sharedHousehold()
    {
        const auto id = m_a->addHousehold("林秀英", "1", "桥头村");
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        return id;
    }

    struct Chance {
        std::mt19937 dice;
        std::vector<RecordId> ids;
        std::vector<Dot> held; // in quarantine, or on the way there
        std::size_t roll(std::size_t sides) { return dice() % sides; }
    };
    void act(Chance& chance, int step)
    {
        auto& tablet = chance.roll(2) == 0 ? *m_a : *m_b;
        switch (chance.roll(8)) {
        case 0: chance.ids.push_back(tablet.addHousehold("n")); break;
        case 1: m_province->pushAll(tablet); break;
        case 2: must(tablet.store->applyPull(m_province->pull(must(tablet.store->nextPull(1)), tablet, 1))); break;
        case 3: m_province->pullAll(tablet); break;
        case 4: tablet.reopen(); break;
        default: edit(chance, tablet, step);
        }
        if (chance.held.empty() || chance.roll(10) != 0)
            return;
        for (auto* one : {m_a.get(), m_b.get()})
            m_province->pushAll(*one);
        if (chance.roll(2) == 0)
            m_province->release(chance.held.back());
        else
            m_province->withdraw(chance.held.back());
        chance.held.pop_back();
    }
    void edit(Chance& chance, Tablet& tablet, int step)
    {
        const auto id = chance.ids[chance.roll(chance.ids.size())];
        if (!must(tablet.store->contains(id)))
            return;
        const auto key = chance.roll(2) == 0 ? kPhone : need(static_cast<int>(chance.roll(3)));
        const auto value = key == kPhone ? Value::fromInt(step) : Value::fromBool(chance.roll(2) == 0);
        const bool odd = chance.roll(4) == 0;
        const auto number = tablet.write(id, {{key, value}}, odd ? "odd" : "");
        const auto view = must(tablet.store->view(id)); // read your writes
        const auto& heads = view.find(key)->heads;
        QVERIFY(std::any_of(heads.begin(), heads.end(), [&](const core::Head& head) {
            return head.dot == Dot{tablet.replica, number};
        }));
        if (odd)
            chance.held.push_back({tablet.replica, number});
    }

private slots:
    void init()
    {
        ++m_count;
        m_province = std::make_unique<Province>();
        m_a = std::make_unique<Tablet>(m_folder.filePath(QString("a%1.db").arg(m_count)).toStdString(), 1);
        m_b = std::make_unique<Tablet>(m_folder.filePath(QString("b%1.db").arg(m_count)).toStdString(), 2);
        m_province->enrol(*m_a);
        m_province->enrol(*m_b);
    }

    void carriesARecordAcross()
    {
        const auto id = sharedHousehold();
        QCOMPARE(m_b->text(id, kPhone), "1");
        const auto mine = must(m_a->store->view(id));
        QVERIFY(!mine.pending);
        QCOMPARE(mine.lastOwn, 0U);
        QCOMPARE(must(m_a->store->recordPlace(id)).place, Place::received);
        QVERIFY(must(m_a->store->waiting()).empty());
        compareStates();
        const auto state = must(m_a->store->syncState());
        QCOMPARE(state.saved, 1U);
        QCOMPARE(state.acknowledged, 1U);
        QVERIFY(seal::verifyReceipt(m_province->key.publicKey(), *state.receipt));
        QVERIFY(must(m_a->store->openForEdit(id)).past.of(kPhone).contains({m_a->replica, 1}));
        // Nothing is left to send: only a digest of the cursors goes out with the next question.
        QVERIFY(must(m_a->store->nextPush(m_a->sign)).parcels.empty());
        QVERIFY(must(m_a->store->nextPull(1)).unchanged.has_value());
    }

    void showsAndSettlesAConflict()
    {
        const auto id = sharedHousehold();
        m_a->write(id, {{kPhone, Value::fromText("2")}}, "she told me");
        m_b->write(id, {{kPhone, Value::fromText("3")}, {kRemark, Value::fromText("r")}});
        m_province->sync(*m_a);
        QVERIFY(!conflicted(*m_a, id));
        m_province->pullAll(*m_b); // before its own change is pushed: shown at once
        QVERIFY(conflicted(*m_b, id));
        m_province->pushAll(*m_b);
        m_province->pullAll(*m_b);
        m_province->pullAll(*m_a);
        for (const auto* tablet : {m_a.get(), m_b.get()}) {
            const auto view = must(tablet->store->view(id));
            QVERIFY(view.conflict);
            const auto* phone = view.find(kPhone);
            QCOMPARE(phone->heads.size(), std::size_t{2});
            QVERIFY(phone->note && phone->note->before);
            QCOMPARE(phone->note->before->value, Value::fromText("1"));
            QCOMPARE(phone->note->whys.size(), std::size_t{1});
            QCOMPARE(phone->value, phone->heads.back().value); // the greatest dot, the same everywhere
            QCOMPARE(tablet->text(id, kRemark), "r");          // the other field merged by itself
            const auto conflicts = must(tablet->store->conflicts());
            QCOMPARE(conflicts.size(), std::size_t{1});
            QVERIFY(conflicts[0].registers == std::vector<RegisterKey>{kPhone});
            QCOMPARE(must(tablet->store->counts()).conflicts, 1U);
        }
        compareStates();
        m_a->write(id, {{kPhone, Value::fromText("2")}});
        QVERIFY(!conflicted(*m_a, id));
        QVERIFY(!must(m_a->store->view(id)).find(kPhone)->note);
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        QVERIFY(must(m_b->store->conflicts()).empty());
        QCOMPARE(m_b->text(id, kPhone), "2");
        compareStates();
    }

    void letsAddsWinInSets()
    {
        const auto id = sharedHousehold();
        m_a->write(id, {{need(11), Value::fromBool(true)}});
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        m_b->write(id, {{need(11), Value::fromBool(false)}});
        m_a->write(id, {{need(11), Value::fromBool(true)}});
        for (auto* tablet : {m_a.get(), m_b.get(), m_a.get()})
            m_province->sync(*tablet);
        for (const auto* tablet : {m_a.get(), m_b.get()}) {
            const auto view = must(tablet->store->view(id));
            QVERIFY(view.find(need(11))->value.isTrue());
            QCOMPARE(view.find(need(11))->heads.size(), std::size_t{2});
            QVERIFY(!view.conflict); // R34
        }
        compareStates();
    }

    void keepsOwnWorkOnTopOfEveryFrame()
    {
        const auto id = sharedHousehold();
        for (int i = 0; i < 20; ++i)
            m_b->write(id, {{kRemark, Value::fromText("r" + std::to_string(i))}});
        m_province->sync(*m_b);
        m_a->write(id, {{kPhone, Value::fromText("mine")}});
        m_province->pullAll(*m_a, 1);
        QCOMPARE(m_a->text(id, kPhone), "mine");
        QCOMPARE(m_a->text(id, kRemark), "r19");
        QCOMPARE(must(m_a->store->recordPlace(id)).place, Place::tablet);
        m_province->pushAll(*m_a); // received, not yet reflected
        QCOMPARE(m_a->text(id, kPhone), "mine");
        QVERIFY(!must(m_a->store->view(id)).pending);
        m_province->pullAll(*m_a);
        QCOMPARE(m_a->text(id, kPhone), "mine");
        QVERIFY(!conflicted(*m_a, id));
    }

    void remembersAllPastsOfWhatIsShown() // R33
    {
        const auto id = sharedHousehold();
        m_b->write(id, {{kPhone, Value::fromText("2")}});
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        // The server holds this one back: its past reaches it only through the next.
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        m_a->write(id, {{kPhone, Value::fromText("3")}}, "odd");
        m_province->pushAll(*m_a);
        m_province->pullAll(*m_a);
        const auto opened = must(m_a->store->openForEdit(id));
        const auto past = opened.past.of(kPhone);
        QVERIFY(past.contains({m_a->replica, 2})); // the own change
        QVERIFY(past.contains({m_b->replica, 1})); // what that change had seen
        m_a->writeWith(opened, {{kPhone, Value::fromText("4")}});
        m_province->sync(*m_a);
        m_province->pullAll(*m_b);
        QCOMPARE(m_b->text(id, kPhone), "4");
        QVERIFY(!conflicted(*m_b, id));
        m_province->withdraw({m_a->replica, 2});
        m_province->pullAll(*m_a);
        m_province->pullAll(*m_b);
        QCOMPARE(m_a->text(id, kPhone), "4"); // "2" does not come back
        QVERIFY(!conflicted(*m_a, id));
        compareStates();
    }

    void showsAHeldBackChangeUntilItIsWithdrawn()
    {
        const auto id = sharedHousehold();
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        m_a->write(id, {{kPhone, Value::fromText("9")}}, "odd");
        m_province->sync(*m_a);
        QCOMPARE(m_a->text(id, kPhone), "9");
        auto place = must(m_a->store->recordPlace(id));
        QCOMPARE(place.place, Place::heldBack);
        QCOMPARE(place.reason, core::QuarantineReason::notAllowed);
        QCOMPARE(place.number, 2U);
        QCOMPARE(must(m_a->store->counts()).heldBack, 1U);
        QCOMPARE(must(m_a->store->waiting()).size(), std::size_t{1});
        QCOMPARE(must(m_a->store->syncState()).acknowledged, 2U);
        m_province->pullAll(*m_b);
        QCOMPARE(m_b->text(id, kPhone), "1");
        m_a->reopen();
        QCOMPARE(m_a->text(id, kPhone), "9");
        m_province->withdraw({m_a->replica, 2});
        m_province->pullAll(*m_a);
        QCOMPARE(m_a->text(id, kPhone), "1"); // what lay below reappears (R41)
        QVERIFY(!must(m_a->store->openForEdit(id)).past.of(kPhone).contains({m_a->replica, 2}));
        QCOMPARE(must(m_a->store->counts()).heldBack, 0U);
        compareStates();
    }

    void reflectsAReleasedChange()
    {
        const auto id = sharedHousehold();
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        m_a->write(id, {{kPhone, Value::fromText("9")}}, "odd");
        m_province->sync(*m_a);
        m_province->release({m_a->replica, 2});
        m_province->pullAll(*m_a);
        m_province->pullAll(*m_b);
        QCOMPARE(m_b->text(id, kPhone), "9");
        QCOMPARE(must(m_a->store->view(id)).lastOwn, 0U);
        QCOMPARE(must(m_a->store->recordPlace(id)).place, Place::received);
        compareStates();
    }

    void keepsFrameContextsWhileAPullIsUnderWay() // R7
    {
        const auto first = m_b->addHousehold("a", "1");
        const auto second = m_b->addHousehold("b", "1");
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        m_b->write(first, {{kPhone, Value::fromText("2")}});  // dot 3
        m_b->write(second, {{kPhone, Value::fromText("2")}}); // dot 4
        m_province->pushAll(*m_b);
        // One row per frame: the first arrives, the link breaks.
        const auto reply = m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1);
        QVERIFY(reply.more);
        must(m_a->store->applyPull(reply));
        m_a->reopen();
        QCOMPARE(m_a->text(first, kPhone), "2");
        QCOMPARE(m_a->text(second, kPhone), "1");
        const auto fresh = must(m_a->store->openForEdit(first)).past.of(kPhone);
        const auto stale = must(m_a->store->openForEdit(second)).past.of(kPhone);
        QVERIFY(fresh.contains({m_b->replica, 3}));
        QVERIFY(fresh.contains({m_b->replica, 4}));  // the frame's vector, true for what the frame brought
        QVERIFY(!stale.contains({m_b->replica, 3})); // V has not moved
        QVERIFY(!stale.contains({m_b->replica, 4}));
        const auto cursor = must(m_a->store->nextPull(1)).cursors.at(0);
        QVERIFY(cursor.consistent < cursor.sequence);
        // An edit of the stale one is an honest conflict, not a silent overwrite.
        m_a->write(second, {{kPhone, Value::fromText("3")}});
        m_province->pullAll(*m_a, 1);
        QVERIFY(conflicted(*m_a, second));
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        QVERIFY(conflicted(*m_b, second));
        const auto after = must(m_a->store->nextPull(1)).cursors.at(0);
        QCOMPARE(after.consistent, after.sequence);
        compareStates();
    }

    void convergesUnderChance()
    {
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        Chance chance{std::mt19937(4711), {sharedHousehold()}, {}};
        for (int step = 0; step < 400; ++step)
            act(chance, step);
        for (auto* one : {m_a.get(), m_b.get()})
            m_province->pushAll(*one);
        for (const auto& dot : chance.held)
            m_province->release(dot);
        for (int round = 0; round < 2; ++round)
            for (auto* one : {m_a.get(), m_b.get()})
                m_province->sync(*one);
        compareStates();
        for (const auto& id : chance.ids) {
            const auto one = must(m_a->store->view(id));
            const auto two = must(m_b->store->view(id));
            QVERIFY(one.values() == two.values());
            QCOMPARE(one.conflict, two.conflict);
            QCOMPARE(one.lastOwn, 0U);
        }
        QVERIFY(must(m_a->store->conflicts()).size() == must(m_b->store->conflicts()).size());
        must(m_a->store->verify());
    }

    // By the receiving tablet's clock, whatever the writer's says; own words that come back are no news, nor is a row that comes again.
    void remembersWhenWordsOfOthersCameIn()
    {
        const auto id = sharedHousehold();
        QCOMPARE(must(m_a->store->view(id)).since, m_a->clock.time);
        QCOMPARE(must(m_a->store->view(id)).arrived, Millis{0});
        m_b->clock.time += 5'000;
        m_b->write(id, {{kPhone, Value::fromText("2")}});
        m_a->clock.time += 86'400'000;
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        const auto cameIn = m_a->clock.time;
        QCOMPARE(must(m_a->store->view(id)).arrived, cameIn);
        m_a->clock.time += 1'000;
        m_a->write(id, {{kRemark, Value::fromText("x")}}); // the whole record moves up the feed and comes again
        m_province->sync(*m_a);
        m_province->pullAll(*m_a, 1);
        m_a->reopen();
        QCOMPARE(must(m_a->store->view(id)).arrived, cameIn);
        QVERIFY(must(m_a->store->view(id)).since < cameIn);
    }

    // A new tablet gets years of records at once: they came in when they were written, as far as this tablet can tell.
    void aFirstFillIsNotTodaysNews()
    {
        const auto id = sharedHousehold();
        const auto written = m_a->clock.time;
        Tablet late(m_folder.filePath(QString("late%1.db").arg(m_count)).toStdString(), 7);
        m_province->enrol(late);
        late.clock.time += 30LL * 86'400'000;
        m_province->sync(late);
        QCOMPARE(must(late.store->view(id)).arrived, written);
        QCOMPARE(must(late.store->view(id)).since, written);
        m_a->write(id, {{kPhone, Value::fromText("3")}});
        m_province->sync(*m_a);
        m_province->sync(late);
        QCOMPARE(must(late.store->view(id)).arrived, late.clock.time);
        QCOMPARE(must(late.store->view(id)).since, written);
    }
};

QTEST_GUILESS_MAIN(ReplicaSyncTest)
#include "tst_replica_sync.moc"
