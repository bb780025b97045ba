// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/envelope.hpp"
#include "sync/seal/escrow.hpp"
#include "sync/seal/hash.hpp"
#include "sync/wire/message_codec.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <set>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::QuarantineReason;

class TestPull : public QObject {
    Q_OBJECT

private:
    // Pulls until quiet, as a tablet does; answers the cursors and counts the rounds.
    static std::vector<core::PartitionCursor> pullAll(TestProvince& province, Tablet& tablet, std::uint32_t budget,
                                                      int& rounds, std::set<RecordId>* seen = nullptr)
    {
        std::map<PartitionId, core::PartitionCursor> cursors;
        for (rounds = 1;; ++rounds) {
            std::vector<core::PartitionCursor> list;
            for (const auto& [partition, cursor] : cursors)
                list.push_back(cursor);
            const auto reply = province.pull(tablet, tablet.pull(list, budget));
            if (!reply)
                qFatal("pull: %s", reply.error().detail.c_str());
            for (const auto& frame : reply->frames) {
                auto& cursor = cursors[frame.partition];
                if (frame.from != cursor.sequence)
                    qFatal("a frame that does not continue the cursor");
                cursor.partition = frame.partition;
                cursor.sequence = frame.to;
                cursor.chain = frame.chain;
                if (frame.atHead)
                    cursor.consistent = frame.to;
                if (seen)
                    for (const auto& row : frame.rows)
                        seen->insert(row.record);
            }
            if (!reply->more)
                break;
        }
        std::vector<core::PartitionCursor> list;
        for (const auto& [partition, cursor] : cursors)
            list.push_back(cursor);
        return list;
    }

    static void pushHouseholds(TestProvince& province, Tablet& tablet, int count, const char* village = kVillage)
    {
        std::vector<std::string> bodies;
        for (int i = 0; i < count; ++i)
            bodies.push_back(tablet.body({province.household(village)}));
        QVERIFY(province.push(tablet, tablet.push({tablet.parcel(bodies)})).has_value());
    }

    static core::Write envelopeWrite(TestProvince& province, const RecordType& type, RecordId record, Tablet& author,
                                     const std::vector<seal::Recipient>& readers)
    {
        const seal::EnvelopeHeader header{record, type.number, type.envelope->number, author.user};
        const auto bytes = seal::sealEnvelope("{}", header, readers, author.personSign, province.random);
        if (!bytes)
            qFatal("seal: %s", bytes.error().detail.c_str());
        core::Write write;
        write.key.number = type.envelope->number;
        write.value =
            Value::fromText(toBase64Url({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}));
        return write;
    }

