// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// What stands on the page of today: merging, closing, at most three, ids.
class TestDuty : public QObject {
    Q_OBJECT

private slots:
    void golden_data()
    {
        QTest::addColumn<int>("wish");
        QTest::addColumn<QString>("lastContact");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("expected");
        // Chongyang 2026 is on 10-18, window -7..+3; the visit answers the month as well.
        QTest::newRow("chongyang opens") << 1 << "2026-09-16"
                                         << "2026-10-14"
                                         << "festival 2026-10-21 visit +monthly";
        QTest::newRow("day before the window") << 1 << "2026-09-20"
                                               << "2026-10-10"
                                               << "";
        QTest::newRow("answered by a visit") << 1 << "2026-10-12"
                                             << "2026-10-14"
                                             << "";
        QTest::newRow("calls only") << 3 << "2026-09-16"
                                    << "2026-10-14"
                                    << "festival 2026-10-21 call +monthly";
        QTest::newRow("wants quiet") << 5 << "2026-09-16"
                                     << "2026-10-14"
                                     << "";
        QTest::newRow("through kin") << 6 << "2026-09-16"
                                     << "2026-10-14"
                                     << "festival 2026-10-21 kin +monthly";
        QTest::newRow("not reached this month") << 1 << "2026-10-05"
                                                << "2026-11-10"
                                                << "monthly 2026-11-30 call";
        QTest::newRow("spring festival 2027, where others err") << 1 << "2027-01-14"
                                                                << "2027-01-16"
                                                                << "festival 2027-02-21 visit";
        QTest::newRow("last day of its window") << 1 << "2027-01-14"
                                                << "2027-02-21"
                                                << "festival 2027-02-21 visit +monthly";
    }
    void golden()
    {
        QFETCH(int, wish);
        QFETCH(QString, lastContact);
        QFETCH(QString, today);
        Known known = oneFamily(wish);
        known.contacts.push_back(contact(lastContact.toUtf8().constData()));
        QTEST(written(dutyAt(known, today.toUtf8().constData())), "expected");
    }

    void quietIsAskedAgainOnItsDate()
    {
        Known known = oneFamily(5);
        known.households[0].wishUntil = day("2026-10-14");
        known.contacts.push_back(contact("2026-08-01"));
        QVERIFY(dutyAt(known, "2026-10-13").now.empty());
        QCOMPARE(written(dutyAt(known, "2026-10-14")), QStringLiteral("festival 2026-10-21 call +monthly"));
    }

    void idsAreTheSameOnEveryTablet()
    {
        const RecordId id = taskId(RuleKind::festival, idOf(1), "10/2026-10-18");
        QCOMPARE(id, taskId(RuleKind::festival, idOf(1), "10/2026-10-18"));
        QCOMPARE(id.bytes[6] >> 4, 8);
        QCOMPARE(id.bytes[8] >> 6, 2);
        QVERIFY(id != taskId(RuleKind::festival, idOf(2), "10/2026-10-18"));
        QVERIFY(id != taskId(RuleKind::festival, idOf(1), "10/2027-10-08"));
        QVERIFY(id != taskId(RuleKind::monthly, idOf(1), "10/2026-10-18"));
        // The same task on two days of one window is the same task, so that a note on it holds.
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        QCOMPARE(dutyAt(known, "2026-10-14").now[0].id, dutyAt(known, "2026-10-19").now[0].id);
        QCOMPARE(dutyAt(known, "2026-10-14").now[0].id, id);
    }

    void aNoteClosesItsTaskOnly()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        known.notes.push_back({dutyAt(known, "2026-10-14").now[0].id, true});
        QCOMPARE(written(dutyAt(known, "2026-10-14")), QStringLiteral("monthly 2026-10-31 call"));
        known.notes.push_back({dutyAt(known, "2026-10-14").now[0].id, true});
        QVERIFY(dutyAt(known, "2026-10-14").now.empty());
        QVERIFY(!dutyAt(known, "2027-01-30").now.empty());
        // A note that only gives the task to somebody closes nothing.
        known.notes = {{known.notes[0].task, false}};
        QCOMPARE(dutyAt(known, "2026-10-14").now.size(), std::size_t(1));
    }

    void havingGoneThereCountsForFestivalsOnly()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        const auto festival = dutyAt(known, "2026-10-14").now[0].id;
        auto missed = attempt("2026-10-13");
        missed.closes = {festival};
        known.contacts.push_back(missed);
        QCOMPARE(written(dutyAt(known, "2026-10-14")), QStringLiteral("monthly 2026-10-31 call"));
        known.contacts.back().closes.push_back(dutyAt(known, "2026-10-14").now[0].id);
        QCOMPARE(written(dutyAt(known, "2026-10-14")), QStringLiteral("monthly 2026-10-31 call"));
    }

    void atMostThreeForAFamily()
    {
        Known known = oneFamily();
        auto met = contact("2026-10-10");
        met.mood = 3;
        met.next = day("2026-10-15");
        known.contacts.push_back(met);
        known.drafts.push_back({idOf(1), idOf(9), 0});
        known.happenings.push_back(
            {idOf(1), idOf(8), HappeningKind::incident, at("2026-10-12 08:00"), {}, {}, {}, true});
        QCOMPARE(written(dutyAt(known, "2026-10-14")),
                 QStringLiteral("reach 2026-10-12 12:00 call\nmeet 2026-10-13 08:00 visit\nmood 2026-10-24 visit"));
    }

    void pausedFamiliesKeepTheirDrafts()
    {
        Known known = oneFamily();
        known.households[0].served = false;
        known.drafts.push_back({idOf(1), idOf(9), 0});
        QCOMPARE(written(dutyAt(known, "2026-10-14")), QStringLiteral("draft 2026-10-14 none"));
    }

    void whatComesIsNotAskedToday()
    {
        Known known = oneFamily();
        auto met = contact("2026-10-12");
        met.next = day("2026-10-29");
        known.contacts.push_back(met);
        const auto found = dutyAt(known, "2026-10-14");
        QVERIFY(found.now.empty());
        QCOMPARE(found.ahead.size(), std::size_t(1));
        QCOMPARE(dayText(found.ahead[0].on), std::string("2026-10-29"));
    }

    void aLaterContactSupersedesWhatWasAgreed()
    {
        Known known = oneFamily();
        auto met = contact("2026-10-05");
        met.next = day("2026-10-12");
        known.contacts.push_back(met);
        QCOMPARE(written(dutyAt(known, "2026-10-12")),
                 QStringLiteral("next 2026-10-26 visit\nfestival 2026-10-21 visit"));
        known.contacts.push_back(contact("2026-10-12 15:00", false));
        QVERIFY(dutyAt(known, "2026-10-13").now.empty());
    }

    void midnightIsChinas()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        // 2026-10-10 24:00 in Shanghai is 16:00 UTC: the window of Chongyang opens with the 11th.
        const Millis midnight = startOfDayInChina(day("2026-10-11"));
        QCOMPARE(midnight % (24LL * 3600 * 1000), 16LL * 3600 * 1000);
        QVERIFY(ofKind(dutyOf(shippedRules(), festivalList(), known, midnight - 1).now, RuleKind::festival).empty());
        QCOMPARE(ofKind(dutyOf(shippedRules(), festivalList(), known, midnight).now, RuleKind::festival).size(),
                 std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDuty)
#include "tst_duty.moc"
