// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// The care level (domain 3.4): each factor with its points and its reason, bands, what people decide, and how long it holds.
class TestDutyCare : public QObject {
    Q_OBJECT

    static constexpr const char* kToday = "2026-11-23";

    static Household calm()
    {
        Household family = oneFamily().households[0];
        Person person;
        person.id = idOf(2);
        person.born = day("1962-05-01");
        person.hasPhone = true;
        family.people.push_back(person);
        return family;
    }
    static CareLevel levelOf(const Household& family, const CareHistory& history = {})
    {
        return careLevelOf(shippedRules().at(day(kToday)).care, family, history, day(kToday));
    }
    static Household withPoints(int points) // 3: alone, 6: and needs care, 9: and is ill
    {
        Household family = calm();
        family.people[0].alone = points >= 3;
        family.people[0].selfCare = points >= 6 ? SelfCare::full : SelfCare::own;
        family.people[0].seriouslyIll = points >= 9;
        return family;
    }

private slots:
    void factors_data()
    {
        QTest::addColumn<int>("factor");
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("points");
        int row = 0;
        const auto add = [&](const char* name, CareReason reason, int points) {
            QTest::newRow(name) << row++ << static_cast<int>(reason) << points;
        };
        add("eighty on the day", CareReason::eighty, 2);
        add("seventy on the day", CareReason::seventy, 1);
        add("alone", CareReason::alone, 3);
        add("needs care", CareReason::needsCare, 3);
        add("needs a hand", CareReason::needsSomeCare, 2);
        add("forgets", CareReason::forgets, 3);
        add("ill", CareReason::illness, 3);
        add("hospital 30 days ago", CareReason::hospital, 2);
        add("loss a year ago", CareReason::lossFresh, 4);
        add("loss a year and a day ago", CareReason::lossRecent, 2);
        add("loss three years ago", CareReason::lossRecent, 2);
        add("spouse", CareReason::spouseFresh, 3);
        add("low income", CareReason::lowIncome, 1);
        add("46 days", CareReason::silent, 1);
        add("91 days", CareReason::silentLong, 2);
        add("mood 3", CareReason::low, 2);
        add("mood 4", CareReason::veryLow, 4);
        add("risk level 2", CareReason::risk, 3);
        add("no telephone", CareReason::noPhone, 1);
        add("grandchild", CareReason::grandchildAlone, 2);
    }
    void factors()
    {
        QFETCH(int, factor);
        QFETCH(int, reason);
        QFETCH(int, points);
        Household family = calm();
        CareHistory history;
        Person& person = family.people[0];
        Person grandchild;
        grandchild.id = idOf(3);
        grandchild.target = false;
        grandchild.grandchild = true;
        grandchild.born = day("2015-01-01");
        switch (factor) {
        case 0: person.born = day("1946-11-23"); break;
        case 1: person.born = day("1956-11-23"); break;
        case 2: person.alone = true; break;
        case 3: person.selfCare = SelfCare::full; break;
        case 4: person.selfCare = SelfCare::some; break;
        case 5: person.selfCare = SelfCare::memory; break;
        case 6: person.seriouslyIll = true; break;
        case 7: history.lastHospital = day("2026-10-24"); break;
        case 8: family.childLost = day("2025-11-23"); break;
        case 9: family.childLost = day("2025-11-22"); break;
        case 10: family.childLost = day("2023-11-24"); break;
        case 11: family.spouseDied = day("2025-11-23"); break;
        case 12: family.lowIncome = true; break;
        case 13: history.lastReached = day("2026-10-08"); break;
        case 14: history.lastReached = day("2026-08-24"); break;
        case 15: history.lastMood = 3; break;
        case 16: history.lastMood = 4; break;
        case 17: history.flag = FlagLevel::moreCare; break;
        case 18: family.hasPhone = person.hasPhone = false; break;
        default: family.people.push_back(grandchild); break;
        }
        const auto care = levelOf(family, history);
        QCOMPARE(care.points, points);
        QCOMPARE(care.reasons, 1U << static_cast<unsigned>(reason));
    }

    void justOutsideNothingCounts()
    {
        Household family = calm();
        family.people[0].born = day("1956-11-24"); // seventy tomorrow
        family.childLost = day("2023-11-23");
        family.spouseDied = day("2025-11-22");
        CareHistory history;
        history.lastHospital = day("2026-10-23");
        history.lastReached = day("2026-10-09");
        history.lastMood = 2;
        QCOMPARE(levelOf(family, history), CareLevel());
    }

    void oneFactorCountsOnceForAFamily()
    {
        Household family = calm();
        Person other = family.people[0];
        other.id = idOf(3);
        family.people.push_back(other);
        for (auto& person : family.people)
            person.born = day("1940-01-01");
        QCOMPARE(levelOf(family).points, 2);
        // Whoever has died or is not whom the service is for counts nothing.
        family.people[0].alive = false;
        family.people[1].target = false;
        QCOMPARE(levelOf(family).points, 0);
    }