    static core::RecordChange counselCase(TestProvince& province, const Tablet& supervisor)
    {
        auto change = province.counselCase();
        change.writes.push_back(
            province.write("counsel_case", "clinical_supervisor", Value::fromText(supervisor.user.text())));
        return change;
    }

private slots:
    void aSmallBudgetTakesManyRoundsAndMissesNothing()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 100);
        auto reader = province.enrol("Wang", "VW", kVillage);
        int rounds = 0;
        std::set<RecordId> seen;
        const auto cursors = pullAll(province, reader, 2048, rounds, &seen);
        QVERIFY(rounds > 5);
        std::set<RecordId> all;
        int one = 0;
        QCOMPARE(pullAll(province, reader, 1 << 22, one, &all), cursors);
        QCOMPARE(one, 1);
        QCOMPARE(seen, all);
        QCOMPARE(cursors.size(), std::size_t{2});
    }

    void nothingNewIsASmallAnswerAndTheDigestIsEnough()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 3);
        int rounds = 0;
        const auto cursors = pullAll(province, tablet, 1 << 20, rounds);
        auto quiet = tablet.pull(cursors);
        quiet.unchanged = wire::cursorDigest(cursors);
        const auto reply = province.pull(tablet, quiet);
        QVERIFY2(reply.has_value(), reply ? "" : reply.error().detail.c_str());
        QVERIFY(reply->frames.empty() && !reply->more);
        QVERIFY(province.call(tablet.pullHttp(quiet)).body.size() < 400);
        // News since then come although only the digest travelled.
        pushHouseholds(province, tablet, 1);
        QCOMPARE(province.pull(tablet, quiet)->frames.size(), std::size_t{1});
        // A server that does not remember asks for the list.
        province.restart();
        const auto unknown = province.call(tablet.pullHttp(quiet));
        QCOMPARE(refusalOf(unknown).code, std::string(wire::kCodeCursorsUnknown));
    }

    // Found by the simulation: each newly granted partition cost a round trip.
    void aPartitionWithNothingInItIsPartOfTheDigest()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto first = province.pull(tablet, tablet.pull());
        QVERIFY(first.has_value());
        std::vector<core::PartitionCursor> cursors;
        for (const auto& partition : first->granted) {
            cursors.push_back({partition, 0, 0, {}});
            for (const auto& frame : first->frames)
                if (frame.partition == partition)
                    cursors.back() = {partition, frame.to, frame.to, frame.chain};
        }
        QCOMPARE(cursors.size(), std::size_t{2});
        auto quiet = tablet.pull(cursors);
        quiet.unchanged = wire::cursorDigest(cursors);
        const auto reply = province.pull(tablet, quiet);
        QVERIFY2(reply.has_value(), reply ? "" : reply.error().detail.c_str());
    }

    void onlyGrantedPartitionsAreGiven()
    {
        TestProvince province;
        auto author = province.enrol("Wang", "TO", kTownship);
        auto stranger = province.enrol("Chen", "VW", kOtherVillage);
        pushHouseholds(province, author, 2);
        core::PartitionCursor wish;
        wish.partition = *PartitionId::parse(kVillage);
        const auto reply = province.pull(stranger, stranger.pull({wish}));
        QVERIFY(reply.has_value());
        QVERIFY(std::find(reply->granted.begin(), reply->granted.end(), wish.partition) == reply->granted.end());
        for (const auto& frame : reply->frames)
            QVERIFY(frame.partition == PartitionId::directory());
        // The township's grant covers its villages, also those that came later.
        const auto own = province.pull(author, author.pull());
        QVERIFY(std::find(own->granted.begin(), own->granted.end(), wish.partition) != own->granted.end());
        // What is taken back is not given any more, and the generation says so.
        QVERIFY(
            province.admin({{"do", "revoke"}, {"user", author.user.text()}, {"areas", boost::json::array{kTownship}}})
                .has_value());
        const auto after = province.pull(author, author.pull());
        QCOMPARE(after->granted, (std::vector<PartitionId>{PartitionId::directory()}));
        QCOMPARE(after->scopeGeneration, own->scopeGeneration + 1);
        // An honest edit from before the revocation is still accepted.
        const auto late =
            province.push(author, author.push({author.parcel({author.body({province.household(kVillage)})})}));
        QVERIFY(late->outcomes.empty());
    }

    void aCursorOfAnotherFeedStartsOver_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("other chain") << 0;
        QTest::newRow("beyond the head") << 1;
        QTest::newRow("consistent above sequence") << 2;
    }
    void aCursorOfAnotherFeedStartsOver()
    {
        QFETCH(int, what);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 3);
        int rounds = 0;
        auto cursors = pullAll(province, tablet, 1 << 20, rounds);
        auto& cursor = cursors.back();
        if (what == 0)
            cursor.chain.bytes[0] ^= 1;
        else if (what == 1)
            cursor.sequence += 5;
        else
            cursor.consistent = cursor.sequence + 1;
        const auto http = province.call(tablet.pullHttp(tablet.pull(cursors)));
        if (what == 2 && http.status == 400)
            return; // the codec may refuse it at once
        const auto reply = wire::decodePullReply(unpacked(http), tablet.pull(cursors));
        QVERIFY2(reply.has_value(), reply ? "" : reply.error().detail.c_str());
        QCOMPARE(reply->frames.size(), std::size_t{1});
        QCOMPARE(reply->frames.front().from, std::uint64_t{0});
        QCOMPARE(reply->frames.front().rows.size(), std::size_t{3});
    }

    void anotherEpochIsRefused()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto request = tablet.pull();
        request.epoch.bytes[0] ^= 1;
        QCOMPARE(refusalOf(province.call(tablet.pullHttp(request))).code, std::string("epoch-changed"));
    }

    void aCaseBelongsToItsParties()
    {
        TestProvince province;
        auto counsellor = province.enrol("Zhang", "CO", kTownship);
        auto supervisor = province.enrol("Zhao", "CS", "c:350128");
        auto worker = province.enrol("Lin", "VW", kVillage);
        auto otherCounsellor = province.enrol("Li", "CO", kTownship);
        auto successor = province.enrol("Sun", "CO", kTownship);
        province.confirmAll();
        auto opened = counselCase(province, supervisor);
        const auto& escrow = province.province().identity().escrow;
        QCOMPARE(escrow.user, seal::escrowUser(province.authority().rootFingerprint()));
        const std::vector<seal::Recipient> readers{{counsellor.user, counsellor.personBox.publicKey()},
                                                   {supervisor.user, supervisor.personBox.publicKey()},
                                                   {escrow.user, escrow.boxKey}};
        opened.writes.push_back(
            envelopeWrite(province, province.type("counsel_case"), opened.record, counsellor, readers));
        const auto reply = province.push(counsellor, counsellor.push({counsellor.parcel({counsellor.body({opened})})}));
        QVERIFY2(reply->outcomes.empty(),
                 reply->outcomes.empty() ? ""
                                         : std::to_string(static_cast<int>(reply->outcomes.front().reason)).c_str());
        const auto holds = [&](Tablet& tablet) {
            const auto said = province.pull(tablet, tablet.pull());
            return std::find(said->granted.begin(), said->granted.end(), opened.partition) != said->granted.end();
        };
        QVERIFY(holds(counsellor));
        QVERIFY(holds(supervisor));
        QVERIFY(!holds(worker));
        QVERIFY(!holds(otherCounsellor));
        // A counsellor who is named later joins.
        QVERIFY(!holds(successor));
        auto handover = opened;
        handover.writes = {province.write("counsel_case", "counsellor", Value::fromText(successor.user.text()))};
        QVERIFY(province.push(counsellor, counsellor.push({counsellor.parcel({counsellor.body({handover})})}))
                    ->outcomes.empty());
        QVERIFY(holds(successor));
        // A session of somebody who is no party of the case is held back.
        core::RecordChange session;
        session.record = makeRecordId(province.clock.now(), province.random);
        session.root = opened.record;
        session.type = province.type("counsel_session").number;
        session.partition = opened.partition;
        session.writes = {
            envelopeWrite(province, province.type("counsel_session"), session.record, otherCounsellor, readers)};
        const auto foreign = province.push(
            otherCounsellor, otherCounsellor.push({otherCounsellor.parcel({otherCounsellor.body({session})})}));
        QCOMPARE(foreign->outcomes.size(), std::size_t{1});
        QCOMPARE(foreign->outcomes.front().reason, QuarantineReason::notAllowed);
    }

    void envelopesNeedTheirReaders_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("reason");
        QTest::newRow("complete") << "" << 0;
        QTest::newRow("no escrow") << "escrow" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("no supervisor") << "supervisor" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("not the counsellor") << "counsellor" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("an uncertified reader") << "stranger" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("signed by an uncertified key") << "signer" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("of another record") << "record" << static_cast<int>(QuarantineReason::malformed);
        QTest::newRow("no envelope: plain text") << "plain" << static_cast<int>(QuarantineReason::malformed);
    }
    void envelopesNeedTheirReaders()
    {
        QFETCH(QString, what);
        QFETCH(int, reason);
        TestProvince province;
        auto counsellor = province.enrol("Zhang", "CO", kTownship);
        auto supervisor = province.enrol("Zhao", "CS", "c:350128");
        province.confirmAll();
        const Tablet stranger(province.random, "x");
        if (what == "signer")
            counsellor.personSign = seal::SignKey::generate(province.random);
        auto opened = counselCase(province, supervisor);
        const auto& escrow = province.province().identity().escrow;
        std::vector<seal::Recipient> readers;
        if (what != "counsellor")
            readers.push_back({counsellor.user, counsellor.personBox.publicKey()});
        if (what != "supervisor")
            readers.push_back({supervisor.user, supervisor.personBox.publicKey()});
        if (what != "escrow")
            readers.push_back({escrow.user, escrow.boxKey});
        if (what == "stranger")
            readers.push_back({userOf(makeRecordId(1, province.random)), stranger.personBox.publicKey()});
        const auto record = what == "record" ? makeRecordId(1, province.random) : opened.record;
        opened.writes.push_back(envelopeWrite(province, province.type("counsel_case"), record, counsellor, readers));
        if (what == "plain")
            opened.writes.back().value = Value::fromText("AAAA");
        const auto reply = province.push(counsellor, counsellor.push({counsellor.parcel({counsellor.body({opened})})}));
        QVERIFY(reply.has_value());
        QCOMPARE(reply->outcomes.empty() ? 0 : static_cast<int>(reply->outcomes.front().reason), reason);
    }

    void stateHashesAreThoseOfTheRowsGiven()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 5);
        const auto reply = province.pull(tablet, tablet.pull());
        std::map<RecordId, core::RecordState> rows;
        for (const auto& row : reply->frames.back().rows)
            rows[row.record] = row;
        std::string input;
        for (const auto& [id, row] : rows)
            core::appendStateHashInput(input, row);
        const auto said = province.admin({{"do", "hashes"}});
        for (const auto& entry : said->at("partitions").as_array())
            if (entry.as_object().at("partition").as_string() == kVillage)
                QCOMPARE(std::string(entry.as_object().at("hash").as_string()), seal::blake2b(input).text());
        QCOMPARE(rows.size(), std::size_t{5});
    }
};

QTEST_GUILESS_MAIN(TestPull)
#include "tst_pull.moc"
