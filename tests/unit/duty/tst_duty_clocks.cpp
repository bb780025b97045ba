// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// 重大疾病必到, 突发事件必到: every row of domain 3.3 that counts hours, and what follows it.
class TestDutyClocks : public QObject {
    Q_OBJECT

    static Happening happening(HappeningKind kind, const char* known)
    {
        Happening one;
        one.household = idOf(1);
        one.id = idOf(8);
        one.kind = kind;
        one.known = at(known);
        return one;
    }
    static Known with(HappeningKind kind, const char* known)
    {
        Known all = oneFamily();
        all.happenings.push_back(happening(kind, known));
        // Nothing but the clock speaks: they were seen the evening before.
        auto before = contact(known);
        before.at = at(known) - 20LL * 3600 * 1000;
        before.day = dayInChina(before.at);
        all.contacts.push_back(before);
        return all;
    }
    static QString clocks(const Known& known, const char* moment)
    {
        auto tasks = dutyAt(known, moment).now;
        std::erase_if(tasks, [](const Task& task) { return !task.dueAt; });
        return written(tasks);
    }
    static QStringList followUps(const Known& known, const char* first, int days)
    {
        std::set<std::string> seen;
        QStringList found;
        for (int i = 0; i < days; ++i)
            for (const auto& task : allOf(dutyAt(known, dayText(addDays(day(first), i)).c_str())))
                if (!task.dueAt && task.number > 0 && task.subject == idOf(8) && seen.insert(task.id.text()).second)
                    found << QString::fromStdString(std::string(ruleName(task.kind)) + " " + dayText(task.on));
        return found;
    }

private slots:
    void dueInstants_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("town");
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, HappeningKind kind, bool town, const char* known, const char* expected) {
            QTest::newRow(name) << static_cast<int>(kind) << town << known << expected;
        };
        row("hospital: 24 h, 72 h", HappeningKind::hospital, false, "2026-11-10 09:00",
            "reach 2026-11-11 09:00 call\nmeet 2026-11-13 09:00 visit");
        row("critical: 2 h, 24 h", HappeningKind::critical, false, "2026-11-10 23:30",
            "reach 2026-11-11 01:30 call\nmeet 2026-11-11 23:30 visit");
        row("life, village: 30 min, 4 h", HappeningKind::life, false, "2026-11-10 22:00",
            "reach 2026-11-10 22:30 call\nmeet 2026-11-11 02:00 visit");
        row("life, town: 30 min, 2 h", HappeningKind::life, true, "2026-11-10 22:00",
            "reach 2026-11-10 22:30 call\nmeet 2026-11-11 00:00 visit");
        row("severity 1 and 2: 4 h, 24 h", HappeningKind::incident, false, "2026-11-10 09:00",
            "reach 2026-11-10 13:00 call\nmeet 2026-11-11 09:00 visit");
        row("a child died: 24 h, 3 days", HappeningKind::childLost, false, "2026-11-10 09:00",
            "reach 2026-11-11 09:00 call\nmeet 2026-11-13 09:00 visit");
        row("leap day", HappeningKind::incident, false, "2028-02-28 21:00",
            "reach 2028-02-29 01:00 call\nmeet 2028-02-29 21:00 visit");
    }
    void dueInstants()
    {
        QFETCH(int, kind);
        QFETCH(bool, town);
        QFETCH(QString, known);
        Known all = with(static_cast<HappeningKind>(kind), known.toUtf8().constData());
        all.households[0].town = town;
        QTEST(clocks(all, known.toUtf8().constData()), "expected");
    }

    void onlyDangerForLifeAsksForTheAmbulanceFirst()
    {
        const auto ambulance = [](HappeningKind kind) {
            return dutyAt(with(kind, "2026-11-10 09:00"), "2026-11-10 09:00").now[0].ambulanceFirst;
        };
        QVERIFY(ambulance(HappeningKind::life));
        QVERIFY(!ambulance(HappeningKind::incident));
        QVERIFY(!ambulance(HappeningKind::hospital));
    }

    void theDayOfADueInstantIsChinas()
    {
        const auto tasks = dutyAt(with(HappeningKind::incident, "2026-11-10 20:30"), "2026-11-10 21:00").now;
        QCOMPARE(dayText(tasks[0].due), std::string("2026-11-11")); // 00:30 there, the 10th in UTC
        QCOMPARE(clockText(*tasks[0].dueAt), std::string("2026-11-11 00:30"));
    }

    void aCallStopsTheFirstClockAndPresenceTheSecond()
    {
        Known known = with(HappeningKind::incident, "2026-11-10 09:00");
        auto call = contact("2026-11-10 09:40", false);
        known.contacts.push_back(call);
        QCOMPARE(clocks(known, "2026-11-10 10:00"), QStringLiteral("meet 2026-11-11 09:00 visit"));
        known.contacts.push_back(contact("2026-11-10 15:00"));
        QCOMPARE(clocks(known, "2026-11-10 15:01"), QString());
        // The record's own times do the same.
        Known noted = with(HappeningKind::incident, "2026-11-10 09:00");
        noted.happenings[0].contacted = at("2026-11-10 09:10");
        QCOMPARE(clocks(noted, "2026-11-10 10:00"), QStringLiteral("meet 2026-11-11 09:00 visit"));
        noted.happenings[0].met = at("2026-11-10 11:00");
        QCOMPARE(clocks(noted, "2026-11-10 12:00"), QString());
        // A contact from before it happened stops nothing.
        Known early = with(HappeningKind::incident, "2026-11-10 09:00");
        early.contacts.push_back(contact("2026-11-10 08:59"));
        QCOMPARE(clocks(early, "2026-11-10 10:00").count(QLatin1Char('\n')), 1);
    }

    void nobodyThereStopsNoClock()
    {
        Known known = with(HappeningKind::incident, "2026-11-10 09:00");
        auto missed = attempt("2026-11-10 10:00");
        missed.closes = {dutyAt(known, "2026-11-10 09:30").now[0].id};
        known.contacts.push_back(missed);
        QCOMPARE(clocks(known, "2026-11-10 11:00").count(QLatin1Char('\n')), 1);
    }

    void whatRanOutStaysForAWhile()
    {
        const Known known = with(HappeningKind::incident, "2026-11-10 09:00");
        QVERIFY(!clocks(known, "2026-11-24 09:00").isEmpty());
        QVERIFY(clocks(known, "2026-11-25 09:00").isEmpty());
    }

    void aClosedCaseAsksNothing()
    {
        Known known = with(HappeningKind::incident, "2026-11-10 09:00");
        known.happenings[0].open = false;
        QCOMPARE(clocks(known, "2026-11-10 09:30"), QString());
        QVERIFY(followUps(known, "2026-11-10", 40).isEmpty());
    }

    void followUps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("life") << static_cast<int>(HappeningKind::life)
                              << "emergency 2026-11-13,emergency 2026-11-17,emergency 2026-12-10";
        QTest::newRow("incident") << static_cast<int>(HappeningKind::incident)
                                  << "emergency 2026-11-17,emergency 2026-12-10";
        QTest::newRow("widowed") << static_cast<int>(HappeningKind::widowed)
                                 << "bereavement 2026-11-17,bereavement 2026-12-10,bereavement 2027-02-18";
        QTest::newRow("hospital") << static_cast<int>(HappeningKind::hospital) << "hospital 2026-11-17";
        QTest::newRow("a child died") << static_cast<int>(HappeningKind::childLost) << "";
    }
    void followUps()
    {
        QFETCH(int, kind);
        QFETCH(QString, expected);
        const Known known = with(static_cast<HappeningKind>(kind), "2026-11-10 09:00");
        QCOMPARE(followUps(known, "2026-11-10", 120).join(QLatin1Char(',')), expected);
    }

    void afterHospitalTheDaysCountFromComingHome()
    {
        Known known = with(HappeningKind::hospital, "2026-11-10 09:00");
        known.happenings[0].ended = day("2026-11-20");
        QCOMPARE(followUps(known, "2026-11-10", 40), QStringList{"hospital 2026-11-27"});
    }

    void aLastIllnessIsFollowedEveryWeekUntilItEnds()
    {
        Known known = with(HappeningKind::critical, "2026-11-10 09:00");
        known.happenings[0].ended = day("2026-12-05");
        QCOMPARE(followUps(known, "2026-11-10", 60),
                 (QStringList{"emergency 2026-11-17", "emergency 2026-11-24", "emergency 2026-12-01"}));
    }

    void weather_data()
    {
        QTest::addColumn<bool>("alone");
        QTest::addColumn<int>("selfCare");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("expected");
        const QString asked = QStringLiteral("weather 2026-09-11 06:00 call");
        QTest::newRow("alone") << true << 0 << "350128001" << asked;
        QTest::newRow("needs care") << false << 2 << "350128001" << asked;
        QTest::newRow("forgets") << false << 3 << "3501" << asked;
        QTest::newRow("managing well, together") << false << 0 << "350128001"
                                                 << "";
        QTest::newRow("another township") << true << 0 << "350128002"
                                          << "";
    }
    void weather()
    {
        QFETCH(bool, alone);
        QFETCH(int, selfCare);
        QFETCH(QString, area);
        Known known = oneFamily();
        Person person;
        person.id = idOf(2);
        person.alone = alone;
        person.selfCare = static_cast<SelfCare>(selfCare);
        known.households[0].people.push_back(person);
        known.contacts.push_back(contact("2026-09-10 08:00", false));
        known.weather.push_back({idOf(30), area.toStdString(), at("2026-09-10 18:00"), at("2026-09-12 18:00")});
        QVERIFY(clocks(known, "2026-09-10 17:59").isEmpty());
        QTEST(clocks(known, "2026-09-10 18:00"), "expected");
        QVERIFY(clocks(known, "2026-09-12 18:00").isEmpty()); // it is over
        known.contacts.push_back(contact("2026-09-10 19:00", false));
        QVERIFY(clocks(known, "2026-09-10 20:00").isEmpty());
    }

    void fewWordsReachOneWhoWantsQuiet()
    {
        Known known = with(HappeningKind::childLost, "2026-11-10 09:00");
        known.households[0].wish = 6; // through kin
        QCOMPARE(clocks(known, "2026-11-10 10:00"),
                 QStringLiteral("reach 2026-11-11 09:00 kin\nmeet 2026-11-13 09:00 kin"));
        known.contacts.push_back(contact("2026-11-10 12:00", false));
        QCOMPARE(clocks(known, "2026-11-10 13:00"), QString()); // nobody stands at their door
    }
};

QTEST_GUILESS_MAIN(TestDutyClocks)
#include "tst_duty_clocks.moc"
