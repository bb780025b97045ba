// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/bulk_fill.hpp"
#include "sync/store/schema.hpp"
#include "tests/unit/store/segment_world.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// The first sync by segments leaves exactly what a pull from zero leaves (I11), and what cannot be used leaves nothing.
class ReplicaSegmentsTest : public QObject, protected SegmentWorld {
    Q_OBJECT

    static std::int64_t schemaVersion(Tablet& tablet)
    {
        tablet.close();
        const auto version = [&] {
            const auto database = must(store::Database::open(tablet.file, tablet.key));
            return must(database->queryInt("PRAGMA schema_version"));
        }();
        tablet.open();
        return version;
    }

private slots:
    void init() { begin(); }

    void initTestCase() { faulty::install(); }

    void theResultIsThatOfAPullFromZero()
    {
        write(60);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(50);
        QVERIFY(offer.manifest.segments.size() > 2);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        QCOMPARE(must(tablet.store->counts()).records, std::uint64_t{0});
        int answers = 0;
        fetch(tablet, offer, 700, [&] { ++answers; });
        QVERIFY(answers > 3);
        QCOMPARE(must(tablet.store->segmentProgress()).missing, std::uint64_t{0});
        QVERIFY(must(tablet.store->segmentProgress()).ready > 0);
        std::vector<RecordId> told;
        tablet.store->setChangeListener([&](const auto& records) { told = records; });
        const auto changed = must(tablet.store->loadSegments());
        QVERIFY(told == changed && changed.size() >= 120);
        compare(tablet);
        // The staging is empty, the cursors are those of the frames, and nothing more comes.
        QCOMPARE(must(tablet.store->segmentProgress()).ready, std::uint64_t{0});
        QVERIFY(!must(tablet.store->nextSegments(1000)));
        const auto here = must(tablet.store->nextPull(1)).cursors;
        QVERIFY(here == must(m_frames->store->nextPull(1)).cursors);
        const auto quiet = m_province->pull(must(tablet.store->nextPull(1)), tablet, 1000);
        for (const auto& frame : quiet.frames)
            QVERIFY(frame.rows.empty());
        m_province->pullAll(tablet);
        compare(tablet);
    }

    // Dropped for the time of the filling, the same afterwards; also when the filling is taken back. Of a store that holds more than what comes nothing
    // is dropped, nor where the keys of all would take too much memory.
    void theIndexesComeBack()
    {
        const auto key = store::RawKey::random(m_segments->random);
        const auto database = must(store::Database::open(fresh("i"), key));
        must(database->migrate(store::replicaSchema()));
        const auto schema = [&] {
            std::vector<std::string> all;
            auto rows = must(database->statement("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql"));
            while (must(rows.step()))
                all.emplace_back(rows.textAt(0));
            return all;
        };
        const auto whole = schema();
        for (const bool keep : {false, true}) {
            auto transaction = must(store::Transaction::begin(*database));
            auto fill = must(store::BulkFill::begin(*database, 0));
            QVERIFY(fill.isOn() && fill.known().empty());
            QVERIFY(schema().size() + 3 <= whole.size());
            if (!keep)
                continue; // rolled back
            must(fill.finish());
            must(transaction.commit());
        }
        QVERIFY(schema() == whole);
        const auto id = [](char last) { return "x'" + std::string(31, '0') + last + "'"; };
        for (const char last : {'2', '1'})
            must(database->exec("INSERT INTO record(partition, root, record, type, registers, sort, flags) VALUES(1, " +
                                id('1') + ", " + id(last) + ", 1, x'', '', 0)"));
        for (const std::uint64_t coming : {0U, 1U, 10'000'000U}) {
            auto transaction = must(store::Transaction::begin(*database));
            QVERIFY(!must(store::BulkFill::begin(*database, coming)).isOn());
            QVERIFY(schema() == whole);
        }
        must(database->exec("INSERT INTO piece(root, until, body) VALUES(" + id('1') + ", 9, x'')"));
        auto transaction = must(store::Transaction::begin(*database));
        auto fill = must(store::BulkFill::begin(*database, 2));
        QVERIFY(fill.isOn());
        const auto known = fill.known();
        QVERIFY(known.size() == 2 && known[0] < known[1]);
        QCOMPARE(must(database->queryInt("SELECT count(*) FROM piece")), std::int64_t{0});
        must(fill.finish());
        must(transaction.commit());
        QVERIFY(schema() == whole);
    }

