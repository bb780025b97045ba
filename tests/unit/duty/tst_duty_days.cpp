// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// A person's own days: birthdays by either calendar, the child's days where a family asked for it, what follows them.
class TestDutyDays : public QObject {
    Q_OBJECT

    static Known withBirthday(YearlyDay birthday, const char* born)
    {
        Known known = oneFamily();
        Person person;
        person.id = idOf(2);
        person.birthday = birthday;
        person.born = day(born);
        person.hasPhone = true;
        known.households[0].people.push_back(person);
        return known;
    }
    static std::vector<Task> of(const Known& known, const std::string& today, RuleKind kind)
    {
        return ofKind(allOf(dutyAt(known, today.c_str())), kind);
    }

private slots:
    void birthdays_data()
    {
        QTest::addColumn<bool>("lunar");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("dayOfMonth");
        QTest::addColumn<bool>("leap");
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("on");
        const auto row = [](const char* name, bool lunar, int month, int dayOfMonth, bool leap, const char* born,
                            const char* on) {
            QTest::newRow(name) << lunar << month << dayOfMonth << leap << born << on;
        };
        row("solar", false, 11, 23, false, "1958-11-23", "2026-11-23");
        row("29 February, common year", false, 2, 29, false, "1960-02-29", "2027-02-28");
        row("29 February, leap year", false, 2, 29, false, "1960-02-29", "2028-02-29");
        row("leap third month, 2026", true, 3, 10, true, "1955-05-01", "2026-04-26");
        row("leap third month, 2031 has one: the regular month", true, 3, 10, true, "1955-05-01", "2031-04-01");
        row("the thirtieth in a month of 29 days", true, 12, 30, false, "1953-02-13", "2027-02-05");
        row("first day of the year, where others err", true, 1, 1, false, "1962-02-05", "2027-02-06");
    }
    void birthdays()
    {
        QFETCH(bool, lunar);
        QFETCH(int, month);
        QFETCH(int, dayOfMonth);
        QFETCH(bool, leap);
        QFETCH(QString, born);
        QFETCH(QString, on);
        const Known known = withBirthday({month, dayOfMonth, lunar, leap}, born.toUtf8().constData());
        const Day birthday = *parseDay(on.toStdString());
        const auto open = [&](int days) {
            const auto found = of(known, dayText(addDays(birthday, days)), RuleKind::birthday);
            return !found.empty() && found[0].from <= addDays(birthday, days) && found[0].on == birthday;
        };
        QVERIFY(!open(-4));
        QVERIFY(open(-3));
        QVERIFY(open(0));
        QVERIFY(open(1));
        QVERIFY(!open(2));
    }

