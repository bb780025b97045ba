// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

#include <chrono>
#include <cstdio>

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

    [[nodiscard]] static bool conflicted(const Tablet& tablet, RecordId id) { return must(tablet.store->view(id)).conflict; }
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
        m_b->write(first, {{kPhone, Value::fromText("2")}}); // dot 3
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
        QVERIFY(fresh.contains({m_b->replica, 4})); // the frame's vector, true for what the frame brought
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

    void pushesTheSameBytesAgain()
    {
        const auto id = m_a->addHousehold("x");
        const auto first = must(m_a->store->nextPush(m_a->sign));
        m_a->reopen();
        m_a->write(id, {{kPhone, Value::fromText("2")}}); // goes into a new parcel
        const auto second = must(m_a->store->nextPush(m_a->sign));
        QCOMPARE(second.parcels.size(), std::size_t{2});
        QVERIFY(second.parcels[0].bodies == first.parcels[0].bodies);
        QVERIFY(second.parcels[0].signature == first.parcels[0].signature);
        QVERIFY(second.parcels[0].seed == first.parcels[0].seed);
        QVERIFY(second.parcels[1].before == first.parcels[0].head);
        const auto reply = m_province->push(first, *m_a); // and the reply is lost
        (void)reply;
        const auto again = m_province->push(second, *m_a);
        must(m_a->store->storeReceipt(again, m_province->key.publicKey()));
        must(m_a->store->storeReceipt(reply, m_province->key.publicKey())); // late: changes nothing
        QCOMPARE(must(m_a->store->syncState()).acknowledged, 2U);
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        compareStates();
    }

    void cutsParcelsAtTheLimit()
    {
        const auto id = m_a->addHousehold("x");
        for (int i = 0; i < 520; ++i)
            m_a->write(id, {{kRemark, Value::fromInt(i)}});
        const auto all = must(m_a->store->nextPush(m_a->sign, 1000));
        QCOMPARE(all.parcels.size(), std::size_t{2});
        QCOMPARE(all.parcels[0].bodies.size(), std::size_t{500});
        QCOMPARE(must(m_a->store->nextPush(m_a->sign)).parcels.size(), std::size_t{1});
        m_province->pushAll(*m_a);
        QCOMPARE(must(m_a->store->waiting()).size(), std::size_t{21});
        m_province->pushAll(*m_a);
        QVERIFY(must(m_a->store->waiting()).empty());
    }

    void believesOnlyASignedReceipt()
    {
        m_a->addHousehold("x");
        const auto request = must(m_a->store->nextPush(m_a->sign));
        auto reply = m_province->push(request, *m_a);
        const auto good = reply;
        const auto server = m_province->key.publicKey();
        reply.receipt.signature.bytes[3] ^= 1U;
        QCOMPARE(m_a->store->storeReceipt(reply, server).error().code, Errc::protocol);
        QCOMPARE(m_a->store->storeReceipt(good, m_a->sign.publicKey()).error().code, Errc::protocol);
        reply.receipt = seal::signReceipt(m_province->key, m_province->epoch, m_b->replica, 1, good.receipt.head);
        QCOMPARE(m_a->store->storeReceipt(reply, server).error().code, Errc::protocol);
        reply.receipt = seal::signReceipt(m_province->key, m_province->epoch, m_a->replica, 2, good.receipt.head);
        QCOMPARE(m_a->store->storeReceipt(reply, server).error().code, Errc::fork);
        reply.receipt = seal::signReceipt(m_province->key, m_province->epoch, m_a->replica, 1, Hash{});
        QCOMPARE(m_a->store->storeReceipt(reply, server).error().code, Errc::fork);
        reply.receipt = seal::signReceipt(m_province->key, EpochId{{1}}, m_a->replica, 1, good.receipt.head);
        QCOMPARE(m_a->store->storeReceipt(reply, server).error().code, Errc::epochChanged);
        QCOMPARE(must(m_a->store->syncState()).acknowledged, 0U);
        QCOMPARE(must(m_a->store->recordPlace(must(m_a->store->ofType(kHousehold))[0].record)).place, Place::tablet);
        must(m_a->store->storeReceipt(good, server));
        QCOMPARE(must(m_a->store->syncState()).acknowledged, 1U);
    }

    void comparesBeforeItUsesAFrame() // R26, R13
    {
        const auto id = sharedHousehold();
        m_b->write(id, {{kPhone, Value::fromText("2")}});
        m_province->pushAll(*m_b);
        const auto good = m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1000);
        const auto refused = [&](const core::PullReply& reply, Errc expected) {
            const auto applied = m_a->store->applyPull(reply);
            return !applied && applied.error().code == expected && m_a->text(id, kPhone) == "1";
        };
        auto bad = good;
        bad.epoch.bytes[0] ^= 1U;
        QVERIFY(refused(bad, Errc::epochChanged));
        bad = good;
        bad.held = 7;
        QVERIFY(refused(bad, Errc::fork));
        bad = good;
        bad.heldHash.bytes[0] ^= 1U;
        QVERIFY(refused(bad, Errc::fork));
        bad = good;
        bad.frames[0].from += 1;
        QVERIFY(refused(bad, Errc::protocol));
        bad = good;
        bad.frames.push_back(bad.frames[0]); // the second does not continue: the whole reply is void
        QVERIFY(refused(bad, Errc::protocol));
        bad = good;
        bad.granted.clear();
        QVERIFY(refused(bad, Errc::protocol));
        bad = good;
        bad.frames[0].rows[0].root.bytes[0] ^= 1U;
        QVERIFY(refused(bad, Errc::protocol));
        must(m_a->store->applyPull(good));
        QCOMPARE(m_a->text(id, kPhone), "2");
        QVERIFY(!m_a->store->applyPull(good)); // a doubled reply
        QCOMPARE(m_a->text(id, kPhone), "2");
    }

    void followsItsGrants()
    {
        const auto other = village("350128001202");
        m_province->granted = {village(), other};
        const auto here = m_b->addHousehold("here");
        const auto there = m_b->addHousehold("there", {}, {}, other);
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        QCOMPARE(must(m_a->store->view(there)).partition.text(), other.text());
        QCOMPARE(must(m_a->store->partitions()).size(), std::size_t{2});
        m_province->granted = {village()};
        m_province->pullAll(*m_a);
        QCOMPARE(must(m_a->store->nextPull(1)).cursors.size(), std::size_t{1});
        QVERIFY(must(m_a->store->contains(here)));
        // A counselling case is opened offline, in a partition that no grant names yet.
        const auto id = m_a->newId();
        const auto mine = PartitionId::forCase(id);
        Edit edit;
        edit.records = {{id, id, kCase, mine, {{kLocation, Value::fromText(mine.text())}}, {}}};
        must(m_a->store->save(edit));
        m_province->pushAll(*m_a);
        m_province->pullAll(*m_a);
        QVERIFY(must(m_a->store->contains(id)));
        m_province->granted.push_back(mine);
        m_province->pullAll(*m_a);
        QCOMPARE(must(m_a->store->view(id)).lastOwn, 0U);
        m_province->granted.pop_back();
        QVERIFY(must(m_a->store->stateHash(mine)) == m_province->stateHash(mine));
    }

    void convergesUnderChance()
    {
        std::mt19937 dice(4711);
        const auto roll = [&](unsigned sides) { return dice() % sides; };
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        std::vector<RecordId> ids{sharedHousehold()};
        std::vector<Dot> held;
        for (int step = 0; step < 400; ++step) {
            auto& tablet = roll(2) == 0 ? *m_a : *m_b;
            switch (roll(8)) {
            case 0: ids.push_back(tablet.addHousehold("n")); break;
            case 1:
            case 2:
            case 3: {
                const auto id = ids[roll(static_cast<unsigned>(ids.size()))];
                if (!must(tablet.store->contains(id)))
                    break;
                const auto key = roll(2) == 0 ? kPhone : need(static_cast<int>(roll(3)));
                const auto value = key == kPhone ? Value::fromInt(step) : Value::fromBool(roll(2) == 0);
                const bool odd = roll(4) == 0;
                const auto number = tablet.write(id, {{key, value}}, odd ? "odd" : "");
                const auto view = must(tablet.store->view(id)); // read your writes
                const auto* reg = view.find(key);
                QVERIFY(std::any_of(reg->heads.begin(), reg->heads.end(), [&](const core::Head& head) { return head.dot.number == number; }));
                if (odd)
                    held.push_back({tablet.replica, number});
                break;
            }
            case 4: m_province->pushAll(tablet); break;
            case 5: must(tablet.store->applyPull(m_province->pull(must(tablet.store->nextPull(1)), tablet, 1))); break;
            case 6: m_province->pullAll(tablet); break;
            case 7: tablet.reopen(); break;
            }
            if (!held.empty() && roll(10) == 0) {
                for (auto* one : {m_a.get(), m_b.get()})
                    m_province->pushAll(*one);
                roll(2) == 0 ? m_province->release(held.back()) : m_province->withdraw(held.back());
                held.pop_back();
            }
        }
        for (const auto& dot : held) {
            for (auto* one : {m_a.get(), m_b.get()})
                m_province->pushAll(*one);
            m_province->release(dot);
        }
        for (int round = 0; round < 2; ++round)
            for (auto* one : {m_a.get(), m_b.get()})
                m_province->sync(*one);
        compareStates();
        for (const auto& id : ids) {
            const auto one = must(m_a->store->view(id));
            const auto two = must(m_b->store->view(id));
            QVERIFY(one.values() == two.values());
            QCOMPARE(one.conflict, two.conflict);
            QCOMPARE(one.lastOwn, 0U);
        }
        QVERIFY(must(m_a->store->conflicts()).size() == must(m_b->store->conflicts()).size());
        must(m_a->store->verify());
    }

    void appliesTenThousandRecords()
    {
        SeededRandom random(3);
        core::PullReply reply;
        reply.epoch = m_province->epoch;
        reply.granted = m_province->granted;
        core::Frame frame;
        frame.partition = village();
        frame.atHead = true;
        const auto writer = makeReplicaId(random);
        for (std::uint64_t i = 1; i <= 10'000; ++i) {
            core::RecordState record;
            record.record = makeRecordId(1'790'000'000'000 + static_cast<Millis>(i), random);
            record.root = record.record;
            record.type = kHousehold;
            record.partition = village();
            for (const auto& [key, value] : RegisterValues{{kName, Value::fromText("林秀英")},
                                                           {kPhone, Value::fromText("199" + std::to_string(10'000'000 + i))},
                                                           {kPlace, Value::fromText("桥头村")},
                                                           {kRemark, Value::fromText(std::string(150, 'r'))}})
                record.at(key).heads = {{Dot{writer, i}, m_b->user, static_cast<core::Hlc>(i), value}};
            frame.rows.push_back(std::move(record));
        }
        frame.to = 10'000;
        frame.vector.addRange(writer, 1, 10'000);
        reply.frames.push_back(std::move(frame));
        const auto start = std::chrono::steady_clock::now();
        const auto changed = must(m_a->store->applyPull(reply));
        const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        QCOMPARE(changed.size(), std::size_t{10'000});
        QCOMPARE(must(m_a->store->countOfType(kHousehold)), 10'000U);
        std::printf("10,000 searchable records in one frame, durable and searchable: %.0f ms\n", took);
    }
};

QTEST_GUILESS_MAIN(ReplicaSyncTest)
#include "tst_replica_sync.moc"