    // So many that a second thread makes them. What is found wrong when most of them are in already leaves nothing behind.
    void manyRowsAreMadeBesideTheStoring()
    {
        write(1100);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(1000);
        auto wrong = offer;
        ++wrong.manifest.segments.back().rows;
        must(tablet.store->applyPull(m_province->replyWith(wrong, tablet)));
        fetch(tablet, wrong, 1 << 20);
        const auto refused = tablet.store->loadSegments();
        QVERIFY(!refused && refused.error().code == Errc::invalidInput);
        QCOMPARE(must(tablet.store->counts()).records, std::uint64_t{0});
        must(tablet.store->dropSegments("wrong"));
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        QVERIFY(must(tablet.store->loadSegments()).size() >= 2200);
        compare(tablet);
    }

    // As it is mostly: small things come by frames before, the directory first of all, and somebody saved while the segments were coming.
    void aStoreThatHoldsLittleIsFilledInTheSameWay()
    {
        write(1100);
        auto& tablet = *m_segments;
        auto offer = m_province->offer(1000);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        const auto known = tablet.addHousehold("吴一", "1", "桥头村", villageOf(0));
        m_province->pushAll(tablet);
        tablet.write(known, {{kPhone, Value::fromText("2")}});
        const auto unknown = tablet.addHousehold("吴二", "3", "桥头村", villageOf(1));
        m_province->sync(*m_frames);
        offer = m_province->offer(1000);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        const auto before = schemaVersion(tablet);
        const auto changed = must(tablet.store->loadSegments());
        QVERIFY(changed.size() >= 2200 && std::ranges::find(changed, known) != changed.end());
        QVERIFY(schemaVersion(tablet) > before); // without indexes meanwhile
        QCOMPARE(tablet.text(known, kPhone), "2");
        QCOMPARE(tablet.text(unknown, kPhone), "3");
        QCOMPARE(must(tablet.store->waiting()).size(), std::size_t{2});
        QVERIFY(must(tablet.store->search("吴")).size() == 2);
        m_province->sync(tablet);
        m_province->sync(*m_frames);
        compare(tablet);
    }

    // A family that moved while its segments were made stands in two of them: the first is in when the second comes, and that one counts.
    void aFamilyInTwoSegmentsIsOneFamily()
    {
        write(1100);
        auto& tablet = *m_segments;
        const auto moved = m_homes[0];
        std::vector<wire::SegmentRow> before;
        for (const auto& [hash, bytes] : m_province->offer(1000).segments)
            must(wire::readSegment(bytes, kVillages, [&](wire::SegmentRow& row) -> Result<void> {
                if (row.record.root == moved)
                    before.push_back(row);
                return {};
            }));
        QCOMPARE(before.size(), std::size_t{2});
        m_writer->write(moved, {{kLocation, Value::fromText(villageOf(1).text())}});
        m_province->sync(*m_writer);
        m_province->sync(*m_frames);
        auto offer = m_province->offer(1000);
        const auto bytes = wire::encodeSegment(before);
        const core::SegmentRef first{seal::segmentHash(bytes), static_cast<std::uint32_t>(bytes.size()), 2};
        offer.manifest.segments.insert(offer.manifest.segments.begin(), first);
        offer.segments.emplace(first.hash, bytes);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        QVERIFY(must(tablet.store->loadSegments()).size() >= 2200);
        QVERIFY(must(tablet.store->view(moved)).partition == villageOf(1));
        compare(tablet);
    }

