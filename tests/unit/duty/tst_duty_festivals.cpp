// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// 重要节日必到: each row of the table of domain 3.2, its first and last day, tones, what answers it, making up for it.
class TestDutyFestivals : public QObject {
    Q_OBJECT

    static std::vector<Task> asked(const Known& known, Day today)
    {
        const auto duty = dutyOf(shippedRules(), festivalList(), known, startOfDayInChina(today) + 3600'000);
        auto all = allOf(duty);
        std::erase_if(all, [](const Task& task) { return task.festival == 0; });
        return all;
    }
    static const Task* of(const std::vector<Task>& tasks, std::uint32_t festival)
    {
        const auto found = std::ranges::find(tasks, festival, &Task::festival);
        return found == tasks.end() ? nullptr : &*found;
    }

private slots:
    void windows_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("on");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("kind"); // empty: nobody is asked
        QTest::addColumn<int>("tone");
        QTest::addColumn<int>("asks");
        QTest::addColumn<bool>("suggested");
        const auto row = [](const char* name, int code, const char* on, int before, int after, const char* kind,
                            Tone tone, Contact asks, bool suggested) {
            QTest::newRow(name) << code << on << before << after << kind << static_cast<int>(tone)
                                << static_cast<int>(asks) << suggested;
        };
        row("F01 new year", 1, "2027-01-01", 7, 3, "festival", Tone::neutral, Contact::call, true);
        row("F02 spring festival", 2, "2027-02-06", 21, 15, "festival", Tone::care, Contact::visit, false);
        row("F03 lantern", 3, "2027-02-20", 3, 0, "festival", Tone::neutral, Contact::call, true);
        row("F04 qingming", 4, "2027-04-05", 10, 5, "watch", Tone::watch, Contact::call, false);
        row("F05 mother's day", 5, "2027-05-09", 3, 1, "", Tone::watch, Contact::none, false);
        row("F05 father's day", 14, "2027-06-20", 3, 1, "", Tone::watch, Contact::none, false);
        row("F06 dragon boat", 6, "2027-06-09", 7, 0, "festival", Tone::neutral, Contact::call, false);
        row("F07 zhongyuan", 7, "2027-08-16", 3, 1, "", Tone::watch, Contact::call, false);
        row("F08 mid-autumn", 8, "2027-09-15", 10, 0, "festival", Tone::care, Contact::visit, false);
        row("F09 national day", 9, "2027-10-01", 7, 0, "festival", Tone::neutral, Contact::call, true);
        row("F10 chongyang", 10, "2027-10-08", 7, 3, "festival", Tone::respect, Contact::visit, false);
        row("F11 winter solstice", 11, "2027-12-22", 3, 0, "", Tone::watch, Contact::call, false);
        row("F12 eve", 12, "2027-02-05", 0, 0, "", Tone::care, Contact::none, false);
        row("F12 weiya", 17, "2027-01-23", 0, 0, "", Tone::care, Contact::none, false);
    }
    void windows()
    {
        QFETCH(int, code);
        QFETCH(QString, on);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(QString, kind);
        QFETCH(bool, suggested);
        const Day festival = *parseDay(on.toStdString());
        const auto number = static_cast<std::uint32_t>(code);
        QCOMPARE(festivalDay(*festivalList().find(number), static_cast<int>(festival.year())), std::optional(festival));
        const Known known = oneFamily();
        const auto openOn = [&](int days) {
            const auto tasks = asked(known, addDays(festival, days));
            const Task* task = of(tasks, number);
            return task != nullptr && task->from <= addDays(festival, days) && !task->catchUp;
        };
        if (kind.isEmpty()) {
            for (int days = -25; days <= 25; ++days)
                QVERIFY2(!openOn(days), std::to_string(days).c_str());
            return;
        }
        QVERIFY(!openOn(-before - 1));
        QVERIFY(openOn(-before));
        QVERIFY(openOn(after));
        QVERIFY(!openOn(after + 1));
        const auto tasks = asked(known, addDays(festival, -before));
        const Task& task = *of(tasks, number);
        QCOMPARE(QString::fromLatin1(ruleName(task.kind).data()), kind);
        QCOMPARE(task.due, addDays(festival, after));
        QTEST(static_cast<int>(task.tone), "tone");
        QTEST(static_cast<int>(task.contact), "asks");
        QCOMPARE(task.suggested, suggested);
    }

