// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <algorithm>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::QuarantineReason;

// Moves at the province: who may, to where, and what becomes of both feeds.
class TestMovedFamilies : public QObject {
    Q_OBJECT

    std::unique_ptr<TestProvince> m_province;
    std::unique_ptr<Tablet> m_worker;   // of the old village
    std::unique_ptr<Tablet> m_receiver; // of the new one
    RecordId m_home;
    RecordId m_visit;

    static PartitionId at(const char* text) { return must(PartitionId::parse(text)); }
    [[nodiscard]] core::RecordChange place(const std::string& where) const
    {
        core::RecordChange change;
        change.record = change.root = m_home;
        change.type = m_province->type("household").number;
        change.partition = at(kVillage);
        core::Write write;
        write.key.number = kLocationRegister;
        write.value = where.empty() ? Value::null() : Value::fromText(where);
        change.writes = {write};
        return change;
    }
    [[nodiscard]] core::RecordChange visit(RecordId record, const std::string& words) const
    {
        core::RecordChange change;
        change.record = record;
        change.root = m_home;
        change.type = m_province->type("visit").number;
        change.partition = at(kVillage);
        change.writes = {m_province->write("visit", "quick_note", Value::fromText(words))};
        return change;
    }
    [[nodiscard]] std::optional<QuarantineReason> say(Tablet& tablet, core::RecordChange change)
    {
        const auto reply =
            must(m_province->push(tablet, tablet.push({tablet.parcel({tablet.body({std::move(change)})})})));
        tablet.acknowledged = reply.receipt.held;
        tablet.acknowledgedHash = reply.receipt.head;
        for (const auto& one : reply.outcomes)
            if (one.outcome == core::Outcome::quarantined)
                return one.reason;
        return std::nullopt;
    }
    [[nodiscard]] core::Frame frameOf(Tablet& tablet, const char* partition, const core::PartitionCursor& cursor = {})
    {
        const auto reply = must(m_province->pull(
            tablet, tablet.pull(cursor.sequence == 0 ? std::vector<core::PartitionCursor>{} : std::vector{cursor})));
        const auto found = std::ranges::find(reply.frames, at(partition), &core::Frame::partition);
        return found == reply.frames.end() ? core::Frame{} : *found;
    }
    [[nodiscard]] PartitionId placeOf(RecordId record) { return m_province->recordOf(record)->partition; }

private slots:
    void init()
    {
        m_province = std::make_unique<TestProvince>();
        m_worker = std::make_unique<Tablet>(m_province->enrol("A", "VW", kVillage));
        m_receiver = std::make_unique<Tablet>(m_province->enrol("B", "VW", kOtherVillage));
        auto home = m_province->household(kVillage);
        m_home = home.record;
        QVERIFY(!say(*m_worker, std::move(home)));
        m_visit = makeRecordId(m_province->clock.now(), m_province->random);
        QVERIFY(!say(*m_worker, visit(m_visit, "first")));
    }

    void goneThereAndArrivedHere()
    {
        const auto before = frameOf(*m_worker, kVillage);
        core::PartitionCursor cursor{at(kVillage), before.to, before.to, before.chain};
        QVERIFY(!say(*m_worker, place(kOtherVillage)));
        QCOMPARE(placeOf(m_home), at(kOtherVillage));
        QCOMPARE(placeOf(m_visit), at(kOtherVillage));
        const auto left = frameOf(*m_worker, kVillage, cursor);
        QVERIFY(left.rows.empty() && left.atHead);
        QCOMPARE(left.gone.size(), std::size_t{1}); // one for the family, whatever hangs on it
        QVERIFY(left.gone[0].record == m_home && left.gone[0].registers.size() == 1);
        QCOMPARE(left.gone[0].registers[0].heads.back().value.asText().value_or(""), std::string(kOtherVillage));
        QVERIFY(left.gone[0].registers[0].exceptions.contains({m_worker->replica, m_worker->made}));
        const auto came = frameOf(*m_receiver, kOtherVillage);
        QCOMPARE(came.rows.size(), std::size_t{2});
        QVERIFY(came.gone.empty());
        QVERIFY(came.vector.contains({m_worker->replica, m_worker->made})); // the list of the old home came along (R4)
        m_province->restart();
        QCOMPARE(frameOf(*m_worker, kVillage, cursor).gone.size(), std::size_t{1});
        QCOMPARE(frameOf(*m_worker, kVillage).gone.size(), std::size_t{1}); // also from the beginning
    }

