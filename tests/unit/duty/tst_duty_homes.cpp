// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// A warm-heart home's year (domain 3.8): a plan, four themes, something every month; occasions of the organisation.
class TestDutyHomes : public QObject {
    Q_OBJECT

    static Known oneHome()
    {
        Known known;
        known.homes.push_back({idOf(60), true});
        return known;
    }
    static std::vector<Task> of(const Known& known, const char* today, RuleKind kind)
    {
        return ofKind(dutyAt(known, today).homes, kind);
    }

private slots:
    void aPlanIsThereByTheEndOfJanuary_data()
    {
        QTest::addColumn<QString>("today");
        QTest::addColumn<int>("year"); // 0: not spoken of
        QTest::addColumn<bool>("late");
        QTest::newRow("a look ahead") << "2026-12-11" << 2027 << false;
        QTest::newRow("not yet") << "2026-12-10" << 0 << false;
        QTest::newRow("first day") << "2027-01-01" << 2027 << false;
        QTest::newRow("last day") << "2027-01-31" << 2027 << false;
        QTest::newRow("still missing") << "2027-02-01" << 2027 << true;
        QTest::newRow("the last of February") << "2027-02-28" << 2027 << true;
        QTest::newRow("March") << "2027-03-01" << 0 << false;
        QTest::newRow("29 February") << "2028-02-29" << 2028 << true;
    }
    void aPlanIsThereByTheEndOfJanuary()
    {
        QFETCH(QString, today);
        QFETCH(int, year);
        QFETCH(bool, late);
        Known known = oneHome();
        const auto tasks = of(known, today.toUtf8().constData(), RuleKind::plan);
        QCOMPARE(tasks.size(), year == 0 ? std::size_t(0) : std::size_t(1));
        if (year == 0)
            return;
        QCOMPARE(tasks[0].number, year);
        QCOMPARE(tasks[0].catchUp, late);
        QVERIFY(tasks[0].household.isNil() && tasks[0].subject == idOf(60));
        known.plans.push_back({idOf(60), year, {}});
        QVERIFY(of(known, today.toUtf8().constData(), RuleKind::plan).empty());
        known.plans[0].year = year - 1;
        QCOMPARE(of(known, today.toUtf8().constData(), RuleKind::plan).size(), std::size_t(1));
    }

    void everyQuarterHasATheme()
    {
        Known known = oneHome();
        known.plans.push_back({idOf(60), 2027, {true, false, true, false}});
        QVERIFY(of(known, "2027-02-20", RuleKind::theme).empty());
        const auto second = of(known, "2027-03-18", RuleKind::theme);
        QCOMPARE(second.size(), std::size_t(1));
        QCOMPARE(second[0].number, 2);
        QVERIFY(!second[0].catchUp);
        QVERIFY(of(known, "2027-06-30", RuleKind::theme)[0].catchUp);
        QVERIFY(of(known, "2027-07-01", RuleKind::theme).empty());
        QCOMPARE(of(known, "2027-12-31", RuleKind::theme)[0].number, 4);
    }

    void everyMonthHasAnActivity()
    {
        Known known = oneHome();
        const auto asked = [&](const char* today) { return of(known, today, RuleKind::activity).size(); };
        QCOMPARE(asked("2027-04-01"), std::size_t(1));
        known.activities.push_back({idOf(60), day("2027-03-31"), true});
        known.activities.push_back({idOf(60), day("2027-04-20"), false}); // planned
        known.activities.push_back({idOf(61), day("2027-04-20"), true});  // another home's
        QCOMPARE(asked("2027-04-10"), std::size_t(1));
        known.activities.push_back({idOf(60), day("2027-04-30"), true}); // moved inside the month
        QCOMPARE(asked("2027-04-10"), std::size_t(0));
        QCOMPARE(asked("2027-05-01"), std::size_t(1));
        known.excused.push_back({idOf(60), 2027, 5});
        QCOMPARE(asked("2027-05-01"), std::size_t(0));
    }

    void aHomeThatRestsIsLeftAlone()
    {
        Known known = oneHome();
        known.homes[0].running = false;
        QVERIFY(dutyAt(known, "2027-01-15").homes.empty());
    }

    void complianceCountsRunningHomes()
    {
        Known known = oneHome();
        known.homes.push_back({idOf(61), true});
        known.homes.push_back({idOf(62), true});
        known.homes.push_back({idOf(63), false});
        known.activities = {{idOf(60), day("2027-04-01"), true},
                            {idOf(61), day("2027-04-30"), false},
                            {idOf(63), day("2027-04-10"), true}};
        known.excused = {{idOf(62), 2027, 4}};
        const auto& rules = shippedRules().at(day("2027-04-01"));
        QCOMPARE(complianceOf(rules, known, 2027, 4), (Compliance{2, 3}));
        QCOMPARE(complianceOf(rules, known, 2027, 5), (Compliance{0, 3}));
        QCOMPARE(complianceOf(rules, Known(), 2027, 4), (Compliance{0, 0}));
    }

    void occasionsOfTheOrganisation_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("on");
        QTest::newRow("members' day") << 13 << "2027-05-29";
        QTest::newRow("population day") << 15 << "2027-07-11";
        QTest::newRow("volunteers' day") << 16 << "2027-12-05";
    }
    void occasionsOfTheOrganisation()
    {
        QFETCH(int, code);
        QFETCH(QString, on);
        const Known known = oneHome();
        const Day occasion = *parseDay(on.toStdString());
        const auto open = [&](int days) {
            const auto tasks = of(known, dayText(addDays(occasion, days)).c_str(), RuleKind::occasion);
            return std::ranges::any_of(tasks, [&](const Task& task) {
                return task.festival == static_cast<std::uint32_t>(code) && task.from <= addDays(occasion, days) &&
                       task.suggested;
            });
        };
        QVERIFY(!open(-8));
        QVERIFY(open(-7));
        QVERIFY(open(3));
        QVERIFY(!open(4));
        // And never a family's.
        const auto family = dutyAt(oneFamily(), on.toUtf8().constData());
        for (const auto& task : allOf(family))
            QVERIFY(task.festival != static_cast<std::uint32_t>(code));
    }
};

QTEST_GUILESS_MAIN(TestDutyHomes)
#include "tst_duty_homes.moc"