    // What is optional is spoken of ahead and never asked for.
    void optionalFestivalsAreNeverDue()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-12-24"));
        const auto found = dutyAt(known, "2026-12-28");
        QVERIFY(found.now.empty());
        QVERIFY(of(found.ahead, 1) != nullptr);
    }

    void quietFestivalsThatNobodyAskedForAreLeftAlone()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-08-01"));
        QVERIFY(of(asked(known, day("2026-08-26")), 7) == nullptr);
        known.households[0].quietFestivals.push_back(7);
        const auto tasks = asked(known, day("2026-08-26"));
        QVERIFY(of(tasks, 7) != nullptr);
        QVERIFY(of(tasks, 7)->kind == RuleKind::watch);
        QVERIFY(!of(tasks, 7)->suggested);
    }

    // A festival that is glad for others may be watched in one family.
    void aFamilyMayAskThatAnyFestivalIsQuiet()
    {
        Known known = oneFamily();
        known.households[0].quietFestivals.push_back(8);
        const auto tasks = asked(known, day("2026-09-20"));
        QVERIFY(of(tasks, 8)->kind == RuleKind::watch);
        QVERIFY(of(tasks, 8)->tone == Tone::watch);
    }

    void aCallDoesNotAnswerAHomeVisit()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16", false)); // inside the window of Mid-Autumn, 09-25
        QVERIFY(of(asked(known, day("2026-09-18")), 8) != nullptr);
        known.contacts.push_back(contact("2026-09-17"));
        QVERIFY(of(asked(known, day("2026-09-18")), 8) == nullptr);
    }

    void oneContactOfAnySortIsEnoughForChongyang()
    {
        Known known = oneFamily();
        QVERIFY(of(asked(known, day("2026-10-14")), 10)->contact == Contact::visit);
        known.contacts.push_back(contact("2026-10-12", false));
        QVERIFY(of(asked(known, day("2026-10-14")), 10) == nullptr);
    }

    void makingUpForIt_data()
    {
        QTest::addColumn<QString>("today");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("catchUp");
        QTest::newRow("last day") << "2026-09-25" << true << false;
        QTest::newRow("the day after") << "2026-09-26" << true << true;
        QTest::newRow("fifteen days after") << "2026-10-10" << true << true;
        QTest::newRow("sixteen days after") << "2026-10-11" << false << false;
    }
    void makingUpForIt()
    {
        QFETCH(QString, today);
        QFETCH(bool, open);
        QFETCH(bool, catchUp);
        Known known = oneFamily();
        const auto tasks = asked(known, *parseDay(today.toStdString()));
        const Task* task = of(tasks, 8);
        QCOMPARE(task != nullptr, open);
        QCOMPARE(task != nullptr && task->catchUp, catchUp);
        if (!open)
            return;
        // The same task as before: a note on it holds, and a visit now still answers it.
        QCOMPARE(task->id, of(asked(known, day("2026-09-20")), 8)->id);
        known.notes = {{task->id, true}};
        QVERIFY(of(asked(known, *parseDay(today.toStdString())), 8) == nullptr);
        known.notes.clear();
        known.contacts.push_back(contact(today.toUtf8().constData()));
        QVERIFY(of(asked(known, *parseDay(today.toStdString())), 8) == nullptr);
    }

    void remindsOnTheFirstDayAndThreeDaysBeforeTheLast()
    {
        const Known known = oneFamily();
        QStringList days;
        for (Day today = day("2026-09-10"); today <= day("2026-09-25"); today = addDays(today, 1))
            if (const auto tasks = asked(known, today); of(tasks, 8) != nullptr && of(tasks, 8)->remindsToday)
                days << QString::fromStdString(dayText(today));
        QCOMPARE(days, (QStringList{"2026-09-15", "2026-09-22"}));
    }

    // 9.3 once more, through the engine: each festival of each year that is asked for stands on its day.
    void everyYearOfTheTable_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("days"); // 2024 to 2036
        QTest::newRow("spring festival") << 2
                                         << "02-10 01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08 "
                                            "01-28";
        QTest::newRow("qingming") << 4
                                  << "04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05 04-04";
        QTest::newRow("dragon boat") << 6
                                     << "06-10 05-31 06-19 06-09 05-28 06-16 06-05 06-24 06-12 06-01 06-20 06-10 05-30";
        QTest::newRow("mid-autumn") << 8
                                    << "09-17 10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16 10-04";
        QTest::newRow("chongyang") << 10
                                   << "10-11 10-29 10-18 10-08 10-26 10-16 10-05 10-24 10-12 10-01 10-20 10-09 10-27";
    }
    void everyYearOfTheTable()
    {
        QFETCH(int, code);
        QFETCH(QString, days);
        const QStringList expected = days.split(QLatin1Char(' '));
        QCOMPARE(expected.size(), 13);
        for (int i = 0; i < expected.size(); ++i) {
            const Day on = *parseDay(std::to_string(2024 + i) + "-" + expected[i].toStdString());
            const auto tasks = asked(oneFamily(), on);
            const Task* task = of(tasks, static_cast<std::uint32_t>(code));
            QVERIFY2(task != nullptr && task->on == on, dayText(on).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestDutyFestivals)
#include "tst_duty_festivals.moc"
