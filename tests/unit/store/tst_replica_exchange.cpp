// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/tuning.hpp"
#include "tests/unit/store/store_world.hpp"

#include <chrono>
#include <cstdio>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// What the store gives to the wire and what it believes of what comes back.
class ReplicaExchangeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a;
    std::unique_ptr<Tablet> m_b;

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
        QVERIFY(all.parcels.size() > 2); // none larger than a weak link carries whole
        std::uint64_t next = 1;
        for (const auto& parcel : all.parcels) {
            QCOMPARE(parcel.first, next);
            next = parcel.last() + 1;
            std::size_t size = 0;
            for (const auto& body : parcel.bodies)
                size += body.size();
            QVERIFY(size <= core::tuning::kParcelBytes);
            QVERIFY(&parcel == &all.parcels.back() ||
                    size > core::tuning::kParcelBytes / 2); // and none small for no reason
        }
        QCOMPARE(next, std::uint64_t{522});
        QVERIFY(must(m_a->store->nextPush(m_a->sign)).parcels.back().last() <= 500); // a push has its own limits
        QCOMPARE(must(m_a->store->nextPush(m_a->sign, 1000, 1)).parcels.size(), std::size_t{1});
        m_province->pushAll(*m_a);
        QVERIFY(must(m_a->store->waiting()).size() >= 21);
        for (int i = 0; i < 2; ++i)
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
            for (const auto& [key, value] :
                 RegisterValues{{kName, Value::fromText("林秀英")},
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

QTEST_GUILESS_MAIN(ReplicaExchangeTest)
#include "tst_replica_exchange.moc"