    void theTailContinuesTheCursor()
    {
        write(30);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(1000);
        m_writer->write(m_homes[5], {{kPhone, Value::fromText("77777")}});
        m_writer->addHousehold("黄大山", "8", "桥头村", villageOf(2));
        m_province->sync(*m_writer);
        m_province->sync(*m_frames);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        must(tablet.store->loadSegments());
        const auto tail = m_province->pull(must(tablet.store->nextPull(1)), tablet, 1 << 20);
        std::size_t rows = 0;
        for (const auto& frame : tail.frames)
            rows += frame.rows.size();
        QCOMPARE(rows, std::size_t{2});
        must(tablet.store->applyPull(tail));
        compare(tablet);
    }

    void ownWordsStayOnTop()
    {
        write(12);
        auto& tablet = *m_segments;
        // Written before the first sync: one family that the server has by then, one that it has not.
        const auto known = tablet.addHousehold("吴一", "1", "桥头村", villageOf(0));
        m_province->pushAll(tablet);
        tablet.write(known, {{kPhone, Value::fromText("2")}});
        const auto unknown = tablet.addHousehold("吴二", "3", "桥头村", villageOf(1));
        const auto offer = m_province->offer(10);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 500);
        must(tablet.store->loadSegments());
        QCOMPARE(tablet.text(known, kPhone), "2");
        QCOMPARE(tablet.text(unknown, kPhone), "3");
        QCOMPARE(must(tablet.store->search("吴")).size(), std::size_t{2});
        QCOMPARE(must(tablet.store->waiting()).size(), std::size_t{2});
        m_province->sync(tablet);
        m_province->sync(*m_frames);
        QCOMPARE(m_frames->text(known, kPhone), "2");
        compare(tablet);
    }

    void goesOnWhereItWasAfterARestart()
    {
        write(40);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(20);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        std::uint64_t before = must(tablet.store->segmentProgress()).missing;
        fetch(tablet, offer, 400, [&] {
            tablet.reopen();
            const auto now = must(tablet.store->segmentProgress()).missing;
            QVERIFY(now < before); // nothing is asked for twice
            before = now;
        });
        tablet.reopen();
        must(tablet.store->loadSegments());
        compare(tablet);
    }

    void aNewerOfferTakesThePlaceAndKeepsTheBytes()
    {
        write(30);
        auto& tablet = *m_segments;
        const auto first = m_province->offer(15);
        must(tablet.store->applyPull(m_province->replyWith(first, tablet)));
        fetch(tablet, first, 1 << 20);
        m_writer->write(m_homes.back(), {{kPhone, Value::fromText("5")}});
        m_province->sync(*m_writer);
        m_province->sync(*m_frames);
        const auto second = m_province->offer(15);
        must(tablet.store->applyPull(m_province->replyWith(second, tablet)));
        std::size_t shared = 0;
        std::uint64_t fresh = 0;
        for (const auto& segment : second.manifest.segments)
            first.segments.contains(segment.hash) ? void(++shared) : void(fresh += segment.size);
        QVERIFY(shared > 0 && fresh > 0);
        QCOMPARE(must(tablet.store->segmentProgress()).missing, fresh);
        fetch(tablet, second, 300);
        must(tablet.store->loadSegments());
        compare(tablet);
    }

    void partsThatComeTwiceOrLateDoNothing()
    {
        write(10);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(8);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        const auto asked = must(tablet.store->nextSegments(300));
        const auto parts = Province::partsOf(offer, *asked);
        must(tablet.store->storeParts(parts));
        const auto missing = must(tablet.store->segmentProgress()).missing;
        must(tablet.store->storeParts(parts));
        QCOMPARE(must(tablet.store->segmentProgress()).missing, missing);
        fetch(tablet, offer, 300);
        must(tablet.store->loadSegments());
        must(tablet.store->storeParts(parts)); // nobody waits for them any more
        QCOMPARE(must(tablet.store->segmentProgress()).ready, std::uint64_t{0});
        compare(tablet);
    }

    void wrongBytesAreRefusedAndFramesDoTheSame()
    {
        write(20);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(15);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        auto parts = Province::partsOf(offer, *must(tablet.store->nextSegments(1 << 20)));
        parts.back().bytes[7] ^= 1;
        const auto stored = tablet.store->storeParts(parts);
        QVERIFY(!stored && stored.error().code == Errc::invalidInput);
        parts.back().bytes += "more";
        QVERIFY(!tablet.store->storeParts(parts));
        must(tablet.store->dropSegments("a hash that does not fit"));
        QVERIFY(!must(tablet.store->nextSegments(1 << 20)));
        QCOMPARE(must(tablet.store->audit(1)).at(0).kind, "segments dropped");
        m_province->pullAll(tablet);
        compare(tablet);
    }

    // The hash fits and yet it is no segment, or of another number of rows: nothing of it stays.
    void whatDoesNotReadLeavesNothing()
    {
        write(20);
        auto& tablet = *m_segments;
        auto offer = m_province->offer(15);
        const std::string nonsense = "no segment at all";
        offer.manifest.segments.push_back({seal::segmentHash(nonsense), 17, 3});
        offer.segments.emplace(seal::segmentHash(nonsense), nonsense);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        const auto loaded = tablet.store->loadSegments();
        QVERIFY(!loaded && loaded.error().code == Errc::invalidInput);
        QCOMPARE(must(tablet.store->counts()).records, std::uint64_t{0});
        QVERIFY(must(tablet.store->search("林")).empty());
        for (const auto& cursor : must(tablet.store->nextPull(1)).cursors)
            QCOMPARE(cursor.sequence, std::uint64_t{0});
        must(tablet.store->dropSegments("does not read"));
        offer = m_province->offer(15);
        offer.manifest.segments[0].rows += 1;
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        QVERIFY(!tablet.store->loadSegments());
        must(tablet.store->dropSegments("another number of rows"));
        m_province->pullAll(tablet);
        compare(tablet);
    }

    void aVillageThatWentOrMovedOnIsPassedOver()
    {
        write(20);
        auto& tablet = *m_segments;
        const auto offer = m_province->offer(15);
        must(tablet.store->applyPull(m_province->replyWith(offer, tablet)));
        fetch(tablet, offer, 1 << 20);
        m_province->granted = {villageOf(0), villageOf(1)};
        auto reply = m_province->pull(must(tablet.store->nextPull(1)), tablet, 1 << 20);
        reply.frames.erase(reply.frames.begin() + 1); // the first village comes by a frame, the third is lost
        must(tablet.store->applyPull(reply));
        must(tablet.store->loadSegments()); // what was staged together with the lost village went with it
        m_province->pullAll(tablet);
        QVERIFY(must(tablet.store->stateHash(villageOf(0))) == m_province->stateHash(villageOf(0)));
        QVERIFY(must(tablet.store->stateHash(villageOf(1))) == m_province->stateHash(villageOf(1)));
        QVERIFY(must(tablet.store->stateHash(villageOf(2))) == seal::blake2b({}));
    }

    void anOfferOfAnotherEpochOrSuiteIsNoOffer()
    {
        write(5);
        auto offer = m_province->offer(15);
        ++offer.manifest.suite;
        QVERIFY(!m_segments->store->applyPull(m_province->replyWith(offer, *m_segments)));
        offer.manifest.suite = core::kSegmentSuite;
        offer.manifest.epoch.bytes[0] ^= 1U;
        QVERIFY(!m_segments->store->applyPull(m_province->replyWith(offer, *m_segments)));
        QVERIFY(!must(m_segments->store->nextSegments(1000)));
    }
};

QTEST_GUILESS_MAIN(ReplicaSegmentsTest)
#include "tst_replica_segments.moc"