    void roundBirthdaysSuggestAVisit_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<bool>("lunar");
        QTest::addColumn<int>("expected"); // 0: not a round one
        QTest::newRow("seventy") << "1956-11-23" << false << 70;
        QTest::newRow("seventy-one") << "1955-11-23" << false << 0;
        QTest::newRow("fifty is not one") << "1976-11-23" << false << 0;
        QTest::newRow("lunar eighty, by lunar years") << "1946-12-08" << true << 80; // eleventh month, 15
    }
    void roundBirthdaysSuggestAVisit()
    {
        QFETCH(QString, born);
        QFETCH(bool, lunar);
        QFETCH(int, expected);
        const auto lunarDay = lunarOf(*parseDay(born.toStdString()));
        const Day bornOn = *parseDay(born.toStdString());
        const YearlyDay birthday = lunar
                                       ? YearlyDay{lunarDay->month, lunarDay->day, true, false}
                                       : YearlyDay{static_cast<int>(static_cast<unsigned>(bornOn.month())),
                                                   static_cast<int>(static_cast<unsigned>(bornOn.day())), false, false};
        const Known known = withBirthday(birthday, born.toUtf8().constData());
        const Day on = lunar ? *lunarOccurrence(2026, birthday.month, birthday.day, false, LeapPolicy::regular)
                             : day("2026-11-23");
        const auto tasks = of(known, dayText(on), RuleKind::birthday);
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks[0].number, expected);
        QCOMPARE(tasks[0].contact == Contact::visit, expected > 0);
    }

    void whoIsNotThereHasNoBirthday()
    {
        Known known = withBirthday({11, 23, false, false}, "1958-11-23");
        known.households[0].people[0].alive = false;
        QVERIFY(of(known, "2026-11-23", RuleKind::birthday).empty());
        known.households[0].people[0].alive = true;
        known.households[0].people[0].target = false;
        QVERIFY(of(known, "2026-11-23", RuleKind::birthday).empty());
    }

    void theChildsDaysAreForThePrimaryContactOnly()
    {
        Known known = oneFamily();
        known.households[0].memorials.push_back({10, 15, true, false}); // lunar 10-15 = 2026-11-23
        known.households[0].companionDays.push_back(day("2026-11-25"));
        QCOMPARE(of(known, "2026-11-22", RuleKind::watch).size(), std::size_t(2));
        const auto ids = of(known, "2026-11-22", RuleKind::watch);
        known.reader.user = userId(77); // a colleague, the township, anybody
        for (int i = -30; i < 30; ++i) {
            const auto duty = dutyAt(known, dayText(addDays(day("2026-11-23"), i)).c_str());
            for (const auto& task : allOf(duty))
                QVERIFY(task.tone != Tone::watch);
        }
        known.households[0].primary = {};
        known.reader.user = {};
        QVERIFY(of(known, "2026-11-22", RuleKind::watch).empty()); // nobody is the main contact: nobody is told
    }

    void aContactInTheWindowAnswersTheDay()
    {
        Known known = oneFamily();
        known.households[0].memorials.push_back({10, 15, true, false});
        known.contacts.push_back(contact("2026-11-20", false));
        QVERIFY(of(known, "2026-11-23", RuleKind::watch).empty());
        known.contacts[0] = contact("2026-11-19", false);
        const auto watch = of(known, "2026-11-23", RuleKind::watch);
        QCOMPARE(watch.size(), std::size_t(1));
        QVERIFY(watch[0].tone == Tone::watch && watch[0].contact == Contact::call && watch[0].festival == 0);
        QCOMPARE(watch[0].from, day("2026-11-20"));
        QCOMPARE(watch[0].due, day("2026-11-26"));
    }

    void threeDaysLaterSomebodyAsksHowTheyAre()
    {
        Known known = oneFamily();
        known.households[0].memorials.push_back({10, 15, true, false});
        known.contacts.push_back(contact("2026-11-23", false)); // the day itself: company, not yet the check
        const auto check = of(known, "2026-11-26", RuleKind::mood);
        QCOMPARE(check.size(), std::size_t(1));
        QCOMPARE(check[0].on, day("2026-11-26"));
        QVERIFY(check[0].tone == Tone::watch);
        known.contacts.push_back(contact("2026-11-25", false));
        QVERIFY(of(known, "2026-11-26", RuleKind::mood).empty());
    }

    // 头七 counts the day of death as the first: +6, 七七 +48, 百日 +99. The list of special days says so.
    void companionPointsCountTheDayItself()
    {
        const CodeList& days = *shippedCatalogueOfDuty().codeList("memorial_day");
        const auto after = [&](int code) { return days.find(code)->data.at("after").as_int64(); };
        QCOMPARE(after(11), 6);
        QCOMPARE(after(17), 48);
        QCOMPARE(after(20), 99);
        Known known = oneFamily();
        const Day event = day("2026-08-01");
        for (const int code : {11, 17, 20})
            known.households[0].companionDays.push_back(addDays(event, static_cast<int>(after(code))));
        for (const char* on : {"2026-08-07", "2026-09-18", "2026-11-08"}) {
            const auto watch = of(known, on, RuleKind::watch);
            QVERIFY2(std::ranges::count(watch, day(on), &Task::on) == 1, on);
        }
    }

    void aLowDayIsFollowedAWeekLater()
    {
        Known known = oneFamily();
        auto met = contact("2026-11-10");
        met.mood = 3;
        known.contacts.push_back(met);
        const auto task = of(known, "2026-11-10", RuleKind::mood);
        QCOMPARE(task.size(), std::size_t(1));
        QCOMPARE(task[0].on, day("2026-11-17"));
        auto better = contact("2026-11-16");
        better.mood = 1;
        known.contacts.push_back(better);
        QVERIFY(of(known, "2026-11-17", RuleKind::mood).empty());
    }
};

QTEST_GUILESS_MAIN(TestDutyDays)
#include "tst_duty_days.moc"