    void wordsOfWhoWasAway()
    {
        QVERIFY(!say(*m_worker, place(kOtherVillage)));
        const auto late = makeRecordId(m_province->clock.now(), m_province->random);
        QVERIFY(!say(*m_worker, visit(late, "late")));
        QVERIFY(!say(*m_worker, visit(m_visit, "corrected")));
        QCOMPARE(placeOf(late), at(kOtherVillage));
        QCOMPARE(frameOf(*m_receiver, kOtherVillage).rows.size(), std::size_t{3});
        // Who never had the old village has no such right.
        auto stranger = m_province->enrol("C", "VW", "v:350128002202");
        auto lie = visit(m_visit, "not mine");
        QCOMPARE(say(stranger, lie).value_or(QuarantineReason::none), QuarantineReason::notAllowed);
        lie.partition = at("v:350128002202");
        QCOMPARE(say(stranger, lie).value_or(QuarantineReason::none), QuarantineReason::notAllowed);
    }

    void whereItMayNotGo_data()
    {
        QTest::addColumn<std::string>("to");
        QTest::newRow("a township") << std::string(kTownship);
        QTest::newRow("a county") << std::string("c:350128");
        QTest::newRow("the directory") << std::string("p:35");
        QTest::newRow("a board") << std::string("b:350128");
        QTest::newRow("a case") << std::string("k:MTExMTExMTExMTExMTExMQ");
        QTest::newRow("nowhere") << std::string("somewhere");
        QTest::newRow("nothing") << std::string();
    }
    void whereItMayNotGo()
    {
        QFETCH(std::string, to);
        QVERIFY(say(*m_worker, place(to)).has_value());
        QCOMPARE(placeOf(m_home), at(kVillage));
        QCOMPARE(placeOf(m_visit), at(kVillage));
    }

    void onlyWhoMayWriteTheFamily()
    {
        auto counsellor = m_province->enrol("D", "CO", kTownship);
        QCOMPARE(say(counsellor, place(kOtherVillage)).value_or(QuarantineReason::none), QuarantineReason::notAllowed);
        QCOMPARE(say(*m_receiver, place(kOtherVillage)).value_or(QuarantineReason::none), QuarantineReason::notAllowed);
        QCOMPARE(placeOf(m_home), at(kVillage));
    }

    // Found by the simulation: of what was made in a village, only the move away from it counts, and nothing else is there that its feed would tell of.
    void madeHereAndOnlyTheMoveCounts()
    {
        constexpr auto kEmptyVillage = "v:350128003201";
        auto counsellor = m_province->enrol("D", "CO", kEmptyVillage);
        auto made = m_province->household(kEmptyVillage);
        m_home = made.record;
        QVERIFY(say(counsellor, std::move(made)).has_value());
        auto moved = place(kOtherVillage);
        moved.partition = at(kEmptyVillage);
        QVERIFY(say(counsellor, std::move(moved)).has_value());
        QVERIFY(frameOf(counsellor, kEmptyVillage).gone.empty());
        must(m_province->admin({{"do", "release"}, {"changeset", counsellor.replica.text() + ".2"}}));
        must(m_province->admin({{"do", "withdraw"}, {"changeset", counsellor.replica.text() + ".1"}}));
        QCOMPARE(placeOf(m_home), at(kOtherVillage));
        const auto frame = frameOf(counsellor, kEmptyVillage);
        QCOMPARE(frame.gone.size(), std::size_t{1}); // else its row would stay on its author's tablet for good
        QVERIFY(frame.gone[0].record == m_home);
    }

    // Where an author says to have seen it counts only where they may have.
    void ofAPlaceThatTheAuthorNeverHadNoFeedSpeaks()
    {
        constexpr auto kStrange = "v:350128003202";
        auto stranger = m_province->enrol("E", "VW", kStrange);
        auto late = visit(makeRecordId(m_province->clock.now(), m_province->random), "late");
        late.partition = at(kStrange);
        const auto id = late.record;
        QVERIFY(!say(*m_worker, std::move(late)));
        QCOMPARE(placeOf(id), at(kVillage));
        QVERIFY(frameOf(stranger, kStrange).gone.empty());
    }

    // Held back and released is a move like any other.
    void releasedLater()
    {
        auto counsellor = m_province->enrol("D", "CO", kTownship);
        QVERIFY(say(counsellor, place(kOtherVillage)).has_value());
        must(m_province->admin({{"do", "release"}, {"changeset", counsellor.replica.text() + ".1"}}));
        // Two places stand beside each other now: that of the greatest dot counts, and all of the family is there.
        const bool wins = counsellor.replica > m_worker->replica;
        QCOMPARE(placeOf(m_home), at(wins ? kOtherVillage : kVillage));
        QCOMPARE(placeOf(m_visit), placeOf(m_home));
    }
};

QTEST_GUILESS_MAIN(TestMovedFamilies)
#include "tst_moved_families.moc"