    void twoCircumstancesThatCountTogetherOnly()
    {
        Household family = calm();
        family.wish = 5;
        QCOMPARE(levelOf(family).points, 0);
        family.people[0].alone = true;
        QCOMPARE(levelOf(family).points, 5);
        QVERIFY(levelOf(family).has(CareReason::quietAlone));
        Household carer = calm();
        carer.severeChild = true;
        QCOMPARE(levelOf(carer).points, 0);
        carer.people[0].born = day("1956-01-01");
        QCOMPARE(levelOf(carer).points, 3);
    }

    void bands_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("level");
        for (const auto& [points, level] : {std::pair(0, 4), {2, 4}, {3, 3}, {5, 3}, {6, 2}, {8, 2}, {9, 1}, {11, 1}})
            QTest::newRow(std::to_string(points).c_str()) << points << level;
    }
    void bands()
    {
        QFETCH(int, points);
        QFETCH(int, level);
        Household family = withPoints(points);
        CareHistory history;
        switch (points % 3) { // what is left over
        case 1: family.lowIncome = true; break;
        case 2: history.lastMood = 3; break;
        default: break;
        }
        QCOMPARE(levelOf(family, history).points, points);
        QCOMPARE(levelOf(family, history).level, level);
    }

    void aHighRiskIsLevelOneAtOnce()
    {
        CareHistory history;
        history.flag = FlagLevel::soon;
        QCOMPARE(levelOf(calm(), history).level, 1);
        QVERIFY(levelOf(calm(), history).has(CareReason::highRisk));
    }

    // Recorded level, written, review, reason, by the township -> level.
    void people_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("recorded");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("review");
        QTest::addColumn<bool>("reasoned");
        QTest::addColumn<bool>("township");
        QTest::addColumn<int>("level");
        const auto row = [](const char* name, int points, int recorded, const char* written, const char* review,
                            bool reasoned, bool township, int level) {
            QTest::newRow(name) << points << recorded << written << review << reasoned << township << level;
        };
        row("more care needs no argument", 0, 2, "2026-11-01", "", false, false, 2);
        row("it holds ninety days", 0, 2, "2026-08-25", "", true, false, 2);
        row("and not one more", 0, 2, "2026-08-24", "", true, false, 4);
        row("or until its review", 0, 2, "2026-11-01", "2026-11-22", true, false, 4);
        row("a late review does not stretch it", 0, 2, "2026-08-24", "2027-11-22", true, false, 4);
        row("less care needs a reason", 6, 4, "2026-11-01", "", false, false, 2);
        row("which is then heard", 6, 4, "2026-11-01", "", true, false, 4);
        row("for ninety days", 6, 4, "2026-08-24", "", true, false, 2);
        row("away from level 1: not the village", 9, 3, "2026-11-01", "", true, false, 1);
        row("away from level 1: the township", 9, 3, "2026-11-01", "", true, true, 3);
        row("level 1 stays until somebody agrees", 0, 1, "2026-01-01", "", true, false, 1);
        row("nothing recorded", 3, 0, "2026-11-01", "", false, false, 3);
        row("a number that is no level", 3, 9, "2026-11-01", "", true, true, 3);
    }
    void people()
    {
        QFETCH(int, points);
        QFETCH(int, recorded);
        QFETCH(QString, written);
        QFETCH(QString, review);
        QFETCH(bool, reasoned);
        QFETCH(bool, township);
        Household family = withPoints(points);
        family.recorded = {recorded, *parseDay(written.toStdString()), parseDay(review.toStdString()), reasoned,
                           township};
        const auto care = levelOf(family);
        QTEST(care.level, "level");
        QCOMPARE(care.points, points); // what people decide changes no points
    }

    void theReasonsSayThatAPersonDecided()
    {
        Household family = withPoints(0);
        family.recorded = {2, day("2026-11-01"), {}, true, false};
        QVERIFY(levelOf(family).has(CareReason::raisedByPerson));
        family = withPoints(6);
        family.recorded = {4, day("2026-11-01"), {}, true, false};
        QVERIFY(levelOf(family).has(CareReason::loweredByPerson));
        family = withPoints(9);
        family.recorded = {3, day("2026-11-01"), {}, true, false};
        QVERIFY(levelOf(family).has(CareReason::townshipHolds));
    }

    void theLevelOfAFamilyComesFromItsContacts()
    {
        Known known = oneFamily();
        known.households[0] = withPoints(3);
        auto met = contact("2026-11-20");
        met.mood = 4;
        met.inHospital = true;
        known.contacts.push_back(met);
        QCOMPARE(dutyAt(known, kToday).careOf(idOf(1)).points, 9);
        QCOMPARE(dutyAt(known, kToday).careOf(idOf(1)).level, 1);
        QCOMPARE(dutyAt(known, kToday).careOf(idOf(99)).level, 4);
    }

    void ages()
    {
        QCOMPARE(ageAt(day("1946-11-24"), day("2026-11-23")), 79);
        QCOMPARE(ageAt(day("1946-11-23"), day("2026-11-23")), 80);
        QCOMPARE(ageAt(day("1960-02-29"), day("2027-02-27")), 66);
        QCOMPARE(ageAt(day("1960-02-29"), day("2027-02-28")), 67);
    }
};

QTEST_GUILESS_MAIN(TestDutyCare)
#include "tst_duty_care.moc"
