// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// How often by level (domain 3.5), and what a conversation or a silence leads to.
class TestDutyFrequency : public QObject {
    Q_OBJECT

    // A family of this level whom nothing else concerns, with nobody reached since long.
    static Known ofLevel(int level, const char* born = "1962-05-01")
    {
        Known known = oneFamily();
        Person person;
        person.id = idOf(2);
        person.born = day(born);
        person.hasPhone = true;
        known.households[0].people.push_back(person);
        known.households[0].recorded = {level, day("2026-05-01"), {}, true, true};
        return known;
    }
    // How many visits at home a year brings to somebody who does each thing on the first day that it is shown.
    static int visitsInAYear(Known known)
    {
        int count = 0;
        for (Day today = day("2027-01-01"); today <= day("2027-12-31"); today = addDays(today, 1)) {
            known.households[0].recorded.written = today;
            const auto now = dutyAt(known, dayText(today).c_str()).now;
            if (now.empty())
                continue;
            const bool asksForAVisit =
                std::ranges::any_of(now, [](const Task& t) { return t.contact == Contact::visit; });
            known.contacts.push_back(contact(dayText(today).c_str(), asksForAVisit));
            count += asksForAVisit ? 1 : 0;
        }
        return count;
    }

private slots:
    void perYear_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("least"); // of the table: meetings a year
        QTest::addColumn<int>("most");  // and what festivals may add
        QTest::newRow("level 1: two meetings a month") << 1 << 24 << 28;
        QTest::newRow("level 2: a meeting a month") << 2 << 12 << 15;
        QTest::newRow("level 3: a meeting a quarter") << 3 << 4 << 7;
        QTest::newRow("level 4: a meeting in half a year, and festivals") << 4 << 2 << 5;
    }
    void perYear()
    {
        QFETCH(int, level);
        QFETCH(int, least);
        QFETCH(int, most);
        const int count = visitsInAYear(ofLevel(level));
        QVERIFY2(count >= least && count <= most, std::to_string(count).c_str());
    }

    void parts_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("due");
        QTest::newRow("level 1: a week, Monday") << 1 << "2026-07-06"
                                                 << "2026-07-12";
        QTest::newRow("level 1: a week, Sunday") << 1 << "2026-07-12"
                                                 << "2026-07-12";
        QTest::newRow("level 2: half a month, first day") << 2 << "2026-08-01"
                                                          << "2026-08-16";
        QTest::newRow("level 2: half a month, last day") << 2 << "2026-08-16"
                                                         << "2026-08-16";
        QTest::newRow("level 2: second half") << 2 << "2026-08-17"
                                              << "2026-08-31";
        QTest::newRow("level 3: a month") << 3 << "2026-08-01"
                                          << "2026-08-31";
        QTest::newRow("level 4: a month, February") << 4 << "2028-02-26"
                                                    << "2028-02-29";
    }
    void parts()
    {
        QFETCH(int, level);
        QFETCH(QString, today);
        QFETCH(QString, due);
        Known known = ofLevel(level);
        known.households[0].recorded.written = *parseDay(today.toStdString());
        known.households[0].wish = 3; // telephone only: no meetings beside it
        const auto tasks = ofKind(dutyAt(known, today.toUtf8().constData()).now, RuleKind::monthly);
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(dayText(tasks[0].due)), due);
    }

    void whoIsYoungIsCalledOnceAQuarter()
    {
        Known young = ofLevel(4, "1972-05-01");
        young.households[0].recorded = {};
        QVERIFY(ofKind(dutyAt(young, "2026-07-10").now, RuleKind::monthly).empty());
        QCOMPARE(ofKind(dutyAt(young, "2026-09-05").now, RuleKind::monthly).size(), std::size_t(1));
        QCOMPARE(ofKind(dutyAt(ofLevel(4), "2026-07-10").now, RuleKind::monthly).size(), std::size_t(1));
    }

    void meetingsAreSpokenOfNearTheEndOfTheirTime()
    {
        Known known = ofLevel(3);
        known.households[0].recorded.written = day("2026-07-01");
        known.contacts.push_back(contact("2026-07-01", false));
        QVERIFY(ofKind(dutyAt(known, "2026-08-20").now, RuleKind::atHome).empty());
        QCOMPARE(ofKind(dutyAt(known, "2026-09-02").now, RuleKind::atHome).size(), std::size_t(1));
    }

    // A visit at home is a meeting and a word as well: one line, not three.
    void theStrongestStandsForTheOthers()
    {
        Known known = ofLevel(3);
        known.households[0].recorded.written = day("2026-11-01");
        const auto now = dutyAt(known, "2026-12-10").now;
        QCOMPARE(written(now), QStringLiteral("home 2026-12-31 visit +monthly"));
    }

    void aWishForTheTelephoneIsKept()
    {
        Known known = ofLevel(3);
        known.households[0].recorded.written = day("2026-11-01");
        known.households[0].wish = 3;
        QCOMPARE(written(dutyAt(known, "2026-12-10").now), QStringLiteral("monthly 2026-12-31 call"));
    }

    void theCounsellorSeesWhomToLookAt()
    {
        Known known = ofLevel(1);
        known.households[0].recorded.written = day("2026-07-01");
        QVERIFY(ofKind(dutyAt(known, "2026-07-10").now, RuleKind::counsellor).empty());
        known.reader.role = Role::CO;
        QCOMPARE(ofKind(dutyAt(known, "2026-07-10").now, RuleKind::counsellor).size(), std::size_t(1));
        known.looks.push_back({idOf(1), day("2026-07-09")});
        QVERIFY(ofKind(dutyAt(known, "2026-07-10").now, RuleKind::counsellor).empty());
        QCOMPARE(ofKind(dutyAt(known, "2026-08-01").now, RuleKind::counsellor).size(), std::size_t(1));
        Known calm = ofLevel(4);
        calm.reader.role = Role::CO;
        QVERIFY(ofKind(dutyAt(calm, "2026-07-10").now, RuleKind::counsellor).empty()); // on request
    }

    void threeUnansweredCallsAskTheNeighbourToday_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QStringList>("tries");
        QTest::addColumn<QString>("expected");
        QTest::newRow("within a week") << 1 << QStringList{"2026-07-06 09:00", "2026-07-08 09:00", "2026-07-12 10:30"}
                                       << "neighbour 2026-07-12 23:59 kin";
        QTest::newRow("the eighth day") << 1 << QStringList{"2026-07-05 09:00", "2026-07-08 09:00", "2026-07-12 10:30"}
                                        << "";
        QTest::newRow("twice") << 1 << QStringList{"2026-07-11 09:00", "2026-07-12 09:00"} << "";
        QTest::newRow("level 2") << 2 << QStringList{"2026-07-10 09:00", "2026-07-11 09:00", "2026-07-12 10:30"} << "";
        QTest::newRow("three in an hour")
            << 1 << QStringList{"2026-07-12 09:00", "2026-07-12 09:20", "2026-07-12 09:40"}
            << "neighbour 2026-07-12 23:59 kin";
    }
    void threeUnansweredCallsAskTheNeighbourToday()
    {
        QFETCH(int, level);
        QFETCH(QStringList, tries);
        Known known = ofLevel(level);
        known.households[0].recorded.written = day("2026-07-01");
        for (const auto& when : tries)
            known.contacts.push_back(attempt(when.toUtf8().constData()));
        QTEST(written(ofKind(dutyAt(known, "2026-07-12 12:00").now, RuleKind::neighbour)), "expected");
        // Tomorrow it is still there; somebody who answers ends it.
        const auto later = ofKind(dutyAt(known, "2026-07-13 12:00").now, RuleKind::neighbour);
        QCOMPARE(later.size(), level == 1 && tries.size() == 3 && tries[0] != QLatin1String("2026-07-05 09:00")
                                   ? std::size_t(1)
                                   : std::size_t(0));
        known.contacts.push_back(contact("2026-07-12 18:00", false));
        QVERIFY(ofKind(dutyAt(known, "2026-07-13 12:00").now, RuleKind::neighbour).empty());
    }

    void anAnsweredCallStartsTheCountAnew()
    {
        Known known = ofLevel(1);
        known.households[0].recorded.written = day("2026-07-01");
        known.contacts = {attempt("2026-07-08 09:00"), attempt("2026-07-09 09:00"), contact("2026-07-10 09:00", false),
                          attempt("2026-07-11 09:00")};
        QVERIFY(ofKind(dutyAt(known, "2026-07-12").now, RuleKind::neighbour).empty());
    }

    void everyTriggerLeadsToTheSafetyQuestions()
    {
        for (std::size_t i = 0; i < kTriggers; ++i) {
            Known known = ofLevel(4);
            const auto trigger = static_cast<Trigger>(i);
            known.concerns.push_back({idOf(1), idOf(40), at("2026-07-10 09:00"), trigger});
            const auto tasks = ofKind(dutyAt(known, "2026-07-10 10:00").now, RuleKind::risk);
            QCOMPARE(tasks.size(), std::size_t(1));
            const auto minutes = shippedRules().at(day("2026-07-10")).escalation.minutes[i];
            QCOMPARE(*tasks[0].dueAt, at("2026-07-10 09:00") + minutes * 60'000LL);
            QVERIFY(!dutyAt(known, "2026-07-09 10:00").now.empty() ||
                    ofKind(dutyAt(known, "2026-07-09 10:00").now, RuleKind::risk).empty());
            known.assessments.push_back({idOf(1), at("2026-07-10 08:00")}); // before it: not an answer
            QCOMPARE(ofKind(dutyAt(known, "2026-07-10 10:00").now, RuleKind::risk).size(), std::size_t(1));
            known.assessments.push_back({idOf(1), at("2026-07-10 09:30")});
            QVERIFY(ofKind(dutyAt(known, "2026-07-10 10:00").now, RuleKind::risk).empty());
        }
        const auto& minutes = shippedRules().at(day("2026-07-10")).escalation.minutes;
        QCOMPARE(minutes[static_cast<std::size_t>(Trigger::itemNine)], 0); // in the same session
    }
};

QTEST_GUILESS_MAIN(TestDutyFrequency)
#include "tst_duty_frequency.moc"
